import { type Drawing, drawLines, drawRule, drawText, isNarrow, lineHeight, type Place } from "./chart.ts";
import { definePatterns, fillWith } from "./ink.ts";
import { element, formatNumber as f, join, type Piece } from "./markup.ts";
import { linearScale, niceTicks, type Scale } from "./scale.ts";
import { textWidth, wrapText } from "./text-fit.ts";

/** A worth in points with its interval, of which a part may be typed (an input, not a finding). */
export interface ValueBar {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly typed?: number;
  /** As printed at the right. */
  readonly text: string;
}
export interface ValueBars {
  readonly title: string;
  readonly description: string;
  readonly bars: readonly ValueBar[];
  readonly words: { readonly axis: string; readonly typed: string };
}

/** Bars from nought with whiskers; the typed part is hatched. */
export function layOutValueBars(place: Place, data: ValueBars): Drawing {
  const narrow = isNarrow(place.width);
  const gutter = narrow ? 0 : 250;
  const valueWidth = Math.max(40, ...data.bars.map((bar) => textWidth(bar.text, 12) + 8));
  const low = Math.min(0, ...data.bars.map((bar) => Math.min(bar.low, bar.value, bar.typed ?? 0)));
  const high = Math.max(0, ...data.bars.map((bar) => Math.max(bar.high, bar.value, bar.typed ?? 0)));
  const flat = high - low < 0.001;
  const scale = linearScale(flat ? -1 : low, flat ? 1 : high, gutter + 8, place.width - valueWidth - 8);
  let y = 24;
  const rows: Piece[] = data.bars.map((bar) => {
    const lines = wrapText(bar.name, narrow ? place.width : gutter - 12, 12, 3).lines;
    const block = lines.length * lineHeight();
    const middle = narrow ? y + block + 9 : y + Math.max(block, 18) / 2;
    const textY = narrow ? y + 11 : middle - block / 2 + 11;
    y += (narrow ? block + 24 : Math.max(block, 18)) + 6;
    return [
      drawLines(0, textY, lines, { look: narrow ? "halo" : "" }),
      drawBar(place.id, scale, bar, middle),
      drawText(place.width, middle + 4, bar.text, { anchor: "end" }),
    ];
  });
  const hasTyped = data.bars.some((bar) => (bar.typed ?? 0) !== 0);
  const zero = scale.place(0);
  const ticks = niceTicks(flat ? -1 : low, flat ? 1 : high, narrow ? 4 : 6);
  const body: Piece = [
    definePatterns(place.id, ["typed"]),
    ticks.map((tick) => [
      drawRule(scale.place(tick), 18, scale.place(tick), y, "grid"),
      drawText(scale.place(tick), 12, `${tick < 0 ? "−" : ""}${f(Math.abs(tick))}`, {
        size: 10,
        anchor: "middle",
        look: "muted",
      }),
    ]),
    rows,
    drawRule(zero, 18, zero, y, "axis"),
    drawText(0, y + 14, data.words.axis, { size: 11, look: "muted" }),
    hasTyped && [
      element("rect", { x: 0, y: y + 22, width: 26, height: 10, fill: fillWith(place.id, "typed"), class: "framed" }),
      drawText(32, y + 31, data.words.typed, { size: 11, look: "muted" }),
    ],
  ];
  return { height: y + (hasTyped ? 40 : 22), title: data.title, description: data.description, body: join([body]) };
}

function drawBar(id: string, scale: Scale, bar: ValueBar, y: number): Piece {
  const box = (value: number) => {
    const ends = [scale.place(0), scale.place(value)] as const;
    return { x: Math.min(...ends), width: Math.abs(ends[1] - ends[0]) };
  };
  const typed = bar.typed ?? 0;
  return [
    element("rect", { ...box(bar.value), y: y - 6, height: 12, class: "bar" }),
    typed !== 0 &&
      element("rect", { ...box(typed), y: y - 6, height: 12, fill: fillWith(id, "typed"), class: "framed" }),
    bar.high - bar.low > 1e-9 && [
      drawRule(scale.place(bar.low), y, scale.place(bar.high), y, "whisker"),
      drawRule(scale.place(bar.low), y - 4, scale.place(bar.low), y + 4, "whisker"),
      drawRule(scale.place(bar.high), y - 4, scale.place(bar.high), y + 4, "whisker"),
    ],
  ];
}
