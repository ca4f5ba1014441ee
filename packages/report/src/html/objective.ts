import { firstItems } from "../document/first-items.ts";
import { summaryMessages } from "../messages/summary.ts";
import type { Piece } from "../svg/markup.ts";
import { join, markup } from "../svg/markup.ts";
import { asSentence, dateText, insideSentence, memo, pointsSign, pointsText } from "../wording/index.ts";
import { ownItems, type Paper } from "./paper.ts";

/** The objective in two lines, in the memo's words: what is to be settled where, and what is wanted beyond the items. */
export function objectiveLines(paper: Paper): readonly Piece[] {
  const { index, findings, notes } = paper;
  const { head, goals } = index.brief;
  const forum = index.forums.get(head.forum ?? findings.items[0]?.forum ?? "");
  const table = memo.objectiveTable(
    forum === undefined ? memo.theTable : index.inProse(forum.id),
    forum?.dates === undefined ? "" : dateText(forum.dates),
    firstItems(index, ownItems(paper), findings.dayTwo),
  );
  const results = goals
    .filter((goal) => (goal.kind ?? "result") === "result" && goal.statement !== undefined)
    .slice(0, 2);
  const { overNone } = findings.plans.asWritten;
  const planned = Object.keys(findings.plans.without).length > 0;
  const second =
    results.length === 0
      ? !planned
        ? summaryMessages.noPlan
        : markup`${pointsSign(overNone) === "for" ? memo.objectiveAlone(pointsText(overNone)) : memo.objectiveWorth(pointsText(overNone))}${notes.computed("/plans/asWritten/overNone")}`
      : markup`${asSentence(memo.objectiveBeyond(results.map((goal) => insideSentence(goal.statement ?? "")).join("; ")))}${join(
          results.map((goal) => notes.sourced(goal.path)),
          " ",
        )}`;
  return [markup`${asSentence(table)}${notes.computed("/items")}`, second];
}
