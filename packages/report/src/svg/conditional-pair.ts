import { type Drawing, drawLines, drawRule, drawText, isNarrow, lineHeight, type Place } from "./chart.ts";
import { element, formatNumber as f, join, type Piece } from "./markup.ts";
import { linearScale, type Scale } from "./scale.ts";
import { wrapText } from "./text-fit.ts";

export interface ConditionalRow {
  readonly name: string;
  /** 0..1. */
  readonly ifSo: number;
  readonly ifNot: number;
  /** As printed: "10 % → 25 %". */
  readonly text: string;
}
export interface ConditionalPair {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly ConditionalRow[];
  readonly words: { readonly ifSo: string; readonly ifNot: string };
}

/** For each rung, the chance if it is so (full disc) and if it is not (ring), on one line from 0 to 100 %. */
export function layOutConditionalPair(place: Place, data: ConditionalPair): Drawing {
  const narrow = isNarrow(place.width);
  const gutter = narrow ? 0 : 230;
  const scale = linearScale(0, 1, gutter + 14, place.width - (narrow ? 18 : 130));
  let y = 26;
  const rows = data.rows.map((row): Piece => {
    const label = narrow ? `${row.name}: ${row.text}` : row.name;
    const { lines } = wrapText(label, narrow ? place.width : gutter - 12, 12, 3);
    const block = lines.length * lineHeight();
    const middle = narrow ? y + block + 8 : y + block / 2 + 2;
    const top = y;
    y += narrow ? block + 22 : block + 10;
    return [
      drawLines(0, top + 12, lines, { look: narrow ? "halo" : "" }),
      drawPair(scale, row, middle),
      !narrow && drawText(place.width, middle + 4, row.text, { anchor: "end" }),
    ];
  });
  const body: Piece = [
    [0, 0.25, 0.5, 0.75, 1].map((tick) => [
      drawRule(scale.place(tick), 18, scale.place(tick), y, "grid"),
      drawText(scale.place(tick), 12, `${f(tick * 100)} %`, { size: 10, anchor: "middle", look: "muted" }),
    ]),
    rows,
    element("circle", { cx: 6, cy: y + 12, r: 5, class: "dot-ours" }),
    drawText(16, y + 16, data.words.ifSo, { size: 11, look: "muted" }),
    element("circle", { cx: narrow ? 6 : place.width / 2, cy: y + (narrow ? 30 : 12), r: 5, class: "hollow" }),
    drawText(narrow ? 16 : place.width / 2 + 10, y + (narrow ? 34 : 16), data.words.ifNot, { size: 11, look: "muted" }),
  ];
  return { height: y + (narrow ? 42 : 24), title: data.title, description: data.description, body: join([body]) };
}

function drawPair(scale: Scale, row: ConditionalRow, y: number): Piece {
  return [
    drawRule(scale.place(row.ifNot), y, scale.place(row.ifSo), y, "band"),
    element("circle", { cx: scale.place(row.ifNot), cy: y, r: 5, class: "hollow" }),
    element("circle", { cx: scale.place(row.ifSo), cy: y, r: 5, class: "dot-ours" }),
  ];
}
