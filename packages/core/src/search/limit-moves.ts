/** A limit on the moves of a plan, shared out among parts that are otherwise planned apart. */
import type { Decision } from "./decision.ts";
import { type Solved, type SolveLimits, solve } from "./solve.ts";

/**
 * The best plan of each part; with `mostMoves`, those that together come to most with no more moves on any path than that
 * (each part at its longest). Exact where each part's plans are: the share of each is chosen by dynamic programming.
 * Choices looked at are shared evenly. Cost O(parts × moves × a search).
 */
export function shareMoves(decisions: readonly Decision[], limits: SolveLimits, mostMoves?: number): Solved[] {
  const all = decisions.reduce((n, decision) => n + decision.moves.length, 0);
  if (mostMoves === undefined || mostMoves >= all) {
    const weight = (decision: Decision) => decision.moves.length / Math.max(1, all);
    return decisions.map((decision) =>
      solve(decision, { ...limits, nodes: Math.max(1, Math.round(limits.nodes * weight(decision))) }),
    );
  }
  const searches = decisions.reduce((n, decision) => n + Math.min(mostMoves, decision.moves.length), 0);
  const nodes = Math.max(1, Math.floor(limits.nodes / Math.max(1, searches)));
  const byLimit = decisions.map((decision) =>
    Array.from({ length: Math.min(mostMoves, decision.moves.length) + 1 }, (_, k) =>
      solve(decision, { ...limits, nodes, mostMoves: k }),
    ),
  );
  const value = share(byLimit, mostMoves, (solved) => solved.value);
  const bound = share(byLimit, mostMoves, (solved) => solved.bound);
  const spent = byLimit.map((list) => list.reduce((n, solved) => n + solved.nodes, 0));
  // The bound of the whole is that of the best share by bounds: no share of the parts can exceed it.
  return byLimit.map((list, k) => ({
    ...list[value[k]!]!,
    bound: Math.max(list[value[k]!]!.value, list[bound[k]!]!.bound),
    nodes: spent[k]!,
  }));
}

/** How many moves each part gets, so that the sum is greatest; fewer where more bring nothing. */
function share(byLimit: readonly (readonly Solved[])[], most: number, of: (solved: Solved) => number): number[] {
  let best = Float64Array.from({ length: most + 1 }, () => 0);
  const picks: Int32Array[] = [];
  for (const list of byLimit) {
    const next = new Float64Array(most + 1).fill(Number.NEGATIVE_INFINITY);
    const pick = new Int32Array(most + 1);
    for (let total = 0; total <= most; total++)
      for (let k = 0; k < list.length && k <= total; k++) {
        const sum = best[total - k]! + of(list[k]!);
        if (sum > next[total]! + 1e-9) {
          next[total] = sum;
          pick[total] = k;
        }
      }
    best = next;
    picks.push(pick);
  }
  const shares: number[] = [];
  let left = most;
  for (const pick of picks.reverse()) {
    shares.unshift(pick[left]!);
    left -= pick[left]!;
  }
  return shares;
}
