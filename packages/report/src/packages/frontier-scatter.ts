/** Two parties against each other: the frontier, the zone, fair points, our ask and no agreement. */
import { type Drawing, drawLines, drawRule, drawText, isNarrow, lineHeight, type Place } from "../svg/chart.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { linearScale, niceTicks } from "../svg/scale.ts";
import { wrapText } from "../svg/text-fit.ts";

export interface ScatterMark {
  /** One letter, shown in the mark. */
  readonly sign: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly look: "fair" | "ours" | "plain";
}
export interface FrontierScatter {
  /** Figures as they are printed. */
  readonly figure: (value: number) => string;
  readonly title: string;
  readonly description: string;
  readonly names: readonly [string, string];
  readonly points: readonly (readonly [number, number])[];
  /** Reservation values, where there are any: the zone lies above and to the right. */
  readonly floor: readonly [number, number] | undefined;
  readonly marks: readonly ScatterMark[];
}

/** Marks closer than this would hide each other: the later one is moved aside with a leader. */
const apart = 16;

export function layOutFrontierScatter(place: Place, data: FrontierScatter): Drawing {
  const height = isNarrow(place.width) ? 260 : 340;
  const [left, right, top, bottom] = [44, place.width - 12, 24, height - 34];
  const all = [...data.points, ...data.marks.map(({ x, y }) => [x, y] as const), ...(data.floor ? [data.floor] : [])];
  const [xLow, xHigh] = spread(all.map(([x]) => x));
  const [yLow, yHigh] = spread(all.map(([, y]) => y));
  const across = linearScale(xLow, xHigh, left, right);
  const up = linearScale(yLow, yHigh, bottom, top);
  const ticks = (low: number, high: number) => niceTicks(low, high, isNarrow(place.width) ? 4 : 6);
  const placed: { x: number; y: number }[] = [];
  const marks = data.marks.map((mark) => {
    const [x, y] = [across.place(mark.x), up.place(mark.y)];
    const at = { x, y };
    while (placed.some((other) => Math.abs(other.x - at.x) < apart && Math.abs(other.y - at.y) < apart)) at.x += apart;
    if (at.x > right) at.x = right;
    placed.push(at);
    return [at.x !== x && drawRule(x, y, at.x, at.y, "leader"), drawMark(mark, at.x, at.y)];
  });
  const body: Piece[] = [
    data.floor &&
      element("rect", {
        x: across.place(data.floor[0]),
        y: top,
        width: right - across.place(data.floor[0]),
        height: up.place(data.floor[1]) - top,
        class: "wash",
      }),
    ticks(xLow, xHigh).map((tick) => [
      drawRule(across.place(tick), top, across.place(tick), bottom, "grid"),
      drawText(across.place(tick), bottom + 14, data.figure(tick), { size: 11, anchor: "middle", look: "muted" }),
    ]),
    ticks(yLow, yHigh).map((tick) => [
      drawRule(left, up.place(tick), right, up.place(tick), "grid"),
      drawText(left - 6, up.place(tick) + 4, data.figure(tick), { size: 11, anchor: "end", look: "muted" }),
    ]),
    drawText(left, 12, data.names[1], { look: "muted" }),
    drawText(right, height - 4, data.names[0], { anchor: "end", look: "muted" }),
    data.points.map(([x, y]) =>
      element("circle", {
        cx: across.place(x),
        cy: up.place(y),
        r: data.points.length > 400 ? 1.5 : 2.5,
        class: "dot",
      }),
    ),
    marks,
  ];
  const legend = layOutLegend(place, data, height + 12);
  return {
    height: legend.height,
    title: data.title,
    description: data.description,
    body: join([join(body), legend.body]),
  };
}

function drawMark({ sign, look }: ScatterMark, x: number, y: number): Piece {
  const shape =
    look === "ours"
      ? element("rect", { x: x - 8, y: y - 8, width: 16, height: 16, class: "link-full" })
      : element("circle", { cx: x, cy: y, r: 8, class: look === "fair" ? "hollow" : "link-dashed" });
  return [
    shape,
    drawText(x, y + 4, sign, { size: 11, anchor: "middle", look: look === "ours" ? "inverse strong" : "strong" }),
  ];
}

function layOutLegend(
  place: Place,
  { marks, floor }: FrontierScatter,
  top: number,
): { readonly height: number; readonly body: Piece } {
  const told = [...marks.map(({ sign, text }) => `${sign}: ${text}`), ...(floor ? ["shaded: acceptable to both"] : [])];
  const { lines } = wrapText(told.join(" · "), place.width, 12, 8);
  return { height: top + lines.length * lineHeight(), body: drawLines(0, top + 4, lines, { look: "muted" }) };
}

/** A little air around the extremes; a single value gets a range of its own. */
export function spread(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(high > low)) return Number.isFinite(low) ? [low - 1, high + 1] : [0, 1];
  const air = 0.04 * (high - low);
  return [low - air, high + air];
}
