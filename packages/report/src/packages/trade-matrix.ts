/** Issues against issues: what trading the two brings the party that gains least. */
import {
  type Drawing,
  drawLines,
  drawName,
  drawRule,
  drawText,
  isNarrow,
  lineHeight,
  type Place,
} from "../svg/chart.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { wrapText } from "../svg/text-fit.ts";

export interface TradeMatrix {
  /** Figures as they are printed. */
  readonly figure: (value: number) => string;
  readonly title: string;
  readonly description: string;
  readonly issues: readonly string[];
  /** Points; by indices, row before column. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly gain: number }[];
}

export function layOutTradeMatrix(place: Place, data: TradeMatrix): Drawing {
  const narrow = isNarrow(place.width);
  const count = Math.max(1, data.issues.length);
  const gutter = narrow ? 30 : 220;
  const cell = Math.max(14, Math.min(44, (place.width - gutter - 2) / count));
  const top = 22;
  const x = (i: number) => gutter + i * cell;
  const y = (i: number) => top + i * cell;
  const most = Math.max(1e-9, ...data.cells.map(({ gain }) => gain));
  const body: Piece[] = [
    data.issues.map((issue, i) => [
      drawText(x(i) + cell / 2, top - 8, String(i + 1), { size: 11, anchor: "middle", look: "muted", full: issue }),
      drawName(0, y(i) + cell / 2, narrow ? String(i + 1) : `${i + 1}  ${issue}`, gutter - 10, { full: issue }),
    ]),
    Array.from({ length: count + 1 }, (_, i) => [
      drawRule(gutter, y(i), x(count), y(i), "grid"),
      drawRule(x(i), top, x(i), y(count), "grid"),
    ]),
    data.cells.flatMap(({ row, column, gain }) => {
      if (!(gain > 0)) return [];
      // The area says how much; the figure too where it fits.
      const side = (cell - 3) * Math.sqrt(gain / most);
      const square = element("rect", {
        x: x(column) + (cell - side) / 2,
        y: y(row) + (cell - side) / 2,
        width: side,
        height: side,
        class: "bar",
      });
      const told =
        cell >= 26 &&
        drawText(x(column) + cell / 2, y(row) + cell / 2 + 4, data.figure(gain), {
          size: 11,
          anchor: "middle",
          look: "halo",
        });
      return [square, told];
    }),
  ];
  const numbered = narrow
    ? wrapText(data.issues.map((issue, i) => `${i + 1}: ${issue}`).join(" · "), place.width, 12, 30).lines
    : [];
  const legend = drawLines(0, y(count) + 18, numbered, { look: "muted" });
  return {
    height: y(count) + 4 + numbered.length * lineHeight(),
    title: data.title,
    description: data.description,
    body: join([join(body), legend]),
  };
}
