/** What a forum is worth to us against another, in a clause. */
import type { ValueRange } from "@demarche/core/run";
import { verdictOf } from "../html/verdict.ts";
import { forumsMessages as words } from "../messages/forums.ts";
import { pointsText } from "../wording/index.ts";

/** Nothing is said where there is nothing to compare. */
export function standingOf(name: string, over: ValueRange | undefined): string[] {
  if (over === undefined) return [];
  const verdict = verdictOf(over);
  if (verdict === "unclear" || verdict === "nothing") return [words.leader.unclear(name)];
  const { value, low, high } = over;
  return verdict === "for"
    ? [words.leader.for(name, pointsText(over))]
    : [words.leader.worse(name, pointsText({ value: -value, low: -high, high: -low }).replaceAll("+", ""))];
}
