/** What the bargaining solutions maximise, compared exactly in integers ([P12], [P13]). */
import { type Exact, gcd, parseExact } from "./exact.ts";
import type { Space } from "./space.ts";

/** Per party: whole multiples that put all parties' integer scales on one common scale of their own units. */
export function commonScale(space: Space): readonly bigint[] {
  const den = space.unit.reduce((lcm, unit) => (lcm / gcd(lcm, unit.den)) * unit.den, 1n);
  const steps = space.unit.map((unit) => unit.num * (den / unit.den));
  const common = steps.reduce((g, step) => gcd(g, step), 0n) || 1n;
  return steps.map((step) => step / common);
}

/** Lowest first, then the second lowest …: positive where a is better. */
export function compareLeximin(a: readonly bigint[], b: readonly bigint[]): number {
  const ascending = (values: readonly bigint[]) => [...values].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  return compareLexicographic(ascending(a), ascending(b));
}

export function compareLexicographic(a: readonly bigint[], b: readonly bigint[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! > b[k]! ? 1 : -1;
  return 0;
}

/** Products of gains to whole powers; negative gains never reach here. */
export function compareNash(a: readonly bigint[], b: readonly bigint[], exponents: readonly bigint[]): number {
  const product = (gains: readonly bigint[]) => gains.reduce((all, gain, p) => all * power(gain, exponents[p]!), 1n);
  const [x, y] = [product(a), product(b)];
  return x > y ? 1 : x < y ? -1 : 0;
}

function power(base: bigint, exponent: bigint): bigint {
  let product = 1n;
  for (let k = 0n; k < exponent; k++) product *= base;
  return product;
}

/** Bargaining weights as whole exponents in lowest terms; undefined where one is no positive number or they need more than 1,000. */
export function wholeExponents(weights: readonly Exact[]): readonly bigint[] | undefined {
  const read = weights.map(parseExact);
  if (read.some((weight) => !weight || weight.num <= 0n)) return undefined;
  const den = read.reduce((lcm, weight) => (lcm / gcd(lcm, weight!.den)) * weight!.den, 1n);
  const whole = read.map((weight) => weight!.num * (den / weight!.den));
  const common = whole.reduce((g, x) => gcd(g, x), 0n);
  const lowest = whole.map((x) => x / common);
  return lowest.every((x) => x <= 1000n) ? lowest : undefined;
}
