/** `place = quantity with OPTION allowed for any number | mix`; `mix = digits% OPTION {"or" digits% OPTION}`, which sums to 100. */
import type { Place } from "../brief.ts";
import { isNameLike } from "./name.ts";
import { DIGITS, parseNumber, printNumber } from "./number.ts";
import type { Parsed } from "./parsed.ts";
import { fail } from "./parsed.ts";
import { parseSpread, printSpread } from "./spread.ts";

const PART = new RegExp(`^(${DIGITS})%\\s+(\\S+)$`, "u");
/** Percentages are typed with a few decimals at most; what is nearer to 100 than this is 100. */
const SUM_TOLERANCE = 1e-6;

export type Part = { readonly percent: number; readonly name: string };

/** `60% a or 40% b`: names with percentages that sum to 100. */
export function parseMix(text: string): Parsed<readonly Part[]> {
  const parts: Part[] = [];
  for (const piece of text.split(/\s+or\s+/u)) {
    const match = PART.exec(piece.trim());
    if (match === null)
      return fail("not-a-mix", `\`${piece}\` is no part of a mix.`, "Write `60% as-now or 40% break`.");
    parts.push({ percent: Number(match[1]), name: match[2]! });
  }
  const sum = parts.reduce((total, part) => total + part.percent, 0);
  if (Math.abs(sum - 100) > SUM_TOLERANCE)
    return fail(
      "mix-not-100",
      `The parts of \`${text}\` sum to ${printNumber(Math.round(sum * 1e6) / 1e6)} %, not to 100 %.`,
      "Every case must have its share.",
    );
  return { value: parts };
}

/** A place as written; whether its options exist is asked later. */
export function parsePlace(text: string): Parsed<Place> {
  if (/^[0-9.]+%\s/u.test(text)) {
    const mix = parseMix(text);
    if ("problem" in mix) return mix;
    return { value: { kind: "mix", parts: mix.value.map(({ percent, name }) => ({ percent, option: name })) } };
  }
  return parseSpread<number | { readonly option: string }>(text, (piece) => {
    if (isNameLike(piece)) return { value: { option: piece } };
    const parsed = parseNumber(piece);
    if ("value" in parsed) return parsed;
    const hint = "An option, a number, a range such as `20..clause`, a mix such as `60% a or 40% b`, or `unknown`.";
    return fail("not-a-place", `\`${piece === "" ? text : piece}\` is no place on the scale.`, hint);
  });
}

export function printPlace(place: Place): string {
  if (place.kind === "mix")
    return place.parts.map(({ percent, option }) => `${printNumber(percent)}% ${option}`).join(" or ");
  return printSpread(place, (bound) => (typeof bound === "number" ? printNumber(bound) : bound.option));
}
