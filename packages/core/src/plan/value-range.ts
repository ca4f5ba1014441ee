/** Means over worlds with their Monte-Carlo interval. */
import type { ValueRange } from "../run/findings.ts";

/** Normal quantile of the 90 % interval. */
const z90 = 1.6448536269514722;

/** Mean and 90 % interval of the mean. The sum runs in the order of the worlds, so that bytes are the same everywhere. */
export function meanWithInterval(values: Float64Array): ValueRange {
  const n = values.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += values[i]!;
  const mean = total / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) * (values[i]! - mean);
  const error = n > 1 ? z90 * Math.sqrt(squares / (n - 1) / n) : Number.POSITIVE_INFINITY;
  return { value: mean, low: mean - error, high: mean + error };
}

/** a − b in each world: the same worlds behind both, so luck that they share cancels. */
export function differenceWithInterval(a: Float64Array, b: Float64Array): ValueRange {
  const difference = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) difference[i] = a[i]! - b[i]!;
  return meanWithInterval(difference);
}
