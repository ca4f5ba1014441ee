import type { ItemFinding } from "@demarche/core/run";
import { glanceMessages as words } from "../../messages/glance.ts";
import { headings } from "../../messages/headings.ts";
import { drawChart } from "../../svg/chart.ts";
import { layOutLadderBar } from "../../svg/ladder-bar.ts";
import { join, markup, type Piece } from "../../svg/markup.ts";
import { conditionText, shareText } from "../../wording/index.ts";
import { chanceCell } from "../chance-mark.ts";
import { blockersOf, ladderBarOf, leastShown, optionOf, reasonsFor } from "../outcome.ts";
import { anchor, ownItems, type Paper, type SectionWriter } from "../paper.ts";
import { type Row, table } from "../table.ts";
import { ladderLegend } from "./ladder-legend.ts";

/** Each item with its chances, why nothing may come of it, and who blocks. */
export const writeGlance: SectionWriter = (paper) => ({
  id: "glance",
  title: headings.glance,
  body: () => [
    markup`<p>${words.order}${ownItems(paper).length < paper.findings.items.length && ` ${words.others}`} ${ladderLegend(paper)}</p>`,
    table({
      caption: markup`${words.caption}.${paper.notes.computed("/items")}`,
      columns: [
        { head: words.item, width: 25 },
        { head: words.ask, width: 13 },
        { head: words.rungs, width: 19 },
        { head: words.worse, width: 11 },
        { head: words.none, width: 17 },
        { head: words.blocks, width: 15 },
      ],
      rows: paper.findings.items.map((item) => writeRow(paper, item)),
    }),
  ],
});

function writeRow(paper: Paper, item: ItemFinding): Row {
  const { yardstick } = paper;
  const id = `bar-${anchor("g", item.id)}`;
  const place = { id, width: 230 };
  const rungs: Piece =
    item.rungs.length === 0
      ? markup`<span class="quiet">${words.noRungs}</span>`
      : item.rungs.map(
          (rung, j) =>
            markup`<div class="rung"><span class="sign">${String(j + 1)}</span> ${optionOf(paper, item, rung.id)}: ${chanceCell(rung, yardstick)}</div>`,
        );
  const reasons = reasonsFor(paper, item).filter((reason) => reason.share >= leastShown);
  return {
    cells: [
      markup`<a href="${`#${anchor("item", item.id)}`}">${numbered(paper, item)}</a>${drawChart(place, layOutLadderBar(place, ladderBarOf(paper, item)))}`,
      markup`<div class="option">${optionOf(paper, item, item.ask.option)}:</div> ${chanceCell(item.ask, yardstick)}`,
      rungs,
      chanceCell(item.worse, yardstick),
      [
        chanceCell(item.none, yardstick),
        markup`<div class="why">${reasons.map((reason) => words.because1(reason.text, shareText(reason.share))).join("; ")}</div>`,
        droppedText(paper, item),
      ],
      blockersText(paper, item),
    ],
  };
}

function numbered(paper: Paper, item: ItemFinding): Piece {
  const number = paper.index.numberOf(item.id);
  return number === undefined
    ? item.title
    : markup`<span class="number">${number}</span> ${paper.index.nameOf(item.id)}`;
}

function droppedText(paper: Paper, item: ItemFinding): Piece {
  const unless = paper.index.issues.get(item.id)?.inherited.unless;
  if (unless === undefined || item.dropped < leastShown) return undefined;
  return markup`<div class="why">${words.dropped(shareText(item.dropped), conditionText(paper.index, unless))}</div>`;
}

function blockersText(paper: Paper, item: ItemFinding): Piece {
  const line = (
    party: string,
    share: number,
    they: (party: string, share: string) => string,
    we: (share: string) => string,
  ): Piece =>
    markup`<div>${party === paper.us ? we(shareText(share)) : they(paper.index.shortName(party), shareText(share))}</div>`;
  const blockers = blockersOf(item);
  if (blockers.length === 0) return markup`<span class="quiet">${words.noBlock}</span>`;
  return join(
    blockers.flatMap(({ party, keepsOff, refuses }) => [
      keepsOff >= 0.05 && line(party, keepsOff, words.keepsOff, words.weKeepOff),
      refuses >= 0.05 && line(party, refuses, words.refuses, words.weRefuse),
    ]),
  );
}
