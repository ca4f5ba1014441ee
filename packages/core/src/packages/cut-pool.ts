/**
 * Bounds for enumeration where issues are not linked: for weights λ, no completion of a partial package gains more than
 * λ·(gains so far) + what the open issues give at most under λ. Weights that proved something at a depth are kept and
 * tried first; where none helps, a few Polyak steps look for better ones ([P14]).
 */
import type { GainScale } from "./hull.ts";
import type { Space } from "./space.ts";

/** Which weights are admissible, and what a better package must reach under them. */
export interface CutRule {
  /** A better package has weights · gains above this. */
  threshold(weights: Float64Array): number;
  /** Moves the weights (in place) against the subgradient `gains`, by a Polyak step for the present `excess`. */
  step(weights: Float64Array, gains: Float64Array, excess: number): void;
}
export interface CutPool {
  /** True: no completion of the partial package is better than what is known. */
  prunes(sums: Float64Array, start: number, depth: number): boolean;
}

const STEPS = 12;
const KEPT = 40;

export function createCutPool(space: Space, settled: readonly number[], { disagreement, scale }: GainScale, first: Float64Array, rule: CutRule): CutPool {
  const P = space.parties.length;
  const N = settled.length;
  const tables = settled.map((issue) => {
    const values = new Float64Array(space.sizes[issue]! * P);
    for (const factor of space.factors)
      if (factor.scope[0] === issue) for (let k = 0; k < values.length; k++) values[k]! += factor.values[k]! * scale[k % P]!;
    return values;
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

  /** Most that the issues from `depth` on give under the weights; their gains are written to `open`. */
  function support(depth: number): number {
    let total = 0;
    open.fill(0);
    for (let k = depth; k < N; k++) {
      const table = tables[k]!;
      let top = -Infinity;
      let best = 0;
      for (let at = 0; at < table.length; at += P) {
        let value = 0;
        for (let p = 0; p < P; p++) value += weights[p]! * table[at + p]!;
        if (value > top) {
          top = value;
          best = at;
        }
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
      let closest = -1;
      let least = Infinity;
      for (let n = 0; n < held[depth]!; n++) {
        const cut = (lastHit[depth]! + n) % held[depth]!;
        let excess = restOf[depth]![cut]!;
        for (let p = 0; p < P; p++) {
          weights[p] = cuts[cut * P + p]!;
          excess += weights[p]! * gains[p]!;
        }
        excess -= rule.threshold(weights);
        if (excess < 0) {
          lastHit[depth] = cut;
          return true;
        }
        if (excess < least) [least, closest] = [excess, cut];
      }
      if (depth > N - 3) return false;
      for (let p = 0; p < P; p++) weights[p] = closest < 0 ? first[p]! : cuts[closest * P + p]!;
      for (let step = 0; step < STEPS; step++) {
        const rest = support(depth);
        let excess = rest - rule.threshold(weights);
        for (let p = 0; p < P; p++) {
          excess += weights[p]! * gains[p]!;
          open[p]! += gains[p]!;
        }
        if (excess < 0) {
          const slot = nextSlot[depth]!;
          cuts.set(weights, slot * P);
          restOf[depth]![slot] = rest;
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
