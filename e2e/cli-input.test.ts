/** Input that is no brief: each kind is told in words, ends with 1 and writes nothing. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bin, demarche, emptyFolder, folderWith, smallBrief } from "./cli/demarche.ts";

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const cases: readonly (readonly [kind: string, content: string | Uint8Array, said: RegExp])[] = [
  ["empty", "", /empty-file/],
  ["blank", " \n\n", /empty-file/],
  ["a program", bytes(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff), /control-character|not-utf8/],
  [
    "Windows-1252",
    bytes(...new TextEncoder().encode("demarche: 1\ntitle: S"), 0xfc, 0x64),
    /not-utf8.*\n.*Windows-1252/,
  ],
  ["UTF-16", bytes(0xff, 0xfe, 0x64, 0, 0x65, 0), /not-utf8.*\n.*UTF-16/],
  ["50 MB", new Uint8Array(50_000_000).fill(0x23), /file-too-large.*50/],
  ["an alias bomb", "demarche: 1\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", /anchor/],
  ["JSON of something else", '{"name": "x", "version": "1.0.0"}', /unknown-key|missing-word/],
  ["another version", "demarche: 2\n", /:1:11 version/],
  ["nested without end", `demarche: 1\nagenda: ${"[".repeat(5000)}`, /too-deep|yaml|bracket/],
];

describe.each(["check", "plan"])("demarche %s", (command) => {
  it.each(cases)("refuses a file that is %s", (_, content, said) => {
    const cwd = folderWith({ "brief.yaml": content });
    const { status, stdout, stderr } = demarche([command, "brief.yaml"], { cwd });
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toMatch(said);
    expect(`${stdout}${stderr}`).toMatch(/^brief\.yaml:\d+:\d+ /);
    expect(readdirSync(cwd)).toEqual(["brief.yaml"]);
  });
  it("gives a script each of them as one document", () => {
    const cwd = folderWith(Object.fromEntries(cases.map(([, content], at) => [`${at}.yaml`, content])));
    for (const at of cases.keys()) {
      const { status, stdout } = demarche([command, `${at}.yaml`, "--json"], { cwd });
      expect(status).toBe(1);
      const { errors } = JSON.parse(stdout) as { errors: Record<string, unknown>[] };
      expect(errors.length).toBeGreaterThan(0);
      expect(errors[0]).toMatchObject({ file: `${at}.yaml`, line: expect.any(Number) as number });
    }
  });
  it.each([
    ["a file that is not there", "missing.yaml", /no-such-file/],
    ["a folder", ".", /is-a-directory/],
    ["a file below a file", "brief.yaml/x", /no-such-file/],
    ["no name at all", "", /no-such-file|is-a-directory/],
    ["a name longer than any", `${"x".repeat(5000)}.yaml`, /no-such-file/],
    ["a source without an end", "/dev/zero", /file-too-large/],
  ])("refuses %s", (_, file, said) => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    const { status, stderr } = demarche([command, file], { cwd });
    expect(status).toBe(1);
    expect(stderr).toMatch(said);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });
  it("shows a name that would steer the terminal as harmless", () => {
    const { status, stderr } = demarche([command, "\u001b[2Jx.yaml"], { cwd: emptyFolder() });
    expect(status).toBe(1);
    expect(stderr).not.toContain("\u001b");
  });
  it("refuses a file that it may not read", ({ skip }) => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "brief.yaml"), 0o000);
    // Root reads everything: then somebody else runs it, if that user can read this clone.
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    if (demarche(["--version"], { cwd: "/", ...uid }).status !== 0) skip("nobody else can read this clone");
    const { status, stderr } = demarche([command, "brief.yaml"], { cwd, ...uid });
    expect(status).toBe(1);
    expect(stderr).toMatch(/no-permission/);
  });
});

describe.each(["check", "plan", "packages", "conflict", "forecast", "forum", "slate"])("demarche %s", (command) => {
  it("tells a person and a script of what is no input of its", () => {
    const cwd = folderWith({
      "empty.yaml": "",
      "program.yaml": bytes(0x7f, 0x45, 0x4c, 0x46, 0, 0xff),
      "list.json": "[1, 2",
    });
    for (const file of ["missing.yaml", "empty.yaml", "program.yaml", "list.json"]) {
      const ran = demarche([command, file], { cwd });
      expect(ran.status, file).toBe(1);
      expect(`${ran.stdout}${ran.stderr}`).toMatch(new RegExp(`^${file}:\\d+:\\d+ [a-z0-9-]+ \\S`));
      const told = demarche([command, file, "--json"], { cwd });
      expect(told.status, file).toBe(1);
      const { errors } = JSON.parse(told.stdout) as { errors: unknown[] };
      expect(errors[0]).toMatchObject({ file, message: expect.any(String) as string });
    }
    expect(readdirSync(cwd).length).toBe(3);
  });
});

describe.skipIf(process.platform === "win32")("what is piped in, which can be read once only,", () => {
  const positions = "party,issue,position,salience,influence\nA,x,20,50,1\nB,x,70,50,2\n";
  it.each<[string, string, string]>([
    ["forum /dev/stdin --json --worlds 50", smallBrief, '"forums"'],
    ["conflict /dev/stdin --json", smallBrief, '"equilibria"'],
    ["slate /dev/stdin --json --worlds 50", smallBrief, '"slates"'],
    ["packages /dev/stdin --json", smallBrief, '"frontier"'],
    ["forecast /dev/stdin --json --worlds 50 --out papers", positions, '"issues"'],
  ])("%s", (command, content, said) => {
    const cwd = folderWith({ input: content });
    const { status, stdout, stderr } = spawnSync("sh", ["-c", `cat input | ${process.execPath} ${bin} ${command}`], {
      cwd,
      encoding: "utf8",
    });
    expect([status, stderr.includes("error")]).toEqual([0, false]);
    expect(stdout).toContain(said);
  });
  it("is bound to its forecast record as it was", () => {
    const cwd = folderWith({ input: positions });
    const command = `cat input | ${process.execPath} ${bin} forecast /dev/stdin --worlds 50 --freeze record.json --as-of 2030-01-01`;
    expect(spawnSync("sh", ["-c", command], { cwd }).status).toBe(0);
    const record = JSON.parse(readFileSync(join(cwd, "record.json"), "utf8")) as { input: { sha256: string } };
    expect(record.input.sha256).toBe(createHash("sha256").update(positions).digest("hex"));
  });
});
