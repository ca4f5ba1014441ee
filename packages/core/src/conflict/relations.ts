/** What one decision maker thinks of pairs of states, as rows of bits, whatever kind of preference was given. */
import { type BitRows, emptyRows, invertRows, setBit, uniteRows } from "./bits.ts";
import type { ConflictGraph } from "./graph.ts";
import { type Limits, pairBytes, withinMemory } from "./memory.ts";
import type { Preference } from "./preference.ts";
import { type Result, succeed } from "./problem.ts";

export interface Relations {
  /** Row s: strictly better than s, known. */
  readonly better: BitRows;
  /** Row s: as good as s or worse, known; s itself among them. */
  readonly notBetter: BitRows;
  /** Row s: neither known; empty for a complete ranking. */
  readonly unknown: BitRows;
  /** Row s: strongly worse than s; absent where strengths are not told. */
  readonly muchWorse?: BitRows;
}

export function relationsOf(preference: Preference, n: number): Relations {
  if (preference.kind === "partial") {
    const { better, same } = preference.order;
    const worse = emptyRows(n, n);
    for (let s = 0; s < n; s++) {
      for (let t = 0; t < n; t++)
        if (((better.bits[s * better.words + (t >>> 5)]! >>> (t & 31)) & 1) === 1) setBit(worse, t, s);
    }
    const notBetter = uniteRows(worse, same);
    return { better, notBetter, unknown: invertRows(uniteRows(better, notBetter), n) };
  }
  const { ranks, strength } = preference;
  const better = emptyRows(n, n);
  for (let s = 0; s < n; s++) for (let t = 0; t < n; t++) if (ranks[t]! > ranks[s]!) setBit(better, s, t);
  const complete = { better, notBetter: invertRows(better, n), unknown: emptyRows(n, n) };
  if (strength === undefined) return complete;
  const muchWorse = emptyRows(n, n);
  for (let s = 0; s < n; s++) for (let t = 0; t < n; t++) if (strength[t]! < strength[s]!) setBit(muchWorse, s, t);
  return { ...complete, muchWorse };
}

/** Relations of every decision maker, if their rows fit the memory limit (a dozen bits a pair and decision maker). */
export function allRelations(
  graph: ConflictGraph,
  preferences: readonly Preference[],
  limits: Limits,
): Result<readonly Relations[]> {
  const memory = withinMemory(
    12 * preferences.length * pairBytes(graph.stateCount),
    limits,
    "Comparing all pairs of states",
  );
  return memory.ok ? succeed(preferences.map((preference) => relationsOf(preference, graph.stateCount))) : memory;
}
