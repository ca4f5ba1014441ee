/** The greatest sum of utilities in own units, ties to the lexicographically greater vector ([P13]). */
import { compareLexicographic } from "./bargaining.ts";
import { createDoubt } from "./gain-scale.ts";
import type { ScalarSolver } from "./scalar.ts";
import type { Certificate, Solution } from "./solutions.ts";
import { isAdditive, type Space, toUnits } from "./space.ts";

/** Over the whole space. `maxSettings`: settings looked at for ties, where issues are linked. */
export function findUtilitarian(
  space: Space,
  solver: ScalarSolver,
  common: readonly bigint[],
  maxSettings: number,
): Solution {
  const parties = common.length;
  const weights = Float64Array.from(common, Number);
  const bound = solver.solve(weights);
  const sums = new Float64Array(parties);
  let best: { readonly options: Int32Array; readonly integers: readonly bigint[] } | undefined;
  const consider = (options: Int32Array): void => {
    solver.evaluate(options, sums);
    const integers = Array.from(sums, BigInt);
    if (!best || compareBySum(integers, best.integers, common) > 0) best = { options: options.slice(), integers };
  };
  let complete = true;
  let settings = 0;
  if (isAdditive(space)) consider(pickEach(space, common));
  else {
    consider(solver.best());
    const still = new Float64Array(parties);
    const scale = { disagreement: still, scale: new Float64Array(parties).fill(1) };
    const budget = 2 * createDoubt(space, scale)(weights);
    const visitor = { budget, hopeful: () => true, visit: consider };
    complete = solver.enumerate(visitor, maxSettings);
    settings = solver.nodes;
  }
  const { options, integers } = best!;
  const certificate: Certificate = complete
    ? { kind: "search", weights: Array.from(weights), bound, threshold: bound, settings }
    : { kind: "bound", value: Number(totalOf(integers, common)), bound };
  return { utilities: integers.map((value, p) => toUnits(space, p, value)), integers, options, certificate };
}

const totalOf = (integers: readonly bigint[], common: readonly bigint[]): bigint =>
  integers.reduce((sum, value, p) => sum + value * common[p]!, 0n);

function compareBySum(a: readonly bigint[], b: readonly bigint[], common: readonly bigint[]): number {
  const difference = totalOf(a, common) - totalOf(b, common);
  return difference > 0n ? 1 : difference < 0n ? -1 : compareLexicographic(a, b);
}

/** Where nothing is linked each issue is settled by itself: sums add up, and so do vectors that are compared in order. */
function pickEach(space: Space, common: readonly bigint[]): Int32Array {
  const parties = common.length;
  const tables = Array.from(space.sizes, (size) => new Float64Array(size * parties));
  for (const { scope, values } of space.factors)
    for (let k = 0; k < values.length; k++) tables[scope[0]!]![k]! += values[k]!;
  return Int32Array.from(tables, (table, issue) => {
    const rows = Array.from({ length: space.sizes[issue]! }, (_, option) =>
      Array.from(table.subarray(option * parties, (option + 1) * parties), BigInt),
    );
    return rows.reduce((top, row, option) => (compareBySum(row, rows[top]!, common) > 0 ? option : top), 0);
  });
}
