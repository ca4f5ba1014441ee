/**
 * A Polyak step: admissible weights moved against the subgradient `reached`, so far that the bound would fall to the bar
 * if it were linear.
 */
import { addressOf, isParty, parties, party, sumAcross, VECTOR, width } from "./problem";

/** `reached`: gains of the best package under `weights`; `excess`: by how much the bound passes the bar. */
export function moveWeights(weights: StaticArray<f64>, reached: StaticArray<f64>, excess: f64): void {
  if (party < 0) moveShares(weights, reached, excess);
  else movePrices(weights, reached, excess);
}

/**
 * Weights that add up to one, for the least gain: a better package has every gain, and so any mean of them, above the
 * bar. The subgradient is taken along the simplex; what falls below zero is cut off, and the sum mended.
 */
function moveShares(weights: StaticArray<f64>, reached: StaticArray<f64>, excess: f64): void {
  const zero = v128.splat<f64>(0);
  let sum = zero;
  for (let at: usize = 0; at < width; at += VECTOR) sum = v128.add<f64>(sum, v128.load(addressOf(reached, 0) + at));
  const mean = v128.mul<f64>(sumAcross(sum), v128.splat<f64>(1 / <f64>parties));
  sum = zero;
  for (let at: usize = 0; at < width; at += VECTOR) {
    const slope = along(reached, mean, at);
    sum = v128.add<f64>(sum, v128.mul<f64>(slope, slope));
  }
  const norm = v128.extract_lane<f64>(sumAcross(sum), 0);
  if (norm === 0) return;
  const length = v128.splat<f64>(excess / norm);
  sum = zero;
  for (let at: usize = 0; at < width; at += VECTOR) {
    const to = addressOf(weights, 0) + at;
    const moved = v128.pmax<f64>(zero, v128.sub<f64>(v128.load(to), v128.mul<f64>(length, along(reached, mean, at))));
    v128.store(to, moved);
    sum = v128.add<f64>(sum, moved);
  }
  const mend = v128.splat<f64>(1 / v128.extract_lane<f64>(sumAcross(sum), 0));
  for (let at: usize = 0; at < width; at += VECTOR) {
    const to = addressOf(weights, 0) + at;
    v128.store(to, v128.mul<f64>(v128.load(to), mend));
  }
}
function along(reached: StaticArray<f64>, mean: v128, at: usize): v128 {
  return v128.and(
    v128.sub<f64>(v128.load(addressOf(reached, 0) + at), mean),
    v128.load(changetype<usize>(isParty) + at),
  );
}

/** Weight one on the party, any weight on the others: the most it can gain while nobody else loses. */
function movePrices(weights: StaticArray<f64>, reached: StaticArray<f64>, excess: f64): void {
  let norm: f64 = 0;
  for (let p = 0; p < parties; p++) if (p !== party) norm += reached[p] * reached[p];
  if (norm === 0) return;
  const length = excess / norm;
  for (let p = 0; p < parties; p++) if (p !== party) weights[p] = max(0, weights[p] - length * reached[p]);
}
