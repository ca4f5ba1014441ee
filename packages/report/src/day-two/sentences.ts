/** What changed, as the memo and a screen say it in running text. */
import type { DayTwoFinding } from "@demarche/core/day-two";
import { dayTwoMessages as words } from "../messages/day-two.ts";
import { type BriefIndex, inputInside, insideSentence, quoted, shareText } from "../wording/index.ts";
import { changedAssumptions, changedForecasts, inputChangeText, turnedMoves } from "./rows.ts";

/** Assumptions first, then numbers, each the most changed first. */
export function learntTexts(index: BriefIndex, found: DayTwoFinding): readonly string[] {
  return [
    ...changedAssumptions(found).map(({ id, before, after }) =>
      words.memo.shift(words.memo.assumption(assumptionText(index, id)), words.to(shareText(before), shareText(after))),
    ),
    ...found.inputs.map((input) => words.memo.shift(inputInside(index, input.what), inputChangeText(input))),
  ];
}

/** For the inside of a sentence that begins with "that". */
export function assumptionText(index: BriefIndex, id: string): string {
  const statement = index.assumptions.get(id)?.statement;
  return statement === undefined ? words.learnt.holds(quoted(index.nameOf(id))) : insideSentence(statement);
}

/** Moves that now do harm, or that can no longer be made. */
export function moveNames(index: BriefIndex, found: DayTwoFinding, which: "harm" | "over"): readonly string[] {
  const moves = which === "harm" ? turnedMoves(found, "harm") : found.moves.filter(({ state }) => state === "over");
  return moves.map(({ move }) => quoted(index.nameOf(move)));
}

export function resolvedTexts(index: BriefIndex, found: DayTwoFinding): readonly string[] {
  return changedForecasts(found).flatMap(({ id, resolved }) => {
    if (resolved === undefined) return [];
    const forecast = index.brief.forecasts.find((entry) => entry.id === id);
    return [words.memo.forecast(forecast?.statement ?? index.nameOf(id), words.forecasts.verdicts[resolved])];
  });
}
