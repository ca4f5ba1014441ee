/**
 * Exact numbers: decimals and fractions as written, never as the nearest double ([P1]).
 * A number given as a JavaScript number stands for its shortest decimal text, which is how it was written.
 */

/** `12`, `-0.25`, `1.5e-3`, `"3/7"`. */
export type Exact = number | string;
/** Lowest terms not required; `den` is positive. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
/** Exponents beyond this are refused: a hostile `1e9999999` must not fill the memory. */
const MAX_EXPONENT = 400;

const powersOfTen: bigint[] = [1n];
/** 10^k for 0 ≤ k. */
export function powerOfTen(k: number): bigint {
  for (let n = powersOfTen.length; n <= k; n++) powersOfTen.push(powersOfTen[n - 1]! * 10n);
  return powersOfTen[k]!;
}

/** Sums of numbers this long are still doubles when they are told. */
const MOST_DIGITS = 290;

/** The value of decimal or fraction text; undefined where it is not a finite number below 10^290. */
export function parseExact(value: Exact): Rational | undefined {
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return { num: BigInt(value), den: 1n };
    if (!Number.isFinite(value)) return undefined;
    return parseExact(String(value));
  }
  const slash = value.indexOf("/");
  if (slash >= 0) {
    const top = parseExact(value.slice(0, slash));
    const bottom = parseExact(value.slice(slash + 1));
    return top && bottom && bottom.num !== 0n ? divide(top, bottom) : undefined;
  }
  const match = DECIMAL.exec(value.trim());
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const shift = Number(exponent) - fraction.length;
  if (Math.abs(shift) > MAX_EXPONENT || whole.length > MAX_EXPONENT) return undefined;
  const digits = BigInt(`${whole}${fraction}`);
  if (digits !== 0n && String(digits).length + shift > MOST_DIGITS) return undefined;
  const num = sign === "-" ? -digits : digits;
  return shift >= 0 ? { num: num * powerOfTen(shift), den: 1n } : { num, den: powerOfTen(-shift) };
}

export const absolute = (a: bigint): bigint => (a < 0n ? -a : a);

/** Greatest common divisor, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export const multiply = (a: Rational, b: Rational): Rational => ({ num: a.num * b.num, den: a.den * b.den });
export const add = (a: Rational, b: Rational): Rational =>
  a.den === b.den ? { num: a.num + b.num, den: a.den } : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
export const divide = (a: Rational, b: Rational): Rational =>
  b.num < 0n ? { num: -a.num * b.den, den: -a.den * b.num } : { num: a.num * b.den, den: a.den * b.num };
/** Negative, zero or positive as a is below, at or above b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
/** Fraction text in lowest terms, readable by `parseExact`. */
export function writeExact(a: Rational): string {
  const g = gcd(a.num, a.den) || 1n;
  return a.den === g ? String(a.num / g) : `${a.num / g}/${a.den / g}`;
}

/** The double nearest to num/den (half a unit in the last place at worst twice, through text of 25 digits). */
export function toNumber({ num, den }: Rational): number {
  if (den === 1n) return Number(num);
  const negative = num < 0n;
  const magnitude = negative ? -num : num;
  // 25 significant digits of the quotient, then the engine's own correctly rounded reading of decimal text.
  const shift = 25 + Math.max(0, String(den).length - String(magnitude).length);
  const text = `${negative ? "-" : ""}${(magnitude * powerOfTen(shift)) / den}e-${shift}`;
  return Number(text);
}
