import { type Drawing, drawText, type Place } from "./chart.ts";
import { definePatterns, type Fill, fillWith } from "./ink.ts";
import { element, join, type Markup } from "./markup.ts";
import { textWidth } from "./text-fit.ts";

export interface LadderShare {
  readonly fill: Fill;
  /** A letter or figure that names it in the bar: "A", "1", "W", "–". */
  readonly sign: string;
  /** 0..1; all shares of a bar sum to 1. */
  readonly share: number;
}
export interface LadderBar {
  readonly title: string;
  readonly description: string;
  readonly shares: readonly LadderShare[];
}

/** Fill of the j-th fallback rung, from 0. */
export function rungFill(j: number): Fill {
  return j % 3 === 0 ? "rung1" : j % 3 === 1 ? "rung2" : "rung3";
}

/** One item's outcome as a bar of shares: ask, rungs, worse, nothing. Signs stand under the bar's own parts where they fit. */
export function layOutLadderBar(place: Place, bar: LadderBar, thickness = 14): Drawing {
  const used = [...new Set(bar.shares.map((part) => part.fill))];
  return {
    height: thickness + 14,
    title: bar.title,
    description: bar.description,
    body: join([definePatterns(place.id, used), drawLadder(place.id, bar, 0, 0, place.width, thickness)]),
  };
}

/** The bar alone, at a place of a larger drawing that has defined the patterns. */
export function drawLadder(
  id: string,
  bar: LadderBar,
  left: number,
  top: number,
  length: number,
  thickness: number,
): Markup {
  const parts: Markup[] = [];
  let x = left + 0.5;
  for (const { fill, sign, share } of bar.shares) {
    const width = Math.max(0, share) * (length - 1);
    const box = { x, y: top + 0.5, width, height: thickness };
    parts.push(element("rect", { ...box, fill: fillWith(id, fill) }), element("rect", { ...box, class: "outline" }));
    if (width >= textWidth(sign, 10) + 4) {
      parts.push(drawText(x + width / 2, top + thickness + 11, sign, { size: 10, anchor: "middle" }));
    }
    x += width;
  }
  return join(parts);
}
