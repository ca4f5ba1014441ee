import type { ReliabilityBin } from "@demarche/core/review";
import { type Drawing, drawRule, drawText, isNarrow, type Place } from "../svg/chart.ts";
import { element, type Piece } from "../svg/markup.ts";
import { linearScale } from "../svg/scale.ts";

export interface ReliabilityDiagram {
  readonly title: string;
  readonly description: string;
  /** At most two series: full and hollow marks. */
  readonly series: readonly { readonly name: string; readonly bins: readonly ReliabilityBin[] }[];
  readonly words: { readonly said: string; readonly came: string };
}

/** What was said against what came about: on the diagonal, chances mean what they say; a mark's area is how many it stands for. */
export function layOutReliability(place: Place, { title, description, series, words }: ReliabilityDiagram): Drawing {
  const side = Math.min(320, place.width - 110);
  const left = isNarrow(place.width) ? 46 : 90;
  const x = linearScale(0, 1, left, left + side);
  const y = linearScale(0, 1, side + 14, 14);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const body: Piece = [
    ticks.map((tick) => [
      drawRule(x.start, y.place(tick), x.end, y.place(tick), "grid"),
      drawRule(x.place(tick), y.start, x.place(tick), y.end, "grid"),
      drawText(x.start - 6, y.place(tick) + 4, `${tick * 100} %`, { size: 10, anchor: "end", look: "muted" }),
      drawText(x.place(tick), y.start + 15, `${tick * 100} %`, { size: 10, anchor: "middle", look: "muted" }),
    ]),
    drawRule(x.start, y.start, x.end, y.end, "axis dashed"),
    series.map(({ bins }, s) =>
      bins.map(({ said, came, count }) =>
        element("circle", {
          cx: x.place(said),
          cy: y.place(came),
          r: 3 + 2.5 * Math.sqrt(count),
          class: s === 0 ? "dot-ours" : "hollow",
        }),
      ),
    ),
    drawText(x.end, y.start + 32, words.said, { size: 11, anchor: "end", look: "muted" }),
    drawText(x.start + 6, 26, words.came, { size: 11, look: "muted halo" }),
    series.map(({ name }, s) => {
      const at = side + 66 + s * 18;
      return [
        element("circle", { cx: x.start + 6, cy: at - 4, r: 5, class: s === 0 ? "dot-ours" : "hollow" }),
        drawText(x.start + 18, at, name, { size: 11 }),
      ];
    }),
  ];
  return { height: side + 66 + series.length * 18, title, description, body };
}
