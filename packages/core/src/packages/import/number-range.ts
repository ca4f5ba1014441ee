/** Options of a numeric range, as exact decimal text. */
import { add, compare, parseExact, powerOfTen } from "../exact.ts";

const MOST_OPTIONS = 10_000;

/** low, low + step, … up to high; undefined where a bound is missing, the step is not positive or there are too many. */
export function readNumberRange(low: string | undefined, high: string | undefined, step: string): string[] | undefined {
  const from = low === undefined ? undefined : parseExact(low);
  const to = high === undefined ? undefined : parseExact(high);
  const by = parseExact(step);
  if (!from || !to || !by || by.num <= 0n || compare(from, to) > 0) return undefined;
  const options: string[] = [];
  for (let value = from; compare(value, to) <= 0; value = add(value, by)) {
    if (options.length >= MOST_OPTIONS) return undefined;
    options.push(asDecimal(value.num, value.den));
  }
  return options;
}

/** Denominators here are products of powers of ten. */
function asDecimal(num: bigint, den: bigint): string {
  const places = den.toString().length + 20;
  const digits = String((num < 0n ? -num : num) * (powerOfTen(places) / den)).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return `${num < 0n ? "-" : ""}${digits.slice(0, -places)}${fraction === "" ? "" : `.${fraction}`}`;
}
