import type { AgendaNode, Issue } from "@demarche/core/brief";
import { chanceInputText, listText, memo } from "../wording/index.ts";
import { type Block, cell, heading, paragraph, smallPrint, type Table } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";

function issuesIn(nodes: readonly AgendaNode[]): readonly Issue[] {
  return nodes.flatMap((node) => (node.type === "issue" ? [node] : issuesIn(node.items)));
}

/** What the others will table, with our answer; a missing answer is said to be missing. */
export function othersSection(context: MemoContext, rows: number): readonly Block[] {
  const { index, references } = context;
  const all = issuesIn(index.brief.othersWillTable);
  if (all.length === 0) return [heading(2, memo.others), paragraph([{ text: memo.othersNone }])];
  const titles = memo.othersColumns;
  const table: Table = {
    block: "table",
    columns: [
      { title: titles.number, width: 0.06 },
      { title: titles.item, width: 0.42 },
      { title: titles.by, width: 0.18 },
      { title: titles.chance, width: 0.14 },
      { title: titles.answer, width: 0.2 },
    ],
    rows: all
      .slice(0, rows)
      .map((issue) => [
        cell(index.numberOf(issue.id) ?? ""),
        cell(index.nameOf(issue.id), ...references.mark(issue.path)),
        cell(issue.by === undefined ? memo.notGiven : listText(issue.by.map((party) => index.shortName(party)))),
        cell(issue.chance === undefined ? memo.notGiven : chanceInputText(issue.chance.value)),
        cell(memo.answer[issue.answer ?? "unknown"]),
      ]),
  };
  const left = all.length - Math.min(rows, all.length);
  return [heading(2, memo.others), table, ...(left > 0 ? [smallPrint([{ text: memo.more(left, "A") }])] : [])];
}
