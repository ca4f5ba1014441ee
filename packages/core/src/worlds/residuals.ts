import { residualThousandths } from "./residual-table.ts";

/**
 * What the compromise mean misses, in scale points (scale 0..100), rising: the 351 empirical residuals and their
 * opposites, 702 values, so that turning a scale round changes nothing. Before clipping to the scale and before acceptance.
 * Source: see `residualThousandths`.
 */
export const mirroredResiduals: Float64Array = Float64Array.from(
  residualThousandths.flatMap((value) => [value / 1000, (0 - value) / 1000]),
).sort();

const count = mirroredResiduals.length;

/**
 * The residual at u in (0, 1): the step inverse of the empirical distribution, one of the 702 values. Steps, not lines
 * between them, because the published coverage and CRPS are those of the plain values, and because `residualCdf` is then
 * its exact inverse.
 */
export function residualQuantile(u: number): number {
  const i = Math.floor(u * count);
  return mirroredResiduals[i < count ? i : count - 1]!;
}

/** Distinct values, and the share of residuals below each, and below it or half tied with it. */
const distinct = Float64Array.from(new Set(mirroredResiduals));
const below = new Float64Array(distinct.length + 1);
const middle = new Float64Array(distinct.length);
let passed = 0;
for (let i = 0; i < distinct.length; i++) {
  const start = passed;
  while (passed < count && mirroredResiduals[passed] === distinct[i]) passed++;
  below[i] = start / count;
  middle[i] = (start + passed) / (2 * count);
}
below[distinct.length] = 1;

/** For each quarter point from −100 on, the first distinct value at or above it, so that a search is a step or two. */
const perPoint = 4;
const guide = new Uint16Array(200 * perPoint + 1);
for (let g = 0, i = 0; g < guide.length; g++) {
  while (i < distinct.length && distinct[i]! < g / perPoint - 100) i++;
  guide[g] = i;
}

/** The share of residuals below x, half of those equal to x included; 0..1, and residualCdf(−x) = 1 − residualCdf(x). */
export function residualCdf(x: number): number {
  if (x < -100) return 0;
  if (x > 100) return 1;
  let i = guide[Math.floor((x + 100) * perPoint)]!;
  while (i < distinct.length && distinct[i]! < x) i++;
  return i < distinct.length && distinct[i] === x ? middle[i]! : below[i]!;
}
