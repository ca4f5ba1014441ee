import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkOutput, checkOutputFile, defaultOutput } from "./output-folder.ts";

it.each([
  ["examples/moscow-1945/brief.yaml", undefined, "moscow-1945"],
  ["fish.yaml", undefined, "fish"],
  ["../cases/fish.brief.yaml", undefined, "fish"],
  ["/brief.yaml", undefined, "brief"],
  ["fish.yaml", ["press", "team"], "fish-for-press-team"],
])("%s for %j goes to out/%s", (file, readers, name) => {
  expect(defaultOutput(file, readers)).toBe(join("out", name));
});

it("nothing is written over what it is made from, whatever it is called", () => {
  const folder = mkdtempSync(join(tmpdir(), "demarche-over-"));
  const file = join(folder, "packages.json");
  writeFileSync(file, "{}");
  symlinkSync(file, join(folder, "link.json"));
  expect(() => checkOutput(file, folder, ["packages.html", "packages.json"])).toThrow(
    /packages\.json would be written over/,
  );
  expect(() => checkOutput(join(folder, "link.json"), folder, ["packages.json"])).toThrow(/over .*link\.json itself/);
  expect(() => checkOutputFile(file, join(folder, ".", "link.json"))).toThrow(/itself/);
  expect(() => checkOutput(file, join(folder, "below"), ["packages.json"])).not.toThrow();
  expect(() => checkOutput("/dev/fd/999", folder, ["packages.json"])).not.toThrow();
});
