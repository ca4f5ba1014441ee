import { readBrief } from "@demarche/core/brief";
import { planBrief } from "@demarche/core/run";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { writeReport } from "../html/write-report.ts";
import { planJsonSchema } from "../json/plan-schema.ts";
import { writePlanJson } from "../json/write-plan-json.ts";
import { writeMemoText } from "../text/write-memo-text.ts";
import { changedItems } from "./rows.ts";
import { whatChangedLines } from "./screen-lines.ts";

const text = `demarche: 1
title: The lease
date: 2030-01-01
us: a
parties: { a: A, b: B }
sources: { log: { name: The drilling log, date: 2030-01-10 } }
forums: { talks: { members: [a, b], dates: 2030-03-01..2030-03-05 } }
assumptions: { oil: { statement: There is oil, chance: 20% } }
agenda:
  - issue: lease
    options: { low: 0, mid: 50, high: 100 }
    otherwise: low
    positions:
      a: { ideal: high, salience: 60 }
      b: { ideal: 0..60, salience: 30..50, cost of disagreement: 0..60 }
  - issue: road
    options: { none: 0, built: 100 }
    otherwise: none
    admission: 60%
    positions: { a: { ideal: built, salience: 30 }, b: { ideal: 40..100, salience: 30 } }
rules:
  gushing: { if: oil, then: [{ party: b, issue: lease, ideal: +20..+40 }] }
moves:
  survey: { name: Survey the ground, kind: confirm, dates: ..2030-01-05, cost: 0.2, signals: { flat: 50% } }
  seismic: { name: Shake the ground, kind: confirm, dates: 2030-01-02..2030-01-20, cost: 1..2, signals: { open: { if: oil, chance: 80%, else: 30% }, strange: { if: oil, chance: 0%, else: 0% } } }
  ask-for-the-road: { name: Ask for the road, kind: press, issue: road, cost: 0.4, if it works: [{ party: b, issue: road, ideal: +30..+60 }] }
  drill: { kind: press, issue: lease, chance: 50%, cost: 0.5, if it works: [{ party: b, issue: lease, ideal: +10..+30 }] }
plan:
  - survey
  - seismic
  - { if: seismic is open, then: [drill] }
  - ask-for-the-road
forecasts:
  road-built: { statement: The road is built, event: road is built, chance: likely }
  rich: { statement: With the road built we get it all, event: lease is high, if: road is built, chance: likely }
`;

function papersOf(observed: string) {
  const { brief, diagnostics } = readBrief(`${text}observed:\n${observed}`, { file: "lease.yaml" });
  if (brief === undefined) throw new Error(JSON.stringify(diagnostics, null, 1));
  const { findings, problems } = planBrief(brief, { worlds: 1500, search: { searched: 300, pruned: 200 } });
  if (findings === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  const input = { brief, findings };
  const report = writeReport(input);
  const section = /<section id="observed".*?<\/section>/su.exec(report)?.[0] ?? "";
  return {
    findings,
    report,
    /** Without tags and marks of notes. */
    section: section
      .replace(/<sup.*?<\/sup>/gsu, "")
      .replace(/<[^>]*>/gu, "|")
      .replace(/\|[|\s]*/gu, "|")
      .replaceAll("\u00a0", " "),
    memo: writeMemoText(input),
    screen: whatChangedLines(input),
  };
}

describe("what nothing is learnt from", () => {
  const told = (observed: string) => {
    const { screen, section } = papersOf(observed);
    const found = screen.filter((sentence) => sentence.includes("nothing is learnt from it"));
    const plainly = section.replace(/(\d),(\d)/gu, "$1$2");
    for (const sentence of found) expect(plainly).toContain(sentence);
    return found;
  };
  it("is said to be rare by itself, or only together with the rest", () => {
    expect(told("  - { date: 2030-01-15, fact: seismic is strange }\n")).toEqual([
      expect.stringMatching(/^Too few worlds had it that ‘Shake the ground’ brings the signal ‘strange’: 0 of 2000/u),
    ]);
    const both = "  - { date: 2030-03-02, fact: talks broke down }\n  - { date: 2030-03-02, fact: lease is mid }\n";
    expect(told(both)).toEqual([
      expect.stringMatching(
        /^By itself [1-9]\d* of 2000 worlds looked at had it that ‘Lease’ comes out at ‘mid’, but too few/iu,
      ),
    ]);
  });
});

describe("what changed, and why", () => {
  const { findings, section, memo, screen, report } = papersOf(
    "  - { date: 2030-01-15, fact: seismic is open, source: log }\n  - { date: 2030-01-16, fact: not road admitted, source: log }\n  - { date: 2030-01-16, fact: ask-for-the-road done, source: judgement }\n",
  );

  it("stands in plan.json as the schema says", () => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(planJsonSchema());
    expect(validate(JSON.parse(writePlanJson(findings))), JSON.stringify(validate.errors)).toBe(true);
    expect(findings.dayTwo).toBeDefined();
  });
  it("is dated the last day observed, in all papers", () => {
    expect(report).toContain("<dt>As of</dt><dd>16 January 2030</dd>");
    expect(memo).toContain("16 January 2030; nothing later is used");
    expect(screen[0]).toBe("What changed by 16 January 2030, and why");
  });
  it("lists what was observed, how far it was expected, and what is made of it", () => {
    expect(section).toMatch(
      /\|15 January 2030\|‘Shake the ground’ brings the signal ‘open’\|40 %\|worlds in which it did not come about are left out\|/u,
    );
    expect(section).toMatch(/\|16 January 2030\|‘Road’ is not admitted\|40 %\|its luck was its own/u);
    expect(section).toMatch(/\|‘Ask for the road’ is done\|–\|our own act/u);
  });
  it("gives plans, items, moves, what was learnt, branches and forecasts before and after", () => {
    expect(section).toMatch(/\|No plan\|[\d.]+ points[^|]*\|[\d.]+ points/u);
    expect(section).toMatch(/\|Road\|struck or settled, as observed\|\d+ % → 0 %\|\d+ % → 0 %\|\d+ % → 100 %\|/u);
    expect(section).toMatch(/\|Survey the ground\|[^|]+\|–\|no longer possible\|/u);
    expect(section).toMatch(/\|Ask for the road\|[^|]+\|–\|made\|/u);
    expect(section).toMatch(/\|That there is oil\|20 %\|40 %\|/u);
    expect(section).toMatch(/\|‘Shake the ground’ brings the signal ‘open’\|40 % → always\|60 % → never\|applies\|/u);
    expect(section).toMatch(/\|The road is built\.\|\d+ % → never\|came out false\|/u);
    expect(section).toMatch(
      /\|With the road built we get it all\.\|[^|]*\|void: its condition cannot hold any more\|/u,
    );
    expect(section).toContain("Not made, and no longer possible: ‘Survey the ground’.");
  });
  it("comes first on the first page, which speaks of what is still open", () => {
    expect(report).toMatch(
      /<ol><li>By what has been observed up to 16 January 2030 the plan as written is worth [^<]*where it was worth [^<]*\..*? Decided: ‘Road’\..*?<\/li><li>On ‘Lease’, which of all that is still open weighs most/su,
    );
    expect(memo).toMatch(/first of all ‘Lease’\./u);
  });
  it("is short in the memo and on a screen, and says the same there", () => {
    expect(memo).toContain(
      "Observed since, the last on 16 January 2030: ‘Shake the ground’ brings the signal ‘open’, ‘Road’ is not admitted and ‘Ask for the road’ is done.",
    );
    for (const said of [memo, screen.join("\n")]) {
      expect(said).toMatch(/that there is oil \(20 % → 40 %\)/u);
      expect(said).toMatch(/possible: ‘Survey the ground’/u);
      expect(said).toContain("‘The road is built’ came out false");
    }
    expect(screen.find((line) => line.startsWith("‘Road’: our ask"))).toMatch(/nothing \d+ % → 100 %\.$/u);
  });
});

it("says of what no world foresaw that nothing was learnt from it, and how many agreed", () => {
  const { section, screen } = papersOf("  - { date: 2030-01-15, fact: seismic is strange }\n");
  const said = "Too few worlds had it that ‘Shake the ground’ brings the signal ‘strange’: 0 of 2";
  expect(section).toContain(said);
  expect(section).toContain("taken as so, but nothing is learnt from it");
  expect(screen.some((line) => line.startsWith(said))).toBe(true);
});

it("lists no change that the luck of which worlds were drawn can make", () => {
  const { findings } = papersOf("  - { date: 2030-01-15, fact: seismic is open }\n");
  const [item] = findings.dayTwo!.items;
  const same = { before: 0.2, after: 0.2 };
  const shifted = { ...item!, decided: false, ask: { before: 0.3, after: 0.35 }, rungs: [], worse: same, none: same };
  const listed = (worlds: number, change = shifted) =>
    changedItems({ ...findings.dayTwo!, worlds: { before: worlds, after: worlds }, items: [change] }).length;
  expect([listed(300), listed(10_000)]).toEqual([0, 1]);
  expect(listed(10_000, { ...shifted, ask: { before: 0.3, after: 0.32 } })).toBe(0);
  expect(listed(300, { ...shifted, decided: true })).toBe(1);
});

it("is not there where nothing has been observed", () => {
  const { brief } = readBrief(text, { file: "lease.yaml" });
  const { findings } = planBrief(brief!, { worlds: 300, search: { searched: 200, pruned: 200 } });
  const input = { brief: brief!, findings: findings! };
  expect(whatChangedLines(input)).toEqual([]);
  for (const paper of [writeReport(input), writeMemoText(input), writePlanJson(findings!)])
    expect(paper).not.toMatch(/What changed, and why|dayTwo/u);
});
