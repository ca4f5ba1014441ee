/** A component as a decision problem over tables: what may be done, what it comes to in each world, what it tells. */
import type { Model } from "../model/model.ts";
import { type Factor, type Factors, mustPrecede } from "./factors.ts";
import type { FactorTable } from "./tabulate.ts";
import type { Traces } from "./traces.ts";

export interface DecisionFactor {
  readonly traces: Traces;
  readonly table: FactorTable;
  /** `most[trace * worlds + w]`: the most that the factor comes to in that world by any trace that begins so. */
  readonly most: Float64Array;
}
export interface Decision {
  readonly worlds: number;
  readonly factors: readonly DecisionFactor[];
  /** Moves of all factors by index in the model, in an order in which they may be made. */
  readonly moves: readonly number[];
  /** By move: the factors that hang on it, and its place in the moves of each. */
  readonly placesOf: readonly (readonly { readonly factor: number; readonly place: number }[])[];
  /** Where it is seen what a move tells: factor, and which of its tellers; undefined where it tells nothing. */
  readonly tellerOf: readonly ({ readonly factor: number; readonly teller: number } | undefined)[];
  /** `a * moves.length + b`: a may not come after b; a and b come to the same in either order. */
  readonly before: Uint8Array;
  readonly commute: Uint8Array;
}

/** Puts a component together. `ceilings` bound, by world, factors whose traces are not all listed. */
export function decisionOf(
  model: Model,
  { moves: all, factors, commute }: Factors,
  component: readonly number[],
  traces: readonly Traces[],
  tables: readonly FactorTable[],
  ceilings: readonly (Float64Array | undefined)[],
): Decision {
  const parts = component.map((f) => factors[f] as Factor);
  const moves = all.filter((m) => parts.some((factor) => factor.moves.includes(m)));
  const pairs = (holds: (a: number, b: number) => boolean) =>
    Uint8Array.from(moves.flatMap((a) => moves.map((b) => (holds(a, b) ? 1 : 0))));
  const found = <T>(of: (factor: Factor, f: number) => T | undefined): T[] =>
    parts.flatMap((factor, f) => {
      const value = of(factor, f);
      return value === undefined ? [] : [value];
    });
  return {
    worlds: tables[component[0]!]!.worlds,
    factors: component.map((f) => {
      let most: Float64Array | undefined;
      return {
        traces: traces[f]!,
        table: tables[f]!,
        // Asked for by the search alone.
        get most() {
          most ??= mostOf(traces[f]!, tables[f]!, ceilings[f]);
          return most;
        },
      };
    }),
    moves,
    placesOf: moves.map((m) =>
      found((factor, f) => (factor.moves.includes(m) ? { factor: f, place: factor.moves.indexOf(m) } : undefined)),
    ),
    tellerOf: moves.map(
      (m) =>
        found((factor, f) => {
          const teller = tables[component[f]!]!.tellers.indexOf(factor.moves.indexOf(m));
          return factor.acts.includes(m) && teller >= 0 ? { factor: f, teller } : undefined;
        })[0],
    ),
    before: pairs((a, b) => mustPrecede(model, a, b)),
    commute: pairs(commute),
  };
}

/** Traces only lead to later ones, so one pass from the last backward does. Cost O(traces × moves × worlds). */
function mostOf(traces: Traces, table: FactorTable, ceiling: Float64Array | undefined): Float64Array {
  const { worlds } = table;
  const most = table.values.slice();
  const n = traces.list.length === 0 ? 0 : traces.next.length / traces.list.length;
  for (let t = traces.list.length - 1; t >= 0; t--) {
    const at = t * worlds;
    for (let m = 0; m < n; m++) {
      const to = traces.next[t * n + m]!;
      if (to < 0) continue;
      for (let w = 0; w < worlds; w++)
        if (most[to * worlds + w]! > most[at + w]!) most[at + w] = most[to * worlds + w]!;
    }
    // Where traces beyond the limit are not listed, only what is conceivable at all bounds them.
    if (!traces.complete && ceiling !== undefined)
      for (let w = 0; w < worlds; w++) if (ceiling[w]! > most[at + w]!) most[at + w] = ceiling[w]!;
  }
  return most;
}

/** The traces of the factors after one more move; undefined where one of them has no such trace. */
export function idsAfter(decision: Decision, ids: readonly number[], m: number): number[] | undefined {
  const after = [...ids];
  for (const { factor, place } of decision.placesOf[m]!) {
    const { next, list } = decision.factors[factor]!.traces;
    const id = next[ids[factor]! * (next.length / list.length) + place]!;
    if (id < 0) return undefined;
    after[factor] = id;
  }
  return after;
}

/** What the move just made tells in each world, values of `seen`; undefined where it tells nothing. */
export function toldBy(decision: Decision, ids: readonly number[], m: number): Uint8Array | undefined {
  const told = decision.tellerOf[m];
  if (told === undefined) return undefined;
  const { table } = decision.factors[told.factor]!;
  const at = (ids[told.factor]! * table.tellers.length + told.teller) * decision.worlds;
  return table.codes.subarray(at, at + decision.worlds);
}
