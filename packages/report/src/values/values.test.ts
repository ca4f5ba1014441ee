import { readBrief } from "@demarche/core/brief";
import { planBrief, runInline } from "@demarche/core/run";
import { prepareValues } from "@demarche/core/values";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { writeCharts } from "../html/write-charts.ts";
import { writeReport } from "../html/write-report.ts";
import { planJsonSchema } from "../json/plan-schema.ts";
import { writePlanJson } from "../json/write-plan-json.ts";
import { writeMemoText } from "../text/write-memo-text.ts";
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

  it("carry no more decimals than the inputs bear", () => {
    const cells = valuesText({ brief, findings }).flatMap(({ rows }) => rows.flat());
    expect(cells.filter((text) => /[1-9]\d*\.\d\d/u.test(text))).toEqual([]);
  });
});

describe("values in the memo", () => {
  const sectionOf = (paper: string) => paper.split(/^### /mu).find((part) => part.startsWith("What would turn this"));
  const decision = (given: object) => ({
    kind: "choice" as const,
    move: "press",
    worth: { value: 1.2, low: 0.9, high: 1.5 },
    share: 1,
    inputs: [],
    ...given,
  });
  const chance = {
    path: "moves/press/chance",
    what: "chance that 'Press' works",
    unit: "percent" as const,
    from: 0,
    to: 100,
    low: { value: -0.4, low: -0.6, high: -0.2 },
    high: { value: 2, low: 1.8, high: 2.2 },
    turnsAt: { at: 17.3, low: 9.8 },
  };
  const memoOf = (decisions: readonly ReturnType<typeof decision>[], told: boolean) => {
    const values = structuredClone(findings.values!);
    const [first, ...rest] = values.questions;
    return writeMemoText({
      brief,
      findings: {
        ...plain,
        values: {
          ...values,
          questions: [
            { ...first!, what: "Beta's ideal on The lease", told },
            ...rest.map((each) => ({ ...each, told: false })),
          ],
          sensitivity: { ...values.sensitivity, decisions },
        },
      },
    });
  };

  it("say on which side of which figure a choice pays, and count what nothing turns", () => {
    const text = sectionOf(memoOf([decision({ inputs: [chance] }), decision({ move: "test" })], false));
    expect(text).toContain(
      "- **Press**, +1.2 (+0.9 to +1.5): pays only where the chance that ‘Press’ works is above 17 % (10 to beyond its range); else go without it.",
    );
    expect(text).toContain("No input alone is known to turn the other choice.");
  });

  it("name what is most worth asking, or that nothing is", () => {
    expect(sectionOf(memoOf([], true))).toMatch(
      /\*\*To ask before the talks:\*\* Beta’s ideal on ‘The lease’ is worth /u,
    );
    expect(sectionOf(memoOf([], false))).toMatch(/of \d+ questions? tried, none has an answer/u);
  });

  it("print nothing that the brief does not name", () => {
    const hidden = { ...chance, path: "moves/hidden/chance", what: "chance that 'Hidden' works" };
    const text = sectionOf(memoOf([decision({ move: "hidden" }), decision({ inputs: [hidden] })], false));
    expect(text).not.toMatch(/hidden/iu);
  });

  it("are not there where they were not asked for", () => {
    expect(sectionOf(writeMemoText({ brief, findings: plain }))).toBeUndefined();
  });
});
