import { type Drawing, drawLines, drawText, isNarrow, lineHeight, type Place } from "./chart.ts";
import { element, formatNumber as f, join, type Markup, type Piece } from "./markup.ts";
import { textWidth, wrapText } from "./text-fit.ts";

/** A step of the plan; `branch` rows open a deeper level. */
export interface TreeStep {
  readonly kind: "do" | "ask" | "if" | "branch" | "more";
  /** 0 for the trunk; at most `deepest`. */
  readonly level: number;
  readonly text: string;
  /** Share of worlds in which the plan comes here, 0..1. */
  readonly reached?: number;
  /** As printed: "35 %". */
  readonly reachedText?: string;
}
export interface ContingencyTree {
  readonly title: string;
  readonly description: string;
  /** In the order of the plan. */
  readonly steps: readonly TreeStep[];
  readonly words: { readonly reached: string };
}

const gap = 10;

/** The plan from the top down; branches on what we learn stand further in; on the right, how often the plan comes there. */
export function layOutContingencyTree(place: Place, data: ContingencyTree): Drawing {
  const narrow = isNarrow(place.width);
  const indent = narrow ? 18 : 34;
  const shareWidth = narrow ? 44 : 150;
  const textRight = place.width - shareWidth - 8;
  const spineX = (level: number) => 10 + level * indent;
  let y = 26;
  const rows = data.steps.map((step) => {
    const left = spineX(step.level) + 16;
    const { lines } = wrapText(step.text, textRight - left, 12);
    const row = { step, left, lines, y };
    y += Math.max(1, lines.length) * lineHeight() + gap;
    return row;
  });
  const body: Piece = [
    drawText(place.width, 10, data.words.reached, { size: 11, anchor: "end", look: "muted" }),
    rows.map((_, i) => drawConnector(rows, i, spineX)),
    rows.map(({ step, left, lines, y: top }) => [
      drawStepSign(step, spineX(step.level), top - 4),
      drawLines(left, top, lines, { look: step.kind === "branch" ? "strong" : step.kind === "more" ? "muted" : "" }),
      step.reached !== undefined && drawReached(place.width, shareWidth, top, step, narrow),
    ]),
  ];
  return { height: y, title: data.title, description: data.description, body: join([body]) };
}

function drawReached(right: number, room: number, y: number, step: TreeStep, narrow: boolean): Piece {
  const text = step.reachedText ?? "";
  if (narrow) return drawText(right, y, text, { anchor: "end", size: 11 });
  const bar = room - 56;
  const left = right - room;
  return [
    element("rect", { x: left, y: y - 8, width: bar, height: 7, class: "trough" }),
    element("rect", {
      x: left,
      y: y - 8,
      width: bar * Math.max(0, Math.min(1, step.reached ?? 0)),
      height: 7,
      class: "level",
    }),
    drawText(right, y, text, { anchor: "end", size: Math.min(12, textWidth(text, 12) > 52 ? 11 : 12) }),
  ];
}

/** An answer hangs round a corner from its question; any other row from the last of its level or the answer that opened it. */
function drawConnector(
  rows: readonly { readonly step: TreeStep; readonly y: number }[],
  i: number,
  spineX: (level: number) => number,
): Piece {
  const row = rows[i];
  if (!row || i === 0) return undefined;
  const level = row.step.level;
  for (let j = i - 1; j >= 0; j--) {
    const above = rows[j];
    if (!above || above.step.level > level) continue;
    if (row.step.kind === "branch" && above.step.level === level) continue;
    const x = spineX(level);
    const from = spineX(above.step.level);
    const d =
      above.step.level === level
        ? `M${f(x)} ${f(above.y - 4)}V${f(row.y - 4)}`
        : `M${f(from)} ${f(above.y - 4)}V${f(row.y - 4)}H${f(x)}`;
    return element("path", { d, class: "spine" });
  }
  return undefined;
}

/** Disc: a move; triangle: an ask; diamond: a question; ring: its answer. */
export function drawStepSign(step: Pick<TreeStep, "kind">, x: number, y: number): Markup {
  switch (step.kind) {
    case "do":
      return element("circle", { cx: x, cy: y, r: 5, class: "node" });
    case "ask":
      return element("path", { d: `M${f(x - 6)} ${f(y - 5)}H${f(x + 6)}L${f(x)} ${f(y + 6)}Z`, class: "mark" });
    case "if":
      return element("path", {
        d: `M${f(x)} ${f(y - 7)}L${f(x + 7)} ${f(y)}L${f(x)} ${f(y + 7)}L${f(x - 7)} ${f(y)}Z`,
        class: "hollow",
      });
    case "branch":
      return element("circle", { cx: x, cy: y, r: 4.5, class: "hollow" });
    case "more":
      return drawText(x - 5, y + 4, "…", { look: "muted" });
  }
}
