/** Forums compared as lines for a terminal. */
import type { Brief } from "@demarche/core/brief";
import type { ForumComparison } from "@demarche/core/compare-forums";
import { ruleText } from "../html/sections/forum-table.ts";
import { oftenText } from "../html/world-share.ts";
import { forumsMessages as words } from "../messages/forums.ts";
import { asSentence, type BriefIndex, indexBrief, pointsCompact, shareText } from "../wording/index.ts";
import { leader, nothingReasons } from "./forums-body.ts";
import { gapText, plannedLeader, planText } from "./planned-table.ts";

/** A table of texts; the first column is cut to fit, the others are set to the right. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
export interface ComparedText {
  readonly title: string;
  readonly table: TextTable;
  /** Paragraphs below it. */
  readonly lines: readonly string[];
}

export function forumsText(brief: Brief, comparisons: readonly ForumComparison[]): readonly ComparedText[] {
  const index = indexBrief(brief);
  return comparisons.map((comparison): ComparedText => {
    const { issue, ask, forums, worlds } = comparison;
    const hasPlans = forums.some(({ planned }) => planned !== undefined);
    const hasRungs = forums.some(({ rungs }) => rungs.length > 0);
    const column = words.terminal;
    return {
      title: words.terminal.title(index.nameOf(issue), index.optionName(issue, ask), worlds),
      table: {
        head: [
          words.forum,
          column.ask,
          ...(hasRungs ? [column.rungs] : []),
          column.worse,
          column.none,
          column.admitted,
          column.deadlock,
          column.againstUs,
          column.enough,
          column.over,
          ...(hasPlans ? [column.plannedAsk, column.plannedOver] : []),
        ],
        rows: forums.map((forum) => [
          index.nameOf(forum.forum),
          shareText(forum.ask),
          ...(hasRungs ? [shareText(forum.rungs.reduce((sum, { chance }) => sum + chance, 0))] : []),
          shareText(forum.worse),
          shareText(forum.none.chance),
          oftenText(forum.admitted),
          oftenText(forum.deadlock),
          oftenText(forum.againstUs),
          oftenText(forum.decides.enoughForAsk),
          forum.over === undefined ? words.first : pointsCompact(forum.over),
          ...(forum.planned === undefined
            ? []
            : [
                shareText(forum.planned.ask),
                forum.planned.over === undefined ? words.first : pointsCompact(forum.planned.over),
              ]),
        ]),
      },
      lines: [
        leader(comparison, index),
        ...[plannedLeader(comparison, index)].flatMap((line) => line ?? []),
        ...plans(comparison, index),
        ...forums.map((forum) =>
          words.terminal.nothing(
            index.nameOf(forum.forum),
            nothingReasons(forum, index).join("; "),
            asSentence(ruleText(index, index.forums.get(forum.forum)?.decisionRule)),
          ),
        ),
      ],
    };
  });
}

/** What is then done before each forum, and how far that is known to be the best. */
function plans({ forums }: ForumComparison, index: BriefIndex): readonly string[] {
  const first = forums[0]?.planned;
  if (first === undefined) return [];
  return [
    ...forums.flatMap(({ forum, planned }) =>
      planned === undefined
        ? []
        : [words.terminal.plan(index.nameOf(forum), asSentence(planText(planned, first, index)))],
    ),
    gapText(forums, index),
  ];
}
