import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import { Draws } from "../plan/draws.ts";
import { Roll } from "../plan/roll.ts";
import { decisionOf } from "./decision.ts";
import { factorsOf } from "./factors.ts";
import { depthOf, movesIn } from "./policy.ts";
import { prunePolicy } from "./prune.ts";
import { mergeSmall, solve } from "./solve.ts";
import { Tabulator } from "./tabulate.ts";
import { tracesOf } from "./traces.ts";

/** A deal that B takes when pressed in good weather alone; a look at the sky tells the weather, a coin tells nothing. */
const text = (cost: string) => `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { table: { members: [a, b], gatekeepers: nobody, breakdown: 0% } }
forum: table
agenda:
  - issue: tariff
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 50 }, b: { ideal: 0, salience: 50, cost of disagreement: 0 } }
assumptions: { fair: { chance: 50% } }
rules:
  won: { if: fair and press-b done, then: [{ party: b, issue: tariff, ideal: high }] }
  lost: { if: not fair and press-b done, then: [{ party: b, issue: tariff, ideal: low }] }
moves:
  look: { kind: confirm, signals: { blue: { if: fair, chance: 100%, else: 0% } } }
  toss: { kind: confirm, signals: { heads: 50% } }
  press-b: { kind: press, ${cost} }
plan: []
`;

function decisions(source: string, sets: readonly number[]) {
  const { brief } = readBrief(source, { file: "small.yaml" });
  const { model } = compile(brief!);
  const factors = factorsOf(brief!, model!, [0, 1, 2]);
  const traces = factors.factors.map((factor) => tracesOf(factor, 1000));
  const roll = new Roll(model!);
  return sets.map((seed) => {
    const draws = new Draws(model!, seed, 1000);
    draws.fill(0, 1000);
    const tables = new Tabulator(model!, factors.factors, traces).tabulate(roll, draws.values, draws.width, 1000);
    // All in one, so that the coin may be branched on as well.
    const everything = factors.factors.map((_, f) => f);
    return decisionOf(model!, factors, everything, traces, tables, []);
  });
}

test("[S2] a branch that luck alone speaks for is taken out again, one that is borne out stays", () => {
  const [searched, other] = decisions(text("cost: 20"), [1, 2]) as [
    ReturnType<typeof decisions>[number],
    ReturnType<typeof decisions>[number],
  ];
  // Sets of any size: on the worlds searched, even the coin seems to tell something.
  const { policies, value } = solve(searched, { nodes: 1e6, fewest: 1 });
  const pruned = prunePolicy(other, policies[0]!.policy);
  expect(movesIn(pruned)).toEqual([0, 2]);
  expect(depthOf(pruned)).toBe(2);
  // Half of the time the deal, worth all of our agenda, less what pressing costs.
  expect(value).toBeGreaterThan(35);
  expect(value).toBeLessThan(45);
});

test("[S2] what pays in every world is done without looking", () => {
  const [searched, other] = decisions(text("worth: 5"), [1, 2]) as [
    ReturnType<typeof decisions>[number],
    ReturnType<typeof decisions>[number],
  ];
  const pruned = prunePolicy(other, solve(searched, { nodes: 1e6, fewest: 200 }).policies[0]!.policy);
  expect(movesIn(pruned)).toEqual([2]);
});

test("[S3] sets too small are merged, the smallest first, and the largest comes last", () => {
  const set = (code: number, size: number) => ({
    codes: [code],
    list: Array.from({ length: size }, (_, k) => 100 * code + k),
  });
  const merged = mergeSmall([set(1, 500), set(2, 30), set(3, 300), set(4, 180)], 200);
  expect(merged.map(({ codes, list }) => [codes, list.length])).toEqual([
    [[2, 4], 210],
    [[3], 300],
    [[1], 500],
  ]);
  expect(mergeSmall([set(1, 100), set(2, 50)], 200)).toHaveLength(1);
});
