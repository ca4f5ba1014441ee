/** Two parties against each other: the frontier, the zone, fair points, our ask and no agreement. */
import { type Drawing, drawLines, drawRule, drawText, isNarrow, lineHeight, type Place } from "../svg/chart.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { linearScale, niceTicks } from "../svg/scale.ts";
import { textWidth, wrapText } from "../svg/text-fit.ts";
import type { SharedPlace } from "./solution-signs.ts";

export interface FrontierScatter {
  /** Figures as they are printed. */
  readonly figure: (value: number) => string;
  readonly title: string;
  readonly description: string;
  readonly names: readonly [string, string];
  readonly points: readonly (readonly [number, number])[];
  /** Reservation values, where there are any: the zone lies above and to the right. */
  readonly floor: readonly [number, number] | undefined;
  readonly marks: readonly SharedPlace[];
  /** Which two of the parties. */
  readonly pair: readonly [number, number];
  /** What the signs stand for. */
  readonly legend: readonly string[];
}

/** Marks nearer one above the other would hide each other: the later one is moved out, away from the axes, with a leader. */
const apart = 18;
/** Half a mark's height, and the radius of a dot with some air. */
const [tall, dotted] = [8, 4];

export function layOutFrontierScatter(place: Place, data: FrontierScatter): Drawing {
  const height = isNarrow(place.width) ? 260 : 340;
  const [left, right, top, bottom] = [44, place.width - 12, 24, height - 34];
  const [p, q] = data.pair;
  const at = (mark: SharedPlace) => [mark.values[p]!, mark.values[q]!] as const;
  const all = [...data.points, ...data.marks.map(at), ...(data.floor ? [data.floor] : [])];
  const [xLow, xHigh] = spread(all.map(([x]) => x));
  const [yLow, yHigh] = spread(all.map(([, y]) => y));
  const across = linearScale(xLow, xHigh, left, right);
  const up = linearScale(yLow, yHigh, bottom, top);
  const ticks = (low: number, high: number) => niceTicks(low, high, isNarrow(place.width) ? 4 : 6);
  const placed: PlacedMark[] = [];
  const dots = data.points.map(([x, y]) => [across.place(x), up.place(y)] as const);
  const frame = { left, right, top, bottom };
  const marks = data.marks.map((mark) => {
    const [x, y] = [across.place(at(mark)[0]), up.place(at(mark)[1])];
    const own = dots.filter((dot) => Math.abs(dot[0] - x) <= 0.5 && Math.abs(dot[1] - y) <= 0.5);
    // Fair packages are known to be efficient; of what was asked about, a dot beneath says so.
    const shown = mark.look === "fair" ? dots.filter((dot) => !own.includes(dot)) : dots;
    const free = freePlace({ x, y, half: halfWidth(mark) }, placed, shown, frame);
    placed.push(free);
    const moved = free.x !== x || free.y !== y;
    return [
      moved && [
        drawRule(x, y, free.x, free.y, "leader"),
        own.length === 0 &&
          element("circle", { cx: x, cy: y, r: 3, class: mark.look === "ours" ? "dot-ours" : "node" }),
      ],
      drawMark(mark, free.x, free.y),
    ];
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
    dots.map(([x, y]) =>
      element("circle", {
        cx: x,
        cy: y,
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

interface PlacedMark {
  readonly x: number;
  readonly y: number;
  /** Of its width. */
  readonly half: number;
}
const halfWidth = ({ signs }: SharedPlace): number => Math.max(8, textWidth(signs, 11, true) / 2 + 4);

type Dot = readonly [x: number, y: number];
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The place itself, or the nearest on an arc, towards the upper right first: free of marks and dots, else of marks. */
function freePlace(
  mark: PlacedMark,
  placed: readonly PlacedMark[],
  dots: readonly Dot[],
  { left, right, top, bottom }: Frame,
): PlacedMark {
  const isFree = (x: number, y: number) =>
    placed.every((other) => Math.abs(other.x - x) >= other.half + mark.half + 2 || Math.abs(other.y - y) >= apart);
  const hidesNone = (x: number, y: number) =>
    dots.every((dot) => Math.abs(dot[0] - x) >= mark.half + dotted || Math.abs(dot[1] - y) >= tall + dotted);
  for (const isGood of [(x: number, y: number) => isFree(x, y) && hidesNone(x, y), isFree])
    for (let ring = 0; ring < 8; ring++)
      for (const angle of [45, 20, 70, 0, 90, -25, 115, 225, 180, 270]) {
        const turn = (angle * Math.PI) / 180;
        const [x, y] = [mark.x + ring * 12 * Math.cos(turn), mark.y - ring * 12 * Math.sin(turn)];
        const inside = ring === 0 || (x >= left + mark.half && y <= bottom - tall);
        if (inside && x <= right - mark.half && y >= top + tall && isGood(x, y)) return { ...mark, x, y };
      }
  return mark;
}

function drawMark(mark: SharedPlace, x: number, y: number): Piece {
  const { signs, look } = mark;
  const half = halfWidth(mark);
  const box = { x: x - half, y: y - tall, width: 2 * half, height: 2 * tall };
  return [
    element("rect", {
      ...box,
      rx: look === "ours" ? 0 : 8,
      class: look === "ours" ? "link-full" : look === "fair" ? "hollow" : "link-dashed",
    }),
    drawText(x, y + 4, signs, { size: 11, anchor: "middle", look: look === "ours" ? "inverse strong" : "strong" }),
  ];
}

function layOutLegend(
  place: Place,
  { legend, floor }: FrontierScatter,
  top: number,
): { readonly height: number; readonly body: Piece } {
  const told = [...legend, ...(floor ? ["shaded: acceptable to both"] : [])];
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
