import { asSentence, dateText, insideSentence, memo, pointsSign, pointsText } from "../wording/index.ts";
import { type Block, heading, paragraph, plain } from "./document.ts";
import { firstItems } from "./first-items.ts";
import type { MemoContext } from "./memo-context.ts";

const longest = 115; // characters in one printed line of the memo

/** The objective in two lines: what is to be settled where, and what is wanted beyond the items. */
export function objectiveSection(context: MemoContext): readonly Block[] {
  const { index, items, findings, best } = context;
  const { brief } = index;
  const forum = index.forums.get(brief.head.forum ?? items[0]?.forum ?? "");
  const table = memo.objectiveTable(
    forum === undefined ? memo.theTable : index.inProse(forum.id),
    forum?.dates === undefined ? "" : dateText(forum.dates),
    firstItems(index, items, findings.dayTwo),
  );
  const overNone = best?.overNone ?? findings.plans.asWritten.overNone;
  const results = brief.goals.filter((goal) => (goal.kind ?? "result") === "result" && goal.statement !== undefined);
  const statements: string[] = [];
  for (const goal of results) {
    const statement = insideSentence(goal.statement!);
    if ([...statements, statement].join("; ").length > longest) break;
    statements.push(statement);
  }
  const beyond =
    statements.length > 0
      ? memo.objectiveBeyond(statements.join("; "))
      : pointsSign(overNone) === "for"
        ? memo.objectiveAlone(pointsText(overNone))
        : memo.objectiveNoGoals;
  return [heading(2, memo.objective), paragraph(plain(asSentence(table))), paragraph(plain(asSentence(beyond)))];
}
