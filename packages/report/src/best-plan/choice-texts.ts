/** What is said of a choice: its worth, what else one would do, what would turn it. */
import type { Condition, Id } from "@demarche/core/brief";
import type { ChoiceFinding } from "@demarche/core/search";
import { verdictOf } from "../html/verdict.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import {
  type BriefIndex,
  conditionText,
  insideSentence,
  listText,
  numberText,
  pointsSign,
  quoted,
  shareText,
} from "../wording/index.ts";
import type { Choice } from "./choices.ts";

const words = bestPlanMessages.why;
/** Moves named of what one would do instead. */
const mostNamed = 3;

/** What the interval says: an interval about nought is luck however small the worth; a sure worth that prints as nought is next to nothing. */
export function choiceVerdict(worth: ChoiceFinding["worth"]): "for" | "against" | "unclear" | "nothing" {
  const sign = pointsSign(worth);
  return sign === "unclear" ? sign : verdictOf(worth);
}

/** "if A, and B": what has been seen where a choice stands. */
export function seenText(index: BriefIndex, seen: readonly Condition[]): string {
  return listText(seen.map((condition) => conditionText(index, condition)));
}

/** What one would do without the choice, as an infinitive: "‘A’, then ‘B’", "do nothing more". */
export function insteadText(index: BriefIndex, instead: readonly Id[]): string {
  if (instead.length === 0) return words.insteadNothing;
  const named = instead.slice(0, mostNamed).map((move) => quoted(index.nameOf(move)));
  const more = instead.length - named.length;
  return named.join(words.next) + (more > 0 ? `, ${words.moreMoves(more)}` : "");
}

/**
 * At what chance of which assumption the choice would turn, as clauses after "would change if". Of a choice that the worlds
 * valued do not bear out nothing is said: what would turn it would only make it pay.
 */
export function turnTexts(index: BriefIndex, { why, seen }: Choice): readonly string[] {
  if (why.worth.value <= 0) return [];
  return why.turns.map(({ assumption, at, now }) => {
    const statement = insideSentence(index.assumptions.get(assumption)?.statement ?? index.nameOf(assumption));
    const [atText, nowText] = percentPair(at, now);
    const rises = at > now;
    const write = seen.length === 0 ? (rises ? words.above : words.below) : rises ? words.aboveHere : words.belowHere;
    return write(statement, atText, nowText);
  });
}

/** Percent as papers print them, or to the nearest whole where both would print the same. */
function percentPair(at: number, now: number): readonly [string, string] {
  const printed = [shareText(at / 100), shareText(now / 100)] as const;
  return printed[0] === printed[1] ? [`${numberText(at, 0)} %`, `${numberText(now, 0)} %`] : printed;
}
