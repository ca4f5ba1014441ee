import { normalDensity } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * `normalQuantile` for draws, at half its cost: a cubic between 1024 even steps of u, with the true values and slopes;
 * in the outer fiftieths `normalQuantile` itself. Absolute error below 1e-7 of a standard deviation (tested), no jump
 * where the two meet.
 */
const steps = 1024;
const edge = 20 / steps;
const table = new Float64Array(2 * steps + 2);
for (let i = 1; i < steps; i++) {
  const x = normalQuantile(i / steps);
  table[2 * i] = x;
  table[2 * i + 1] = 1 / (steps * normalDensity(x));
}

/** The standard normal quantile of u, 0 < u < 1, to 1e-7. */
export function normalScore(u: number): number {
  if (!(u >= edge && u < 1 - edge)) return normalQuantile(u);
  const place = u * steps;
  const i = Math.floor(place);
  const t = place - i;
  const from = table[2 * i]!;
  const left = table[2 * i + 1]!;
  const right = table[2 * i + 3]!;
  const rise = table[2 * i + 2]! - from;
  return from + t * (left + t * (3 * rise - 2 * left - right + t * (left + right - 2 * rise)));
}
