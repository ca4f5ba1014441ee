import { asSentence, memo, messageText, typeset } from "../wording/index.ts";
import { type Block, bold, cell, heading, paragraph, plain, type Table } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";
import { rankedContradictions } from "./risks-section.ts";

/** Every contradiction, tension and gap with both its places in the brief. */
export function contradictionsAnnex(context: MemoContext): readonly Block[] {
  const all = rankedContradictions(context);
  if (all.length === 0) return [heading(1, memo.annexes.D), paragraph(plain(memo.contradictionsNone))];
  const titles = memo.contradictionColumns;
  const table: Table = {
    block: "table",
    columns: [
      { title: titles.kind, width: 0.13 },
      { title: titles.message, width: 0.36 },
      { title: titles.why, width: 0.28 },
      { title: titles.where, width: 0.23 },
    ],
    rows: all.map((entry) => [
      cell(bold(memo.severity[entry.severity])),
      cell(asSentence(messageText(context.index, entry.message))),
      cell(asSentence(typeset(entry.why))),
      entry.paths.map((path) => plain(path)),
    ]),
  };
  return [heading(1, memo.annexes.D), table];
}
