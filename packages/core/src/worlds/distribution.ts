/**
 * How a number is known. Draws come from the inverse CDF of one uniform draw; nothing is rejected, so the draw of a
 * world never depends on another's.
 */
export type Distribution =
  | { readonly kind: "exact"; readonly value: number }
  /** Normal whose 5 % and 95 % points *before truncation* are low and high, truncated to [min, max] (either may be infinite). */
  | {
      readonly kind: "normal";
      readonly low: number;
      readonly high: number;
      readonly min: number;
      readonly max: number;
    }
  /** Beta on [least, most] with mean (least + 4 likeliest + most) / 6 (Malcolm et al. 1959). */
  | { readonly kind: "pert"; readonly least: number; readonly likeliest: number; readonly most: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  /** Exponential with rate 1 / mean, truncated to [0, max]: its own mean is therefore below `mean`. */
  | { readonly kind: "exponential"; readonly mean: number; readonly max: number }
  /** Shares are relative weights, not necessarily summing to one. */
  | { readonly kind: "mixture"; readonly parts: readonly { readonly share: number; readonly value: number }[] };

/**
 * Holds a distribution to its meaning. A brief's numbers are checked where they are read; what fails here is a bug.
 * @throws RangeError naming what is wrong
 */
export function checkDistribution(d: Distribution): void {
  const wrong = impossibility(d);
  if (wrong !== undefined) throw new RangeError(`${d.kind}: ${wrong} in ${JSON.stringify(d)}`);
}

function impossibility(d: Distribution): string | undefined {
  switch (d.kind) {
    case "exact":
      return Number.isFinite(d.value) ? undefined : "the value must be finite";
    case "normal":
      if (!Number.isFinite(d.high - d.low) || d.low > d.high) return "low must be finite and at most high";
      return d.min <= d.max ? undefined : "min must be at most max";
    case "pert":
      if (!Number.isFinite(d.most - d.least)) return "bounds must be finite";
      return d.least <= d.likeliest && d.likeliest <= d.most ? undefined : "must rise from least to likeliest to most";
    case "uniform":
      return Number.isFinite(d.high - d.low) && d.low <= d.high ? undefined : "low must be finite and at most high";
    case "exponential":
      return d.mean > 0 && Number.isFinite(d.mean) && d.max > 0 ? undefined : "mean and max must be above 0";
    case "mixture": {
      const total = d.parts.reduce((sum, part) => sum + part.share, 0);
      if (!d.parts.every((part) => part.share >= 0 && Number.isFinite(part.value)))
        return "shares must be at least 0 and values finite";
      return total > 0 && Number.isFinite(total) ? undefined : "shares must sum to more than 0";
    }
  }
}
