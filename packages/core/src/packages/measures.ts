/** What is searched for without a frontier: gains measured roughly in floats, and compared exactly in integers ([P12]–[P14]). */
import type { GainScale, HullOptimum } from "./hull.ts";

export interface Measure {
  readonly scale: GainScale;
  /** Score of gains on the scale: the greater the better; −∞ where the package does not count. */
  rough(gains: Float64Array): number;
  /** A score that no package with this one's true measure or more falls short of. */
  lower(score: number): number;
  /** Exact order of gains on the integer scales; positive where the first is better. */
  better(a: readonly bigint[], b: readonly bigint[]): number;
  /** A package whose rough score is `best` or more has at least this for weights · gains. */
  threshold(best: number): number;
  /** Scores on the scale for one in the parties' own measure. */
  readonly power: number;
  /** Parties whose least gain is the score while none of the others is below zero: branch and bound knows how, where nothing is linked. */
  readonly raised?: readonly number[];
  /** Least difference between two scores, where only the score counts. */
  readonly step?: number;
  /** Whether `better` is leximin of the scaled gains of those raised. */
  readonly leximin?: boolean;
}

/** A gain is an exact whole number times a factor: off by a last digit or two, whatever its size. */
export const DIGITS = 1 / 2 ** 50;
const lowerGain = (score: number): number => score - DIGITS * Math.abs(score);

/** The least gain of those raised, while none of the others is below its reservation. */
export function maximinMeasure(
  scale: GainScale,
  power: number,
  raised: readonly number[],
  better: Measure["better"],
): Measure {
  const others = Array.from(scale.scale, (_, p) => p).filter((p) => !raised.includes(p));
  return {
    scale,
    power,
    better,
    rough(gains) {
      for (const p of others) if (gains[p]! < 0) return -Infinity;
      let least = Infinity;
      for (const p of raised) if (gains[p]! < least) least = gains[p]!;
      return least;
    },
    lower: lowerGain,
    threshold: (best) => best,
    raised,
    leximin: true,
  };
}

/** Σ w log g lies below its tangent at the mixture's optimum, whose slopes are the hull's weights. */
export function nashMeasure(
  scale: GainScale,
  powers: Float64Array,
  hull: HullOptimum,
  better: Measure["better"],
): Measure {
  let constant = 0;
  // Whole gains are at most 2^53: what their logarithms add up to at most, some of which may cancel.
  let greatest = 0;
  for (let p = 0; p < powers.length; p++) {
    constant += powers[p]! * (Math.log(powers[p]! / hull.weights[p]!) - 1);
    greatest += powers[p]! * (53 * Math.LN2 + Math.abs(Math.log(scale.scale[p]!)));
  }
  return {
    scale,
    power: 1,
    better,
    rough(gains) {
      let sum = 0;
      for (let p = 0; p < powers.length; p++) {
        if (gains[p]! <= 0) return -Infinity;
        sum += powers[p]! * Math.log(gains[p]!);
      }
      return sum;
    },
    lower: (score) => score - greatest / 2 ** 46,
    threshold: (best) => best - constant,
  };
}

/** The most that one party can have while nobody is below its reservation. */
export function idealMeasure(scale: GainScale, power: number, party: number): Measure {
  return {
    scale,
    power,
    rough: (gains) => (gains.some((gain) => gain < 0) ? -Infinity : gains[party]!),
    lower: lowerGain,
    better(a, b) {
      if (a.some((gain) => gain < 0n)) return -1;
      return a[party]! > b[party]! ? 1 : a[party]! < b[party]! ? -1 : 0;
    },
    threshold: (best) => best,
    raised: [party],
    step: scale.scale[party]!,
  };
}

/** The greatest sum of gains on the common scale while nobody is below its reservation; `doubt`: how far a sum may be off. */
export function utilitarianMeasure(scale: GainScale, power: number, common: readonly bigint[], doubt: number): Measure {
  const total = (gains: readonly bigint[]) => gains.reduce((sum, gain, p) => sum + gain * common[p]!, 0n);
  return {
    scale,
    power,
    rough: (gains) => (gains.some((gain) => gain < 0) ? -Infinity : gains.reduce((sum, gain) => sum + gain, 0)),
    lower: (score) => score - doubt,
    better(a, b) {
      if (a.some((gain) => gain < 0n)) return -1;
      const [x, y] = [total(a), total(b)];
      return x > y ? 1 : x < y ? -1 : 0;
    },
    threshold: (best) => best,
  };
}
