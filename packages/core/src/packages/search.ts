/**
 * The best package under a monotone measure of gains, certified without a frontier ([P14]): weights under which no
 * package does much better bound what is left to look at, and all of that is looked at.
 */
import type { Progress } from "../run/engine.ts";
import { compareLexicographic } from "./bargaining.ts";
import { type BranchLimits, type BranchOutcome, branchAndBound } from "./branch.ts";
import { climb } from "./climb.ts";
import { createDoubt } from "./gain-scale.ts";
import type { GainScale, HullOptimum } from "./hull.ts";
import { DIGITS, type Measure } from "./measures.ts";
import type { RegretVisitor, ScalarSolver } from "./scalar.ts";
import type { Certificate, Solution } from "./solutions.ts";
import { isAdditive, type Space, toUnits } from "./space.ts";

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
  const { scale, rough, lower } = measure;
  const sums = new Float64Array(P);
  const gains = new Float64Array(P);
  let bestScore = -Infinity;
  const best = createSorted(scale, measure.raised ?? []);
  const trial = createSorted(scale, measure.raised ?? []);
  let bestGains: bigint[] | undefined;
  let bestOptions: Int32Array | undefined;

  function consider(options: Int32Array, utilities: Float64Array, start: number): void {
    for (let p = 0; p < P; p++) gains[p] = (utilities[start + p]! - scale.disagreement[p]!) * scale.scale[p]!;
    const score = rough(gains);
    if (score === -Infinity || score < lower(bestScore)) return;
    if (measure.leximin && trial.write(gains).isClearlyWorse(best)) return;
    const exact = disagreement.map((d, p) => BigInt(utilities[start + p]!) - d);
    if (bestGains && (measure.better(exact, bestGains) || compareLexicographic(exact, bestGains)) <= 0) return;
    bestGains = exact;
    bestOptions = options.slice();
    bestScore = score;
    best.write(gains);
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
  // Once for the bound, once for what a package falls short of it.
  const slack = 2 * createDoubt(space, scale)(hull.weights);
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
  const branched = isAdditive(space) && raised && bestScore > -Infinity ? branch(raised) : undefined;
  function branch(by: readonly number[]): BranchOutcome {
    const question = { scale, raised: by, weights: hull.weights, bar, consider: take, progress };
    // The better the package that is to be beaten, the fewer branches the proof takes: half of them, measured.
    if (by.length > 1)
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
  const value = measure.threshold(bestScore) / measure.power;
  const bound = hull.bound / measure.power;
  const settings = branched ? branched.branches : solver.nodes;
  const certificate: Certificate = complete
    ? { kind: "search", weights: Array.from(hull.weights), bound, threshold: value, settings }
    : { kind: "bound", value, bound };
  const utilities = integers.map((value, p) => toUnits(space, p, value));
  return { solution: { utilities, integers, options: bestOptions, certificate }, complete };
}

/** Gains in rising order, each with whose it is. */
interface Sorted {
  readonly gains: Float64Array;
  readonly party: Int32Array;
  write(gains: Float64Array): Sorted;
  /**
   * Lowest gain first, by more than rounding: spares the exact comparison where many packages tie in the lowest. Gains of
   * two parties may seem equal and not be, unless their scales are one.
   */
  isClearlyWorse(than: Sorted): boolean;
}
function createSorted({ scale }: GainScale, of: readonly number[]): Sorted {
  const own = new Float64Array(of.length).fill(-Infinity);
  const party = Int32Array.from(of);
  const sorted: Sorted = {
    gains: own,
    party,
    write(gains) {
      for (const [k, p] of of.entries()) {
        const gain = gains[p]!;
        let place = k;
        for (; place > 0 && own[place - 1]! > gain; place--) {
          own[place] = own[place - 1]!;
          party[place] = party[place - 1]!;
        }
        own[place] = gain;
        party[place] = p;
      }
      return sorted;
    },
    isClearlyWorse(than) {
      for (let k = 0; k < own.length; k++) {
        const [a, b] = [own[k]!, than.gains[k]!];
        if (a < b - DIGITS * Math.max(Math.abs(a), Math.abs(b))) return true;
        if (a !== b || scale[party[k]!] !== scale[than.party[k]!]) return false;
      }
      return false;
    },
  };
  return sorted;
}
