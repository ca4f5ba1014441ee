/** More than two parties: an axis for each, a line for each fair package, and bands for what the frontier covers. */
import { type Drawing, drawLines, drawRule, drawText, isNarrow, lineHeight, type Place } from "../svg/chart.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { linearScale } from "../svg/scale.ts";
import { wrapText } from "../svg/text-fit.ts";
import { spread } from "./frontier-scatter.ts";

export interface ParallelAxes {
  /** Figures as they are printed. */
  readonly figure: (value: number) => string;
  readonly title: string;
  readonly description: string;
  readonly parties: readonly string[];
  /** Thin lines, at most a few hundred. */
  readonly points: readonly (readonly number[])[];
  readonly floor: readonly (number | undefined)[];
  readonly lines: readonly {
    readonly sign: string;
    readonly text: string;
    readonly values: readonly number[];
    readonly ours: boolean;
  }[];
}

const dashes = ["", "6 3", "2 3", "8 3 2 3", "1 4", "10 4"];

export function layOutParallelAxes(place: Place, data: ParallelAxes): Drawing {
  const height = isNarrow(place.width) ? 240 : 300;
  const [top, bottom] = [40, height - 24];
  const step = (place.width - 60) / Math.max(1, data.parties.length - 1);
  const x = (p: number) => 30 + p * step;
  const scales = data.parties.map((_, p) => {
    const floor = data.floor[p];
    const [low, high] = spread([
      ...data.points.map((point) => point[p]!),
      ...data.lines.map(({ values }) => values[p]!),
      ...(floor === undefined ? [] : [floor]),
    ]);
    return { low, high, ...linearScale(low, high, bottom, top) };
  });
  const path = (values: readonly number[]) =>
    values.map((value, p) => `${p === 0 ? "M" : "L"}${x(p).toFixed(1)} ${scales[p]!.place(value).toFixed(1)}`).join("");
  const body: Piece[] = [
    data.points.map((values) => element("path", { d: path(values), class: "grid" })),
    data.parties.map((party, p) => {
      const anchor = p === 0 ? "start" : p === data.parties.length - 1 ? "end" : "middle";
      const at = p === 0 ? 0 : p === data.parties.length - 1 ? place.width : x(p);
      const { lines } = wrapText(party, Math.max(50, step - 6), 11, 2);
      const floor = data.floor[p];
      return [
        drawRule(x(p), top, x(p), bottom, "spine"),
        drawLines(at, 12, lines, { size: 11, anchor, full: party }),
        drawText(x(p) + 4, top - 2, data.figure(scales[p]!.high), { size: 11, look: "muted" }),
        drawText(x(p) + 4, bottom + 14, data.figure(scales[p]!.low), { size: 11, look: "muted" }),
        floor !== undefined && drawRule(x(p) - 8, scales[p]!.place(floor), x(p) + 8, scales[p]!.place(floor), "today"),
      ];
    }),
    data.lines.map(({ sign, values, ours }, k) => {
      const last = values.length - 1;
      return [
        element("path", {
          d: path(values),
          class: ours ? "band-ours" : "band",
          "stroke-dasharray": dashes[k % dashes.length] || undefined,
        }),
        drawText(x(last) - 10 - 12 * k, scales[last]!.place(values[last]!) - 4, sign, {
          size: 11,
          look: "strong halo",
        }),
      ];
    }),
  ];
  const told = [
    ...data.lines.map(({ sign, text }) => `${sign}: ${text}`),
    "red: no agreement",
    "thin: efficient packages",
  ];
  const { lines } = wrapText(told.join(" · "), place.width, 12, 8);
  return {
    height: height + 12 + lines.length * lineHeight(),
    title: data.title,
    description: data.description,
    body: join([join(body), drawLines(0, height + 16, lines, { look: "muted" })]),
  };
}
