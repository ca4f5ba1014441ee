/** In effects: `+5..+25` (every number signed) changes what was; an unsigned form replaces it. */
import type { Chance, Change, Place, Quantity } from "../brief.ts";
import { printChance } from "./chance.ts";
import { DIGITS, printNumber } from "./number.ts";
import type { Parsed } from "./parsed.ts";
import { fail } from "./parsed.ts";
import { printPlace } from "./place.ts";
import { parseSpread, printSpread } from "./spread.ts";

const SIGNED = new RegExp(`^[+-]${DIGITS}$`, "u");
const ANY_SIGN = /(?:^|\.\.|\s)[+]|(?:^|\.\.)[-]/u;

/** Reads a change; `replacement` reads the unsigned form, `percent` asks for one `%` behind. */
export function parseChange<T extends Place | Chance>(
  text: string,
  replacement: (text: string) => Parsed<T>,
  percent: boolean,
): Parsed<Change> {
  if (!ANY_SIGN.test(text)) {
    const parsed = replacement(text);
    return "problem" in parsed ? parsed : { value: { relative: false, to: parsed.value } };
  }
  if (percent && !text.endsWith("%"))
    return fail(
      "chance-without-percent",
      `\`${text}\`: a change of a chance has a percent sign.`,
      `Write \`${text}%\`: percentage points.`,
    );
  const body = percent ? text.slice(0, -1) : text;
  const parsed = parseSpread(body, (piece): Parsed<number> => {
    if (SIGNED.test(piece)) return { value: Number(piece) };
    return fail(
      "mixed-signs",
      `\`${text}\`: either every number has a sign, or none has.`,
      "`+5..+25` changes what was by that much; `5..25` replaces it.",
    );
  });
  if ("problem" in parsed) return parsed;
  return { value: { relative: true, by: parsed.value } };
}

function printSigned(value: number): string {
  return value < 0 || Object.is(value, -0) ? `-${printNumber(Math.abs(value))}` : `+${printNumber(value)}`;
}

export function printChange(change: Change, percent: boolean): string {
  if (change.relative) return `${printSpread(change.by as Quantity, printSigned)}${percent ? "%" : ""}`;
  return percent ? printChance(change.to as Chance) : printPlace(change.to as Place);
}
