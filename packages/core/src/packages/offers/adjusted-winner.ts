/** Adjusted Winner ([P23]; Brams & Taylor 1996): two parties, issues as divisible prizes. */
import { add, compare, divide, multiply, type Rational, toNumber } from "../exact.ts";
import type { Space } from "../space.ts";
import { maximaOf, minimaOf } from "../tables.ts";

export interface AdjustedWinner {
  /** Share of each issue that goes the first party's way, 0..1, in the issues' order. */
  readonly shares: readonly number[];
  /** Points of 100 that each party gets by its own values: equal. */
  readonly points: readonly [number, number];
  /** The issue that is split, if one is. */
  readonly split?: string;
}

const zero: Rational = { num: 0n, den: 1n };
const minus = (a: Rational, b: Rational): Rational => add(a, { num: -b.num, den: b.den });

/** Undefined: not two parties, links between issues, integers beyond 2^53, or a party to whom nothing matters. */
export function divideByAdjustedWinner(space: Space): AdjustedWinner | undefined {
  if (space.parties.length !== 2 || space.exact || space.boxes.length > 0) return undefined;
  if (space.factors.some((factor) => factor.scope.length !== 1)) return undefined;
  const worth = space.issues.map((): [Rational, Rational] => [zero, zero]);
  for (const factor of space.factors) {
    const [most, least] = [maximaOf(factor, 2), minimaOf(factor, 2)];
    for (const p of [0, 1] as const) worth[factor.scope[0]!]![p] = { num: BigInt(most[p]! - least[p]!), den: 1n };
  }
  const totals = [0, 1].map((p) => worth.reduce((sum, pair) => add(sum, pair[p]!), zero));
  if (totals.some((total) => total.num === 0n)) return undefined;
  const points = worth.map(
    (pair) => [0, 1].map((p) => divide(multiply(pair[p]!, { num: 100n, den: 1n }), totals[p]!)) as [Rational, Rational],
  );
  const shares = points.map(([a, b]): Rational => (compare(a, b) >= 0 ? { num: 1n, den: 1n } : zero));
  const score = (p: 0 | 1) =>
    points.reduce(
      (sum, pair, i) => add(sum, multiply(p === 0 ? shares[i]! : minus({ num: 1n, den: 1n }, shares[i]!), pair[p])),
      zero,
    );
  const leader = compare(score(0), score(1)) >= 0 ? 0 : 1;
  const other = leader === 0 ? 1 : 0;
  // From the leader, in order of how little more it values the issue than the other does.
  const order = points
    .map((pair, i) => ({ i, mine: pair[leader], theirs: pair[other] }))
    .filter(({ i, theirs }) => theirs.num > 0n && (leader === 0) === shares[i]!.num > 0n)
    .sort((x, y) => compare(multiply(x.mine, y.theirs), multiply(y.mine, x.theirs)) || x.i - y.i);
  let split: number | undefined;
  for (const { i, mine, theirs } of order) {
    const gap = minus(score(leader), score(other));
    if (gap.num <= 0n) break;
    // Moving the share x narrows the gap by x (mine + theirs).
    const whole = add(mine, theirs);
    const part = compare(whole, gap) <= 0 ? { num: 1n, den: 1n } : divide(gap, whole);
    if (part.num !== part.den) split = i;
    shares[i] = leader === 0 ? minus({ num: 1n, den: 1n }, part) : part;
  }
  return {
    shares: shares.map(toNumber),
    points: [toNumber(score(0)), toNumber(score(1))],
    ...(split === undefined ? {} : { split: space.issues[split]!.id }),
  };
}
