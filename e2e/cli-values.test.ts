/** `demarche plan --values`: what is printed, and that threads change nothing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { demarche, fewWorlds, folderWith } from "./cli/demarche.ts";

const brief = `demarche: 1
title: The lease
date: 2030-01-01
us: a
parties: { a: A, b: B }
forums: { table: { name: The table, members: [a, b], gatekeepers: nobody, dates: 2030-03-01..2030-03-02 } }
forum: table
assumptions: { oil: 40% }
agenda:
  - issue: lease
    options: { low: 0, mid: 50, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 60, shown as: { salience: 20 } }, b: { ideal: 0..60, salience: 30..50, cost of disagreement: 0..60 } }
moves:
  seismic: { kind: confirm, dates: 2030-01-02, cost: 0.1, signals: { open: { if: oil, chance: 80%, else: 30% } } }
  drill: { kind: press, issue: lease, chance: 50%, cost: 0.5, dates: 2030-02-01, if it works: [{ party: b, issue: lease, ideal: +10..+30 }] }
plan: [seismic, drill]
`;
const run = (threads: number) => {
  const cwd = folderWith({ "brief.yaml": brief });
  const ran = demarche(["plan", "brief.yaml", "--values", "--threads", `${threads}`, "--out", "papers", ...fewWorlds], {
    cwd,
    env: { COLUMNS: "100" },
  });
  const paper = (name: string) => readFileSync(join(cwd, "papers", name), "utf8");
  return { ...ran, json: paper("plan.json"), report: paper("report.html"), memo: paper("memo.md") };
};

describe("demarche plan --values", () => {
  const one = run(1);
  it("prints tables on the screen and puts the rest into report and plan.json", () => {
    expect([one.status, one.stderr]).toEqual([0, ""]);
    expect(one.stdout).toMatch(/^Secrecy, links, forums and consents$/mu);
    expect(one.stdout).toMatch(/^The table meeting +\+\d/mu);
    expect(one.stdout).toMatch(/^What our moves tell us$/mu);
    for (const line of one.stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
    expect(JSON.parse(one.json).values.worlds.valued).toBe(250);
    expect(one.report).toContain('id="values"');
  });
  it("has the memo say what would turn the recommendation and what to ask, and stay as it is without values", () => {
    expect(one.memo).toMatch(/^### What would turn this, and what to ask first$/mu);
    expect(one.memo).toMatch(/^- \*\*To ask before the talks:\*\* /mu);
    const cwd = folderWith({ "brief.yaml": brief });
    expect(demarche(["plan", "brief.yaml", "--out", "papers", ...fewWorlds], { cwd }).status).toBe(0);
    const memo = readFileSync(join(cwd, "papers", "memo.md"), "utf8");
    expect(memo).not.toContain("What would turn this");
  });
  it("gives the same bytes on two threads", () => {
    const two = run(2);
    expect(two.json).toBe(one.json);
    expect(two.report).toBe(one.report);
  });
});
