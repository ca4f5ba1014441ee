import { type Drawing, drawLines, drawName, drawRule, drawText, isNarrow, type Place } from "./chart.ts";
import { definePatterns, type Fill, fillWith } from "./ink.ts";
import { element, join, type Piece } from "./markup.ts";
import { textWidth, wrapText } from "./text-fit.ts";

/** Where a party stands on an issue, measured from us. */
export type Stance = "with us" | "near" | "apart" | "far" | "not known" | "no scale" | "us";
export interface HeatCell {
  readonly stance: Stance;
  /** 0..100, median. */
  readonly salience: number;
  /** It keeps the item off, or refuses it, in at least a twentieth of the worlds. */
  readonly blocks: boolean;
}
export interface HeatMap {
  readonly title: string;
  readonly description: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly number: string;
    readonly name: string;
    readonly cells: readonly (HeatCell | undefined)[];
  }[];
  readonly legend: readonly { readonly stance: Stance; readonly text: string }[];
  readonly words: { readonly salience: string; readonly blocks: string };
}

const looks: Readonly<Record<Stance, { readonly sign: string; readonly fill: Fill }>> = {
  us: { sign: "•", fill: "none" },
  "with us": { sign: "++", fill: "near2" },
  near: { sign: "+", fill: "near1" },
  apart: { sign: "–", fill: "far1" },
  far: { sign: "– –", fill: "far2" },
  "not known": { sign: "?", fill: "none" },
  "no scale": { sign: "◇", fill: "none" },
};
export function stanceSign(stance: Stance): string {
  return looks[stance].sign;
}
const fillsUsed: readonly Fill[] = ["near2", "near1", "far1", "far2", "none"];
const rowHeight = 30;

/** Parties across, issues down: the sign says how near to us, the bar beneath it how much it cares, the barred ring that it blocks. */
export function layOutHeatMap(place: Place, data: HeatMap): Drawing {
  const narrow = isNarrow(place.width);
  const count = Math.max(1, data.columns.length);
  const gutter = narrow ? 44 : Math.min(300, Math.max(200, place.width - count * 96));
  const cell = Math.min(96, (place.width - gutter - 2) / count);
  const headings = data.columns.map((name) => wrapText(name, cell - 4, 11, 2));
  const upright = headings.every((heading) => !heading.cut && heading.lines.every((line) => !line.endsWith("-")));
  const turned = data.columns.map((name) => wrapText(name, 112, 11, cell > 30 ? 2 : 1).lines);
  const longest = Math.max(0, ...turned.flat().map((line) => textWidth(line, 11)));
  const top = upright ? Math.max(...headings.map((heading) => heading.lines.length), 1) * 14 + 8 : longest + 12;
  const columnX = (i: number) => gutter + i * cell;
  const body: Piece[] = [
    definePatterns(place.id, fillsUsed),
    data.columns.map((name, i) => {
      const x = columnX(i) + cell / 2;
      if (upright) {
        const lines = headings[i]?.lines ?? [];
        return drawLines(x, top - 8 - (lines.length - 1) * 14, lines, { size: 11, anchor: "middle", full: name });
      }
      const lines = turned[i] ?? [];
      return element(
        "g",
        { transform: `translate(${Math.round(x + 4 - (lines.length - 1) * 7)} ${Math.round(top - 6)}) rotate(-90)` },
        drawLines(0, 0, lines, { size: 11, full: name }),
      );
    }),
    data.rows.map((row, r) => {
      const y = top + r * rowHeight;
      const label = narrow ? row.number : `${row.number}  ${row.name}`;
      return [
        drawRule(0, y, columnX(count), y, "grid"),
        drawName(0, y + rowHeight / 2, label, gutter - 10, { full: `${row.number} ${row.name}` }),
        row.cells.map((content, i) => content && drawCell(place.id, content, columnX(i), y, cell)),
      ];
    }),
    drawRule(0, top + data.rows.length * rowHeight, columnX(count), top + data.rows.length * rowHeight, "grid"),
  ];
  const legendTop = top + data.rows.length * rowHeight + 12;
  const legend = layOutLegend(place, data, legendTop);
  return { height: legend.height, title: data.title, description: data.description, body: join([body, legend.body]) };
}

function drawCell(id: string, cell: HeatCell, x: number, y: number, width: number): Piece {
  const { sign, fill } = looks[cell.stance];
  const inner = width - 8;
  const filled = (inner * Math.max(0, Math.min(100, cell.salience))) / 100;
  return [
    element("rect", { x: x + 1, y: y + 1, width: width - 2, height: rowHeight - 2, fill: fillWith(id, fill) }),
    drawText(cell.blocks && width < 60 ? x + (width - 10) / 2 : x + width / 2, y + 16, sign, {
      anchor: "middle",
      size: width < 26 ? 8 : 12,
      look: fill === "far2" ? "strong halo-far" : "strong",
    }),
    element("rect", { x: x + 4, y: y + rowHeight - 8, width: inner, height: 3, class: "trough" }),
    element("rect", { x: x + 4, y: y + rowHeight - 8, width: filled, height: 3, class: "level" }),
    cell.blocks && [
      element("circle", { cx: x + width - 9, cy: y + 9, r: 4.5, class: "barred ground" }),
      drawRule(x + width - 12, y + 12, x + width - 6, y + 6, "barred"),
    ],
  ];
}

function layOutLegend(place: Place, data: HeatMap, top: number): { readonly height: number; readonly body: Piece } {
  let x = 0;
  let y = top;
  const advance = (width: number) => {
    if (x > 0 && x + width > place.width) {
      x = 0;
      y += 22;
    }
    const at = x;
    x += width + 18;
    return at;
  };
  const entries: Piece[] = data.legend.map(({ stance, text }) => {
    const left = advance(32 + textWidth(text, 11));
    const { sign, fill } = looks[stance];
    return [
      element("rect", { x: left, y, width: 26, height: 16, fill: fillWith(place.id, fill), class: "framed" }),
      drawText(left + 13, y + 12, sign, {
        anchor: "middle",
        size: 11,
        look: fill === "far2" ? "strong halo-far" : "strong",
      }),
      drawText(left + 32, y + 12, text, { size: 11, look: "muted" }),
    ];
  });
  const bar = advance(32 + textWidth(data.words.salience, 11));
  entries.push([
    element("rect", { x: bar, y: y + 7, width: 26, height: 3, class: "trough" }),
    element("rect", { x: bar, y: y + 7, width: 16, height: 3, class: "level" }),
    drawText(bar + 32, y + 12, data.words.salience, { size: 11, look: "muted" }),
  ]);
  const ring = advance(16 + textWidth(data.words.blocks, 11));
  entries.push([
    element("circle", { cx: ring + 5, cy: y + 8, r: 4.5, class: "barred ground" }),
    drawRule(ring + 2, y + 11, ring + 8, y + 5, "barred"),
    drawText(ring + 16, y + 12, data.words.blocks, { size: 11, look: "muted" }),
  ]);
  return { height: y + 24, body: entries };
}
