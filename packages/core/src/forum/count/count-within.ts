/** Chooses how sets within limits are counted, after taking out all that needs no counting. */
import { countDense, denseCost } from "./dense.ts";
import { countByHalves, halvesCost, mostMembersByHalves } from "./halves.ts";
import { binomials, type LimitCounts, type LimitProblem, padded } from "./problem.ts";

export interface CountLimits {
  /** Most memory for a table (1 GiB). */
  readonly bytes?: number;
  /** Most steps (2·10¹⁰, a minute or so). */
  readonly steps?: number;
}

/** Undefined where it would take more than the limits. */
export function countWithin(problem: LimitProblem, limits: CountLimits = {}): LimitCounts | undefined {
  const { count, weights } = problem;
  if (problem.limits.some((limit) => limit < 0) || problem.largest < 0) return nothing(count);
  const fits = (i: number) => problem.limits.every((limit, d) => weights[d]![i]! <= limit);
  const seated = Array.from({ length: count }, (_, i) => i).filter(fits);
  const counts = countReduced(reduceDimensions(problem, seated), limits);
  if (counts === undefined) return undefined;
  const all = padded(counts.all, count + 1);
  // Who alone breaks a limit is in no set.
  const without: (readonly bigint[])[] = Array.from({ length: count }, () => all);
  const lengthened = new Map<readonly bigint[], readonly bigint[]>();
  seated.forEach((member, place) => {
    const list = counts.without[place]!;
    const long = lengthened.get(list) ?? padded(list, count + 1);
    lengthened.set(list, long);
    without[member] = long;
  });
  return { all, without };
}

function nothing(count: number): LimitCounts {
  const all = padded([], count + 1);
  return { all, without: Array.from({ length: count }, () => all) };
}

/** Limits that nobody reaches fall away, equal weights are a limit on the size, and common factors are divided out. */
function reduceDimensions({ weights, limits, largest }: LimitProblem, members: readonly number[]): LimitProblem {
  let most = Math.min(largest, members.length);
  const kept: { readonly weights: readonly number[]; readonly limit: number }[] = [];
  limits.forEach((limit, d) => {
    const own = members.map((member) => weights[d]![member]!);
    if (own.reduce((sum, w) => sum + w, 0) <= limit) return;
    if (own.every((w) => w === own[0])) {
      most = Math.min(most, Math.floor(limit / own[0]!));
      return;
    }
    const factor = own.reduce(commonFactor, 0);
    kept.push({ weights: own.map((w) => w / factor), limit: Math.floor(limit / factor) });
  });
  return {
    count: members.length,
    weights: kept.map((dimension) => dimension.weights),
    limits: kept.map(({ limit }) => limit),
    largest: most,
  };
}

function commonFactor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function countReduced(problem: LimitProblem, limits: CountLimits): LimitCounts | undefined {
  const { count, weights, largest } = problem;
  if (problem.limits.length === 0) {
    const upTo = (row: readonly bigint[]) => row.filter((_, t) => t <= largest);
    const one = upTo(binomials(Math.max(0, count - 1)));
    return { all: upTo(binomials(count)), without: Array.from({ length: count }, () => one) };
  }
  if (problem.limits.length === 1) {
    const total = weights[0]!.reduce((sum, w) => sum + w, 0);
    const other = total - problem.limits[0]! - 1;
    if (other < problem.limits[0]!) return countFromOutside(problem, other, limits);
  }
  return countByCheapest(problem, limits);
}

/** A set is within the limit exactly if what is outside it exceeds the rest; the smaller table is filled. */
function countFromOutside(problem: LimitProblem, limit: number, limits: CountLimits): LimitCounts | undefined {
  const { count, largest } = problem;
  const outside = countByCheapest({ ...problem, limits: [limit], largest: count }, limits);
  if (outside === undefined) return undefined;
  const [sets, setsOfOthers] = [binomials(count), binomials(count - 1)];
  const at = (list: readonly bigint[], t: number): bigint => list[t] ?? 0n;
  const sizes = Array.from({ length: largest + 1 }, (_, t) => t);
  const turned = new Map<readonly bigint[], readonly bigint[]>();
  const turn = (without: readonly bigint[]): readonly bigint[] => {
    const known = turned.get(without);
    if (known !== undefined) return known;
    const list = sizes.map((t) => at(setsOfOthers, t) - (at(outside.all, count - t) - at(without, count - t)));
    turned.set(without, list);
    return list;
  };
  return {
    all: sizes.map((t) => at(sets, t) - at(outside.all, count - t)),
    without: outside.without.map(turn),
  };
}

function countByCheapest(
  problem: LimitProblem,
  { bytes = 1_073_741_824, steps = 2e10 }: CountLimits,
): LimitCounts | undefined {
  const { count, limits } = problem;
  const dense = denseCost(problem);
  const halves = count <= mostMembersByHalves(limits.length) ? halvesCost(problem) : Number.POSITIVE_INFINITY;
  if (dense.bytes <= bytes && dense.steps <= Math.min(steps, halves)) return countDense(problem);
  return halves <= steps ? countByHalves(problem) : undefined;
}
