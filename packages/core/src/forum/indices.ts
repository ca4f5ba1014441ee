/** Shapley–Shubik and Banzhaf indices, exactly. SPEC.md [P1], [P2]. */
import { binomials } from "./count/problem.ts";
import { type Fraction, fraction, greatestCommonDivisor } from "./fraction.ts";
import type { Profile } from "./profile.ts";

export interface PowerIndices {
  /** By member; sums to 1 where anything can be adopted that is not adopted anyway. */
  readonly shapleyShubik: readonly Fraction[];
  /** Normalised: shares of all swings. */
  readonly banzhaf: readonly Fraction[];
  /** Share of the coalitions of the others in which a member's vote decides (Penrose; absolute Banzhaf). */
  readonly decides: readonly Fraction[];
  readonly winningCoalitions: bigint;
}

export function powerIndices({ size, winning, swings }: Profile): PowerIndices {
  const totals = onceEach(swings, (list) => list.reduce((sum, number) => sum + number, 0n));
  const allSwings = totals.reduce((sum, number) => sum + number, 0n);
  const zero = fraction(0n, 1n);
  const orders = ordersOf(size);
  return {
    shapleyShubik: onceEach(swings, (list) =>
      fraction(
        list.reduce((sum, number, s) => sum + number * orders.shares[s]!, 0n),
        orders.whole,
      ),
    ),
    banzhaf: onceEach(totals, (total) => (allSwings === 0n ? zero : fraction(total, allSwings))),
    decides: onceEach(totals, (total) => fraction(total, 1n << BigInt(Math.max(0, size - 1)))),
    winningCoalitions: winning.reduce((sum, number) => sum + number, 0n),
  };
}

/**
 * A swing with s others counts s!·(n − 1 − s)!/n! = 1 / (n·C(n − 1, s)) of all orders. Over lcm(1..n) all of these are whole:
 * numbers of about 1.44 n bits instead of the n·log n of n!.
 */
function ordersOf(size: number): { readonly shares: readonly bigint[]; readonly whole: bigint } {
  let whole = 1n;
  for (let k = 2n; k <= BigInt(size); k++) whole = (whole / greatestCommonDivisor(whole, k)) * k;
  const shares = size === 0 ? [] : binomials(size - 1).map((sets) => whole / (BigInt(size) * sets));
  return { shares, whole };
}

/** Members that cannot be told apart share an entry, and are worked out once. */
function onceEach<A, B>(entries: readonly A[], work: (entry: A) => B): readonly B[] {
  const known = new Map<A, B>();
  return entries.map((entry) => {
    const found = known.get(entry);
    if (found !== undefined) return found;
    const made = work(entry);
    known.set(entry, made);
    return made;
  });
}
