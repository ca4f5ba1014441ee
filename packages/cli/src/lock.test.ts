import { existsSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { holdLock } from "./lock.ts";

it("is held until released, and taken over from a run that died", () => {
  const file = join(mkdtempSync(join(tmpdir(), "demarche-lock-")), "lock");
  const release = holdLock(file);
  expect(existsSync(file)).toBe(true);
  release();
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, "");
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  holdLock(file)();
  expect(existsSync(file)).toBe(false);
});
