/** A straight line through what a decision is worth by an input, and where it crosses nought. */
import type { ValueRange } from "../run/findings.ts";
import { normalQuantile } from "../worlds/index.ts";

export interface Line {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly slope: number;
  /** Variance of y about the line; Σ (x − mean)². */
  readonly variance: number;
  readonly spread: number;
}
const z90 = 1.6448536269514722;

/** Least squares; undefined where x does not vary or there are fewer than three points. */
export function fitLine(x: Float64Array, y: Float64Array): Line | undefined {
  const n = x.length;
  if (n < 3) return undefined;
  let meanX = 0;
  let meanY = 0;
  for (let k = 0; k < n; k++) {
    meanX += x[k]!;
    meanY += y[k]!;
  }
  meanX /= n;
  meanY /= n;
  let spread = 0;
  let cross = 0;
  let squares = 0;
  for (let k = 0; k < n; k++) {
    const dx = x[k]! - meanX;
    const dy = y[k]! - meanY;
    spread += dx * dx;
    cross += dx * dy;
    squares += dy * dy;
  }
  if (!(spread > 0)) return undefined;
  const slope = cross / spread;
  return { n, meanX, meanY, slope, spread, variance: Math.max(0, squares - slope * cross) / (n - 2) };
}

/** Height of the line with the 90 % interval of the mean there. */
export function heightAt({ n, meanX, meanY, slope, variance, spread }: Line, x: number): ValueRange {
  const dx = x - meanX;
  const value = meanY + slope * dx;
  const error = z90 * Math.sqrt(variance * (1 / n + (dx * dx) / spread));
  return { value, low: value - error, high: value + error };
}

/** Is the slope told from noise, of `tests` slopes looked at (Bonferroni, 5 %)? */
export function isSloped({ slope, variance, spread }: Line, tests: number): boolean {
  const z = -normalQuantile(0.025 / Math.max(1, tests));
  return Math.abs(slope) > Math.max(1e-9, z * Math.sqrt(variance / spread));
}

/** Where the line crosses nought, with the 90 % interval of Fieller (1954); undefined where its slope is not told from nought. */
export function crossing({
  n,
  meanX,
  meanY,
  slope,
  variance,
  spread,
}: Line): { readonly at: number; readonly low: number; readonly high: number } | undefined {
  const a = slope * slope - (z90 * z90 * variance) / spread;
  if (!(a > 0)) return undefined;
  const b = meanY * slope;
  const c = meanY * meanY - (z90 * z90 * variance) / n;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { at: meanX - meanY / slope, low: meanX + (-b - root) / a, high: meanX + (-b + root) / a };
}
