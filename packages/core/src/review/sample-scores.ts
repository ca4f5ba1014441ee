/** Scores of a forecast that is a sample of equally likely outcomes, rising. */
import { sampleQuantile } from "../forecast/index.ts";

/**
 * Continuous ranked probability score, in the sample's units, 0 at best: E|X − y| − E|X − X′| / 2 (Gneiting & Raftery
 * 2007). Cost O(n). @param sample rising
 */
export function sampleCrps(sample: ArrayLike<number>, truth: number): number {
  const n = sample.length;
  let miss = 0;
  let spread = 0;
  for (let i = 0; i < n; i++) {
    miss += Math.abs(sample[i]! - truth);
    // Of a rising sample the sum of |Xi − Xj| over pairs is Σ (2i − n + 1) Xi.
    spread += (2 * i - n + 1) * sample[i]!;
  }
  return miss / n - spread / (n * n);
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}
/** The central interval that holds `percent` of a rising sample. */
export function centralInterval(sample: ArrayLike<number>, percent: number): Interval {
  const tail = (1 - percent / 100) / 2;
  return { low: sampleQuantile(sample, tail), high: sampleQuantile(sample, 1 - tail) };
}

/** Ends included. */
export function holds({ low, high }: Interval, truth: number): boolean {
  return truth >= low && truth <= high;
}

export const nominalPercents = [50, 80, 90] as const;
