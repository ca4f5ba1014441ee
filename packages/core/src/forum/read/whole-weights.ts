/** Decimals as written to whole numbers, exactly: 0.1 is a tenth, not the nearest double. */
import { type Fraction, fraction } from "../fraction.ts";

/** The number as it would be written, as a fraction; undefined where more than 15 digits may have been lost in reading. */
export function exactly(value: number): Fraction | undefined {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (found === null) return undefined;
  const [, sign, before, after = "", exponent = "0"] = found;
  const digits = `${before}${after}`.replace(/^0+/, "");
  if (digits.replace(/0+$/, "").length > 15) return undefined;
  const shift = Number(exponent) - after.length;
  if (Math.abs(shift) > 40) return undefined;
  const whole = BigInt(digits === "" ? "0" : digits) * (sign === "-" ? -1n : 1n);
  return shift >= 0 ? fraction(whole * tenTo(shift), 1n) : fraction(whole, tenTo(-shift));
}

function tenTo(exponent: number): bigint {
  return BigInt(`1${"0".repeat(exponent)}`);
}

export interface WholeWeights {
  readonly weights: readonly number[];
  /** A unit as written is this many of ours. */
  readonly factor: bigint;
}

/** Undefined where the sum goes beyond what a double counts exactly. */
export function toWhole(values: readonly Fraction[]): WholeWeights | undefined {
  const factor = values.reduce((least, { denominator }) => {
    const common = fraction(least, denominator);
    return common.numerator * denominator;
  }, 1n);
  const weights = values.map(({ numerator, denominator }) => (numerator * factor) / denominator);
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  return sum > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : { weights: weights.map(Number), factor };
}

/** Least whole number at or above. */
export function roundUp({ numerator, denominator }: Fraction): bigint {
  const down = numerator / denominator;
  return numerator > down * denominator ? down + 1n : down;
}
