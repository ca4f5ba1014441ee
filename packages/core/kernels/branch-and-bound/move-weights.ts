/**
 * A Polyak step: admissible weights moved against the subgradient, so far that the bound would fall to the bar if it were
 * linear.
 */
import { addressOf, isOther, isRaised, raisedCount, sumAcross, VECTOR, width } from "./problem";

/**
 * Weights of the parties raised add up to one: a better package has each of their gains, and so any mean of them, above
 * the bar; the subgradient is taken along the simplex. Weights of the others are prices on what must not fall below
 * zero. What falls below nought is cut off, and the sum mended. `reached`: gains of the best package under `weights`;
 * `excess`: by how much the bound passes the bar.
 */
export function moveWeights(weights: StaticArray<f64>, reached: StaticArray<f64>, excess: f64): void {
  const zero = v128.splat<f64>(0);
  let sum = zero;
  for (let at: usize = 0; at < width; at += VECTOR)
    sum = v128.add<f64>(sum, v128.and(v128.load(addressOf(reached, 0) + at), maskAt(isRaised, at)));
  const mean = v128.mul<f64>(sumAcross(sum), v128.splat<f64>(1 / <f64>raisedCount));
  sum = zero;
  for (let at: usize = 0; at < width; at += VECTOR) {
    const slope = slopeAt(reached, mean, at);
    sum = v128.add<f64>(sum, v128.mul<f64>(slope, slope));
  }
  const norm = v128.extract_lane<f64>(sumAcross(sum), 0);
  if (norm === 0) return;
  const length = v128.splat<f64>(excess / norm);
  sum = zero;
  for (let at: usize = 0; at < width; at += VECTOR) {
    const to = addressOf(weights, 0) + at;
    const moved = v128.pmax<f64>(zero, v128.sub<f64>(v128.load(to), v128.mul<f64>(length, slopeAt(reached, mean, at))));
    v128.store(to, moved);
    sum = v128.add<f64>(sum, v128.and(moved, maskAt(isRaised, at)));
  }
  const mend = v128.splat<f64>(1 / v128.extract_lane<f64>(sumAcross(sum), 0));
  for (let at: usize = 0; at < width; at += VECTOR) {
    const to = addressOf(weights, 0) + at;
    const weight = v128.load(to);
    v128.store(to, v128.bitselect(v128.mul<f64>(weight, mend), weight, maskAt(isRaised, at)));
  }
}

function slopeAt(reached: StaticArray<f64>, mean: v128, at: usize): v128 {
  const gains = v128.load(addressOf(reached, 0) + at);
  return v128.or(v128.and(v128.sub<f64>(gains, mean), maskAt(isRaised, at)), v128.and(gains, maskAt(isOther, at)));
}
function maskAt(mask: StaticArray<i64>, at: usize): v128 {
  return v128.load(changetype<usize>(mask) + at);
}
