import { type Drawing, drawText, isNarrow, type Place } from "../svg/chart.ts";
import { element, formatNumber as f, type Piece } from "../svg/markup.ts";
import { abbreviate } from "../svg/text-fit.ts";

export interface Alluvial {
  readonly title: string;
  readonly description: string;
  /** Stretches of the scale, from its lower end. */
  readonly cells: readonly string[];
  /** Weight that begins in cell `from` and ends in cell `to`; shares that sum to 1. */
  readonly flows: readonly { readonly from: number; readonly to: number; readonly share: number }[];
  readonly words: { readonly first: string; readonly last: string };
}

const full = 260;
const gap = 8;

/** Who moved where: breadth is weight, the left side the first positions, the right side the last. Upper end on top. */
export function layOutAlluvial(place: Place, { title, description, cells, flows, words }: Alluvial): Drawing {
  const label = isNarrow(place.width) ? 84 : 170;
  const left = label + 8;
  const right = place.width - label - 8;
  const sizes = (side: "from" | "to") =>
    cells.map((_, c) => flows.filter((flow) => flow[side] === c).reduce((sum, flow) => sum + flow.share, 0));
  const before = stack(sizes("from"));
  const after = stack(sizes("to"));
  const used = { before: before.map((cell) => cell.top), after: after.map((cell) => cell.top) };
  const sorted = flows.toSorted((a, b) => b.to - a.to || b.from - a.from);
  const ribbons = sorted.map(({ from, to, share }) => {
    const thick = share * full;
    const y0 = used.before[from]!;
    const y1 = used.after[to]!;
    used.before[from] = y0 + thick;
    used.after[to] = y1 + thick;
    const middle = (left + right) / 2;
    const d = `M${f(left)} ${f(y0)}C${f(middle)} ${f(y0)} ${f(middle)} ${f(y1)} ${f(right)} ${f(y1)}V${f(y1 + thick)}C${f(middle)} ${f(y1 + thick)} ${f(middle)} ${f(y0 + thick)} ${f(left)} ${f(y0 + thick)}Z`;
    return element("path", { d, class: from === to ? "wash framed" : "density" });
  });
  const names = (stacked: readonly Cell[], x: number, anchor: "start" | "end"): Piece =>
    stacked.map((cell, c) =>
      cell.size > 0
        ? drawText(x, cell.top + (cell.size * full) / 2 + 4, abbreviate(cells[c]!, label - 4, 11), {
            size: 11,
            anchor,
            full: cells[c]!,
          })
        : undefined,
    );
  const body: Piece = [
    drawText(left, 12, words.first, { size: 11, look: "muted" }),
    drawText(right, 12, words.last, { size: 11, anchor: "end", look: "muted" }),
    ribbons,
    names(before, left - 6, "end"),
    names(after, right + 6, "start"),
  ];
  return { height: 24 + full + gap * cells.length, title, description, body };
}

interface Cell {
  readonly top: number;
  readonly size: number;
}
/** Cells one under the other, the last (upper end of the scale) on top. */
function stack(sizes: readonly number[]): Cell[] {
  let top = 22;
  return sizes
    .toReversed()
    .map((size) => {
      const cell = { top, size };
      if (size > 0) top += size * full + gap;
      return cell;
    })
    .toReversed();
}
