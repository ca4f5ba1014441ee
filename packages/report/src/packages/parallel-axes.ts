/** An axis per party, a line per package: the efficient ones thin, fair ones and our ask named. */
import { type Drawing, drawLines, drawRule, drawText, isNarrow, lineHeight, type Place } from "../svg/chart.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { linearScale } from "../svg/scale.ts";
import { textWidth, wrapText } from "../svg/text-fit.ts";
import { spread } from "./frontier-scatter.ts";
import type { SharedPlace } from "./solution-signs.ts";

export interface ParallelAxes {
  /** Figures as they are printed. */
  readonly figure: (value: number) => string;
  readonly title: string;
  readonly description: string;
  readonly parties: readonly string[];
  /** Thin lines, at most a few hundred. */
  readonly points: readonly (readonly number[])[];
  readonly floor: readonly (number | undefined)[];
  readonly lines: readonly SharedPlace[];
  /** What the signs stand for. */
  readonly legend: readonly string[];
}

const dashes = ["", "6 3", "2 3", "8 3 2 3", "1 4", "10 4"];
/** Least distance of two signs at the end of their lines. */
const apart = 14;

export function layOutParallelAxes(place: Place, data: ParallelAxes): Drawing {
  const narrow = isNarrow(place.width);
  const count = data.parties.length;
  const signsWide = Math.max(12, ...data.lines.map(({ signs }) => textWidth(signs, 11, true))) + 14;
  const [left, right] = [narrow ? 14 : 26, place.width - signsWide - 12];
  const step = (right - left) / Math.max(1, count - 1);
  const x = (p: number) => left + p * step;
  const names = data.parties.map((party) => wrapText(party, Math.max(30, step - 6), 12, 3));
  // Names that do not fit side by side stand upright.
  const upright = names.some(({ cut, lines }) => cut || lines.some((line) => line.endsWith("-")));
  const longest = Math.max(...data.parties.map((party) => textWidth(party, 11)));
  const head = upright
    ? Math.min(130, longest + 8)
    : Math.max(...names.map(({ lines }) => lines.length)) * lineHeight();
  const top = head + 22;
  const bottom = top + (narrow ? 180 : 220);
  const scales = data.parties.map((_, p) => scaleOf(data, p, bottom, top));
  const path = (values: readonly number[]) =>
    values.map((value, p) => `${p === 0 ? "M" : "L"}${x(p).toFixed(1)} ${scales[p]!.place(value).toFixed(1)}`).join("");
  const roomy = step > 34;
  const numbers = step > 44 ? 12 : 11;
  const ends = data.lines.map(({ values }) => scales[count - 1]!.place(values[count - 1]!));
  const signsAt = spreadOut(ends, apart, top, bottom);
  const body: Piece[] = [
    data.points.map((values) => element("path", { d: path(values), class: "grid" })),
    data.parties.map((party, p) => {
      const floor = data.floor[p];
      const anchor = p === 0 ? "start" : "middle";
      const at = p === 0 ? 0 : x(p);
      return [
        drawRule(x(p), top, x(p), bottom, "spine"),
        upright
          ? element(
              "g",
              { transform: `translate(${(x(p) + 4).toFixed(1)} ${head}) rotate(-90)` },
              drawLines(0, step > 28 ? -6 : 0, wrapText(party, 122, 11, step > 28 ? 2 : 1).lines, {
                size: 11,
                full: party,
              }),
            )
          : drawLines(p === 0 ? 0 : inside(x(p), names[p]!.lines, place.width), 11, names[p]!.lines, {
              anchor,
              full: party,
            }),
        (roomy || p % 2 === 0) && [
          drawText(at, top - 6, data.figure(scales[p]!.high), { size: numbers, anchor, look: "muted" }),
          drawText(at, bottom + 14, data.figure(scales[p]!.low), { size: numbers, anchor, look: "muted" }),
        ],
        floor !== undefined && drawRule(x(p) - 7, scales[p]!.place(floor), x(p) + 7, scales[p]!.place(floor), "today"),
      ];
    }),
    data.lines.map(({ signs, values, look }, k) => [
      element("path", {
        d: path(values),
        class: look === "ours" ? "band-ours" : "arrow",
        "stroke-dasharray": (look !== "ours" && dashes[k % dashes.length]) || undefined,
      }),
      drawRule(right + 1, ends[k]!, right + 10, signsAt[k]!, "leader"),
      drawText(right + 13, signsAt[k]! + 4, signs, { size: 11, look: look === "ours" ? "ours" : "strong" }),
    ]),
  ];
  const { lines } = wrapText(data.legend.join(" · "), place.width, 12, 8);
  return {
    height: bottom + 26 + lines.length * lineHeight(),
    title: data.title,
    description: data.description,
    body: join([join(body), drawLines(0, bottom + 32, lines, { look: "muted" })]),
  };
}

/** The middle of a name that would else pass the right edge. */
function inside(middle: number, lines: readonly string[], width: number): number {
  const half = Math.max(...lines.map((line) => textWidth(line, 12))) / 2;
  return Math.min(middle, width - half - 2);
}

function scaleOf(data: Pick<ParallelAxes, "points" | "lines" | "floor">, p: number, bottom: number, top: number) {
  const floor = data.floor[p];
  const [low, high] = spread([
    ...data.points.map((point) => point[p]!),
    ...data.lines.map(({ values }) => values[p]!),
    ...(floor === undefined ? [] : [floor]),
  ]);
  return { low, high, ...linearScale(low, high, bottom, top) };
}

/** Heights moved apart, in their order, within the frame. */
function spreadOut(heights: readonly number[], least: number, top: number, bottom: number): readonly number[] {
  const order = heights.map((_, k) => k).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  let last = top - least;
  for (const k of order) {
    placed[k] = Math.max(placed[k]!, last + least);
    last = placed[k]!;
  }
  let next = bottom + least;
  for (const k of [...order].reverse()) {
    placed[k] = Math.min(placed[k]!, next - least);
    next = placed[k]!;
  }
  return placed;
}
