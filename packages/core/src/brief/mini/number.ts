/** `number = ["-"] digits`, `digits = digit {digit} ["." digit {digit}]`: no plus, exponent, comma, bare point or blank. */
import type { Parsed } from "./parsed.ts";
import { fail } from "./parsed.ts";

export const DIGITS = "[0-9]+(?:\\.[0-9]+)?";
export const NUMBER = `-?${DIGITS}`;
const NUMBER_ONLY = new RegExp(`^${NUMBER}$`, "u");

export function parseNumber(text: string): Parsed<number> {
  if (NUMBER_ONLY.test(text)) {
    const value = Number(text);
    if (Number.isFinite(value)) return { value };
    return fail("out-of-range", "This number is longer than any that can be reckoned with (about 300 digits).");
  }
  return fail("not-a-number", `\`${text}\` is not a number.`, hintNumber(text));
}

/** Why a text that was meant as a number is not one. */
export function hintNumber(text: string): string {
  if (text.startsWith("+")) return "A sign `+` stands only in effects, where a change is meant.";
  if (/[0-9],[0-9]/u.test(text)) return "Numbers have a point, and no comma: `1000`, `2.5`.";
  if (/^-?\.[0-9]|[0-9]\.$/u.test(text)) return "A digit stands on both sides of the point: `0.5`.";
  if (/[0-9]e/iu.test(text)) return "Write the number out, without an exponent.";
  if (/%/u.test(text)) return "No percent sign here: write the number alone.";
  return "Numbers are written like `35`, `-2` or `2.5`.";
}

/** The shortest text that reads back as this number; numbers of a brief are finite. */
export function printNumber(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return value.toFixed(20).replace(/\.?0+$/u, "");
}
