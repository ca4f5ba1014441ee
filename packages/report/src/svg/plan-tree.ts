import { type Drawing, drawLines, drawText, isNarrow, lineHeight, type Place } from "./chart.ts";
import { drawStepSign } from "./contingency-tree.ts";
import { element, formatNumber as f, join, type Piece } from "./markup.ts";
import { textWidth, wrapText } from "./text-fit.ts";

/** `part` heads a tree of its own; `if` asks how something came out; `branch` opens a deeper level; `more` stands for what is left out. */
export interface PlanTreeRow {
  readonly kind: "part" | "do" | "if" | "branch" | "more";
  /** 0 for the trunk. */
  readonly level: number;
  readonly text: string;
  /** As printed: "+0.5". */
  readonly worth?: string;
  /** Share of the worlds that come here, 0..1, and as printed. */
  readonly reached?: number;
  readonly reachedText?: string;
}
export interface PlanTreePicture {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly PlanTreeRow[];
  readonly words: { readonly worth: string; readonly reached: string };
  /** Under the picture, where a sign needs a word. */
  readonly note?: string;
}

const gap = 9;
const partGap = 10;

/** The plan from the top down, branches further in; on the right what each move is worth and how often the plan comes there. */
export function layOutPlanTree(place: Place, data: PlanTreePicture): Drawing {
  const narrow = isNarrow(place.width);
  const indent = narrow ? 18 : 34;
  const shareWidth = narrow ? 42 : 118;
  const worthWidth = Math.max(
    textWidth(data.words.worth, 11),
    ...data.rows.map((row) => textWidth(row.worth ?? "", 12, true)),
  );
  const worthRight = place.width - shareWidth - (narrow ? 6 : 16);
  const textRight = worthRight - worthWidth - 10;
  const spineX = (level: number) => 10 + level * indent;
  let y = 28;
  const rows = data.rows.map((row, i) => {
    if (row.kind === "part" && i > 0) y += partGap;
    const left = row.kind === "part" ? 0 : spineX(row.level) + 16;
    const { lines } = wrapText(row.text, (row.kind === "part" ? place.width : textRight) - left, 12);
    const placed = { row, left, lines, y };
    y += Math.max(1, lines.length) * lineHeight() + gap;
    return placed;
  });
  const [worthHead, reachedHead] = narrow ? [data.words.worth, undefined] : [data.words.worth, data.words.reached];
  const body: Piece = [
    drawText(worthRight, 10, worthHead, { size: 11, anchor: "end", look: "muted" }),
    reachedHead !== undefined && drawText(place.width, 10, reachedHead, { size: 11, anchor: "end", look: "muted" }),
    rows.map((_, i) => drawConnector(rows, i, spineX)),
    rows.map(({ row, left, lines, y: top }) => [
      row.kind !== "part" && drawStepSign({ kind: row.kind }, spineX(row.level), top - 4),
      drawLines(left, top, lines, { look: lookOf(row) }),
      row.worth !== undefined && drawText(worthRight, top, row.worth, { anchor: "end", look: "strong" }),
      row.reached !== undefined && drawReached(place.width, shareWidth, top, row, narrow),
    ]),
    data.note !== undefined && drawText(0, y + 4, data.note, { size: 11, look: "muted" }),
  ];
  return {
    height: data.note === undefined ? y : y + 14,
    title: data.title,
    description: data.description,
    body: join([body]),
  };
}

function lookOf({ kind }: PlanTreeRow): string {
  return kind === "branch" ? "strong" : kind === "do" || kind === "if" ? "" : "muted";
}

function drawReached(right: number, room: number, y: number, row: PlanTreeRow, narrow: boolean): Piece {
  const text = row.reachedText ?? "";
  if (narrow) return drawText(right, y, text, { anchor: "end", size: 11 });
  const bar = room - 54;
  const left = right - room;
  return [
    element("rect", { x: left, y: y - 8, width: bar, height: 7, class: "trough" }),
    element("rect", { x: left, y: y - 8, width: bar * (row.reached ?? 0), height: 7, class: "level" }),
    drawText(right, y, text, { anchor: "end", size: 11 }),
  ];
}

/** A branch hangs round a corner from its move; what follows on one level hangs from what stands above it. */
function drawConnector(
  rows: readonly { readonly row: PlanTreeRow; readonly y: number }[],
  i: number,
  spineX: (level: number) => number,
): Piece {
  const { row, y } = rows[i]!;
  if (row.kind === "part") return undefined;
  for (let j = i - 1; j >= 0; j--) {
    const above = rows[j]!;
    if (above.row.kind === "part") return undefined;
    const over = above.row.level;
    if (over > row.level || (row.kind === "branch" && over === row.level)) continue;
    const from = spineX(over);
    const to = spineX(row.level);
    const down = `M${f(from)} ${f(above.y - 4)}V${f(y - 4)}`;
    return element("path", { d: over === row.level ? down : `${down}H${f(to)}`, class: "spine" });
  }
  return undefined;
}
