/** Chances as they are shown: shrunk towards even, with their range (MODEL.md §4.4). */
import type { ChanceRange } from "../run/findings.ts";

/** p' = (1 − s)·p + s / m over m categories: a stated judgement until a back-test of conferences replaces it. */
export function shrink(chance: number, categories: number, shrinkage: number): number {
  return (1 - shrinkage) * chance + shrinkage / categories;
}

/** The quantile of a sample by linear interpolation between order statistics. */
export function sampleQuantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/**
 * 10th and 90th percentile over the outer draws of one group, as distances from their mean: the inner worlds are few, so
 * their own error, which all outer draws share, is taken out by centring on the chance found over all worlds.
 */
export function rangeAround(chance: number, outer: readonly number[]): { low: number; high: number } {
  const mean = outer.reduce((sum, p) => sum + p, 0) / outer.length;
  const low = chance + Math.min(0, sampleQuantile(outer, 0.1) - mean);
  const high = chance + Math.max(0, sampleQuantile(outer, 0.9) - mean);
  return { low: Math.max(0, low), high: Math.min(1, high) };
}

/** The shown chance of a category with its widest range over the groups. */
export function shownChance(
  chance: number,
  outerByGroup: readonly (readonly number[])[],
  categories: number,
  shrinkage: number,
): ChanceRange & { readonly widest: number } {
  let low = chance;
  let high = chance;
  let widest = 0;
  for (const [g, outer] of outerByGroup.entries()) {
    // None was found: after observations hardly any world may agree.
    if (outer.length === 0) continue;
    const range = rangeAround(chance, outer);
    if (g > 0 && range.high - range.low <= high - low) continue;
    ({ low, high } = range);
    widest = g;
  }
  const shown = (p: number) => shrink(p, categories, shrinkage);
  return { chance: shown(chance), low: shown(low), high: shown(high), widest };
}
