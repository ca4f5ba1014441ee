import type { DecisionRule, Forum } from "@demarche/core/brief";
import { contextMessages } from "../../messages/context.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { type BriefIndex, chanceInputText, conditionText, listText, numberText } from "../../wording/index.ts";
import { issueNames } from "../issue-names.ts";
import { anchor, type Paper } from "../paper.ts";
import { table } from "../table.ts";

const words = contextMessages.forums;

/** Each forum: who sits there, how it decides, whether it may break down, what it can settle and whose leave that takes. */
export function forumTable(paper: Paper): Piece {
  const { forums } = paper.index.brief;
  if (forums.length === 0) return undefined;
  return table({
    caption: `${words.caption}.`,
    columns: [
      { head: words.forum, width: 24 },
      { head: words.members, width: 22 },
      { head: words.rule, width: 20 },
      { head: words.breakdown, width: 12 },
      { head: words.competence, width: 22 },
    ],
    rows: forums.map((forum) => ({
      id: anchor("forum", forum.id),
      cells: [
        markup`${paper.index.nameOf(forum.id)}${paper.notes.sourced(forum.path)}${remarks(paper, forum)}`,
        forum.members === undefined ? words.all : listText(forum.members.map(paper.index.shortName)),
        ruleText(paper.index, forum.decisionRule),
        forum.breakdown === undefined ? words.never : chanceInputText(forum.breakdown.value),
        competenceText(paper, forum),
      ],
    })),
  });
}

function remarks(paper: Paper, forum: Forum): Piece {
  const names = (ids: readonly string[]) => listText(ids.map(paper.index.shortName));
  const lines = [
    forum.publicity && words.publicity[forum.publicity],
    forum.above && words.above(listText(forum.above.map(paper.index.nameOf))),
    forum.gatekeepers !== undefined && forum.gatekeepers !== "nobody" && words.gatekeepers(names(forum.gatekeepers)),
    forum.endsIf && words.ends(conditionText(paper.index, forum.endsIf)),
  ].filter((line) => typeof line === "string");
  return lines.length === 0 ? undefined : markup`<div class="why">${lines.join("; ")}</div>`;
}

/** How a forum decides, in words. */
export function ruleText(index: BriefIndex, rule: DecisionRule | undefined): string {
  if (rule === undefined) return words.rules.consensus;
  const at = rule.atLeast;
  const own =
    at === undefined
      ? words.rules[rule.kind]
      : rule.kind === "share"
        ? words.atLeastShare(Math.abs(at - 2 / 3) < 0.0001 ? words.twoThirds : `${numberText(at * 100)} %`)
        : words.atLeastCount(numberText(at));
  const more = [
    own,
    ...(rule.weights === undefined ? [] : [words.weighted]),
    ...(rule.veto === undefined || rule.veto.length === 0
      ? []
      : [words.veto(listText(rule.veto.map(index.shortName)))]),
  ].join("; ");
  return rule.and === undefined ? more : words.and(more, ruleText(index, rule.and));
}

function competenceText(paper: Paper, forum: Forum): Piece {
  if (forum.competence === undefined) return words.everything;
  return forum.competence.map(({ issue, chance, needs }) => {
    const marks = [
      ...(chance === undefined ? [] : [chanceInputText(chance.value)]),
      ...(needs === undefined || needs.length === 0 ? [] : [words.needs(listText(needs.map(paper.index.shortName)))]),
    ];
    return markup`<div>${issueNames(paper, [issue]).join(", ")}${marks.length > 0 && ` (${marks.join("; ")})`}</div>`;
  });
}
