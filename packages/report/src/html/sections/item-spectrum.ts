import type { Quantity } from "@demarche/core/brief";
import type { ItemFinding, PartyOnItem } from "@demarche/core/run";
import { itemMessages } from "../../messages/items.ts";
import { drawChart } from "../../svg/chart.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { drawMark, layOutPositionSpectrum, type PositionSpectrum } from "../../svg/position-spectrum.ts";
import { placeText, shareText } from "../../wording/index.ts";
import { figure } from "../figure.ts";
import { marksShown, spectrumOf, spreadWords } from "../figures/spectrum-of.ts";
import { anchor, type Paper } from "../paper.ts";
import { table } from "../table.ts";

const words = itemMessages.positions;

/** The position spectrum with the figures behind it; for a choice or slate the figures alone. */
export function writeItemSpectrum(paper: Paper, item: ItemFinding): Piece {
  const data = positionTable(paper, item);
  const spectrum = spectrumOf(paper, item);
  if (!spectrum) return data;
  const hasDensity = (spectrum.density ?? []).some((share) => share > 0);
  const caption = markup`${itemMessages.spectrum.caption}${hasDensity ? itemMessages.spectrum.captionDensity : ""}.${paper.notes.computed(`${paper.itemPointer(item.id)}/parties`)} ${legend(spectrum, item)}`;
  return figure(anchor("spectrum", item.id), caption, (place) => layOutPositionSpectrum(place, spectrum), data);
}

function legend(spectrum: PositionSpectrum, item: ItemFinding): Piece {
  return markup`<span class="legend">${marksShown(spectrum).map((mark) => {
    const sign = drawChart(
      { id: anchor(`mark-${mark.replace(" ", "-")}`, item.id), width: 16 },
      { height: 16, title: spectrum.words.marks[mark], description: "", body: drawMark(mark, 8, 8) },
      { "aria-hidden": "true" },
    );
    return markup`<span class="entry">${sign} ${spectrum.words.marks[mark]}</span>`;
  })}</span>`;
}

function positionTable(paper: Paper, item: ItemFinding): Piece {
  const ordered = item.options.some((option) => option.at !== undefined);
  return table({
    caption: markup`${words.caption(item.title)}.${paper.notes.computed(`${paper.itemPointer(item.id)}/parties`)}`,
    look: "data",
    columns: [
      { head: words.party },
      { head: ordered ? words.ideal : words.favours },
      { head: words.salience },
      { head: words.influence },
      { head: words.keepsOff, figures: true },
      { head: words.refuses, figures: true },
    ],
    rows: item.parties.map((party) => ({ cells: positionCells(paper, item, party, ordered) })),
  });
}

function positionCells(paper: Paper, item: ItemFinding, party: PartyOnItem, ordered: boolean): readonly Piece[] {
  const name = paper.index.nameOf(party.party);
  const unknown = itemMessages.spectrum.notKnown;
  const blocked = (share: number) => (share > 0 ? shareText(share) : "–");
  const wants = ordered ? party.ideal && spreadWords(party.ideal) : favourite(paper, item, party.party);
  return [
    party.role === "third" ? `${name} (${words.third})` : name,
    party.known && wants !== undefined ? wants : unknown,
    spreadWords(party.salience),
    spreadWords(party.influence),
    blocked(party.keepsOff),
    blocked(party.refuses),
  ];
}

/** On a choice or slate: what the party ranks first, what is given as its ideal, or what it values most. */
function favourite(paper: Paper, item: ItemFinding, party: string): string | undefined {
  const position = paper.index.position(item.id, party);
  const first = position?.ranks?.[0];
  if (first !== undefined) return paper.index.optionName(item.id, first);
  const ideal = position?.ideal?.value;
  if (ideal?.kind === "exact" && typeof ideal.value === "object")
    return paper.index.optionName(item.id, ideal.value.option);
  if (ideal !== undefined && ideal.kind !== "unknown") return placeText(paper.index, item.id, ideal);
  const values = Object.entries(position?.values ?? {}).flatMap(([option, value]) => {
    const middle = middleOf(value.value);
    return middle === undefined ? [] : [{ option, middle }];
  });
  const best = values.toSorted((a, b) => b.middle - a.middle)[0];
  return best && paper.index.optionName(item.id, best.option);
}

function middleOf(quantity: Quantity): number | undefined {
  switch (quantity.kind) {
    case "unknown":
      return undefined;
    case "exact":
      return quantity.value;
    case "triple":
      return quantity.likeliest;
    default:
      return (quantity.low + quantity.high) / 2;
  }
}
