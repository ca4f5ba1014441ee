/** How often each state is an equilibrium when utilities are uncertain, and by how much ([R1], [R2]). */
import type { ConflictGraph } from "./graph.ts";
import { type Limits, stabilityBytes, withinMemory } from "./memory.ts";
import { denseRanks } from "./order.ts";
import { type Result, succeed } from "./problem.ts";
import { bestDepartures, CONCEPTS, type Concept, visitLabels } from "./stability.ts";

/** Utilities of one world: per decision maker and state, in any unit that is the same across states and worlds. */
export type UtilityDraw = readonly Float64Array[];

export interface Robustness {
  readonly worlds: number;
  /** Per state and concept. */
  readonly states: readonly Readonly<Record<Concept, StateRobustness>>[];
}
export interface StateRobustness {
  /** Share of the worlds in which the state is an equilibrium. */
  readonly share: number;
  /**
   * 10th, 50th and 90th percentile over the worlds of the margin: the least, over decision makers, of its utility at the
   * state less what its best departure leaves it with; negative where somebody leaves. null where nobody can move.
   */
  readonly margin: { readonly low: number; readonly median: number; readonly high: number } | null;
}

/** Bytes that the margins of so many states in so many worlds take. */
export function marginBytes(stateCount: number, worlds: number): number {
  return 8 * stateCount * CONCEPTS.length * worlds;
}

export function analyseRobustness(
  graph: ConflictGraph,
  draws: readonly UtilityDraw[],
  limits: Limits = {},
): Result<Robustness> {
  const n = graph.stateCount;
  const worlds = draws.length;
  const perWorld = stabilityBytes({ graph, ranks: graph.decisionMakers.map(() => new Int32Array(0)) });
  const memory = withinMemory(
    marginBytes(n, worlds) + perWorld,
    limits,
    `The margins of ${n.toLocaleString("en-GB")} states in ${worlds} worlds`,
  );
  if (!memory.ok) return memory;
  const margins = CONCEPTS.map(() => new Float64Array(n * worlds).fill(Number.POSITIVE_INFINITY));
  const held = CONCEPTS.map(() => new Uint32Array(n));
  draws.forEach((utilities, world) => {
    const ranks = utilities.map((values) => denseRanks(values));
    const valueOfRank = ranks.map((row, i) => {
      const values = new Float64Array(n);
      row.forEach((rank, s) => {
        values[rank] = utilities[i]![s]!;
      });
      return values;
    });
    const equilibrium = CONCEPTS.map(() => new Uint8Array(n).fill(1));
    visitLabels({ graph, ranks }, (i, concept, label) => {
      const best = bestDepartures(graph.moves[i]!, ranks[i]!, label);
      for (let s = 0; s < n; s++) {
        if (best[s]! < 0) continue;
        if (best[s]! > ranks[i]![s]!) equilibrium[concept]![s] = 0;
        const margin = utilities[i]![s]! - valueOfRank[i]![best[s]!]!;
        const at = s * worlds + world;
        if (margin < margins[concept]![at]!) margins[concept]![at] = margin;
      }
    });
    for (let c = 0; c < CONCEPTS.length; c++) for (let s = 0; s < n; s++) held[c]![s]! += equilibrium[c]![s]!;
  });
  const states = Array.from({ length: n }, (_, s) => {
    const row = (c: number): StateRobustness => ({
      share: worlds === 0 ? 0 : held[c]![s]! / worlds,
      margin: quantiles(margins[c]!.slice(s * worlds, (s + 1) * worlds)),
    });
    return { nash: row(0), gmr: row(1), smr: row(2), seq: row(3), sseq: row(4) };
  });
  return succeed({ worlds, states });
}

/** Order statistics at 10, 50 and 90 % (nearest rank). */
function quantiles(values: Float64Array): StateRobustness["margin"] {
  const sorted = values.filter(Number.isFinite).sort();
  if (sorted.length === 0) return null;
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
  return { low: at(0.1), median: at(0.5), high: at(0.9) };
}
