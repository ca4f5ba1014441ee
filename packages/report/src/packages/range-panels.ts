/**
 * Small multiples in place of brushing: a panel per party, and in it the efficient packages in the best third of that
 * party's range stand out, so that what they leave the others can be seen.
 */
import { type Drawing, drawLines, drawRule, drawText, isNarrow, lineHeight, type Place } from "../svg/chart.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { linearScale } from "../svg/scale.ts";
import { abbreviate, wrapText } from "../svg/text-fit.ts";
import { spread } from "./frontier-scatter.ts";

export interface RangePanels {
  readonly title: string;
  readonly description: string;
  readonly parties: readonly string[];
  readonly points: readonly (readonly number[])[];
}

const gap = 24;
const panelHeight = 104;

export function layOutRangePanels(place: Place, { title, description, parties, points }: RangePanels): Drawing {
  const across = isNarrow(place.width) ? 1 : Math.min(3, parties.length);
  const width = (place.width - gap * (across - 1)) / across;
  const ranges = parties.map((_, p) => spread(points.map((point) => point[p]!)));
  const panels = parties.map((party, brushed) => {
    const left = (brushed % across) * (width + gap);
    const head = Math.floor(brushed / across) * (panelHeight + 54);
    const [top, bottom] = [head + 22, head + 22 + panelHeight];
    const x = (p: number) => left + 8 + (p * (width - 16)) / Math.max(1, parties.length - 1);
    const scales = ranges.map(([low, high]) => linearScale(low, high, bottom, top));
    const cut = thirdOf(points.map((point) => point[brushed]!));
    const path = (values: readonly number[]) =>
      values
        .map((value, p) => `${p === 0 ? "M" : "L"}${x(p).toFixed(1)} ${scales[p]!.place(value).toFixed(1)}`)
        .join("");
    const high = scales[brushed]!.place(cut);
    return [
      drawText(left, head + 12, abbreviate(party, width, 12), { look: "strong", full: party }),
      points
        .filter((point) => point[brushed]! < cut)
        .map((values) => element("path", { d: path(values), class: "grid" })),
      parties.map((_, p) => drawRule(x(p), top, x(p), bottom, "spine")),
      element("rect", { x: x(brushed) - 5, y: top, width: 10, height: Math.max(2, high - top), class: "bar" }),
      points
        .filter((point) => point[brushed]! >= cut)
        .map((values) => element("path", { d: path(values), class: "line-picked" })),
      parties.map((_, p) =>
        drawText(x(p), bottom + 13, String(p + 1), {
          size: 11,
          anchor: "middle",
          look: p === brushed ? "strong" : "muted",
        }),
      ),
    ];
  });
  const rows = Math.ceil(parties.length / across);
  const foot = rows * (panelHeight + 54) - 6;
  const { lines } = wrapText(parties.map((party, p) => `${p + 1}: ${party}`).join(" · "), place.width, 12, 10);
  const body: Piece[] = [panels, drawLines(0, foot + 6, lines, { look: "muted" })];
  return { height: foot + lines.length * lineHeight() + 2, title, description, body: join(body) };
}

/** Where the best third of a range begins. */
export function thirdOf(values: readonly number[]): number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return high - (high - low) / 3;
}
