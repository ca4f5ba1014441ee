/** Hill climbing by one and two issues at a time: a first good package, so that the search has little left to prove. */
import type { GainScale } from "./hull.ts";
import type { ScalarSolver } from "./scalar.ts";
import { isAdditive, type Space } from "./space.ts";

/** Rough score of gains: the greater the better; −∞ where not admissible. */
export type RoughScore = (gains: Float64Array) => number;

/** Improves `options` in place until no change of one issue (with `pairs`, where nothing is linked: of two) helps. */
export function climb(
  space: Space,
  solver: ScalarSolver,
  scale: GainScale,
  score: RoughScore,
  options: Int32Array,
  pairs: boolean,
): void {
  if (!isAdditive(space)) climbLinked(space, solver, scale, score, options);
  else climbAdditive(space, scale, score, options, pairs);
}

/** Better by more than rounding: sums that drift by a last digit must not keep the climb going. */
const isGain = (value: number, current: number): boolean => value > current + 1e-12 * (1 + Math.abs(value));

function climbLinked(
  space: Space,
  solver: ScalarSolver,
  { disagreement, scale }: GainScale,
  score: RoughScore,
  options: Int32Array,
): void {
  const gains = new Float64Array(scale.length);
  const rate = (): number => {
    solver.evaluate(options, gains);
    for (let p = 0; p < gains.length; p++) gains[p] = (gains[p]! - disagreement[p]!) * scale[p]!;
    return score(gains);
  };
  let current = rate();
  for (let improved = true; improved; ) {
    improved = false;
    for (let issue = 0; issue < options.length; issue++) {
      const before = options[issue]!;
      let best = before;
      for (let option = 0; option < space.sizes[issue]!; option++) {
        options[issue] = option;
        const value = rate();
        if (isGain(value, current)) {
          current = value;
          best = option;
          improved = true;
        }
      }
      options[issue] = best;
    }
  }
}

function climbAdditive(
  space: Space,
  { disagreement, scale }: GainScale,
  score: RoughScore,
  options: Int32Array,
  pairs: boolean,
): void {
  const P = scale.length;
  const tables = Array.from(space.sizes, (size) => new Float64Array(size * P));
  for (const { scope, values } of space.factors)
    for (let k = 0; k < values.length; k++) tables[scope[0]!]![k]! += values[k]! * scale[k % P]!;
  const gains = new Float64Array(P);
  for (let p = 0; p < P; p++) gains[p] = -disagreement[p]! * scale[p]!;
  options.forEach((option, i) => {
    for (let p = 0; p < P; p++) gains[p]! += tables[i]![option * P + p]!;
  });
  const trial = new Float64Array(P);
  let current = score(gains);
  const shift = (into: Float64Array, from: Float64Array, issue: number, option: number) => {
    const table = tables[issue]!;
    const old = options[issue]! * P;
    for (let p = 0; p < P; p++) into[p] = from[p]! + table[option * P + p]! - table[old + p]!;
  };
  const moved = new Float64Array(P);
  for (let improved = true; improved; ) {
    improved = false;
    for (let i = 0; i < options.length; i++)
      for (let a = 0; a < space.sizes[i]!; a++) {
        if (a === options[i]) continue;
        shift(trial, gains, i, a);
        const value = score(trial);
        if (isGain(value, current)) {
          current = value;
          gains.set(trial);
          options[i] = a;
          improved = true;
        }
      }
    if (improved || !pairs) continue;
    for (let i = 0; i < options.length; i++)
      changes: for (let a = 0; a < space.sizes[i]!; a++) {
        if (a === options[i]) continue;
        shift(moved, gains, i, a);
        for (let j = i + 1; j < options.length; j++)
          for (let b = 0; b < space.sizes[j]!; b++) {
            if (b === options[j]) continue;
            shift(trial, moved, j, b);
            const value = score(trial);
            if (isGain(value, current)) {
              current = value;
              gains.set(trial);
              options[i] = a;
              options[j] = b;
              improved = true;
              continue changes;
            }
          }
      }
  }
}
