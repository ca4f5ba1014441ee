import type { Unknown } from "@demarche/core/run";
import { headings } from "../../messages/headings.ts";
import { registerMessages } from "../../messages/register.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { layOutValueBars, type ValueBars } from "../../svg/value-bars.ts";
import { capitalise, inputText, numberText, pointsFine } from "../../wording/index.ts";
import { figure } from "../figure.ts";
import type { Paper, SectionWriter } from "../paper.ts";
import { placeLink } from "../place-link.ts";
import { annex, type Row, table } from "../table.ts";

const words = registerMessages.unknowns;
const inPicture = 10;
const inTable = 15;

export function unknownBarsOf(paper: Paper): ValueBars {
  const top = [...paper.findings.unknowns].sort((a, b) => Math.abs(b.swing) - Math.abs(a.swing)).slice(0, inPicture);
  return {
    title: words.title,
    description: words.describe(
      top.map((entry) => words.row(inputText(paper.index, entry.what), numberText(Math.abs(entry.swing)))).join("; "),
    ),
    bars: top.map((entry) => {
      const swing = Math.abs(entry.swing);
      return {
        name: capitalise(inputText(paper.index, entry.what)),
        value: swing,
        low: swing,
        high: swing,
        text: numberText(swing),
      };
    }),
    words: { axis: words.axis, typed: "" },
  };
}

/** Unknowns ranked: what the plan's value turns on, and what knowing would be worth. */
export const writeUnknowns: SectionWriter = (paper) => ({
  id: "unknowns",
  title: headings.unknowns,
  body: () => {
    const { unknowns } = paper.findings;
    if (unknowns.length === 0) return markup`<p>${words.none}</p>`;
    const bars = unknownBarsOf(paper);
    const ranked = [...unknowns].sort((a, b) => b.worth - a.worth);
    const rows = ranked.map((entry) => unknownRow(paper, entry));
    return [
      figure("unknowns", markup`${words.caption}.${paper.notes.computed("/unknowns")}`, (place) =>
        layOutValueBars(place, bars),
      ),
      unknownTable(paper, rows.slice(0, inTable)),
      rows.length > inTable && annex(words.rest(rows.length), unknownTable(paper, rows, "data")),
    ];
  },
});

function unknownTable(paper: Paper, rows: readonly Row[], look: "paper" | "data" = "paper"): Piece {
  return table({
    caption: markup`${words.tableCaption}.${paper.notes.computed("/unknowns")}`,
    look,
    columns: [
      { head: words.what, width: 50 },
      { head: words.group, width: 17 },
      { head: words.worth, width: 19, figures: true },
      { head: words.swing, width: 14, figures: true },
    ],
    rows,
  });
}

const worthText = ({ worth, low, high }: Unknown): string => pointsFine({ value: worth, low, high });

function unknownRow(paper: Paper, entry: Unknown): Row {
  return {
    cells: [
      markup`${capitalise(inputText(paper.index, entry.what))}<div class="place">${placeLink(paper, entry.path)}</div>`,
      words.groups[entry.group],
      worthText(entry),
      numberText(Math.abs(entry.swing)),
    ],
  };
}
