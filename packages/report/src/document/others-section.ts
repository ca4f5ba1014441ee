import type { AgendaNode, Issue } from "@demarche/core/brief";
import { asSentence, chanceInputText, listText, memo } from "../wording/index.ts";
import { type Block, bold, bullets, heading, type Inline, paragraph } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";

function issuesIn(nodes: readonly AgendaNode[]): readonly Issue[] {
  return nodes.flatMap((node) => (node.type === "issue" ? [node] : issuesIn(node.items)));
}

function entry({ index, references }: MemoContext, issue: Issue): Inline {
  const by = issue.by === undefined ? memo.notGiven : listText(issue.by.map((party) => index.shortName(party)));
  const chance = issue.chance?.value;
  const likelihood = chance === undefined || chance.kind === "unknown" ? memo.chanceNotGiven : chanceInputText(chance);
  return [
    { text: `${index.numberOf(issue.id) ?? ""}  ` },
    bold(index.nameOf(issue.id)),
    ...references.mark(issue.path),
    { text: memo.othersEntry(by, likelihood) },
    {
      text: asSentence(memo.answer[issue.answer ?? "unknown"]).replace(/^./u, (first) => first.toLowerCase()),
      italic: true,
    },
  ];
}

/** What the others will table, with our answer; a missing answer is said to be missing. */
export function othersSection(context: MemoContext, rows: number): readonly Block[] {
  const all = issuesIn(context.index.brief.othersWillTable);
  if (all.length === 0) {
    const text = context.index.brief.othersTableNothing === true ? memo.othersNothing : memo.othersNone;
    return [heading(2, memo.others), paragraph([{ text }])];
  }
  const left = all.length - Math.min(rows, all.length);
  return [
    heading(2, left > 0 ? memo.moreInHeading(memo.others, left, "A") : memo.others),
    bullets(all.slice(0, rows).map((issue) => entry(context, issue))),
  ];
}
