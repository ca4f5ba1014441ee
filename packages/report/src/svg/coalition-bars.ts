import { type Drawing, drawLines, drawRule, drawText, isNarrow, lineHeight, type Place } from "./chart.ts";
import { definePatterns, type Fill, fillWith } from "./ink.ts";
import { element, join, type Markup, type Piece } from "./markup.ts";
import { textWidth, wrapText } from "./text-fit.ts";

/** A body's votes in one row, who would give them most often first, and how many are needed. */
export interface CoalitionBar {
  readonly name: string;
  /** "5 of 5", "more than 3 of 6". */
  readonly needed: string;
  /** How often those who would are enough, as printed. */
  readonly enough: string;
  /** Share of all votes that is needed, 0..1. */
  readonly threshold: number;
  readonly members: readonly CoalitionMember[];
}
export interface CoalitionMember {
  readonly name: string;
  /** Share of all votes, 0..1; all of a bar sum to 1. */
  readonly weight: number;
  /** How often it would, 0..1, and as printed. */
  readonly willing: number;
  readonly text: string;
  readonly veto: boolean;
}
export interface CoalitionBars {
  readonly title: string;
  readonly description: string;
  readonly bars: readonly CoalitionBar[];
  readonly words: {
    readonly most: string;
    readonly some: string;
    readonly few: string;
    readonly threshold: string;
    readonly veto: string;
  };
}

const thickness = 22;
const fillOf = (willing: number): Fill => (willing >= 0.5 ? "ask" : willing >= 0.2 ? "rung1" : "none");

/** Bars of votes against their thresholds, one under the other. */
export function layOutCoalitionBars(place: Place, data: CoalitionBars): Drawing {
  const narrow = isNarrow(place.width);
  let y = 4;
  const rows = data.bars.map((bar) => {
    const head = wrapText(`${bar.name}: ${bar.needed}; ${bar.enough}`, place.width, 12, 3).lines;
    const top = y + head.length * lineHeight() + 10;
    const drawn = [drawLines(0, y + 12, head), drawBar(place, bar, top, data.words)];
    y = top + thickness + (fitsLabels(place, bar) ? 2 * lineHeight(10) : 4) + 18;
    return drawn;
  });
  const legend = drawLegend(place, data, y, narrow);
  return {
    height: y + legend.height,
    title: data.title,
    description: data.description,
    body: join([definePatterns(place.id, ["ask", "rung1", "none"]), join(rows.flat()), legend.body]),
  };
}

/** Names stand under their votes where each has room. */
function fitsLabels(place: Place, bar: CoalitionBar): boolean {
  return bar.members.every(({ name, weight }) => weight === 0 || textWidth(name, 10) + 2 <= weight * place.width);
}

function drawBar(place: Place, bar: CoalitionBar, top: number, words: CoalitionBars["words"]): Markup {
  const parts: Piece[] = [];
  const labelled = fitsLabels(place, bar);
  const left = 0.5;
  const length = place.width - 1;
  let x = left;
  for (const member of bar.members) {
    const width = member.weight * length;
    const box = { x, y: top + 0.5, width, height: thickness };
    parts.push(
      element("rect", { ...box, fill: fillWith(place.id, fillOf(member.willing)) }),
      element("rect", { ...box, class: "outline" }),
    );
    if (labelled && width > 0) {
      const middle = x + width / 2;
      const below = top + thickness + 12;
      const share = member.veto && textWidth(`${member.text}, ${words.veto}`, 10) < width ? `, ${words.veto}` : "";
      parts.push(
        drawText(middle, below, member.name, { size: 10, anchor: "middle" }),
        drawText(middle, below + lineHeight(10), `${member.text}${share}`, {
          size: 10,
          anchor: "middle",
          look: "muted",
        }),
      );
    }
    x += width;
  }
  const at = left + bar.threshold * length;
  parts.push(drawRule(at, top - 6, at, top + thickness + 4, "barred"));
  return join(parts);
}

function drawLegend(
  place: Place,
  { words }: CoalitionBars,
  top: number,
  narrow: boolean,
): { body: Markup; height: number } {
  const entries: readonly (readonly [Fill | "threshold", string])[] = [
    ["ask", words.most],
    ["rung1", words.some],
    ["none", words.few],
    ["threshold", words.threshold],
  ];
  let x = 0;
  let y = top;
  const parts: Piece[] = [];
  for (const [fill, text] of entries) {
    const width = 32 + textWidth(text, 11) + 16;
    if (x > 0 && (narrow || x + width > place.width)) {
      x = 0;
      y += 18;
    }
    parts.push(
      fill === "threshold"
        ? drawRule(x + 13, y, x + 13, y + 12, "barred")
        : element("rect", {
            x: x + 0.5,
            y: y + 0.5,
            width: 26,
            height: 11,
            fill: fillWith(place.id, fill),
            class: "framed",
          }),
      drawText(x + 32, y + 10, text, { size: 11, look: "muted" }),
    );
    x += width;
  }
  return { body: join(parts), height: y - top + 22 };
}
