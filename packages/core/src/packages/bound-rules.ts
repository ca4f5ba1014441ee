/** Which weights bound a solution, and what a better package must give each party ([P14]). */

/**
 * Weights are admissible where every package that betters the best known has weights · gains of at least its score,
 * so that a part of the space whose greatest weights · gains falls short of it holds no better one.
 */
export interface BoundRule {
  /** Moves admissible weights (in place) against the subgradient `gains`, by a Polyak step for the present `excess`. */
  step(weights: Float64Array, gains: Float64Array, excess: number): void;
  /** Least gain of each party in a package whose score is `bar` or more, `slack` allowed for rounding. */
  floors(into: Float64Array, bar: number, slack: number): void;
}

/** Weights that add up to one, for the least gain: a better package has every gain, and so any mean of them, above. */
export function createMaximinRule(parties: number): BoundRule {
  const P = parties;
  return {
    step(weights, gains, excess) {
      let mean = 0;
      for (let p = 0; p < P; p++) mean += gains[p]! / P;
      let norm = 0;
      for (let p = 0; p < P; p++) norm += (gains[p]! - mean) * (gains[p]! - mean);
      if (norm === 0) return;
      let total = 0;
      for (let p = 0; p < P; p++) {
        weights[p] = Math.max(0, weights[p]! - (excess / norm) * (gains[p]! - mean));
        total += weights[p]!;
      }
      for (let p = 0; p < P; p++) weights[p]! /= total;
    },
    floors(into, bar) {
      into.fill(bar, 0, P);
    },
  };
}

/** Weight one on a party, any weight on the others: the most it can gain while nobody else loses. */
export function createIdealRule(parties: number, party: number): BoundRule {
  const P = parties;
  return {
    step(weights, gains, excess) {
      let norm = 0;
      for (let p = 0; p < P; p++) if (p !== party) norm += gains[p]! * gains[p]!;
      if (norm === 0) return;
      for (let p = 0; p < P; p++) if (p !== party) weights[p] = Math.max(0, weights[p]! - (excess / norm) * gains[p]!);
    },
    floors(into, bar, slack) {
      into.fill(-slack, 0, P);
      into[party] = bar;
    },
  };
}
