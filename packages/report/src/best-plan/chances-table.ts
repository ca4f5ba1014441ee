/** Chances on the agenda that the best plan changes by a printed step. */
import type { BestPlan } from "@demarche/core/search";
import { wordOf } from "../html/chance-mark.ts";
import { optionOf } from "../html/outcome.ts";
import { anchor, type Paper } from "../html/paper.ts";
import { type Row, table } from "../html/table.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { markup, type Piece } from "../svg/markup.ts";
import { shareText } from "../wording/index.ts";
import { changedItems, type ItemChange, isChanged, type Pair } from "./chances.ts";

const words = bestPlanMessages.chances;

export function writeChances(paper: Paper, best: BestPlan): Piece {
  if (paper.findings.items.length === 0) return undefined;
  const changed = changedItems(paper.findings, best);
  const rest = paper.findings.items.length - changed.length;
  const heading = markup`<h3>${words.heading}</h3>`;
  if (changed.length === 0) return [heading, markup`<p>${words.noChange}</p>`];
  return [
    heading,
    table({
      caption: markup`${words.caption}.${paper.notes.computed("/plans/best/items")}`,
      columns: [
        { head: words.item, width: 24 },
        { head: words.ask, width: 18 },
        { head: words.rungs, width: 26 },
        { head: words.worse, width: 14 },
        { head: words.none, width: 18 },
      ],
      rows: changed.map((change) => row(paper, change)),
    }),
    rest > 0 && markup`<p>${words.rest(rest)}</p>`,
  ];
}

function row(paper: Paper, { item, ask, rungs, worse, none }: ItemChange): Row {
  const { index, yardstick } = paper;
  const cell = (pair: Pair): Piece => {
    if (!isChanged(pair)) return markup`<span class="quiet">${shareText(pair.before)}</span>`;
    const [before, after] = [wordOf(pair.before, yardstick), wordOf(pair.after, yardstick)];
    return markup`<strong>${words.to(shareText(pair.before), shareText(pair.after))}</strong> <span class="word">${
      before === after ? before : words.to(before, after)
    }</span>`;
  };
  const option = (id: string) => optionOf(paper, item, id);
  return {
    cells: [
      markup`<a href="${`#${anchor("item", item.id)}`}">${index.nameOf(item.id)}</a>`,
      markup`<div class="option">${option(item.ask.option)}:</div> ${cell(ask)}`,
      rungs.length === 0
        ? markup`<span class="quiet">${words.noRungs}</span>`
        : rungs.map(
            (rung, r) =>
              markup`<div class="rung"><span class="sign">${String(r + 1)}</span> ${option(rung.id)}: ${cell(rung)}</div>`,
          ),
      cell(worse),
      cell(none),
    ],
  };
}
