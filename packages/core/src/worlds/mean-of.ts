import { checkDistribution, type Distribution } from "./distribution.ts";
import { normalCdf, normalDensity } from "./normal-cdf.ts";
import { ninetyFifth, quantile } from "./quantile.ts";

/** The mean of d, after truncation. @throws RangeError when d is impossible */
export function meanOf(d: Distribution): number {
  checkDistribution(d);
  switch (d.kind) {
    case "exact":
      return d.value;
    case "normal": {
      const middle = d.low + (d.high - d.low) / 2;
      const deviation = (d.high - d.low) / (2 * ninetyFifth);
      if (deviation === 0) return quantile(d, 0.5);
      // Turned so that the interval lies on the side where the distribution function does not round to one.
      const sign = d.min > middle ? -1 : 1;
      const from = (sign * ((sign === 1 ? d.min : d.max) - middle)) / deviation;
      const to = (sign * ((sign === 1 ? d.max : d.min) - middle)) / deviation;
      const mass = normalCdf(to) - normalCdf(from);
      if (mass === 0) return quantile(d, 0.5);
      const mean = middle + (sign * deviation * (normalDensity(from) - normalDensity(to))) / mass;
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
