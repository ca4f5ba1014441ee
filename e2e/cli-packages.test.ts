/** `demarche packages` as a person or a script meets it: exit codes, one JSON document, nothing written on errors. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const bin = fileURLToPath(new URL("../packages/cli/bin/demarche.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "demarche-packages-"));
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "packages", ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const good =
  '{"issues": {"10": ["x", "y"], "9": ["u", "v"]}, "parties": {"2": {"values": {"10": [0.1, 0.3], "9": [0.2, 0]}, "noAgreement": 0}, "1": {"values": {"10": [2, 1], "9": [0, 0]}}}}';

describe("demarche packages", () => {
  test("a domain as JSON: order kept, exact figures, counts as text", () => {
    const { status, stdout, stderr } = run(file("good.json", good), "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const found = JSON.parse(stdout) as Record<string, unknown> & {
      frontier: { size: number; points: { utilities: number[] }[] };
    };
    expect(found).toMatchObject({
      parties: ["2", "1"],
      outcomes: "4",
      exact: true,
      within: "all",
      zone: { count: "4", share: 1, exact: true },
    });
    expect(found.frontier.points.map(({ utilities }) => utilities)).toEqual([
      [0.5, 1],
      [0.3, 2],
    ]);
    expect(found).toMatchObject({
      nash: { certified: true, disagreement: [0, 1] },
      kalaiSmorodinsky: {},
      egalitarian: {},
      utilitarian: {},
    });
  });
  test("for people: a table, and the conventions", () => {
    const { status, stdout } = run(file("good.json", good));
    expect(status).toBe(0);
    expect(stdout).toMatch(/Nash/);
    expect(stdout).toMatch(/Conventions:/);
  });
  test("errors at file, line and column; nothing written", () => {
    const out = join(folder, "out");
    const { status, stdout, stderr } = run(file("bad.json", good.replace("[2, 1]", "[2]")), "--json", "--out", out);
    expect(status).toBe(1);
    expect(stderr).toMatch(/bad\.json:1:\d+ .*wrong-length/);
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ code: "wrong-length" }] });
    expect(existsSync(out)).toBe(false);
  });
  test.each([
    [["no-such-file.json"], 1],
    [["--semantics", "other", "x"], 2],
    [[], 2],
  ])("%j ends with %i", (args, status) => {
    expect(run(...args).status).toBe(status);
  });
  test("--out writes a page and the data", () => {
    const out = join(folder, "papers");
    expect(run(file("good.json", good), "--out", out).status).toBe(0);
    expect([existsSync(join(out, "packages.html")), existsSync(join(out, "packages.json"))]).toEqual([true, true]);
  });
});
