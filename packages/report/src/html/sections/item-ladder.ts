import type { DateSpan } from "@demarche/core/brief";
import type { ChanceRange, ItemFinding } from "@demarche/core/run";
import { itemMessages } from "../../messages/items.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { dueText, quoted, shareText } from "../../wording/index.ts";
import { chanceCell } from "../chance-mark.ts";
import { leastShown, optionOf, reasonsFor } from "../outcome.ts";
import type { Paper } from "../paper.ts";
import { type Row, table } from "../table.ts";

const words = itemMessages.ladder;

/** Ask, rungs, worse and nothing, each with its wording, authority and chance. */
export function writeItemLadder(paper: Paper, item: ItemFinding): Piece {
  const { notes, yardstick } = paper;
  const pointer = paper.itemPointer(item.id);
  const row = (name: string, what: Piece, authority: Piece, range: ChanceRange, at: string): Row => ({
    cells: [name, what, authority, chanceCell(range, yardstick, notes.computed(`${pointer}/${at}`))],
  });
  const reasons = reasonsFor(paper, item)
    .filter((reason) => reason.share >= leastShown)
    .map((reason) => `${reason.text} ${shareText(reason.share)}`)
    .join("; ");
  return [
    table({
      caption: `${words.caption(item.title)}. ${words.widest(words.groups[item.widest])}`,
      columns: [
        { head: words.rung, width: 18 },
        { head: words.option, width: 36 },
        { head: words.authority, width: 22 },
        { head: words.chance, width: 24 },
      ],
      rows: [
        row(words.ask, optionText(paper, item, item.ask.option), "–", item.ask, "ask"),
        ...item.rungs.map((rung, j) =>
          row(
            words.nth(j + 1),
            optionText(paper, item, rung.id),
            authorityText(paper, item, rung.id),
            rung,
            `rungs/${j}`,
          ),
        ),
        row(item.rungs.length === 0 ? words.worseThanAsk : words.worse, "–", "–", item.worse, "worse"),
        row(words.none, reasons === "" ? "–" : reasons, "–", item.none, "none"),
      ],
    }),
  ];
}

function optionText(paper: Paper, item: ItemFinding, option: string): Piece {
  const wording = paper.index.option(item.id, option)?.words;
  const name = optionOf(paper, item, option);
  return wording === undefined ? name : markup`${name}<div class="wording">${quoted(wording)}</div>`;
}

function authorityText(paper: Paper, item: ItemFinding, option: string): Piece {
  const rung = paper.index.position(item.id, paper.us)?.fallbacks?.find((entry) => entry.option === option);
  const due = rung?.due === undefined ? undefined : endOf(rung.due);
  if (rung?.authority === undefined)
    return due === undefined ? words.authorityMissing : words.byWhen(words.authorityMissing, due);
  return words.byWhen(nameOr(paper, rung.authority), due);
}
/** Authority is free text, which may also be the name of a person of the brief. */
function nameOr(paper: Paper, text: string): string {
  return /^[a-z][a-z0-9-]*$/u.test(text) ? paper.index.nameOf(text) : text;
}
function endOf(span: DateSpan): string {
  return dueText(span) ?? span.text;
}
