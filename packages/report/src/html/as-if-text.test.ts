import { readBrief } from "@demarche/core/brief";
import { planBrief } from "@demarche/core/run";
import { expect, it } from "vitest";
import { writeMemoText } from "../text/write-memo-text.ts";
import { readMarkup } from "./read-markup.test-data.ts";
import { writeReport } from "./write-report.ts";

const brief = `demarche: 1
us: a
parties: { a: A, b: B }
others will table: []
forums: { talks: { members: [a, b], gatekeepers: nobody } }
agenda:
  - issue: toll
    options: { none: 0, half: 50, full: 100 }
    otherwise: none
    positions: { a: { ideal: full, salience: 50 }, b: { ideal: 0..20, salience: 50, cost of disagreement: 30 } }
rules:
  heard: { if: push done, then: [{ party: b, issue: toll, ideal: +70, cost of disagreement: +40 }] }
moves:
  test: { kind: probe, signals: { light-green: 50% } }
  push: { kind: press, issue: toll, cost: 1 }
plan: [test, { if: test is light-green, then: [push] }]
`;

it("a worthless test is told as one, with what the plan would do without it", () => {
  const read = readBrief(brief, { file: "toll.yaml" }).brief!;
  const { findings } = planBrief(read, { worlds: 1000, quick: true });
  const text = readMarkup(writeReport({ brief: read, findings: findings! })).text.replace(/\s+/gu, " ");
  expect(text).not.toMatch(/‘test’ is worth most/iu);
  expect(text).toMatch(
    /‘Test’ is worth −[^;]*; clearly against it\.\d* Without it the plan goes on as if it had told ‘light green’\./u,
  );
  // In the section on the moves too.
  expect(text.match(/Without it the plan goes on as if it had told ‘light green’/gu)).toHaveLength(2);
});

it("the memo says so beside its worth", () => {
  const read = readBrief(brief, { file: "toll.yaml" }).brief!;
  const { findings } = planBrief(read, { worlds: 1000, quick: true });
  const memo = writeMemoText({ brief: read, findings: findings! });
  expect(memo).toMatch(/\| \*\*Test\*\*[^|]*\| −[^|]*; without it, as if it had told ‘light green’ \|/u);
});
