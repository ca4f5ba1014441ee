/** The command line from outside: what it prints where, what it writes, and what the shell is told. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { demarche, emptyFolder, fewWorlds, folderWith, paperNames, root, smallBrief } from "./cli/demarche.ts";

const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;

describe("demarche", () => {
  it("prints its version, the one of the package", () => {
    expect(demarche(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });
  it("prints help with examples, for itself and for each command", () => {
    const { status, stdout, stderr } = demarche(["--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const list = stdout.slice(stdout.indexOf("Commands:"), stdout.indexOf("Start here"));
    const commands = [...list.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
    expect(commands).toEqual(expect.arrayContaining(["plan", "check", "new"]));
    for (const command of commands.filter((name) => name !== "help")) {
      const help = demarche([command, "--help"]);
      expect(help.status).toBe(0);
      expect(help.stdout).toMatch(/Examples?:/);
    }
  });
  it.each([
    [["chek", "brief.yaml"], /unknown command 'chek'.*Did you mean check\?/s],
    [["plan"], /missing required argument 'brief'/],
    [["plan", "brief.yaml", "--sed", "1"], /unknown option '--sed'.*--seed/s],
    [["plan", "brief.yaml", "--worlds", "0"], /whole number from 2 to/],
    [["plan", "brief.yaml", "--worlds", "1"], /whole number from 2 to/],
    [["plan", "brief.yaml", "--seed", "1.5"], /whole number from 0 to/],
    [["plan", "brief.yaml", "--for", ","], /At least one name/],
    [["plan", "brief.yaml", "--out", ""], /A path was expected/],
    [["plan", "one.yaml", "two.yaml"], /too many arguments/],
    [[], /Usage: demarche/],
  ])("ends with 2 on wrong usage: %j", (args, said) => {
    const { status, stdout, stderr } = demarche(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(said);
  });
  it("tells a script of wrong usage too", () => {
    const { status, stdout } = demarche(["plan", "--json", "--worlds", "many", "brief.yaml"]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ code: "usage" }] });
  });
});

describe("demarche new", () => {
  it("writes a brief that check and plan take, with the title and name that were asked for", () => {
    const cwd = emptyFolder();
    expect(demarche(["new", "--title", "Gas: winter round", "--us", "Ålborg"], { cwd }).status).toBe(0);
    const text = readFileSync(join(cwd, "brief.yaml"), "utf8");
    expect(text).toContain('title: "Gas: winter round"');
    expect(text).toContain("us: alborg");
    const checked = demarche(["check", "brief.yaml", "--json"], { cwd });
    expect(checked.status).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject({ errors: [], askedFor: [] });
    expect(demarche(["plan", "brief.yaml", ...fewWorlds], { cwd }).status).toBe(0);
  });
  it("does not write over a file unless forced", () => {
    const cwd = folderWith({ "brief.yaml": "mine" });
    const refused = demarche(["new"], { cwd });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/--force/);
    expect(readFileSync(join(cwd, "brief.yaml"), "utf8")).toBe("mine");
    expect(demarche(["new", "--force"], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, "brief.yaml"), "utf8")).toContain("demarche: 1");
    expect(readdirSync(cwd)).toEqual(["brief.yaml"]);
  });
  it.each([
    ["missing/brief.yaml", /no folder/],
    [".", /is (a folder|there already)/],
  ])("says why it cannot write %s", (file, said) => {
    const { status, stderr } = demarche(["new", file], { cwd: emptyFolder() });
    expect(status).toBe(2);
    expect(stderr).toMatch(said);
  });
});

describe("demarche check", () => {
  it("lists errors as file:line:column code message, a hint on the next line, and ends with 1", () => {
    const cwd = folderWith({
      "brief.yaml": smallBrief.replace("sudmark: { ideal: a-fifth", "sudmrk: { ideal: a-fifth"),
    });
    const { status, stdout } = demarche(["check", "brief.yaml"], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^brief\.yaml:13:7 [a-z-]+ .*sudmrk.*\n {4}.*sudmark/m);
  });
  it("gives a script the same in one document", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief.replace("salience: 90", "salience: 900") });
    const { status, stdout, stderr } = demarche(["check", "brief.yaml", "--json"], { cwd });
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    const { errors } = JSON.parse(stdout) as { errors: { line: number; code: string }[] };
    expect(errors).toMatchObject([{ file: "brief.yaml", line: 12, code: "out-of-range" }]);
  });
  it("lists what is always asked for, contradictions and unknowns", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    const { status, stdout } = demarche(["check", "brief.yaml"], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/Always asked for.*others-not-considered/s);
    expect(stdout).toMatch(/Unknown.*brief\.yaml:14:\d+ Ostia's salience on Our share of the cod/s);
    expect(demarche(["check", "examples/moscow-1945/brief.yaml"]).stdout).toMatch(/Contradictions/);
  });
  it("reads Windows line ends, at the same places", () => {
    const wrong = smallBrief.replace("salience: 90", "salience: 900");
    const cwd = folderWith({ "unix.yaml": wrong, "windows.yaml": wrong.replaceAll("\n", "\r\n") });
    const said = (file: string) => demarche(["check", file], { cwd }).stdout.replaceAll(file, "brief.yaml");
    expect(said("windows.yaml")).toBe(said("unix.yaml"));
  });
});

describe("demarche plan", () => {
  it("writes the four papers into out/ and the name of the brief, and says where", () => {
    const cwd = folderWith({ "fish.yaml": smallBrief });
    const { status, stdout } = demarche(["plan", "fish.yaml", ...fewWorlds], { cwd });
    expect(status).toBe(0);
    expect(readdirSync(join(cwd, "out/fish")).sort()).toEqual(paperNames);
    expect(stdout).toMatch(/Papers in out\/fish: report\.html/);
  });
  it("writes the same bytes for the same brief, seed and number of worlds; others for another seed", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    const bytes = (out: string, seed: string) => {
      expect(demarche(["plan", "brief.yaml", "--out", out, "--seed", seed, ...fewWorlds], { cwd }).status).toBe(0);
      return paperNames.map((name) => readFileSync(join(cwd, out, name)).toString("base64"));
    };
    const first = bytes("first", "7");
    expect(bytes("second", "7")).toEqual(first);
    const other = bytes("third", "8");
    expect(other.filter((paper, at) => paper === first[at])).toEqual([]);
  });
  it("prints one JSON document on standard output under --json: plan.json to the letter", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    const { status, stdout, stderr } = demarche(["plan", "brief.yaml", "--json", "--out", "papers", ...fewWorlds], {
      cwd,
    });
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(cwd, "papers/plan.json"), "utf8"));
    expect(JSON.parse(stdout)).toMatchObject({ engine: "plan", us: "norland", worlds: 250 });
    expect(stderr).toMatch(/papers/);
  });
  it("takes what groups of readers may not know out of all papers, and keeps them apart", () => {
    const hidden = smallBrief
      .replace("us: norland", "us: norland\nreaders: { press: The press, team: The delegation }")
      .replace(
        "    name: Tariff on their machine parts\n",
        "    name: Tariff on their machine parts\n    only for: [team]\n",
      );
    const cwd = folderWith({ "brief.yaml": hidden });
    expect(demarche(["plan", "brief.yaml", "--for", "press", ...fewWorlds], { cwd }).status).toBe(0);
    const out = readdirSync(join(cwd, "out"))[0] ?? "";
    expect(out).toMatch(/-for-press$/);
    for (const name of ["report.html", "memo.md", "plan.json"])
      expect(readFileSync(join(cwd, "out", out, name), "utf8")).not.toMatch(/machine.tariff|machine parts/i);
    const unknown = demarche(["plan", "brief.yaml", "--for", "pres", ...fewWorlds], { cwd });
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toMatch(/press/);
  });
  it("never writes over the brief", () => {
    const cwd = folderWith({ "memo.md": smallBrief });
    const { status, stderr } = demarche(["plan", "memo.md", "--out", ".", ...fewWorlds], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/memo\.md would be written over memo\.md itself/);
    expect(readFileSync(join(cwd, "memo.md"), "utf8")).toBe(smallBrief);
    expect(readdirSync(cwd)).toEqual(["memo.md"]);
  });
  it("fits its summary on a screen of 80 by 24, in ASCII where the terminal knows no more", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    writeFileSync(join(cwd, "long.yaml"), readFileSync(join(root, "examples/moscow-1945/brief.yaml")));
    // The small brief has no moves, of which a finding could tell.
    for (const [file, findings, env] of [
      ["brief.yaml", 2, { LANG: "C.UTF-8" }],
      ["long.yaml", 3, { LANG: "C" }],
    ] as const) {
      const { status, stdout } = demarche(["plan", file, ...fewWorlds], { cwd, env });
      expect(status).toBe(0);
      const lines = stdout.trimEnd().split("\n");
      expect(lines.length).toBeLessThanOrEqual(23);
      expect(lines.filter((line) => Array.from(line).length > 80)).toEqual([]);
      expect(lines.filter((line) => /\d %/.test(line)).length).toBeGreaterThanOrEqual(2);
      expect(lines.filter((line) => /^[123]\. /.test(line))).toHaveLength(findings);
      expect(stdout).not.toContain("\u001b");
      if (env.LANG === "C") expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
    }
  });
});
