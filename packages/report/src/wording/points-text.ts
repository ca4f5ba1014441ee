import type { Spread3, ValueRange } from "@demarche/core/run";
import { messages } from "./messages.ts";
import { numberText, signedText } from "./number-text.ts";

function withUnit(text: string): string {
  const size = text.replace(/^[+−]/u, "");
  return messages.points(text, size === "1");
}

/** A worth in points with its 90 % interval: "+3.4 points (+1 to +5.8)". */
export function pointsText(range: ValueRange): string {
  const low = signedText(range.low);
  const high = signedText(range.high);
  const value = withUnit(signedText(range.value));
  return low === high ? value : `${value} (${messages.between(low, high)})`;
}

/** The same for narrow columns, without its unit: "+3.4 (+1 to +5.8)"; the interval is dropped where it prints as the value. */
export function pointsCompact(range: ValueRange): string {
  const [value, low, high] = [signedText(range.value), signedText(range.low), signedText(range.high)];
  return low === value && high === value ? value : `${value} (${messages.between(low, high)})`;
}

/** The same of what may be small: below a printed step it says so, and not that it is nought. */
export function pointsFine(range: ValueRange): string {
  const small = Math.abs(range.value) < step / 2;
  if (!small || pointsSign(range) === "unclear") return pointsCompact(range);
  return range.value > 0 ? messages.underStep(signedText(step)) : messages.aboveStep(signedText(-step));
}

/** Points are printed to tenths: the inputs bear no more. */
const step = 0.1;

/** The number alone, for tables: "+3.4". */
export function pointsShort(value: number): string {
  return signedText(value);
}

/** A level (not a difference): "52.3 points (51.9 to 52.7)". */
export function levelText(range: ValueRange): string {
  const value = withUnit(numberText(range.value));
  const low = numberText(range.low);
  const high = numberText(range.high);
  return low === high ? value : `${value} (${messages.between(low, high)})`;
}

/** A drawn input in points: "2 to 6 points, middle 4". */
export function spreadText(spread: Spread3): string {
  const low = signedText(spread.low);
  const high = signedText(spread.high);
  return withUnit(low === high ? low : messages.between(low, high));
}

/** What the interval says about the sign: "for" wholly above nought, "against" wholly below, else "unclear". */
export function pointsSign(range: ValueRange): "for" | "against" | "unclear" {
  return range.low > 0 ? "for" : range.high < 0 ? "against" : "unclear";
}
