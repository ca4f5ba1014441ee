/** The bargaining solutions without the frontier, for spaces where it is too large to be of use ([P14]). */
import type { Progress } from "../run/engine.ts";
import { commonScale, compareLeximin, compareNash } from "./bargaining.ts";
import { createOracle, type GainScale, type HullOptimum, maximinOverMixtures, nashOverMixtures } from "./hull.ts";
import { partOf } from "./progress.ts";
import { createScalarSolver, type ScalarSolver } from "./scalar.ts";
import { type Measure, type SearchLimits, searchBest } from "./search.ts";
import { ratioMultiples, ratios, type Solution, type Solutions } from "./solutions.ts";
import { type Space, toUnits } from "./space.ts";

export interface SearchedSolutions extends Solutions {
  /** No package is acceptable to all, and which weights prove it: weights · gains are below zero throughout. */
  readonly emptyZone?: { readonly weights: readonly number[]; readonly bound: number };
  /** False: the ideal point is the best found, and Kalai–Smorodinsky rests on it uncertified. */
  readonly idealCertified?: boolean;
}
/** Twelve parties, thirty issues of ten options: a hundred thousand branches, a quarter of a second, as a rule; some take ten times as many. */
const LIMITS: SearchLimits = { settings: 60_000, branches: 2_000_000 };

/** Undefined: the graph of links is too wide, or integers pass 2^53. */
export function searchSolutions(
  space: Space,
  disagreement: readonly bigint[],
  exponents: readonly bigint[],
  limits: SearchLimits = LIMITS,
  progress?: Progress,
): SearchedSolutions | undefined {
  const solver = space.exact ? undefined : createScalarSolver(space);
  if (!solver) return undefined;
  const P = space.parties.length;
  const units: GainScale = {
    disagreement: Float64Array.from(disagreement, Number),
    scale: Float64Array.from(space.unit, ({ num, den }) => Number(num) / Number(den)),
  };
  // Each search is as long as any other, for all that is known beforehand: one a party for its ideal, and three.
  const searches = space.parties.length + 3;
  const next = (done: number) => partOf(progress, done / searches, (done + 1) / searches);
  const common = commonScale(space);
  const onCommon = (gains: readonly bigint[]) => gains.map((gain, p) => gain * common[p]!);
  const utilitarian = findUtilitarian(space, solver, common);
  const even = maximinOverMixtures(createOracle(solver, units), P);
  if (even.bound < 0 && isSurelyNegative(even)) {
    return { disagreement, utilitarian, emptyZone: { weights: Array.from(even.weights), bound: even.bound } };
  }
  const egalitarianMeasure = maximinMeasure(units, (a, b) => compareLeximin(onCommon(a), onCommon(b)));
  const egalitarian = searchBest(space, solver, disagreement, egalitarianMeasure, even, limits, next(0)).solution;
  // A package with a least gain below zero is outside the zone; with a certificate the zone is then empty.
  if (!egalitarian || egalitarian.integers.some((value, p) => value < disagreement[p]!))
    return { disagreement, utilitarian };

  const ideals = space.parties.map((_, p) =>
    findIdeal(space, solver, disagreement, units, p, [...even.met, egalitarian.options], limits, next(p + 1)),
  );
  const ideal = ideals.map(({ solution }, p) => solution!.integers[p]!);
  const idealCertified = ideals.every(({ complete }) => complete);
  const span = ideal.map((top, p) => top - disagreement[p]!);
  const multiples = ratioMultiples(span);
  const ratioScale: GainScale = {
    disagreement: units.disagreement,
    scale: Float64Array.from(span, (width) => (width === 0n ? 0 : 1 / Number(width))),
  };
  const positive = span.every((width) => width > 0n);
  let kalaiSmorodinsky: Solution | undefined;
  let nash: Solution | undefined;
  // No package in which all gain: every product is nil, and ties go by leximin of ratios where those were found ([P12]).
  const nil = () => kalaiSmorodinsky ?? egalitarian;
  if (positive) {
    const fair = maximinOverMixtures(createOracle(solver, ratioScale), P);
    const measure = maximinMeasure(ratioScale, (a, b) => compareLeximin(ratios(a, multiples), ratios(b, multiples)));
    const found = searchBest(
      space,
      solver,
      disagreement,
      measure,
      { ...fair, met: [...fair.met, egalitarian.options] },
      limits,
      next(searches - 2),
    ).solution;
    kalaiSmorodinsky =
      found && !idealCertified
        ? { ...found, certificate: { kind: "bound", value: fairShare(found, disagreement, span), bound: fair.bound } }
        : found;
    const powers = Float64Array.from(exponents, Number);
    if (Math.min(...even.gains) > 0) {
      const mixed = nashOverMixtures(createOracle(solver, units), powers, [even.gains]);
      const byNash = (a: readonly bigint[], b: readonly bigint[]) =>
        compareNash(a, b, exponents) || compareLeximin(ratios(a, multiples), ratios(b, multiples));
      const met = [...mixed.met, egalitarian.options];
      const found = searchBest(
        space,
        solver,
        disagreement,
        nashMeasure(units, powers, mixed, byNash),
        { ...mixed, met },
        limits,
        next(searches - 1),
      );
      nash = found.solution ?? (found.complete ? nil() : undefined);
    } else nash = nil();
  } else nash = nil();
  return {
    disagreement,
    ideal,
    idealCertified,
    egalitarian,
    utilitarian,
    ...(kalaiSmorodinsky && { kalaiSmorodinsky }),
    ...(nash && { nash }),
  };
}

/** The least ratio gain / ideal gain of a package. */
const fairShare = ({ integers }: Solution, disagreement: readonly bigint[], span: readonly bigint[]): number =>
  Math.min(...integers.map((value, p) => Number(value - disagreement[p]!) / Number(span[p]!)));

const isSurelyNegative = (hull: HullOptimum) => hull.bound < -1e-9 * (1 + Math.max(...hull.gains.map(Math.abs)));

function maximinMeasure(scale: GainScale, better: Measure["better"]): Measure {
  return {
    scale,
    better,
    rough(gains) {
      let least = Infinity;
      for (let p = 0; p < gains.length; p++) if (gains[p]! < least) least = gains[p]!;
      return least;
    },
    threshold: (best) => best,
    raised: "least",
    leximin: true,
  };
}

/** Σ w log g lies below its tangent at the mixture's optimum, whose slopes are the hull's weights. */
function nashMeasure(scale: GainScale, powers: Float64Array, hull: HullOptimum, better: Measure["better"]): Measure {
  let constant = 0;
  for (let p = 0; p < powers.length; p++) constant += powers[p]! * (Math.log(powers[p]! / hull.weights[p]!) - 1);
  return {
    scale,
    better,
    rough(gains) {
      let sum = 0;
      for (let p = 0; p < powers.length; p++) {
        if (gains[p]! <= 0) return -Infinity;
        sum += powers[p]! * Math.log(gains[p]!);
      }
      return sum;
    },
    threshold: (best) => best - constant,
  };
}

/** The most that one party can have while nobody is below its reservation. */
function findIdeal(
  space: Space,
  solver: ScalarSolver,
  disagreement: readonly bigint[],
  scale: GainScale,
  party: number,
  met: readonly Int32Array[],
  limits: SearchLimits,
  progress: Progress | undefined,
): ReturnType<typeof searchBest> {
  const P = space.parties.length;
  const weights = new Float64Array(P);
  weights[party] = 1;
  const rough = (gains: Float64Array): number => {
    for (let p = 0; p < P; p++) if (gains[p]! < -1e-12 * (1 + Math.abs(gains[party]!))) return -Infinity;
    return gains[party]!;
  };
  const better = (a: readonly bigint[], b: readonly bigint[]) => {
    if (a.some((gain) => gain < 0n)) return -1;
    return a[party]! > b[party]! ? 1 : a[party]! < b[party]! ? -1 : 0;
  };
  const measure: Measure = {
    scale,
    rough,
    better,
    threshold: (best) => best,
    raised: party,
    step: scale.scale[party]!,
  };
  const hull = relaxIdeal(createOracle(solver, scale), party, P);
  return searchBest(space, solver, disagreement, measure, { ...hull, met: [...hull.met, ...met] }, limits, progress);
}

/** Weights on the others' gains that bring the bound down, by a few subgradient steps; any of them is a valid bound. */
function relaxIdeal(
  oracle: ReturnType<typeof createOracle>,
  party: number,
  P: number,
): Pick<HullOptimum, "weights" | "bound" | "met"> {
  const gains = new Float64Array(P);
  let weights = new Float64Array(P);
  weights[party] = 1;
  let best = { weights, bound: Infinity };
  const met: Int32Array[] = [];
  for (let step = 0; step < 60; step++) {
    const { value, options } = oracle.best(weights, gains);
    met.push(options);
    if (value < best.bound) best = { weights, bound: value };
    let norm = 0;
    for (let p = 0; p < P; p++) if (p !== party && (gains[p]! < 0 || weights[p]! > 0)) norm += gains[p]! * gains[p]!;
    if (norm === 0) break;
    const length = (0.05 * Math.abs(value)) / norm / (1 + step / 10);
    weights = Float64Array.from(weights, (weight, p) => (p === party ? 1 : Math.max(0, weight - length * gains[p]!)));
  }
  return { ...best, met };
}

function findUtilitarian(space: Space, solver: ScalarSolver, common: readonly bigint[]): Solution {
  const weights = Float64Array.from(common, Number);
  const bound = solver.solve(weights);
  const options = solver.best();
  const sums = new Float64Array(common.length);
  solver.evaluate(options, sums);
  const integers = Array.from(sums, BigInt);
  return {
    utilities: integers.map((value, p) => toUnits(space, p, value)),
    integers,
    options,
    certificate: { kind: "search", weights: Array.from(weights), bound, threshold: bound, settings: 0 },
  };
}
