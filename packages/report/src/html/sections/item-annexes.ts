import type { Card } from "@demarche/core/brief";
import type { ItemFinding } from "@demarche/core/run";
import { itemMessages } from "../../messages/items.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { numberText, quantityText } from "../../wording/index.ts";
import { optionOf } from "../outcome.ts";
import type { Paper } from "../paper.ts";
import { annex, bullets, type Column, definitions, type Row, table } from "../table.ts";

/** Percent with one decimal: annexes give what was computed. */
const percent = (share: number) => `${numberText(share * 100)} %`;

/** The card, what comes out at every option, and what other models say: closed until asked for. */
export function writeItemAnnexes(paper: Paper, item: ItemFinding, withCard: boolean): Piece {
  return markup`<div class="annexes">${[withCard && writeCard(paper, item), writeOptions(paper, item), writeModels(paper, item)]}</div>`;
}

function writeCard(paper: Paper, item: ItemFinding): Piece {
  const words = itemMessages.card;
  const card: Card | undefined = paper.index.issues.get(item.id)?.inherited.card;
  if (!card) return undefined;
  const list = (lines: readonly string[] | undefined) =>
    lines === undefined || lines.length === 0 ? undefined : bullets(lines);
  return annex(
    words.summary,
    definitions([
      [words.objective, card.objective],
      [words.pointsToMake, list(card.pointsToMake)],
      [words.ifRaised, list(card.ifRaised)],
      [words.doNotSay, list(card.doNotSay)],
      [words.background, list(card.background)],
      [words.notToBeDisclosed, list(card.notToBeDisclosed)],
    ]),
  );
}

function writeOptions(paper: Paper, item: ItemFinding): Piece {
  const words = itemMessages.options;
  const { index, notes } = paper;
  if (item.options.length === 0) return undefined;
  const unordered = item.options.every((option) => option.at === undefined);
  const valuing = unordered
    ? (index.issues.get(item.id)?.positions ?? []).filter((position) => position.values !== undefined)
    : [];
  const columns: readonly Column[] = [
    { head: words.option },
    ...(unordered ? [] : [{ head: words.at, figures: true }]),
    { head: words.share, figures: true },
    ...valuing.map((position) => ({ head: words.values(index.shortName(position.party)), figures: true })),
  ];
  const rows = item.options.map(
    (option): Row => ({
      cells: [
        optionOf(paper, item, option.id),
        ...(unordered ? [] : [option.at === undefined ? "–" : numberText(option.at)]),
        percent(option.chance),
        ...valuing.map((position) => {
          const value = position.values?.[option.id];
          return value === undefined ? "–" : quantityText(value.value);
        }),
      ],
    }),
  );
  const caption = markup`${words.caption(item.title)}.${notes.computed(`${paper.itemPointer(item.id)}/options`)}`;
  const all = table({ caption, columns, rows, look: "data" });
  // a choice or slate has no picture: its options stand open
  return unordered ? all : annex(words.summary, all);
}

function writeModels(paper: Paper, item: ItemFinding): Piece {
  const words = itemMessages.models;
  const models = Object.entries(item.otherModels);
  if (models.length === 0) return undefined;
  const shown = {
    ask: item.ask.chance,
    rungs: item.rungs.map((rung) => rung.chance),
    worse: item.worse.chance,
    none: item.none.chance,
  };
  const line = (name: string, chances: typeof item.unshrunk): Row => ({
    cells: [
      name,
      percent(chances.ask),
      ...item.rungs.map((_, j) => percent(chances.rungs[j] ?? 0)),
      percent(chances.worse),
      percent(chances.none),
    ],
  });
  const caption = markup`${words.caption(item.title)}. ${words.note}${paper.notes.computed(`${paper.itemPointer(item.id)}/otherModels`)}`;
  return annex(
    words.summary,
    table({
      caption,
      look: "data",
      columns: [
        { head: words.model },
        { head: words.ask, figures: true },
        ...item.rungs.map((rung) => ({ head: optionOf(paper, item, rung.id), figures: true })),
        { head: words.worse, figures: true },
        { head: words.none, figures: true },
      ],
      rows: [
        line(words.shown, shown),
        line(words.exact, item.unshrunk),
        ...models.map(([model, chances]) => line(words.names[model] ?? model, chances)),
      ],
    }),
  );
}
