/** The bargaining solutions without the frontier, for spaces where it is too large to be of use ([P14]). */
import type { Progress } from "../run/engine.ts";
import { commonScale, compareLeximin, compareNash } from "./bargaining.ts";
import type { Within } from "./frontier.ts";
import { createDoubt, evenUp } from "./gain-scale.ts";
import { createOracle, type GainScale, type HullOptimum, maximinOverMixtures, nashOverMixtures } from "./hull.ts";
import { setIndifferentAside, takeIndifferentBack } from "./indifferent.ts";
import { idealMeasure, type Measure, maximinMeasure, nashMeasure, utilitarianMeasure } from "./measures.ts";
import { partOf } from "./progress.ts";
import { createScalarSolver } from "./scalar.ts";
import { type SearchLimits, searchBest } from "./search.ts";
import { ratioMultiples, ratios, type Solution, type Solutions } from "./solutions.ts";
import { type Space, toUnits } from "./space.ts";
import { findUtilitarian } from "./utilitarian.ts";

type Hull = Pick<HullOptimum, "weights" | "bound" | "met">;

export interface SearchedSolutions extends Solutions {
  /** No package is acceptable to all, and which weights prove it: weights · gains are below zero throughout. */
  readonly emptyZone?: { readonly weights: readonly number[]; readonly bound: number };
  /** False: the ideal point is the best found, and Kalai–Smorodinsky rests on it uncertified. */
  readonly idealCertified?: boolean;
}
/** Twelve parties, thirty issues of ten options: a hundred thousand branches, a quarter of a second, as a rule; some take ten times as many. */
const LIMITS: SearchLimits = { settings: 60_000, branches: 2_000_000 };

export interface SearchSettings extends Partial<SearchLimits> {
  /** What the utilitarian package is taken over (`all`); the others are taken over the zone. */
  readonly within?: Within;
  /** Told how far it is. */
  readonly progress?: Progress | undefined;
}

/** Undefined: the graph of links is too wide, or integers pass 2^53. */
export function searchSolutions(
  space: Space,
  disagreement: readonly bigint[],
  exponents: readonly bigint[],
  settings: SearchSettings = {},
): SearchedSolutions | undefined {
  if (space.exact) return undefined;
  const without = setIndifferentAside(space);
  if (!without) return searchAmongAll(space, disagreement, exponents, settings);
  const { kept, same } = without;
  const denied = [...same].find(([p, value]) => value < disagreement[p]!);
  const own = <T>(values: readonly T[]): readonly T[] => kept.map((p) => values[p]!);
  const found = searchAmongAll(without.space, own(disagreement), own(exponents), settings);
  if (!found) return undefined;
  const whole = takeIndifferentBack(space, without, disagreement, found);
  if (!denied) return whole;
  // To one of them no package is acceptable: what it falls short by proves that there is no zone.
  const [party, value] = denied;
  const weights = space.parties.map((_, p) => (p === party ? 1 : 0));
  const emptyZone = { weights, bound: toUnits(space, party, value - disagreement[party]!) };
  const { utilitarian } = whole;
  return { disagreement, emptyZone, ...(utilitarian && settings.within !== "zone" && { utilitarian }) };
}

function searchAmongAll(
  space: Space,
  disagreement: readonly bigint[],
  exponents: readonly bigint[],
  { within = "all", progress, ...asked }: SearchSettings,
): SearchedSolutions | undefined {
  const limits = { ...LIMITS, ...asked };
  const solver = createScalarSolver(space);
  if (!solver) return undefined;
  const P = space.parties.length;
  const all = space.parties.map((_, p) => p);
  const from = Float64Array.from(disagreement, Number);
  const units: GainScale = {
    disagreement: from,
    scale: Float64Array.from(space.unit, ({ num, den }) => Number(num) / Number(den)),
  };
  const { scale, power } = evenUp(space, units.scale);
  const evenUnits: GainScale = { disagreement: from, scale };
  // Each search is as long as any other, for all that is known beforehand: one a party for its ideal, and one each for Nash, Kalai–Smorodinsky and egalitarian.
  const searches = P + 3;
  const next = (done: number) => partOf(progress, done / searches, (done + 1) / searches);
  const common = commonScale(space);
  const onCommon = (gains: readonly bigint[]) => gains.map((gain, p) => gain * common[p]!);
  const greatest = findUtilitarian(space, solver, common, limits.settings);
  const even = maximinOverMixtures(createOracle(solver, evenUnits), P);
  const doubt = createDoubt(space, evenUnits);
  const nowhere = () => ({ disagreement, ...(within === "all" && { utilitarian: greatest }) });
  if (even.bound < -doubt(even.weights))
    return { ...nowhere(), emptyZone: { weights: Array.from(even.weights), bound: even.bound / power } };
  const byLeximin = (a: readonly bigint[], b: readonly bigint[]) => compareLeximin(onCommon(a), onCommon(b));
  const search = (measure: Measure, hull: Hull, done: number) =>
    searchBest(space, solver, disagreement, measure, hull, limits, next(done));
  const egalitarian = search(maximinMeasure(evenUnits, power, all, byLeximin), even, 0).solution;
  // A package with a least gain below zero is outside the zone; with a certificate the zone is then empty.
  if (!egalitarian || egalitarian.integers.some((value, p) => value < disagreement[p]!)) return nowhere();

  const withEgalitarian = (hull: Hull): Hull => ({ ...hull, met: [...hull.met, egalitarian.options] });
  const ideals = space.parties.map((_, p) => {
    const hull = relaxIdeal(createOracle(solver, evenUnits), p, P);
    const met = [...hull.met, ...even.met, egalitarian.options];
    return search(idealMeasure(evenUnits, power, p), { ...hull, met }, p + 1);
  });
  const ideal = ideals.map(({ solution }, p) => solution!.integers[p]!);
  const idealCertified = ideals.every(({ complete }) => complete);
  const span = ideal.map((top, p) => top - disagreement[p]!);
  const multiples = ratioMultiples(span);
  const byRatios = (a: readonly bigint[], b: readonly bigint[]) =>
    compareLeximin(ratios(a, multiples), ratios(b, multiples));
  const gainers = all.filter((p) => span[p]! > 0n);
  const kalaiSmorodinsky = gainers.length === 0 ? egalitarian : findKalaiSmorodinsky();
  /** Parties that can gain nothing in the zone have no ratio, and are held to what they have ([P13]). */
  function findKalaiSmorodinsky(): Solution | undefined {
    const ratio = evenUp(
      space,
      units.scale.map((own, p) => (span[p]! > 0n ? 1 / Number(span[p]!) : own)),
    );
    const ratioScale: GainScale = { disagreement: from, scale: ratio.scale };
    const fair = maximinAmong(createOracle(solver!, ratioScale), gainers, P);
    const measure = maximinMeasure(ratioScale, ratio.power, gainers, byRatios);
    const found = search(measure, withEgalitarian(fair), searches - 2).solution;
    if (!found || idealCertified) return found;
    const value = Math.min(...gainers.map((p) => Number(found.integers[p]! - disagreement[p]!) / Number(span[p]!)));
    return { ...found, certificate: { kind: "bound", value, bound: fair.bound / ratio.power } };
  }
  let nash: Solution | undefined;
  // No package in which all gain: every product is nil, and ties go by leximin of ratios ([P12]).
  const nil = () => kalaiSmorodinsky ?? egalitarian;
  if (gainers.length === P && Math.min(...even.gains) > 0) {
    const powers = Float64Array.from(exponents, Number);
    const start = even.gains.map((gain) => gain / power);
    const mixed = nashOverMixtures(createOracle(solver, units), powers, [start]);
    const byNash = (a: readonly bigint[], b: readonly bigint[]) => compareNash(a, b, exponents) || byRatios(a, b);
    const product = search(nashMeasure(units, powers, mixed, byNash), withEgalitarian(mixed), searches - 1);
    nash = product.solution ?? (product.complete ? nil() : undefined);
  } else nash = nil();
  const met = [egalitarian, kalaiSmorodinsky, nash].flatMap((solution) => (solution ? [solution.options] : []));
  const utilitarian =
    within === "all" || greatest.integers.every((value, p) => value >= disagreement[p]!)
      ? greatest
      : searchBest(
          space,
          solver,
          disagreement,
          utilitarianMeasure(evenUnits, power, common, doubt(new Float64Array(P).fill(1))),
          relaxSum(createOracle(solver, evenUnits), P, met),
          limits,
        ).solution;
  return {
    disagreement,
    ideal,
    idealCertified,
    egalitarian,
    ...(utilitarian && { utilitarian }),
    ...(kalaiSmorodinsky && { kalaiSmorodinsky }),
    ...(nash && { nash }),
  };
}

/** Optimum over mixtures of the least gain of some parties, the others left aside: weights of theirs are nought. */
function maximinAmong(oracle: ReturnType<typeof createOracle>, some: readonly number[], P: number): Hull {
  const whole = new Float64Array(P);
  const gains = new Float64Array(P);
  const spread = (weights: Float64Array) => {
    some.forEach((p, k) => {
      whole[p] = weights[k]!;
    });
    return whole;
  };
  const narrow = {
    best(weights: Float64Array, into: Float64Array) {
      const found = oracle.best(spread(weights), gains);
      some.forEach((p, k) => {
        into[k] = gains[p]!;
      });
      return found;
    },
  };
  const { weights, bound, met } = maximinOverMixtures(narrow, some.length);
  return { weights: spread(weights).slice(), bound, met };
}

/** The most for one party: its weight is one, the others' are found. */
function relaxIdeal(oracle: ReturnType<typeof createOracle>, party: number, P: number): Hull {
  return relax(
    oracle,
    Float64Array.from({ length: P }, (_, p) => (p === party ? 1 : 0)),
    [],
  );
}
/** The greatest sum: no weight is below one. */
function relaxSum(oracle: ReturnType<typeof createOracle>, P: number, known: readonly Int32Array[]): Hull {
  return relax(oracle, new Float64Array(P).fill(1), known);
}

/**
 * Weights of at least `least` that bring the bound down, by a few subgradient steps; any of them is a valid bound on
 * what `least` · gains comes to where nobody is below its reservation.
 */
function relax(oracle: ReturnType<typeof createOracle>, least: Float64Array, known: readonly Int32Array[]): Hull {
  const gains = new Float64Array(least.length);
  let weights = least.slice();
  let best = { weights, bound: Infinity };
  const met: Int32Array[] = [];
  for (let step = 0; step < 60; step++) {
    const { value, options } = oracle.best(weights, gains);
    met.push(options);
    if (value < best.bound) best = { weights, bound: value };
    let norm = 0;
    for (let p = 0; p < least.length; p++) if (gains[p]! < 0 || weights[p]! > least[p]!) norm += gains[p]! * gains[p]!;
    if (norm === 0) break;
    const length = (0.05 * Math.abs(value)) / norm / (1 + step / 10);
    weights = Float64Array.from(weights, (weight, p) => Math.max(least[p]!, weight - length * gains[p]!));
  }
  return { ...best, met: [...met, ...known] };
}
