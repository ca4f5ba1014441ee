/**
 * Sobol indices (Sobol 2001): which share of the variance of a value is due to some inputs alone (first order), and to them
 * with all that they act together with (total). Estimators: first order of Saltelli et al. 2010, total of Jansen 1999.
 */
import type { ValueRange } from "../run/findings.ts";

const z90 = 1.6448536269514722;

/**
 * `a` and `b`: the value in independent worlds; `mixed`: in worlds of `a` with the inputs in question as in `b`. Intervals
 * (90 %) by the delta method on the ratio to the variance of `a`. Nil where the value does not vary.
 */
export function sobolIndices(
  a: Float64Array,
  b: Float64Array,
  mixed: Float64Array,
): { readonly first: ValueRange; readonly total: ValueRange } {
  const n = a.length;
  let mean = 0;
  for (let k = 0; k < n; k++) mean += a[k]! + b[k]!;
  mean /= 2 * n;
  // Over both, as half of either alone would be noisier. Centred: it leaves what is estimated and takes noise away.
  const square = Float64Array.from(a, (y, k) => ((y - mean) * (y - mean) + (b[k]! - mean) * (b[k]! - mean)) / 2);
  const first = Float64Array.from(a, (y, k) => (b[k]! - mean) * (mixed[k]! - y));
  const total = Float64Array.from(a, (y, k) => ((y - mixed[k]!) * (y - mixed[k]!)) / 2);
  return { first: ratio(first, square), total: ratio(total, square) };
}

function ratio(over: Float64Array, under: Float64Array): ValueRange {
  const n = over.length;
  let top = 0;
  let bottom = 0;
  for (let k = 0; k < n; k++) {
    top += over[k]!;
    bottom += under[k]!;
  }
  if (!(bottom > 0)) return { value: 0, low: 0, high: 0 };
  const value = top / bottom;
  let squares = 0;
  for (let k = 0; k < n; k++) {
    const off = over[k]! - value * under[k]!;
    squares += off * off;
  }
  const error = n > 1 ? (z90 * Math.sqrt(squares / (n - 1) / n)) / (bottom / n) : Number.POSITIVE_INFINITY;
  return { value, low: value - error, high: value + error };
}
