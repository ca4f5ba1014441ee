import { type InverseCdf, makeSteps } from "./inverse-cdf.ts";
import { normalCdf } from "./normal-cdf.ts";
import { normalScore } from "./normal-score.ts";

/** Φ⁻¹(0.95): half the way from the 5 % to the 95 % point, in standard deviations. */
const ninetyFifth = 1.6448536269514722;

/** The truncated normal in standard scores, turned so that no difference is taken where Φ rounds to one. */
export interface TruncatedNormal {
  readonly middle: number;
  /** Scale points to a score; negative when turned. */
  readonly unit: number;
  /** Scores of the two limits, lower first. */
  readonly fromScore: number;
  readonly toScore: number;
  /** Φ(fromScore), and the mass between the limits. */
  readonly below: number;
  readonly mass: number;
}

/** @param low and @param high the 5 % and 95 % points before truncation, low ≤ high; without width there is no mass */
export function describeTruncatedNormal(low: number, high: number, min: number, max: number): TruncatedNormal {
  const middle = low + (high - low) / 2;
  const deviation = (high - low) / (2 * ninetyFifth);
  const turned = min > middle;
  const unit = turned ? -deviation : deviation;
  if (unit === 0) return { middle, unit, fromScore: 0, toScore: 0, below: 0, mass: 0 };
  const fromScore = ((turned ? max : min) - middle) / unit;
  const toScore = ((turned ? min : max) - middle) / unit;
  const below = normalCdf(fromScore);
  return { middle, unit, fromScore, toScore, below, mass: normalCdf(toScore) - below };
}

/** Normal with 5 % and 95 % points low and high before truncation to [min, max]; a constant where low = high. */
export function makeTruncatedNormal(low: number, high: number, min: number, max: number): InverseCdf {
  const clip = (value: number) => Math.min(max, Math.max(min, value));
  const { middle, unit, below, mass } = describeTruncatedNormal(low, high, min, max);
  // No width, or limits so far out (38 deviations) that no mass shows between them: all of it lies at the nearest place.
  if (mass === 0) return makeSteps([{ share: 1, value: clip(middle) }]);
  const start = unit < 0 ? below + mass : below;
  const slope = unit < 0 ? -mass : mass;
  const at = (u: number) => clip(middle + unit * normalScore(start + slope * u));
  return {
    at,
    replace(values, from, end) {
      for (let i = from; i < end; i++) values[i] = at(values[i]!);
    },
  };
}
