/** How much a search looks at, and on which worlds. */

/** How much is looked at. Counted, never timed, so that the same input gives the same plan. */
export interface SearchBudget {
  /** Worlds searched on, held against, and on which each choice is valued. */
  readonly searched: number;
  readonly pruned: number;
  readonly valued: number;
  /** Choices looked at, in all. */
  readonly nodes: number;
  /** Traces listed of each factor; where there are more, the promising ones. */
  readonly traces: number;
  /** Worlds that may be a set of their own (MODEL.md §8). */
  readonly fewest: number;
  readonly mostMoves?: number;
  /** Whether plans are looked for that trade our utility off against other objectives; it takes a dozen searches for each. */
  readonly tradeoffs?: boolean;
}
export const usualBudget: SearchBudget = {
  searched: 2000,
  pruned: 3000,
  valued: 1000,
  nodes: 100_000,
  traces: 256,
  fewest: 200,
};

/** The three sets of worlds. The first two are drawn by a seed of their own: no world of the run is among them. */
export type WorldSet = "searched" | "pruned" | "valued";
export const searchSeed = (seed: number): number => -1 - seed;
