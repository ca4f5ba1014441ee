import { readBrief } from "@demarche/core/brief";
import { planBrief, runInline } from "@demarche/core/run";
import { prepareValues } from "@demarche/core/values";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { writeCharts } from "../html/write-charts.ts";
import { writeReport } from "../html/write-report.ts";
import { planJsonSchema } from "../json/plan-schema.ts";
import { writePlanJson } from "../json/write-plan-json.ts";
import { valuesText } from "./index.ts";

const { brief } = readBrief(
  `demarche: 1
title: Lease & <more>
us: a
parties: { a: Alpha, b: { name: Beta, people: { berg: { name: C. Berg } } } }
forums: { table: { name: The table, members: [a, b], gatekeepers: nobody, dates: 2030-03-01..2030-03-02 } }
forum: table
assumptions: { oil: { chance: 40% } }
agenda:
  - issue: lease
    name: The lease
    options: { low: 0, mid: 50, high: 100 }
    otherwise: low
    positions:
      a: { ideal: high, salience: 90, shown as: { salience: 20 } }
      b: { ideal: 0..60, salience: 30..50, cost of disagreement: unknown }
  - issue: road
    options: { none: 0, full: 100 }
    otherwise: none
    positions: { a: { ideal: none, salience: 10 }, b: { ideal: full, salience: 60 } }
links: { swap: { name: A road for the lease, offer: { road: full }, if: lease is high } }
rules: { gushing: { if: oil, then: [{ party: b, issue: lease, ideal: +30 }] } }
moves:
  test: { name: Test for <oil>, kind: probe, dates: 2030-01-02, cost: 0.1, signals: { open: { if: oil, chance: 90%, else: 10% } } }
  press: { kind: press, issue: lease, chance: 50%, cost: 1, dates: 2030-02-01, if it works: [{ party: b, issue: lease, ideal: +10..+30 }] }
  swap-them: { kind: offer, link: swap }
plan: [test, press, swap-them]
`,
  { file: "lease.yaml" },
);
if (brief === undefined) throw new Error("the brief does not read");
const options = { worlds: 400, search: { searched: 400, pruned: 200, fewest: 50 }, values: { valued: 400 } };
const { findings: plain } = planBrief(brief, options);
if (plain === undefined) throw new Error("the brief does not compile");
const findings = { ...plain, values: runInline(prepareValues(brief, plain, options).engine) };

describe("values in the papers", () => {
  it("are in plan.json as the schema says, and only where they were asked for", () => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(planJsonSchema());
    const json = JSON.parse(writePlanJson(findings));
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    expect(json.values.changes.map((change: { kind: string }) => change.kind)).toEqual([
      "concealment",
      "offer",
      "forum",
    ]);
    expect(JSON.parse(writePlanJson(plain)).values).toBeUndefined();
  });

  it("are a section of the report, each figure with its place in plan.json, texts escaped", () => {
    const report = writeReport({ brief, findings });
    const section = /<section id="values".*?<\/section>/su.exec(report)![0];
    expect(section).toContain("Hiding how much we care about The lease");
    expect(section).toContain("The offer ‘A road for the lease’");
    expect(section).toContain("The table meeting");
    expect(section).toContain("Test for &lt;oil&gt;");
    expect(section).toContain("Beta (C. Berg)");
    expect(section).not.toMatch(/NaN|Infinity|undefined/u);
    expect(report).toContain("plan.json /values/questions");
    expect(writeReport({ brief, findings: plain })).not.toContain('id="values"');
  });

  it("are charts of their own", () => {
    const charts = writeCharts({ brief, findings });
    expect(charts["values.svg"]).toContain("The table meeting");
    expect(charts["tornado.svg"]).toContain("<svg");
  });

  it("are tables for the terminal without what changes nothing", () => {
    const blocks = valuesText({ brief, findings });
    for (const { head, rows } of blocks) for (const row of rows) expect(row).toHaveLength(head.length);
    expect(blocks[0]!.rows.map(([name]) => name)).toContain("The table meeting");
    expect(blocks.find((block) => block.title.startsWith("What to ask"))!.rows.length).toBeLessThanOrEqual(5);
    expect(valuesText({ brief, findings: plain })).toEqual([]);
  });
});
