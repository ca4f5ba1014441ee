/** `share = digits/digits | digits%`: a part of a whole, 0..1. */
import { DIGITS, printNumber } from "./number.ts";
import type { Parsed } from "./parsed.ts";
import { fail } from "./parsed.ts";

const FRACTION = new RegExp(`^(${DIGITS})/(${DIGITS})$`, "u");
const PERCENT = new RegExp(`^(${DIGITS})%$`, "u");

export function parseShare(text: string): Parsed<number> {
  const fraction = FRACTION.exec(text);
  const percent = PERCENT.exec(text);
  if (fraction === null && percent === null)
    return fail("not-a-share", `\`${text}\` is not a share.`, "Write `2/3` or `55%`.");
  const share = fraction === null ? Number(percent![1]) / 100 : Number(fraction[1]) / Number(fraction[2]);
  if (!(share >= 0 && share <= 1))
    return fail("out-of-range", `\`${text}\` is not between nothing and the whole.`, "A share is at most `100%`.");
  return { value: share };
}

export function printShare(share: number): string {
  return `${printNumber(share * 100)}%`;
}
