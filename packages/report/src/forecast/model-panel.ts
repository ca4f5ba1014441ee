import { type Drawing, drawName, drawRule, drawText, isNarrow, type Place } from "../svg/chart.ts";
import { element, formatNumber as f, type Piece } from "../svg/markup.ts";
import { linearScale, niceTicks } from "../svg/scale.ts";

export interface ModelPanel {
  readonly title: string;
  readonly description: string;
  readonly low: number;
  readonly high: number;
  readonly models: readonly {
    readonly name: string;
    readonly value: number;
    readonly text: string;
    readonly main: boolean;
  }[];
  /** 10th and 90th percentile of the distribution. */
  readonly band: readonly [number, number];
  readonly bandWords: string;
}

const rowHeight = 26;

/** One row a model on the scale, with the eight-in-ten band of the first behind all. */
export function layOutModelPanel(place: Place, data: ModelPanel): Drawing {
  const narrow = isNarrow(place.width);
  const left = narrow ? 112 : 210;
  const x = linearScale(data.low, data.high, left, place.width - 48);
  const bottom = 8 + data.models.length * rowHeight;
  const body: Piece = [
    element("rect", {
      x: x.place(data.band[0]),
      y: 4,
      width: Math.max(1, x.place(data.band[1]) - x.place(data.band[0])),
      height: bottom - 4,
      class: "wash",
    }),
    data.models.map(({ name, value, text, main }, i) => {
      const middle = 8 + (i + 0.5) * rowHeight;
      return [
        drawName(left - 10, middle, name, left - 14, { anchor: "end", ...(main ? { look: "ours" } : {}) }),
        drawRule(x.start, middle, x.end, middle, "grid"),
        main
          ? element("path", { d: `M${f(x.place(value))} ${f(middle - 7)}l7 7l-7 7l-7 -7Z`, class: "mark" })
          : element("circle", { cx: x.place(value), cy: middle, r: 5, class: "dot" }),
        drawText(x.end + 8, middle + 4, text, { size: 11 }),
      ];
    }),
    drawRule(x.start, bottom, x.end, bottom, "axis"),
    niceTicks(data.low, data.high, narrow ? 4 : 8).map((tick) =>
      drawText(x.place(tick), bottom + 15, f(tick), { size: 10, anchor: "middle", look: "muted" }),
    ),
    drawText(x.start, bottom + 32, data.bandWords, { size: 11, look: "muted" }),
  ];
  return { height: bottom + 38, title: data.title, description: data.description, body };
}
