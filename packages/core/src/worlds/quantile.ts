import { checkDistribution, type Distribution } from "./distribution.ts";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { pertQuantile } from "./pert.ts";

/** Φ⁻¹(0.95): half the width, in standard deviations, of a range from the 5 % to the 95 % point. */
export const ninetyFifth = 1.6448536269514722;

/** A distribution made ready: its inverse CDF, 0 < u < 1. */
type Quantile = (u: number) => number;

const ready = new WeakMap<Distribution, Quantile>();

/** The inverse CDF of d, made once per distribution object. @throws RangeError when d is impossible */
export function quantileFunction(d: Distribution): Quantile {
  let made = ready.get(d);
  if (made === undefined) {
    checkDistribution(d);
    made = make(d);
    ready.set(d, made);
  }
  return made;
}

/** The value of d with probability u below it, 0 < u < 1. @throws RangeError when d is impossible */
export function quantile(d: Distribution, u: number): number {
  return quantileFunction(d)(u);
}

function make(d: Distribution): Quantile {
  switch (d.kind) {
    case "exact":
      return () => d.value;
    case "normal":
      return truncatedNormal(d.low, d.high, d.min, d.max);
    case "pert": {
      const { least, most } = d;
      const width = most - least;
      if (width === 0) return () => least;
      const unit = pertQuantile((d.likeliest - least) / width);
      return (u) => Math.min(most, least + width * unit(u));
    }
    case "uniform": {
      const { low, high } = d;
      return (u) => Math.min(high, low + (high - low) * u);
    }
    case "exponential": {
      const { mean, max } = d;
      const within = 1 - Math.exp(-max / mean);
      return (u) => Math.min(max, -mean * Math.log(1 - u * within));
    }
    case "mixture":
      return steps(d.parts);
  }
}

function truncatedNormal(low: number, high: number, min: number, max: number): Quantile {
  const middle = low + (high - low) / 2;
  const deviation = (high - low) / (2 * ninetyFifth);
  if (deviation === 0) {
    const value = Math.min(max, Math.max(min, middle));
    return () => value;
  }
  if (min === -Infinity && max === Infinity) return (u) => middle + deviation * normalQuantile(u);
  // The tail that holds less mass is measured from its own end, or the differences would cancel.
  const sign = min > middle ? -1 : 1;
  const from = normalCdf((sign * ((sign === 1 ? min : max) - middle)) / deviation);
  const mass = normalCdf((sign * ((sign === 1 ? max : min) - middle)) / deviation) - from;
  return (u) => {
    const score = normalQuantile(from + (sign === 1 ? u : 1 - u) * mass);
    return Math.min(max, Math.max(min, middle + sign * deviation * score));
  };
}

function steps(parts: readonly { readonly share: number; readonly value: number }[]): Quantile {
  const rising = parts.filter((part) => part.share > 0).sort((a, b) => a.value - b.value);
  const total = rising.reduce((sum, part) => sum + part.share, 0);
  const upTo: number[] = [];
  let sum = 0;
  for (const part of rising) {
    sum += part.share;
    upTo.push(sum / total);
  }
  const last = rising.length - 1;
  return (u) => {
    let i = 0;
    while (i < last && upTo[i]! <= u) i++;
    return rising[i]!.value;
  };
}
