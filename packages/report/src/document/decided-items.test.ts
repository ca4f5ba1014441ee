/** What has been decided is neither put on the agenda nor hedged. */
import { readBrief } from "@demarche/core/brief";
import { planBrief } from "@demarche/core/run";
import { expect, test } from "vitest";
import { writeMemoText } from "../text/write-memo-text.ts";

const text = `demarche: 1
date: 2030-01-01
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b], dates: 2030-03-01..2030-03-05 } }
agenda:
  - issue: lease
    options: { low: 0, mid: 50, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 60, fallbacks: [mid] }, b: { ideal: 0..60, salience: 40 } }
  - issue: road
    options: { none: 0, track: 40, built: 100 }
    otherwise: none
    positions: { a: { ideal: built, salience: 30, fallbacks: [track] }, b: { ideal: 40..100, salience: 30 } }
moves: { ask-again: { kind: press, issue: lease, cost: 0.4, dates: 2030-02-01 } }
plan: [ask-again]
`;

function memoOf(facts: readonly string[]): string {
  const rows = facts.map((fact) => `  - { date: 2030-01-10, fact: ${fact} }\n`);
  const { brief } = readBrief(`${text}${rows.length === 0 ? "" : `observed:\n${rows.join("")}`}`, { file: "b.yaml" });
  const { findings } = planBrief(brief!, { worlds: 300, seed: 1, search: { searched: 200, pruned: 200 } });
  return writeMemoText({ brief: brief!, findings: findings! });
}

test("only what is open is put on the agenda and has a fallback", () => {
  const before = memoOf([]);
  expect(before).toMatch(/Put the two items.*1 lease; 2 road/iu);
  expect(before).toMatch(/‘built’ cannot be had/iu);
  const after = memoOf(["not road admitted"]);
  expect(after).toMatch(/Put the one item.*1 lease; already decided: 2 road/iu);
  expect(after).not.toMatch(/‘built’ cannot be had/iu);
  expect(after).toMatch(/‘high’ cannot be had/iu);
  expect(memoOf(["not road admitted", "not lease admitted"])).toMatch(/Put nothing further.*already decided/iu);
});
