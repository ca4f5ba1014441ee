/** `demarche packages` as a person or a script meets it: exit codes, one JSON document, nothing written on errors. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const bin = fileURLToPath(new URL("../packages/cli/bin/demarche.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "demarche-packages-"));
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "packages", ...args], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
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
  test("bargaining weights move the Nash package, and are told", () => {
    const split =
      '{"issues": {"a": ["x", "y", "z"]}, "parties": {"north": {"values": {"a": [1, 3, 4]}, "noAgreement": 0}, "south": {"values": {"a": [4, 3, 1]}, "noAgreement": 0}}}';
    const nash = (...args: string[]) => {
      const { stdout } = run(file("split.json", split), "--json", ...args);
      return (JSON.parse(stdout) as { nash: unknown }).nash;
    };
    expect(nash()).toMatchObject({ package: { a: "y" } });
    expect(nash("--weights", "north=8")).toMatchObject({ package: { a: "z" }, weights: [8, 1] });
  });
  test.each([
    [["--weights", "3=1"], 1, "unknown-party"],
    [["--weights", "2=0.3333333,1=0.7"], 1, "bad-weights"],
    [["--weights", "2=0"], 2, "a party and a positive number were expected"],
    [["--weights", "2=1,2=2"], 2, "2 is given twice"],
    [["--us", "3"], 1, "unknown-party"],
    [["--deal", "10=x"], 1, "missing-issue"],
    [["--deal", "10=x,9=w"], 1, "unknown-option"],
    [["--deal", "10=x,9=u,8=u"], 1, "unknown-issue"],
  ])("%j is refused with %i: %s", (args, status, told) => {
    const found = run(file("good.json", good), ...args);
    expect([found.status, found.stdout]).toEqual([status, ""]);
    expect(found.stderr).toContain(told);
  });
  test("a deal is placed and bettered, and offers are looked for in somebody's name", () => {
    const { status, stdout } = run(file("good.json", good), "--json", "--us", "2", "--deal", "10=x,9=v");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      marks: [{ id: "deal", dominated: true, improvements: [{ package: { "10": "x", "9": "u" } }] }],
      ours: { party: "2", bestComplete: true },
    });
    const { ours } = JSON.parse(stdout) as { ours: { best: { utilities: number[] }[] } };
    expect(ours.best.map(({ utilities }) => utilities)).toEqual([
      [0.5, 1],
      [0.3, 2],
      [0.3, 1],
      [0.1, 2],
    ]);
  });
  test("names with commas and marks of their own, in one --deal or several", () => {
    const named = good.replaceAll('"10"', '"Fish, fresh"').replace('"x"', '"5 %, \\"then\\" a=b"');
    const deal = `"Fish, fresh"="5 %, ""then"" a=b"`;
    for (const args of [
      ["--deal", `${deal},9=u`],
      ["--deal", "9=u", "--deal", deal],
    ]) {
      const { status, stdout } = run(file("named.json", named), "--json", ...args);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        marks: [{ id: "deal", package: { "Fish, fresh": '5 %, "then" a=b', "9": "u" } }],
      });
    }
    const unclosed = run(file("named.json", named), "--deal", '"Fish, fresh=a');
    expect([unclosed.status, unclosed.stderr]).toEqual([2, expect.stringContaining("is not closed")]);
    expect(run(file("good.json", good), "--deal", "10=x", "--deal", "10=y").stderr).toContain("10 is given twice");
  });
  test("an interrupt ends integer programming at once, with a sentence and no half of a paper", async () => {
    const names = Array.from({ length: 16 }, (_, i) => `i${i}`);
    let seed = 7;
    const draw = () => {
      seed = (seed * 48271) % 2147483647;
      return (seed % 14) - 4;
    };
    const party = () => ({
      noAgreement: 0,
      links: names.flatMap((a, i) =>
        names.slice(i + 1).map((b) => ({ issues: [a, b], table: [1, 2, 3].map(() => [1, 2, 3].map(draw)) })),
      ),
    });
    const domain = {
      issues: Object.fromEntries(names.map((name) => [name, ["a", "b", "c"]])),
      parties: { p: party(), q: party(), r: party() },
    };
    const out = join(folder, "interrupted");
    const command = `${process.execPath} ${bin} packages ${file("dense.json", JSON.stringify(domain))} --out ${out}`;
    // Within a terminal, so that the bar shows that it is at work, and Ctrl-C comes from the keyboard.
    const terminal = spawn("script", ["-qec", command, "/dev/null"], {
      stdio: "pipe",
      env: { PATH: process.env["PATH"], LANG: "C.UTF-8", TERM: "xterm" },
    });
    let shown = "";
    let pressed = 0;
    terminal.stdout.on("data", (text: Buffer) => {
      shown += text.toString();
      if (pressed > 0 || !shown.includes("Solving")) return;
      pressed = Date.now();
      terminal.stdin.write("\u0003");
    });
    const status = await new Promise((resolve) => terminal.on("close", resolve));
    // 128 and the number of SIGINT, as for every command that a signal ends.
    expect(status).toBe(130);
    expect(shown).toContain("Interrupted; nothing has been written.");
    expect(shown).not.toContain("Nash");
    expect(Date.now() - pressed).toBeLessThan(5000);
    expect(existsSync(out)).toBe(false);
  }, 60_000);
  test("links too many for elimination: integer programming on a thread of its own", () => {
    const names = Array.from({ length: 14 }, (_, i) => `i${i}`);
    const links = names.flatMap((a, i) =>
      names.slice(i + 1).map((b) => ({
        issues: [a, b],
        table: [0, 1, 2, 3].map((x) => [0, 1, 2, 3].map((y) => (x + y === 0 ? 3 : 0))),
      })),
    );
    const party = (values: readonly number[]) => ({
      values: Object.fromEntries(names.map((name, i) => [name, i === 0 ? values : [3, 2, 1, 0]])),
      links,
      noAgreement: 5,
    });
    const domain = {
      issues: Object.fromEntries(names.map((name) => [name, ["a", "b", "c", "d"]])),
      parties: { p: party([3, 2, 1, 0]), q: party([3, 4, 1, 0]) },
    };
    const { status, stdout } = run(file("wide.json", JSON.stringify(domain)), "--json");
    expect(status).toBe(0);
    // All first options: 14 × 3 and 91 pairs × 3, and nobody has more.
    expect(JSON.parse(stdout)).toMatchObject({
      exact: true,
      frontier: { size: 1, points: [{ utilities: [315, 315], packages: null }] },
    });
  });
  test("--out writes a page and the data", () => {
    const out = join(folder, "papers");
    expect(run(file("good.json", good), "--out", out).status).toBe(0);
    expect([existsSync(join(out, "packages.html")), existsSync(join(out, "packages.json"))]).toEqual([true, true]);
  });
});

describe("the report's section and the command say the same of a brief", () => {
  interface Found {
    readonly parties: readonly string[];
    readonly outcomes: string;
    readonly zone: unknown;
    readonly ideal: unknown;
    readonly nash: { readonly utilities: readonly number[]; readonly certified: boolean };
    readonly kalaiSmorodinsky: { readonly utilities: readonly number[]; readonly certified: boolean };
    readonly egalitarian: { readonly utilities: readonly number[]; readonly certified: boolean };
    readonly frontier: { readonly exact: boolean; readonly size: number };
    readonly ours: { readonly best: unknown };
  }
  const root = fileURLToPath(new URL("../examples/", import.meta.url));
  test.each(["harbour-wages", "moscow-1945"])("%s", (example) => {
    const planned = JSON.parse(readFileSync(join(root, example, "expected/plan.json"), "utf8")) as {
      readonly agreement: readonly { readonly bundle?: string; readonly findings: Found }[];
    };
    const { status, stdout } = run(join(root, example), "--json");
    expect(status).toBe(0);
    const told = JSON.parse(stdout) as Found & { readonly bundles?: readonly { id: string; findings: Found }[] };
    const spaces = [told, ...(told.bundles ?? []).map(({ findings }) => findings)];
    expect(planned.agreement.map(({ bundle }) => bundle)).toEqual([
      undefined,
      ...(told.bundles ?? []).map(({ id }) => id),
    ]);
    for (const [k, { findings }] of planned.agreement.entries()) {
      const space = spaces[k]!;
      for (const key of ["parties", "outcomes", "zone", "ideal"] as const) expect(findings[key]).toEqual(space[key]);
      for (const key of ["nash", "kalaiSmorodinsky", "egalitarian"] as const) {
        expect([findings[key].certified, space[key].certified]).toEqual([true, true]);
        expect(findings[key].utilities).toEqual(space[key].utilities);
      }
      expect(findings.ours.best).toEqual(space.ours.best);
      if (findings.frontier.exact) expect(findings.frontier.size).toBe(space.frontier.size);
    }
  });
});
