/** `demarche update`: what is written into the brief, what is printed, and that nothing is written where something is wrong. */
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { demarche, fewWorlds, folderWith, paperNames } from "./cli/demarche.ts";

const brief = `# a lease, and a test that tells of oil imperfectly
demarche: 1
title: The lease
date: 2030-01-01   # as of
us: a
sources:
  log: { name: The log, date: 2030-01-10 }
parties: { a: A, b: B }
assumptions: { oil: 20% }
agenda:
  - issue: lease
    options: { low: 0, mid: 50, high: 100 }
    otherwise: low
    positions:
      a: { ideal: high, salience: 60 }
      b: { ideal: 0..60, salience: 30..50, cost of disagreement: 0..60 }
rules:
  gushing: { if: oil, then: [{ party: b, issue: lease, ideal: +20..+40 }] }
moves:
  seismic: { kind: confirm, dates: 2030-01-02..2030-01-20, cost: 1..2, signals: { open: { if: oil, chance: 80%, else: 30% } } }
  drill: { kind: press, issue: lease, chance: 50%, cost: 0.5, if it works: [{ party: b, issue: lease, ideal: +10..+30 }] }
plan:
  - seismic
  - { if: seismic is open, then: [drill] }
`;
const observe = ["--observe", "seismic is open", "--on", "2030-01-15"] as const;

/** Where papers go without `--out`. */
const defaultFolder = (cwd: string): string => join("out", basename(cwd));

describe("demarche update", () => {
  it("records, shows the lines it adds, plans afresh and says what changed", () => {
    const cwd = folderWith({ "brief.yaml": brief });
    const { status, stdout, stderr } = demarche(
      ["update", "brief.yaml", ...observe, "--source", "log", "--out", "papers", ...fewWorlds],
      { cwd },
    );
    expect([status, stderr]).toEqual([0, ""]);
    const lines = ["observed:", "  - { date: 2030-01-15, fact: seismic is open, source: log }"];
    expect(readFileSync(join(cwd, "brief.yaml"), "utf8")).toBe(`${brief}${lines.join("\n")}\n`);
    expect(stdout).toContain(
      `brief.yaml:25\n${lines.map((line) => `+ ${line}`).join("\n")}\nWhat changed by 15 January 2030, and why\n`,
    );
    expect(stdout).toMatch(/The plan as written was worth [\d.]+ points and is now worth/);
    expect(stdout).toMatch(/Learnt: that ‘Oil’ holds \(\d+ % → \d+ %\)/);
    expect(stdout).toMatch(/\nThe best plan from here: [^\n]+/);
    expect(stdout).toMatch(/\nBefore, it was: [^\n]+/);
    expect(readdirSync(join(cwd, "papers")).sort()).toEqual(paperNames);
    expect(readdirSync(cwd).sort()).toEqual(["brief.yaml", "papers"]);
    const { dayTwo } = JSON.parse(readFileSync(join(cwd, "papers/plan.json"), "utf8"));
    expect(dayTwo).toMatchObject({
      today: "2030-01-15",
      known: 0,
      observations: [{ fact: "seismic is open", taken: "learnt" }],
    });
    expect(readFileSync(join(cwd, "papers/report.html"), "utf8")).toContain("What changed, and why");
    expect(readFileSync(join(cwd, "papers/memo.md"), "utf8")).toContain("### What changed, and why");
  });

  it("on a second day compares with the first, and on none with the beginning", () => {
    const cwd = folderWith({ "brief.yaml": brief });
    const run = (...args: string[]) => {
      const { status, stdout } = demarche(["update", "brief.yaml", ...args, "--json", ...fewWorlds], { cwd });
      expect(status).toBe(0);
      return JSON.parse(stdout).dayTwo;
    };
    run(...observe);
    const second = run("--observe", "drill worked", "--on", "2030-01-16");
    expect(second.known).toBe(1);
    const memo = readFileSync(join(cwd, defaultFolder(cwd), "memo.md"), "utf8");
    expect(memo).toContain("Observed since, the last on 16 January 2030: ‘Drill’ works.");
    expect(second.assumptions[0].before).toBeGreaterThan(0.3);
    const text = readFileSync(join(cwd, "brief.yaml"), "utf8");
    const whole = run();
    expect(whole.known).toBe(0);
    expect(whole.assumptions[0].before).toBeLessThan(0.3);
    expect(whole.assumptions[0].after).toBe(second.assumptions[0].after);
    expect(readFileSync(join(cwd, "brief.yaml"), "utf8")).toBe(text);
  });

  it("pairs each observation with the day and source behind it, else with those before", () => {
    const cwd = folderWith({ "brief.yaml": brief });
    const first = ["--source", "log", "--on", "2030-01-14", "--observe", "seismic done"];
    const second = ["--observe", "seismic is open", "--on", "2030-01-15"];
    const third = ["--observe", "oil", "--source", "A talk: with Berg"];
    const { stdout } = demarche(["update", "brief.yaml", "--dry-run", ...first, ...second, ...third], { cwd });
    expect(stdout).toContain("date: 2030-01-14, fact: seismic done, source: log }");
    expect(stdout).toContain("date: 2030-01-15, fact: seismic is open, source: log }");
    expect(stdout).toContain('news-2030-01-15: { name: "A talk: with Berg", date: 2030-01-15 }');
    expect(stdout).toContain("date: 2030-01-15, fact: oil, source: news-2030-01-15 }");
    expect(readFileSync(join(cwd, "brief.yaml"), "utf8")).toBe(brief);
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });

  it("remarks on what is odd of the new observation, and on no other", () => {
    const early = brief.replace("date: 2030-01-01   #", "date: 2030-01-04   #");
    const cwd = folderWith({ "brief.yaml": early });
    const remarks = (...args: string[]) => {
      const { status, stderr } = demarche(["update", "brief.yaml", ...args, ...fewWorlds], { cwd });
      expect(status).toBe(0);
      return stderr;
    };
    expect(remarks("--observe", "oil", "--on", "2030-01-01")).toMatch(
      /^brief\.yaml:26:13 observed-at-odd-time warning: 2030-01-01 is before anything that this brief dates/,
    );
    expect(remarks("--observe", "seismic is open", "--on", "2030-01-15")).toBe("");
  });

  it("keeps the rights of the file, and a link a link", () => {
    const cwd = folderWith({ "real.yaml": brief });
    symlinkSync("real.yaml", join(cwd, "brief.yaml"));
    chmodSync(join(cwd, "real.yaml"), 0o640);
    expect(demarche(["update", "brief.yaml", ...observe, ...fewWorlds], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, "real.yaml"), "utf8")).toContain("fact: seismic is open");
    expect(statSync(join(cwd, "real.yaml")).mode & 0o777).toBe(0o640);
  });

  it.each([
    ["observed-without-day", 2, ["--observe", "oil"]],
    ["nothing-observed", 2, []],
    ["usage", 2, ["--observe", "oil", "--on", "the 15th"]],
    ["unknown-name", 1, ["--observe", "gas", "--on", "2030-01-15"]],
    ["observed-contradiction", 1, ["--observe", "oil", "--on", "2030-01-15", "--observe", "not oil"]],
    [
      "observed-contradiction",
      1,
      ["--observe", "not lease admitted", "--on", "2030-01-15", "--observe", "lease is mid", "--on", "2030-03-05"],
    ],
    ["observed-contradiction", 1, ["--observe", "lease is mid", "--on", "2030-03-05", "--observe", "lease is high"]],
    ["observed-out-of-time", 1, ["--observe", "oil", "--on", "2020-01-15"]],
    ["observed-before-source", 1, ["--observe", "oil", "--on", "2030-01-05", "--source", "log"]],
    ["observed-date", 1, ["--observe", "after 2030-01-01", "--on", "2030-01-05"]],
  ] as const)("%s: nothing is written", (code, exit, args) => {
    const cwd = folderWith({ "brief.yaml": brief });
    const { status, stdout } = demarche(["update", "brief.yaml", ...args, "--json", ...fewWorlds], { cwd });
    expect(status).toBe(exit);
    expect(JSON.parse(stdout).errors[0].code).toBe(code);
    expect(readFileSync(join(cwd, "brief.yaml"), "utf8")).toBe(brief);
    expect(readdirSync(cwd)).toEqual(["brief.yaml"]);
  });

  it("leaves the brief as it is where the plan cannot be made", () => {
    const strict = brief.replace(
      "ideal: 0..60, salience: 30..50",
      "ideal: low, red lines: [mid, high], salience: 30..50",
    );
    const cwd = folderWith({ "brief.yaml": strict });
    const args = ["update", "brief.yaml", "--observe", "lease settled", "--on", "2030-01-15", ...fewWorlds];
    const { status, stderr } = demarche(args, { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain("observed-too-rare");
    expect(readFileSync(join(cwd, "brief.yaml"), "utf8")).toBe(strict);
  });

  it("plans the same bytes as `plan` of the brief that it has written", () => {
    const cwd = folderWith({ "brief.yaml": brief });
    expect(demarche(["update", "brief.yaml", ...observe, "--out", "a", ...fewWorlds], { cwd }).status).toBe(0);
    expect(demarche(["plan", "brief.yaml", "--out", "b", ...fewWorlds], { cwd }).status).toBe(0);
    for (const name of paperNames)
      expect(readFileSync(join(cwd, "a", name)).equals(readFileSync(join(cwd, "b", name)))).toBe(true);
  });
});
