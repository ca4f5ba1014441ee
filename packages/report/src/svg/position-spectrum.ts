import { type Drawing, drawLines, drawName, drawRule, drawText, isNarrow, lineHeight, type Place } from "./chart.ts";
import { dodge, type Span } from "./dodge.ts";
import { element, formatNumber as f, join, type Markup, type Piece } from "./markup.ts";
import { linearScale, niceTicks, type Scale } from "./scale.ts";
import { abbreviate, textWidth, wrapText } from "./text-fit.ts";

export type SpectrumMark = "otherwise" | "target" | "rung" | "red line";
export interface SpectrumOption {
  readonly name: string;
  /** Natural units. */
  readonly at: number;
  readonly marks: readonly SpectrumMark[];
  /** For marks `rung`: which, from 1. */
  readonly rung?: number;
}
export interface SpectrumParty {
  readonly name: string;
  readonly ours: boolean;
  /** Has no seat at the table. */
  readonly third: boolean;
  /** Natural units, 5 %, 50 % and 95 % points; absent: no position is known. */
  readonly ideal?: { readonly low: number; readonly median: number; readonly high: number };
  /** 0..100, median. */
  readonly salience: number;
}
export interface PositionSpectrum {
  readonly title: string;
  readonly description: string;
  /** Ends of the scale, natural units; may fall. */
  readonly from: number;
  readonly to: number;
  readonly unit?: string;
  readonly options: readonly SpectrumOption[];
  readonly parties: readonly SpectrumParty[];
  /** Equal cells of the scale from its lower end, shares. */
  readonly density?: readonly number[];
  readonly words: {
    readonly notKnown: string;
    readonly noSeat: string;
    readonly forecast: string;
    readonly marks: Readonly<Record<SpectrumMark, string>>;
  };
}

const rowHeight = 29;
const densityHeight = 44;
const labelSize = 11;
const tickSize = 10;
/** Between numbers of the axis. */
const tickGap = 6;

/** Who stands where on one issue: dot area is salience, the bar 5–95 % of the ideal; marks of ours above, the forecast beneath. */
export function layOutPositionSpectrum(place: Place, data: PositionSpectrum): Drawing {
  const narrow = isNarrow(place.width);
  const gutter = narrow ? 0 : 150;
  const scale = linearScale(data.from, data.to, gutter + 14, place.width - 14);
  const head = layOutOptions(place, scale, data, narrow);
  const rowsTop = head.height + 8;
  const pitch = narrow ? rowHeight + 14 : rowHeight;
  const rowsBottom = rowsTop + data.parties.length * pitch;
  const hasDensity = (data.density ?? []).some((share) => share > 0);
  const axisY = rowsBottom + (hasDensity ? densityHeight + 10 : 8);
  const numbered = data.unit !== undefined || !narrow;
  const unit = numbered ? unitLines(scale, data) : [];
  const bottom = axisY + (numbered ? 20 : 6) + unit.length * lineHeight(tickSize) + (hasDensity && narrow ? 14 : 0);
  const body: Piece = [
    data.options.map((option) => {
      const x = scale.place(option.at);
      return drawRule(x, head.height, x, axisY, option.marks.includes("red line") ? "barred dashed" : "grid");
    }),
    head.body,
    data.parties.map((party, i) => drawParty(scale, party, rowsTop + i * pitch, pitch, narrow, data.words)),
    hasDensity && drawDensity(scale, data, rowsBottom + 8, axisY, narrow ? undefined : gutter),
    drawRule(scale.start, axisY, scale.end, axisY, "axis"),
    numbered && drawTicks(scale, data, axisY),
    drawLines(scale.end + 8, axisY + 16 + lineHeight(tickSize), unit, { size: tickSize, anchor: "end", look: "muted" }),
    hasDensity && narrow && drawText(scale.start, bottom - 2, data.words.forecast, { size: labelSize, look: "muted" }),
    head.key === undefined ? undefined : drawKey(head.key, bottom + 10, place.width),
  ];
  return {
    height: bottom + (head.key === undefined ? 4 : 10 + keyHeight(head.key, place.width)),
    title: data.title,
    description: data.description,
    body: join([body]),
  };
}

interface Head {
  readonly height: number;
  readonly body: Piece;
  /** Where names are too long for the line: letters stand there, and names beneath. */
  readonly key?: readonly (readonly [string, string])[];
}

function layOutOptions(place: Place, scale: Scale, data: PositionSpectrum, narrow: boolean): Head {
  const sorted = [...data.options].sort((a, b) => scale.place(a.at) - scale.place(b.at));
  const room = (place.width - (narrow ? 0 : 90)) / Math.max(1, sorted.length) - 10;
  const maxWidth = Math.min(150, room);
  const wrapped = sorted.map((option) => wrapText(option.name, maxWidth, labelSize, 5));
  const keyed = narrow || wrapped.some((text) => text.cut || text.lines.some((line) => line.endsWith("-")));
  const lines = keyed ? sorted.map((_, i) => [letter(i)]) : wrapped.map((text) => text.lines);
  const spans: Span[] = lines.map((text, i) => ({
    at: scale.place(sorted[i]?.at ?? 0),
    width: Math.max(14, ...text.map((line) => textWidth(line, labelSize))),
  }));
  const middles = dodge(spans, narrow ? 0 : 90, place.width, 8);
  const most = Math.max(0, ...lines.map((text) => text.length));
  const labelBottom = most * lineHeight(labelSize) + 2;
  const markRows = Math.max(0, ...sorted.map((option) => option.marks.length));
  const markBottom = labelBottom + 12 + markRows * 16;
  const body = sorted.map((option, i): Piece => {
    const x = scale.place(option.at);
    const middle = middles[i] ?? x;
    const text = lines[i] ?? [];
    const first = labelBottom - 4 - (text.length - 1) * lineHeight(labelSize);
    return [
      drawLines(middle, first, text, { size: labelSize, anchor: "middle", ...(keyed ? { look: "strong" } : {}) }),
      element("path", { d: path(middle, labelBottom, x, labelBottom + 10, x, markBottom), class: "leader" }),
      option.marks.map((mark, row) => drawMark(mark, x, labelBottom + 18 + row * 16, option.rung)),
    ];
  });
  return {
    height: markBottom,
    body,
    ...(keyed ? { key: sorted.map((option, i) => [letter(i), option.name] as const) } : {}),
  };
}
const letter = (i: number) => String.fromCharCode(97 + (i % 26));
function path(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): string {
  return `M${f(x1)} ${f(y1)}L${f(x2)} ${f(y2)}L${f(x3)} ${f(y3)}`;
}

/** Our marks: a full triangle is the ask, a ring with a figure a rung, a hollow square what happens otherwise, a barred ring a red line. */
export function drawMark(mark: SpectrumMark, x: number, y: number, rung = 1): Markup {
  switch (mark) {
    case "target":
      return element("path", { d: `M${f(x - 7)} ${f(y - 6)}H${f(x + 7)}L${f(x)} ${f(y + 6)}Z`, class: "mark" });
    case "rung":
      return join([
        element("circle", { cx: x, cy: y, r: 6.5, class: "hollow" }),
        drawText(x, y + 3.5, String(rung), { size: 10, anchor: "middle", look: "strong" }),
      ]);
    case "otherwise":
      return element("rect", { x: x - 5, y: y - 5, width: 10, height: 10, class: "hollow" });
    case "red line":
      return join([
        element("circle", { cx: x, cy: y, r: 6, class: "barred ground" }),
        element("path", { d: `M${f(x - 4)} ${f(y + 4)}L${f(x + 4)} ${f(y - 4)}`, class: "barred" }),
      ]);
  }
}

function drawParty(
  scale: Scale,
  party: SpectrumParty,
  top: number,
  pitch: number,
  narrow: boolean,
  words: PositionSpectrum["words"],
): Piece {
  const y = top + (narrow ? pitch - 13 : pitch / 2);
  const label = party.third ? `${party.name} (${words.noSeat})` : party.name;
  const style = { look: `${party.ours ? "ours" : ""}${narrow ? " halo" : ""}`.trim(), full: label };
  const name = narrow
    ? drawText(scale.start - 8, top + 12, abbreviate(label, scale.end - scale.start, 12), style)
    : drawName(136, y, label, 134, { ...style, anchor: "end" });
  if (!party.ideal) {
    return [
      name,
      drawRule(scale.start, y, scale.end, y, "unknown"),
      drawText((scale.start + scale.end) / 2, y + 4, words.notKnown, {
        anchor: "middle",
        look: "muted halo",
        size: labelSize,
      }),
    ];
  }
  const { low, median, high } = party.ideal;
  // area, not radius, is salience
  const radius = Math.max(2, 9 * Math.sqrt(Math.max(0, Math.min(100, party.salience)) / 100));
  const band = party.ours ? "band-ours" : "band";
  const ends = [scale.place(low), scale.place(high)] as const;
  return [
    name,
    drawRule(ends[0], y, ends[1], y, band),
    ends[1] - ends[0] > 2 && ends.map((x) => drawRule(x, y - 4, x, y + 4, band)),
    element("circle", {
      cx: scale.place(median),
      cy: y,
      r: radius,
      class: party.ours ? "dot-ours" : party.third ? "dot-third" : "dot",
    }),
  ];
}

function drawDensity(
  scale: Scale,
  data: PositionSpectrum,
  top: number,
  bottom: number,
  gutter: number | undefined,
): Piece {
  const density = data.density ?? [];
  const most = Math.max(...density);
  const cell = (scale.end - scale.start) / density.length;
  const falls = data.from > data.to;
  // cells run from the scale's lower end, which stands on the right where the scale falls
  const shares = falls ? [...density].reverse() : density;
  return [
    shares.map((share, i) => {
      const height = most > 0 ? (share / most) * (bottom - top) : 0;
      return element("rect", { x: scale.start + i * cell, y: bottom - height, width: cell, height, class: "density" });
    }),
    gutter !== undefined &&
      drawLines(136, bottom - 16, wrapText(data.words.forecast, 134, labelSize, 2).lines, {
        size: labelSize,
        anchor: "end",
        look: "muted",
      }),
  ];
}

interface Tick {
  readonly x: number;
  readonly label: string;
  readonly at: number;
  readonly anchor: "end" | "middle";
}
function ticksOf(scale: Scale, data: PositionSpectrum): readonly Tick[] {
  return niceTicks(Math.min(data.from, data.to), Math.max(data.from, data.to), 5).map((tick) => {
    const x = scale.place(tick);
    const anchor = x > scale.end - 20 ? "end" : "middle";
    return { x, label: f(tick), at: anchor === "end" ? x + 8 : x, anchor };
  });
}

/** The last number of the axis with its unit behind it; undefined where that would print over the number before or past the end. */
function lastWithUnit(scale: Scale, data: PositionSpectrum): string | undefined {
  const ticks = ticksOf(scale, data);
  const last = ticks.at(-1);
  if (data.unit === undefined || last === undefined) return undefined;
  const extent = ({ at, anchor }: Tick, label: string): readonly [number, number] => {
    const width = textWidth(label, tickSize);
    const start = anchor === "end" ? at - width : at - width / 2;
    return [start, start + width];
  };
  const label = `${last.label} ${data.unit}`;
  const [start, end] = extent(last, label);
  const isFree = ticks.slice(0, -1).every((tick) => {
    const [from, to] = extent(tick, tick.label);
    return to + tickGap <= start || from - tickGap >= end;
  });
  return isFree && start >= 0 && end <= scale.end + 14 ? label : undefined;
}

/** A unit too long for the line of the numbers, on lines of its own beneath them. */
function unitLines(scale: Scale, data: PositionSpectrum): readonly string[] {
  if (data.unit === undefined || lastWithUnit(scale, data) !== undefined) return [];
  return wrapText(data.unit, Math.abs(scale.end - scale.start), tickSize, 3).lines;
}

function drawTicks(scale: Scale, data: PositionSpectrum, y: number): Piece {
  const last = lastWithUnit(scale, data);
  return ticksOf(scale, data).map(({ x, label, at, anchor }, i, ticks) => [
    drawRule(x, y, x, y + 4, "axis"),
    drawText(at, y + 16, i === ticks.length - 1 ? (last ?? label) : label, { size: tickSize, anchor, look: "muted" }),
  ]);
}

function keyLines(key: readonly (readonly [string, string])[], width: number) {
  return key.map(([sign, name]) => ({ sign, lines: wrapText(name, width - 24, labelSize, 4).lines }));
}
function keyHeight(key: readonly (readonly [string, string])[], width: number): number {
  return keyLines(key, width).reduce((sum, entry) => sum + entry.lines.length * lineHeight(labelSize) + 3, 8);
}
function drawKey(key: readonly (readonly [string, string])[], top: number, width: number): Piece {
  let y = top + labelSize;
  return keyLines(key, width).map(({ sign, lines }) => {
    const at = y;
    y += lines.length * lineHeight(labelSize) + 3;
    return [drawText(4, at, sign, { size: labelSize, look: "strong" }), drawLines(20, at, lines, { size: labelSize })];
  });
}
