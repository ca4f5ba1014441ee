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

type Values = NonNullable<typeof findings.values>;

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
  const memoOf = (decisions: Values["sensitivity"]["decisions"], told: boolean) => {
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
      "- **Press**, +1.2 (+0.9 to +1.5): pays only where the chance that ‘Press’ works is above 17 % (at least 10); else go without it.",
    );
    expect(text).toContain("No input alone is known to turn the other choice.");
  });

  it("say of what works or not that it was taken as sure either way, never that its chance was moved over the brief's range", () => {
    const { turnsAt: _turns, ...unturned } = chance;
    const best = { kind: "best" as const, worth: decision({}).worth, share: 1, inputs: [unturned] };
    const text = sectionOf(memoOf([best], false))!;
    expect(text).toContain("it moves most with whether ‘Press’ works: −0.4 if it surely fails, +2 if it surely works.");
    expect(text).toContain("from surely not to surely, whatever chance the brief gives");
    expect(text).not.toContain("over whose range");
    const low = { ...chance, turnsAt: { at: 0.2, high: 9 } };
    expect(sectionOf(memoOf([decision({ inputs: [low] })], false))).toContain("works is above 0 % (at most 9)");
  });
  it("have whether a move works, not its chance, as what moves our value", () => {
    const values = structuredClone(findings.values!);
    const { turnsAt: _turns, ...unturned } = chance;
    const bar = { ...unturned, middle: unturned.low };
    const given = {
      ...values,
      sensitivity: { ...values.sensitivity, tornado: [bar], decisions: [decision({ inputs: [unturned] })] },
    };
    const report = writeReport({ brief, findings: { ...plain, values: given } });
    const section = /<section id="values".*?<\/section>/su.exec(report)![0];
    expect(section).toContain("Whether ‘Press’ works");
    expect(section).toContain("fails – works");
    expect(section).toContain("no switch either way (worth −0.4 if it surely fails, +2 if it surely works)");
    expect(section).not.toMatch(/0 – 100 %/u);
  });
  it("count the answers in words, none included", () => {
    const report = writeReport({
      brief,
      findings: {
        ...plain,
        values: {
          ...findings.values!,
          questions: findings.values!.questions.map((each) => ({ ...each, told: false })),
        },
      },
    });
    expect(report).toMatch(/Of \d+ answers none is told from noise in so many questions\. /u);
    expect(report).not.toContain("marked *");
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
