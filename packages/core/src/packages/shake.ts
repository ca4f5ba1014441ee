/**
 * A better package before a long proof: climbing again and again from where some issues have been changed at random.
 * The least gain itself is a poor guide (one party at a time decides it); the squares of what all parties lack to a
 * level that nobody can pass are a good one.
 */
import { climb, type RoughScore } from "./climb.ts";
import type { GainScale } from "./hull.ts";
import { createRandomStream } from "./random-stream.ts";
import type { ScalarSolver } from "./scalar.ts";
import type { Space } from "./space.ts";

const ROUNDS = 60;
const CHANGED = 5;

export interface ShakeQuestion {
  readonly scale: GainScale;
  /** Options of each issue that are tried, the best under the weights of the bound first. */
  readonly allowed: readonly Int32Array[];
  readonly score: RoughScore;
  /** Sum of squares of what the parties lack, negative. */
  readonly smooth: RoughScore;
  readonly consider: (options: Int32Array) => void;
}

/** Spaces without links. The same question, the same packages. */
export function shake(space: Space, solver: ScalarSolver, question: ShakeQuestion): void {
  const { scale, allowed, score, smooth, consider } = question;
  const random = createRandomStream(1);
  const options = Int32Array.from(allowed, (list) => list[0]!);
  const kept = options.slice();
  const gains = new Float64Array(space.parties.length);
  let best = -Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    climb(space, solver, scale, smooth, options, true, allowed);
    const fine = options.slice();
    climb(space, solver, scale, score, fine, false, allowed);
    consider(fine);
    solver.evaluate(options, gains);
    for (let p = 0; p < gains.length; p++) gains[p] = (gains[p]! - scale.disagreement[p]!) * scale.scale[p]!;
    const value = smooth(gains);
    if (value >= best) {
      best = value;
      kept.set(options);
    } else options.set(kept);
    for (let k = 0; k < CHANGED; k++) {
      const issue = Math.floor(random() * options.length);
      // Good options more often than poor ones.
      const place = Math.floor(random() * random() * allowed[issue]!.length);
      options[issue] = allowed[issue]![place]!;
    }
  }
}

/** What lies below `level`, squared and summed. */
export function createShortfall(level: number): RoughScore {
  return (gains) => {
    let sum = 0;
    for (let p = 0; p < gains.length; p++) {
      const lack = level - gains[p]!;
      if (lack > 0) sum += lack * lack;
    }
    return -sum;
  };
}

/** Per issue the options that fall short of its best by at most `allowance` under weights on integers, the best first. */
export function listNear(space: Space, weights: Float64Array, allowance: number): readonly Int32Array[] {
  const P = weights.length;
  const worth = Array.from(space.sizes, (size) => new Float64Array(size));
  for (const { scope, values } of space.factors)
    for (let k = 0; k < values.length; k++) worth[scope[0]!]![Math.floor(k / P)]! += weights[k % P]! * values[k]!;
  return worth.map((list) => {
    const top = list.reduce((a, b) => Math.max(a, b), -Infinity);
    const near = Array.from(list, (_, option) => option).filter((option) => top - list[option]! <= allowance);
    return Int32Array.from(near.sort((a, b) => list[b]! - list[a]! || a - b));
  });
}
