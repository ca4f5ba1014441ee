/** The search, component by component: on the worlds searched, then held against others. */
import type { SearchBudget } from "./budget.ts";
import type { Decision } from "./decision.ts";
import { follow } from "./follow.ts";
import { shareMoves } from "./limit-moves.ts";
import { type Policy, stop } from "./policy.ts";
import { prunePolicy } from "./prune.ts";
import type { Solved } from "./solve.ts";

export interface PlannedPart {
  readonly solved: Solved;
  /** What other worlds bear out of what was found. */
  readonly policy: Policy;
}

/** `searched` and `pruned` are of the same components, in their order; `starts` are plans without branches, in the order in which they are made. */
export function planParts(
  searched: readonly Decision[],
  pruned: readonly Decision[],
  budget: Pick<SearchBudget, "nodes" | "fewest" | "mostMoves">,
  starts: readonly (readonly number[])[],
): PlannedPart[] {
  return searchParts(searched, budget, starts).map((solved, k) => ({
    solved,
    policy: prunePolicy(pruned[k]!, solved.policies[0]!.policy),
  }));
}

/** The same without holding it against other worlds. */
export function searchParts(
  searched: readonly Decision[],
  { nodes, fewest, mostMoves }: Pick<SearchBudget, "nodes" | "fewest" | "mostMoves">,
  starts: readonly (readonly number[])[],
): Solved[] {
  return shareMoves(searched, { nodes, fewest }, mostMoves).map((first, k) =>
    mostMoves === undefined ? starts.reduce((best, start) => better(searched[k]!, best, start), first) : first,
  );
}

/** The plan found, or this part of the one to start from, if that is worth more. */
function better(decision: Decision, solved: Solved, start: readonly number[]): Solved {
  const policy = start
    .filter((m) => decision.moves.includes(m))
    .reduceRight<Policy>(
      (next, move) => ({
        kind: "do",
        move,
        branches: [{ codes: [], next, worlds: decision.worlds }],
        worlds: decision.worlds,
      }),
      stop,
    );
  const values = follow(decision, [{ labels: [], policy }]);
  const value = values.reduce((sum, x) => sum + x, 0) / decision.worlds;
  if (value <= solved.value + 1e-9) return solved;
  return { ...solved, policies: [{ labels: [], policy }], value, bound: Math.max(solved.bound, value) };
}

/** Mean over the worlds of what no move of these comes to, points. */
export function meanOfNone(decision: Decision): number {
  let sum = 0;
  for (const { table } of decision.factors) for (let w = 0; w < decision.worlds; w++) sum += table.values[w]!;
  return sum / decision.worlds;
}
