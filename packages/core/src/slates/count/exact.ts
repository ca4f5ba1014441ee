/** Sums and products of fractions. */
import { type Fraction, fraction } from "../../forum/fraction.ts";

export const nothing: Fraction = { numerator: 0n, denominator: 1n };

/** Whole numbers, which most votes are, need no common denominator. */
export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.denominator === 1n && b.denominator === 1n
    ? { numerator: a.numerator + b.numerator, denominator: 1n }
    : fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { ...b, numerator: -b.numerator });
export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);
/** @throws RangeError where `b` is 0 */
export const over = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);
/** Below 0, 0 or above. */
export function compare(a: Fraction, b: Fraction): number {
  if (a.denominator === b.denominator) return a.numerator < b.numerator ? -1 : a.numerator > b.numerator ? 1 : 0;
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const total = (list: readonly Fraction[]): Fraction => list.reduce(plus, nothing);
