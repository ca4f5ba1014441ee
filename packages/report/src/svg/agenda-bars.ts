import { type Drawing, drawName, drawText, isNarrow, type Place } from "./chart.ts";
import { definePatterns, type Fill, fillWith } from "./ink.ts";
import { drawLadder, type LadderBar } from "./ladder-bar.ts";
import { element, join, type Piece } from "./markup.ts";
import { textWidth } from "./text-fit.ts";

export interface AgendaBars {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly { readonly name: string; readonly bar: LadderBar; readonly ask: string }[];
  readonly legend: readonly { readonly fill: Fill; readonly text: string }[];
  readonly words: { readonly ask: string };
}

/** The whole agenda on one picture: each item's outcomes as a bar, and the chance of the ask. */
export function layOutAgendaBars(place: Place, data: AgendaBars): Drawing {
  const narrow = isNarrow(place.width);
  const gutter = narrow ? 0 : 260;
  const right = Math.max(44, textWidth(data.words.ask, 11) + 8);
  const length = place.width - gutter - right - 8;
  const pitch = narrow ? 50 : 34;
  const used = [...new Set(data.rows.flatMap((row) => row.bar.shares.map((part) => part.fill)))];
  const bottom = 22 + data.rows.length * pitch;
  let x = 0;
  let y = bottom + 6;
  const legend = data.legend.map(({ fill, text }): Piece => {
    const width = 28 + textWidth(text, 11);
    if (x > 0 && x + width > place.width) {
      x = 0;
      y += 20;
    }
    const left = x;
    x += width + 16;
    return [
      element("rect", { x: left, y, width: 22, height: 12, fill: fillWith(place.id, fill), class: "framed" }),
      drawText(left + 28, y + 10, text, { size: 11, look: "muted" }),
    ];
  });
  const body: Piece = [
    definePatterns(place.id, [...new Set([...used, ...data.legend.map((entry) => entry.fill)])]),
    drawText(place.width, 11, data.words.ask, { size: 11, anchor: "end", look: "muted" }),
    data.rows.map((row, i) => {
      const top = 22 + i * pitch;
      const barTop = narrow ? top + 20 : top + 2;
      return [
        drawName(0, narrow ? top + 8 : barTop + 7, row.name, narrow ? place.width : gutter - 14),
        drawLadder(place.id, row.bar, gutter, barTop, length, 14),
        drawText(place.width, barTop + 12, row.ask, { anchor: "end", look: "strong" }),
      ];
    }),
    legend,
  ];
  return { height: y + 20, title: data.title, description: data.description, body: join([body]) };
}
