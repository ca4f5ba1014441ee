import { type Drawing, drawLines, drawRule, drawText, isNarrow, lineHeight, type Place } from "./chart.ts";
import { dodge, type Span } from "./dodge.ts";
import { element, formatNumber as f, join, type Markup, type Piece } from "./markup.ts";
import { linearScale, type Scale } from "./scale.ts";
import { textWidth, wrapText } from "./text-fit.ts";

export type TimelineKind = "forum" | "assumption" | "move" | "due";
/** Days are whole numbers from any fixed day; an open end is absent. */
export interface TimelineRow {
  readonly kind: TimelineKind;
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
  /** Dates as printed. */
  readonly dates: string;
}
export interface ForumTimeline {
  readonly title: string;
  readonly description: string;
  readonly from: number;
  readonly to: number;
  readonly today?: { readonly day: number; readonly text: string };
  readonly ticks: readonly { readonly day: number; readonly text: string }[];
  readonly groups: readonly { readonly name: string; readonly rows: readonly TimelineRow[] }[];
}

/** Forums, assumptions with their expiry, our moves and what is due, on one line of days. What lies beyond an end has an arrow. */
export function layOutForumTimeline(place: Place, data: ForumTimeline): Drawing {
  const narrow = isNarrow(place.width);
  const gutter = narrow ? 8 : 250;
  const scale = linearScale(data.from, data.to, gutter, place.width - 14);
  const top = 40;
  let y = top;
  const rows: Piece[] = [];
  for (const group of data.groups) {
    if (group.rows.length === 0) continue;
    y += 22;
    rows.push(drawText(0, y - 4, group.name, { look: "strong" }), drawRule(0, y + 2, place.width, y + 2, "grid"));
    y += 8;
    for (const row of group.rows) {
      const lines = narrow
        ? wrapText(`${row.name}, ${row.dates}`, place.width - 8, 12, 3).lines
        : wrapText(row.name, gutter - 24, 12, 3).lines;
      const block = lines.length * lineHeight();
      rows.push(
        drawLines(narrow ? 0 : 8, y + 12, lines, { full: `${row.name}, ${row.dates}`, look: narrow ? "halo" : "" }),
      );
      const middle = narrow ? y + block + 8 : y + block / 2 + 1;
      rows.push(drawSpan(scale, data, row, middle));
      y += narrow ? block + 22 : block + 7;
    }
  }
  const body: Piece = [drawAxis(scale, data, top, y, place.width), rows];
  return { height: y + 6, title: data.title, description: data.description, body: join([body]) };
}

function drawAxis(scale: Scale, data: ForumTimeline, top: number, bottom: number, width: number): Piece {
  const spans: Span[] = data.ticks.map(({ day, text }) => ({ at: scale.place(day), width: textWidth(text, 11) }));
  const middles = dodge(spans, scale.start - 8, width, 6);
  return [
    data.ticks.map(({ day, text }, i) => [
      drawRule(scale.place(day), top - 14, scale.place(day), bottom, "grid"),
      drawText(middles[i] ?? scale.place(day), top - 18, text, { size: 11, anchor: "middle", look: "muted" }),
    ]),
    drawRule(scale.start, top - 10, scale.end, top - 10, "axis"),
    data.today && [
      drawRule(scale.place(data.today.day), top - 14, scale.place(data.today.day), bottom, "today"),
      drawText(
        Math.min(
          Math.max(scale.place(data.today.day), scale.start + textWidth(data.today.text, 11) / 2),
          width - textWidth(data.today.text, 11) / 2,
        ),
        9,
        data.today.text,
        { size: 11, anchor: "middle", look: "red" },
      ),
    ],
  ];
}

function drawSpan(scale: Scale, data: ForumTimeline, row: TimelineRow, y: number): Piece {
  if (row.from === undefined && row.to === undefined) return undefined;
  const before = row.from === undefined || row.from < data.from;
  const after = row.to === undefined || row.to > data.to;
  // room for the arrows that say that it goes on
  const left = scale.place(row.from ?? data.from) + (before && row.kind !== "assumption" ? 8 : 0);
  const right = scale.place(row.to ?? data.to) - (after ? 8 : 0);
  const arrows: Piece = [
    before && row.kind !== "due" && row.kind !== "assumption" && drawArrow(left - 5, y, -1),
    after && drawArrow(right + 5, y, 1),
  ];
  switch (row.kind) {
    case "forum":
      return [
        element("rect", { x: left, y: y - 5, width: Math.max(3, right - left), height: 10, class: "span-forum" }),
        arrows,
      ];
    case "assumption":
      return [
        drawRule(left, y, right, y, "span-assumption"),
        !after &&
          element("path", {
            d: `M${f(right)} ${f(y - 6)}L${f(right + 6)} ${f(y)}L${f(right)} ${f(y + 6)}L${f(right - 6)} ${f(y)}Z`,
            class: "hollow",
          }),
        arrows,
      ];
    case "move":
      return right - left < 4
        ? [element("circle", { cx: left, cy: y, r: 4.5, class: "node" }), arrows]
        : [
            drawRule(left, y, right, y, "span-move"),
            !before && element("circle", { cx: left, cy: y, r: 3.5, class: "node" }),
            !after && element("circle", { cx: right, cy: y, r: 3.5, class: "node" }),
            arrows,
          ];
    case "due":
      return after ? arrows : drawRule(right, y - 7, right, y + 7, "span-due");
  }
}
function drawArrow(x: number, y: number, direction: 1 | -1): Markup {
  return element("path", {
    d: `M${f(x - 4 * direction)} ${f(y - 5)}L${f(x + 4 * direction)} ${f(y)}L${f(x - 4 * direction)} ${f(y + 5)}`,
    class: "arrow",
  });
}
