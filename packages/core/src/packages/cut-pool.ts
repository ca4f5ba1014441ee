/**
 * Bounds for enumeration where issues are not linked: for weights λ, no completion of a partial package gains more than
 * λ·(gains so far) + what the open issues give at most under λ. Weights that proved something at a depth are kept and
 * tried first; where none helps, a few Polyak steps look for better ones ([P14]).
 */
import type { GainScale } from "./hull.ts";
import type { Space } from "./space.ts";

/** Which weights are admissible, and what a better package must reach under them. */
export interface CutRule {
  /** A better package has weights · gains of at least this, whatever the admissible weights. */
  threshold(): number;
  /** Moves the weights (in place) against the subgradient `gains`, by a Polyak step for the present `excess`. */
  step(weights: Float64Array, gains: Float64Array, excess: number): void;
}
export interface CutPool {
  /** True: no completion of the partial package is better than what is known. */
  prunes(sums: Float64Array, start: number, depth: number): boolean;
}

const STEPS = 6;
const KEPT = 40;

export function createCutPool(
  space: Space,
  settled: readonly number[],
  { disagreement, scale }: GainScale,
  first: Float64Array,
  rule: CutRule,
): CutPool {
  const P = space.parties.length;
  const N = settled.length;
  // One row per option, issues in the order of settling; `rows[k]` is the first row of the k-th.
  const rows = new Int32Array(N + 1);
  for (let k = 0; k < N; k++) rows[k + 1] = rows[k]! + space.sizes[settled[k]!]!;
  const table = new Float64Array(rows[N]! * P);
  settled.forEach((issue, k) => {
    for (const { scope, values } of space.factors)
      if (scope[0] === issue)
        for (let c = 0; c < values.length; c++) table[rows[k]! * P + c]! += values[c]! * scale[c % P]!;
  });
  // Ring of cuts per depth: weights, and what the open issues give at most under them.
  const weightsOf = Array.from({ length: N + 1 }, () => new Float64Array(KEPT * P));
  const restOf = Array.from({ length: N + 1 }, () => new Float64Array(KEPT));
  const held = new Int32Array(N + 1);
  const nextSlot = new Int32Array(N + 1);
  const lastHit = new Int32Array(N + 1);
  const gains = new Float64Array(P);
  const open = new Float64Array(P);
  const weights = new Float64Array(P);

  /** Most that the issues from `depth` on give under the weights; their gains are added to `open`. */
  function support(depth: number): number {
    let total = 0;
    let at = rows[depth]! * P;
    for (let k = depth; k < N; k++) {
      const end = rows[k + 1]! * P;
      let top = -Infinity;
      let best = 0;
      while (at < end) {
        let value = 0;
        for (let p = 0; p < P; p++) value += weights[p]! * table[at + p]!;
        if (value > top) {
          top = value;
          best = at;
        }
        at += P;
      }
      total += top;
      for (let p = 0; p < P; p++) open[p]! += table[best + p]!;
    }
    return total;
  }

  return {
    prunes(sums, start, depth) {
      for (let p = 0; p < P; p++) gains[p] = (sums[start + p]! - disagreement[p]!) * scale[p]!;
      const cuts = weightsOf[depth]!;
      const rests = restOf[depth]!;
      const count = held[depth]!;
      const threshold = rule.threshold();
      let closest = -1;
      let least = Infinity;
      let cut = lastHit[depth]!;
      for (let n = 0; n < count; n++) {
        let excess = rests[cut]! - threshold;
        for (let p = 0, at = cut * P; p < P; p++, at++) excess += cuts[at]! * gains[p]!;
        if (excess < 0) {
          lastHit[depth] = cut;
          return true;
        }
        if (excess < least) {
          least = excess;
          closest = cut;
        }
        cut = cut + 1 === count ? 0 : cut + 1;
      }
      if (depth > N - 3) return false;
      for (let p = 0; p < P; p++) weights[p] = closest < 0 ? first[p]! : cuts[closest * P + p]!;
      for (let step = 0; step < STEPS; step++) {
        for (let p = 0; p < P; p++) open[p] = gains[p]!;
        const rest = support(depth);
        let excess = rest - threshold;
        for (let p = 0; p < P; p++) excess += weights[p]! * gains[p]!;
        if (excess < 0) {
          const slot = nextSlot[depth]!;
          cuts.set(weights, slot * P);
          rests[slot] = rest;
          held[depth] = Math.max(held[depth]!, slot + 1);
          nextSlot[depth] = (slot + 1) % KEPT;
          lastHit[depth] = slot;
          return true;
        }
        rule.step(weights, open, excess);
      }
      return false;
    },
  };
}

/** Weights that add up to one, for the least gain: a better package has every gain, and so any mean of them, above. */
export function createMaximinRule(best: () => number): CutRule {
  return {
    threshold: best,
    step(weights, gains, excess) {
      const P = weights.length;
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
  };
}

/** Weight one on a party, any weight on the others: the most it can gain while nobody else loses. */
export function createIdealRule(party: number, best: () => number): CutRule {
  return {
    threshold: best,
    step(weights, gains, excess) {
      let norm = 0;
      for (let p = 0; p < weights.length; p++) if (p !== party) norm += gains[p]! * gains[p]!;
      if (norm === 0) return;
      for (let p = 0; p < weights.length; p++)
        if (p !== party) weights[p] = Math.max(0, weights[p]! - (excess / norm) * gains[p]!);
    },
  };
}
