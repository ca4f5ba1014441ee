/** Nash, Kalai–Smorodinsky, egalitarian and utilitarian packages, each with what certifies it ([P12]–[P14]). */
import { commonScale, compareLexicographic, compareLeximin, compareNash } from "./bargaining.ts";
import type { Frontier } from "./frontier.ts";
import { type Space, toUnits } from "./space.ts";

export type Certificate =
  /** Read from the whole frontier, so that nothing can have been missed. */
  | { readonly kind: "frontier"; readonly vectors: number }
  /**
   * No package has weights · gains above `bound`; a better one would need `threshold` or more; all of those were
   * looked at (none, where the threshold is above the bound). Weights and gains in the solution's own measure.
   */
  | {
      readonly kind: "search";
      readonly weights: readonly number[];
      readonly bound: number;
      readonly threshold: number;
      readonly settings: number;
    }
  /** Not certified: the search stopped; no package reaches more than `bound`, this one reaches `value`. */
  | { readonly kind: "bound"; readonly value: number; readonly bound: number };

export interface Solution {
  /** In the parties' own units, unrounded. */
  readonly utilities: readonly number[];
  readonly integers: readonly bigint[];
  /** Compiled options. */
  readonly options: Int32Array;
  readonly certificate: Certificate;
}
export interface Solutions {
  /** On the integer scales: the reservation, or the least utility where none was given ([P6]). */
  readonly disagreement: readonly bigint[];
  /** Most that each party can have in the zone, integer scales; absent where the zone is empty. */
  readonly ideal?: readonly bigint[];
  /** Absent where the zone is empty (the three are taken over it). */
  readonly nash?: Solution;
  readonly kalaiSmorodinsky?: Solution;
  readonly egalitarian?: Solution;
  /** Over the space that the frontier covers. */
  readonly utilitarian?: Solution;
}

/** Ordering of packages by their gains: positive where the first is better. */
type Better = (a: readonly bigint[], b: readonly bigint[]) => number;

/** All four from an exact frontier, whole or of the zone. `exponents`: bargaining weights, whole numbers. */
export function readSolutions(
  space: Space,
  frontier: Frontier,
  disagreement: readonly bigint[],
  exponents: readonly bigint[],
): Solutions {
  const P = space.parties.length;
  const certificate: Certificate = { kind: "frontier", vectors: frontier.size };
  const common = commonScale(space);
  const approximate = disagreement.map(Number);
  const zone = listZone(space, frontier);
  const gainsOf = (point: number): bigint[] => frontier.exactOf(point).map((value, p) => value - disagreement[p]!);
  const solution = (point: number): Solution => {
    const integers = frontier.exactOf(point);
    return {
      utilities: integers.map((value, p) => toUnits(space, p, value)),
      integers,
      options: frontier.packageOf(point),
      certificate,
    };
  };
  /** Best of the points by an exact order, looked for only among those whose rough score is within rounding of the best. */
  function pick(
    points: ArrayLike<number>,
    rough: (at: number) => number,
    better: Better,
    doubt: (top: number) => number = (top) => 1e-9 * (1 + Math.abs(top)),
  ): Solution | undefined {
    let top = -Infinity;
    for (let k = 0; k < points.length; k++) top = Math.max(top, rough(points[k]! * P));
    // Where integers pass 2^53 the rough scores may be far off: everything is compared exactly.
    const bar = space.exact ? -Infinity : top - doubt(top);
    let best = -1;
    let bestGains: bigint[] = [];
    for (let k = 0; k < points.length; k++) {
      if (!(rough(points[k]! * P) >= bar)) continue;
      const gains = gainsOf(points[k]!);
      if (best < 0 || (better(gains, bestGains) || compareLexicographic(gains, bestGains)) > 0) {
        best = points[k]!;
        bestGains = gains;
      }
    }
    return best < 0 ? undefined : solution(best);
  }

  const u = frontier.integers;
  const steps = space.unit.map(({ num, den }) => Number(num) / Number(den));
  const powers = exponents.map(Number);
  const byLeximin: Better = (a, b) => compareLeximin(scaled(a, common), scaled(b, common));
  const greatest = u.reduce((most, value, k) => Math.max(most, Math.abs(value * steps[k % P]!)), 0) * P;
  const utilitarian = pick(
    Int32Array.from({ length: frontier.size }, (_, k) => k),
    (at) => {
      let sum = 0;
      for (let p = 0; p < P; p++) sum += u[at + p]! * steps[p]!;
      return sum;
    },
    (a, b) => compareBig(total(scaled(a, common)), total(scaled(b, common))),
    // Great numbers may add up to a small one.
    () => 1e-12 * greatest,
  );
  if (zone.length === 0) return { disagreement, ...(utilitarian && { utilitarian }) };
  const ideal = idealOf(frontier, zone, P);
  const span = ideal.map((top, p) => top - disagreement[p]!);
  const ratioScale = ratioMultiples(span);
  const byRatios: Better = (a, b) => compareLeximin(ratios(a, ratioScale), ratios(b, ratioScale));
  const ratioSteps = span.map((width) => (width === 0n ? 0 : 1 / Number(width)));
  const least = (factors: readonly number[]) => (at: number) => {
    let low = Infinity;
    for (let p = 0; p < P; p++) if (factors[p]! > 0) low = Math.min(low, (u[at + p]! - approximate[p]!) * factors[p]!);
    return low === Infinity ? 0 : low;
  };
  const nash = pick(
    zone,
    (at) => {
      let sum = 0;
      for (let p = 0; p < P; p++) sum += powers[p]! * Math.log(Math.max(0, u[at + p]! - approximate[p]!));
      return sum === -Infinity ? -Number.MAX_VALUE : sum;
    },
    (a, b) => compareNash(a, b, exponents) || byRatios(a, b),
  );
  const egalitarian = pick(zone, least(steps), byLeximin);
  const kalaiSmorodinsky = pick(zone, least(ratioSteps), byRatios);
  return {
    disagreement,
    ideal,
    ...(nash && { nash }),
    ...(kalaiSmorodinsky && { kalaiSmorodinsky }),
    ...(egalitarian && { egalitarian }),
    ...(utilitarian && { utilitarian }),
  };
}

const scaled = (gains: readonly bigint[], by: readonly bigint[]) => gains.map((gain, p) => gain * by[p]!);
const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);
const compareBig = (a: bigint, b: bigint) => (a > b ? 1 : a < b ? -1 : 0);

/**
 * Multiples that turn gains into ratios gain / ideal gain on one whole scale; 0n marks a party that cannot gain in the
 * zone, which has no ratio and is left out ([P13]).
 */
export function ratioMultiples(span: readonly bigint[]): readonly bigint[] {
  const product = span.reduce((all, width) => (width === 0n ? all : all * width), 1n);
  return span.map((width) => (width === 0n ? 0n : product / width));
}
export function ratios(gains: readonly bigint[], multiples: readonly bigint[]): bigint[] {
  return scaled(gains, multiples).filter((_, p) => multiples[p] !== 0n);
}

/** Points of the frontier that no party values below its reservation. */
export function listZone(space: Space, frontier: Frontier): Int32Array {
  const P = space.parties.length;
  const kept: number[] = [];
  for (let k = 0; k < frontier.size; k++) {
    let inside = true;
    if (space.exact) {
      const wide = space.exact.reservation;
      inside = frontier.exactOf(k).every((value, p) => wide[p] === undefined || value >= wide[p]!);
    } else for (let p = 0; p < P; p++) if (frontier.integers[k * P + p]! < space.reservation[p]!) inside = false;
    if (inside) kept.push(k);
  }
  return Int32Array.from(kept);
}

function idealOf(frontier: Frontier, zone: Int32Array, P: number): bigint[] {
  const top = new Int32Array(P).fill(zone[0]!);
  for (const k of zone)
    for (let p = 0; p < P; p++) {
      const [x, y] = [frontier.integers[k * P + p]!, frontier.integers[top[p]! * P + p]!];
      if (x > y || (x === y && frontier.exactOf(k)[p]! > frontier.exactOf(top[p]!)[p]!)) top[p] = k;
    }
  return Array.from(top, (k, p) => frontier.exactOf(k)[p]!);
}
