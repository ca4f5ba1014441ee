/**
 * Archives answer one question fast: is a vector covered (matched or bettered in every coordinate) by one seen before?
 * Vectors arrive in falling lexicographic order, so that the first coordinate is covered by all seen before and only
 * the others are compared. That holds through ties too: of vectors with equal first coordinates the greater comes first.
 */
import { createDominanceTree } from "./dominance-tree.ts";
import { createStaircase } from "./staircase.ts";

export interface Archive {
  clear(): void;
  /** True where some vector of the archive is at least v[start + j] − slack[j] in every coordinate j ≥ 1. */
  covers(v: Float64Array, start: number): boolean;
  insert(v: Float64Array, start: number): void;
  /** Comparisons made since the last call: what budgets count. */
  spent(): number;
}

/** `slack[j]` ≥ 0 per coordinate: zero for exact fronts ([P9]). */
export function createArchive(parties: number, slack: Float64Array): Archive {
  if (parties <= 2) return createBest(parties, slack);
  if (parties === 3) return createStaircase(slack);
  return createDominanceTree(parties, slack);
}

function createBest(parties: number, slack: Float64Array): Archive {
  let best = -Infinity;
  let any = false;
  const last = parties - 1;
  const give = slack[last]!;
  return {
    clear() {
      best = -Infinity;
      any = false;
    },
    covers: (v, start) => (last === 0 ? any : best >= v[start + last]! - give),
    insert(v, start) {
      any = true;
      if (v[start + last]! > best) best = v[start + last]!;
    },
    spent: () => 0,
  };
}
