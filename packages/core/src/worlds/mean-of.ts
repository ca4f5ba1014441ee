import { checkDistribution, type Distribution } from "./distribution.ts";
import { normalDensity } from "./normal-cdf.ts";
import { quantile } from "./quantile.ts";
import { describeTruncatedNormal } from "./truncated-normal.ts";

/** The mean of d, after truncation. @throws RangeError when d is impossible */
export function meanOf(d: Distribution): number {
  checkDistribution(d);
  switch (d.kind) {
    case "exact":
      return d.value;
    case "normal": {
      const { middle, unit, fromScore, toScore, mass } = describeTruncatedNormal(d.low, d.high, d.min, d.max);
      if (mass === 0) return quantile(d, 0.5);
      const mean = middle + (unit * (normalDensity(fromScore) - normalDensity(toScore))) / mass;
      return Math.min(d.max, Math.max(d.min, mean));
    }
    case "pert":
      return (d.least + 4 * d.likeliest + d.most) / 6;
    case "uniform":
      return d.low + (d.high - d.low) / 2;
    case "exponential": {
      if (d.max === Infinity) return d.mean;
      const beyond = Math.exp(-d.max / d.mean);
      return d.mean - (d.max * beyond) / (1 - beyond);
    }
    case "mixture": {
      let total = 0;
      let sum = 0;
      for (const part of d.parts) {
        total += part.share;
        sum += part.share * part.value;
      }
      return sum / total;
    }
  }
}
