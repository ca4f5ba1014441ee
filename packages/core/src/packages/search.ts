/**
 * The best package under a monotone measure of gains, certified without a frontier ([P14]): weights under which no
 * package does much better bound what is left to look at, and all of that is looked at.
 */
import type { Progress } from "../run/engine.ts";
import { compareLexicographic } from "./bargaining.ts";
import { type BranchLimits, type BranchOutcome, branchAndBound } from "./branch.ts";
import { climb, type RoughScore } from "./climb.ts";
import type { GainScale, HullOptimum } from "./hull.ts";
import type { RegretVisitor, ScalarSolver } from "./scalar.ts";
import type { Certificate, Solution } from "./solutions.ts";
import { type Space, toUnits } from "./space.ts";

export interface Measure {
  readonly scale: GainScale;
  readonly rough: RoughScore;
  /** Exact order of gains on the integer scales; positive where the first is better. */
  better(a: readonly bigint[], b: readonly bigint[]): number;
  /** A package whose rough score is `best` or more has at least this for weights · gains. */
  threshold(best: number): number;
  /** Whose gain is raised while nobody is below zero, or the least of all: branch and bound knows how, where nothing is linked. */
  readonly raised?: number | "least";
  /** Least difference between two scores, where only the score counts. */
  readonly step?: number;
  /** Whether `better` is leximin of the scaled gains. */
  readonly leximin?: boolean;
}
export interface SearchLimits extends BranchLimits {
  /** Settings of an issue looked at in one enumeration. */
  readonly settings: number;
}
export interface SearchOutcome {
  readonly solution: Solution | undefined;
  /** All that could be better was looked at. */
  readonly complete: boolean;
}

/** The first look at what is likeliest to hold the best package; both measured. */
const HOPEFUL_SHARE = 0.4;
const HOPEFUL_BRANCHES = 100_000;
/** Share by which rough scores may be off. */
const ROUNDING = 1e-9;
const STARTS = 12;

export function searchBest(
  space: Space,
  solver: ScalarSolver,
  disagreement: readonly bigint[],
  measure: Measure,
  hull: Pick<HullOptimum, "weights" | "bound" | "met">,
  limits: SearchLimits,
  progress?: Progress,
): SearchOutcome {
  const P = space.parties.length;
  const { scale, rough } = measure;
  const sums = new Float64Array(P);
  const gains = new Float64Array(P);
  let bestScore = -Infinity;
  const bestSorted = new Float64Array(P).fill(-Infinity);
  let bestGains: bigint[] | undefined;
  let bestOptions: Int32Array | undefined;

  function consider(options: Int32Array, utilities: Float64Array, start: number): void {
    for (let p = 0; p < P; p++) gains[p] = (utilities[start + p]! - scale.disagreement[p]!) * scale.scale[p]!;
    const score = rough(gains);
    if (score === -Infinity || score < lower(bestScore)) return;
    if (measure.leximin && isClearlyWorse(gains, bestSorted)) return;
    const exact = disagreement.map((d, p) => BigInt(utilities[start + p]!) - d);
    if (bestGains && (measure.better(exact, bestGains) || compareLexicographic(exact, bestGains)) <= 0) return;
    bestGains = exact;
    bestOptions = options.slice();
    bestScore = score;
    bestSorted.set(gains);
    bestSorted.sort();
  }
  const improve = (start: Int32Array, pairs: boolean): void => {
    const options = start.slice();
    climb(space, solver, scale, rough, options, pairs);
    solver.evaluate(options, sums);
    consider(options, sums, 0);
  };
  for (const start of hull.met.slice(-STARTS)) improve(start, false);
  if (bestOptions) improve(bestOptions, true);

  const lifted = Float64Array.from(hull.weights, (weight, p) => weight * scale.scale[p]!);
  solver.solve(lifted);
  const least = () => (bestScore === -Infinity ? -Infinity : measure.threshold(lower(bestScore)));
  const additive = space.boxes.length === 0 && space.factors.every((factor) => factor.scope.length === 1);
  const slack = ROUNDING * (1 + Math.abs(hull.bound));
  const visitor: RegretVisitor = {
    budget: hull.bound - least() + slack,
    hopeful(partial, start, depth) {
      for (let p = 0; p < P; p++)
        gains[p] = (partial[start + p]! + solver.rest[depth * P + p]! - scale.disagreement[p]!) * scale.scale[p]!;
      const most = rough(gains);
      return most !== -Infinity && most >= lower(bestScore);
    },
    visit(options, utilities, start) {
      consider(options, utilities, start);
      visitor.budget = hull.bound - least() + slack;
    },
  };
  const take = (options: Int32Array): void => {
    solver.evaluate(options, sums);
    consider(options, sums, 0);
  };
  // Ties need not be looked at where only a better score counts, and scores move by whole steps.
  const bar = () => (measure.step === undefined ? lower(bestScore) : bestScore + measure.step / 2);
  const { raised } = measure;
  const branched = additive && raised !== undefined && bestScore > -Infinity ? branch(raised) : undefined;
  function branch(by: number | "least"): BranchOutcome {
    const party = by === "least" ? undefined : by;
    const question = { scale, party, weights: hull.weights, bar, consider: take, progress };
    // The better the package that is to be beaten, the fewer branches the proof takes: half of them, measured.
    if (by === "least")
      branchAndBound(space, question, {
        ...limits,
        branches: Math.min(HOPEFUL_BRANCHES, limits.branches),
        share: HOPEFUL_SHARE,
      });
    return branchAndBound(space, question, limits);
  }
  const complete = branched ? branched.complete : solver.enumerate(visitor, limits.settings);
  if (!bestOptions || !bestGains) return { solution: undefined, complete };
  progress?.(1);
  const integers = bestGains.map((gain, p) => gain + disagreement[p]!);
  const certificate: Certificate = complete
    ? {
        kind: "search",
        weights: Array.from(hull.weights),
        bound: hull.bound,
        threshold: measure.threshold(bestScore),
        settings: branched ? branched.branches : solver.nodes,
      }
    : { kind: "bound", value: measure.threshold(bestScore), bound: hull.bound };
  const utilities = integers.map((value, p) => toUnits(space, p, value));
  return { solution: { utilities, integers, options: bestOptions, certificate }, complete };
}

/** By more than rounding, lowest gain first: spares the exact comparison where many packages tie in the lowest. */
function isClearlyWorse(gains: Float64Array, bestSorted: Float64Array): boolean {
  const sorted = gains.slice().sort();
  for (let p = 0; p < sorted.length; p++) {
    const margin = ROUNDING * (1 + Math.abs(bestSorted[p]!));
    if (sorted[p]! < bestSorted[p]! - margin) return true;
    if (sorted[p]! > bestSorted[p]! + margin) return false;
  }
  return false;
}

const lower = (score: number): number => score - ROUNDING * (1 + Math.abs(score));
