/**
 * The best package under a monotone measure of gains, certified without a frontier ([P14]): weights under which no
 * package does much better bound what is left to look at, and all of that is looked at.
 */
import { compareLexicographic } from "./bargaining.ts";
import { climb, type RoughScore } from "./climb.ts";
import { type CutRule, createCutPool } from "./cut-pool.ts";
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
  /** Weights that may replace the given ones deeper in the search (spaces without links). */
  rule?(best: () => number): CutRule;
}
export interface SearchOutcome {
  readonly solution: Solution | undefined;
  /** All that could be better was looked at. */
  readonly complete: boolean;
}

/** Share by which rough scores may be off. */
const ROUNDING = 1e-9;
const STARTS = 12;

export function searchBest(
  space: Space,
  solver: ScalarSolver,
  disagreement: readonly bigint[],
  measure: Measure,
  hull: Pick<HullOptimum, "weights" | "bound" | "met">,
  maxSettings: number,
): SearchOutcome {
  const P = space.parties.length;
  const { scale, rough } = measure;
  const sums = new Float64Array(P);
  const gains = new Float64Array(P);
  let bestScore = -Infinity;
  let bestGains: bigint[] | undefined;
  let bestOptions: Int32Array | undefined;

  function consider(options: Int32Array, utilities: Float64Array, start: number): void {
    for (let p = 0; p < P; p++) gains[p] = (utilities[start + p]! - scale.disagreement[p]!) * scale.scale[p]!;
    const score = rough(gains);
    if (score === -Infinity || score < lower(bestScore)) return;
    const exact = disagreement.map((d, p) => BigInt(utilities[start + p]!) - d);
    if (bestGains && (measure.better(exact, bestGains) || compareLexicographic(exact, bestGains)) <= 0) return;
    bestGains = exact;
    bestOptions = options.slice();
    bestScore = score;
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
  const rule = additive ? measure.rule?.(() => lower(bestScore)) : undefined;
  const pool = rule && createCutPool(space, solver.settled, scale, hull.weights, rule);
  const slack = ROUNDING * (1 + Math.abs(hull.bound));
  const visitor: RegretVisitor = {
    budget: hull.bound - least() + slack,
    hopeful(partial, start, depth) {
      for (let p = 0; p < P; p++)
        gains[p] = (partial[start + p]! + solver.rest[depth * P + p]! - scale.disagreement[p]!) * scale.scale[p]!;
      const most = rough(gains);
      if (most === -Infinity || most < lower(bestScore)) return false;
      return !pool?.prunes(partial, start, depth);
    },
    visit(options, utilities, start) {
      consider(options, utilities, start);
      visitor.budget = hull.bound - least() + slack;
    },
  };
  const complete = solver.enumerate(visitor, maxSettings);
  if (!bestOptions || !bestGains) return { solution: undefined, complete };
  const integers = bestGains.map((gain, p) => gain + disagreement[p]!);
  const certificate: Certificate = complete
    ? {
        kind: "search",
        weights: Array.from(hull.weights),
        bound: hull.bound,
        threshold: measure.threshold(bestScore),
        settings: solver.nodes,
      }
    : { kind: "bound", value: measure.threshold(bestScore), bound: hull.bound };
  const utilities = integers.map((value, p) => toUnits(space, p, value));
  return { solution: { utilities, integers, options: bestOptions, certificate }, complete };
}

const lower = (score: number): number => score - ROUNDING * (1 + Math.abs(score));
