/** Scores of a chance given to something that came about, did not, or came about in part. */

/** Chance 0..1 against `came` 1, 0 or, for 'partly', a half. 0 at best; 0.25 for an even chance of a plain yes or no. */
export function brierOf(chance: number, came: number): number {
  return (chance - came) * (chance - came);
}

/** In nats, 0 at best; a half counts as half a yes and half a no. Infinite where what came had no chance. */
export function logScoreOf(chance: number, came: number): number {
  const part = (share: number, p: number) => (share === 0 ? 0 : -share * Math.log(p));
  return part(came, chance) + part(1 - came, 1 - chance);
}

export interface ReliabilityBin {
  /** Chances within [from, to) (the last includes 1). */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean chance given, and share that came about. */
  readonly said: number;
  readonly came: number;
}

/** Chances in equal bins; empty ones are left out. */
export function reliability(
  pairs: readonly { readonly chance: number; readonly came: number }[],
  bins = 5,
): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, b) => {
    const own = pairs.filter(({ chance }) => Math.min(bins - 1, Math.floor(chance * bins + 1e-9)) === b);
    const mean = (value: (pair: (typeof own)[number]) => number) =>
      own.reduce((sum, pair) => sum + value(pair), 0) / own.length;
    return {
      from: b / bins,
      to: (b + 1) / bins,
      count: own.length,
      said: mean((pair) => pair.chance),
      came: mean((pair) => pair.came),
    };
  }).filter((bin) => bin.count > 0);
}
