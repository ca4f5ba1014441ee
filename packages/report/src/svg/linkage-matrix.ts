import { type Drawing, drawName, drawRule, drawText, isNarrow, type Place } from "./chart.ts";
import { element, join, type Piece } from "./markup.ts";
import { textWidth } from "./text-fit.ts";

/** How two issues hang together: bundle, offer, dependency, precedent (a rule from one to the other). */
export type LinkSign = "B" | "O" | "D" | "P";
export interface LinkageMatrix {
  readonly title: string;
  readonly description: string;
  readonly issues: readonly { readonly number: string; readonly name: string }[];
  /** From a row to a column, by index: what happens on the row's issue bears on the column's. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly signs: readonly LinkSign[] }[];
  readonly legend: readonly { readonly sign: LinkSign; readonly text: string }[];
}

/** Issues against issues; each link has a letter in a shape of its own. */
export function layOutLinkageMatrix(place: Place, data: LinkageMatrix): Drawing {
  const narrow = isNarrow(place.width);
  const count = Math.max(1, data.issues.length);
  const gutter = narrow ? 44 : 260;
  const cell = Math.max(16, Math.min(46, (place.width - gutter - 2) / count));
  const top = 24;
  const x = (i: number) => gutter + i * cell;
  const y = (i: number) => top + i * cell;
  const end = y(count);
  const body: Piece[] = [
    data.issues.map((issue, i) => [
      drawText(x(i) + cell / 2, top - 8, issue.number, { size: 11, anchor: "middle", look: "muted", full: issue.name }),
      drawName(0, y(i) + cell / 2, narrow ? issue.number : `${issue.number}  ${issue.name}`, gutter - 10, {
        full: `${issue.number} ${issue.name}`,
      }),
      element("rect", { x: x(i), y: y(i), width: cell, height: cell, class: "wash" }),
    ]),
    Array.from({ length: count + 1 }, (_, i) => [
      drawRule(gutter, y(i), x(count), y(i), "grid"),
      drawRule(x(i), top, x(i), end, "grid"),
    ]),
    data.cells.map(({ row, column, signs }) =>
      signs.map((sign, i) => {
        const step = cell / signs.length;
        return drawSign(sign, x(column) + step * (i + 0.5), y(row) + cell / 2, Math.min(step, cell));
      }),
    ),
  ];
  const legend = layOutLegend(place, data, end + 14);
  return { height: legend.height, title: data.title, description: data.description, body: join([body, legend.body]) };
}

function drawSign(sign: LinkSign, x: number, y: number, room: number): Piece {
  const r = Math.min(11, room / 2 - 1);
  const size = Math.max(8, Math.min(12, room * 0.6));
  const shape =
    sign === "B"
      ? element("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, class: "link-full" })
      : sign === "O"
        ? element("circle", { cx: x, cy: y, r, class: "link-hollow" })
        : sign === "D"
          ? element("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, class: "link-hollow" })
          : element("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r, class: "link-dashed" });
  return [
    shape,
    drawText(x, y + size * 0.36, sign, { size, anchor: "middle", look: sign === "B" ? "inverse strong" : "strong" }),
  ];
}

function layOutLegend(
  place: Place,
  data: LinkageMatrix,
  top: number,
): { readonly height: number; readonly body: Piece } {
  let x = 0;
  let y = top;
  const body = data.legend.map(({ sign, text }): Piece => {
    const width = 28 + textWidth(text, 11);
    if (x > 0 && x + width > place.width) {
      x = 0;
      y += 26;
    }
    const left = x;
    x += width + 18;
    return [drawSign(sign, left + 10, y + 9, 20), drawText(left + 26, y + 13, text, { size: 11, look: "muted" })];
  });
  return { height: y + 26, body };
}
