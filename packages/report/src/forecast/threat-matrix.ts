import type { Quadrant } from "@demarche/core/forecast";
import { type Drawing, drawText, isNarrow, type Place } from "../svg/chart.ts";
import { definePatterns, type Fill, fillWith } from "../svg/ink.ts";
import { element, formatNumber as f, type Piece } from "../svg/markup.ts";
import { abbreviate } from "../svg/text-fit.ts";

export interface ThreatMatrix {
  readonly title: string;
  readonly description: string;
  readonly actors: readonly string[];
  /** By row, then column; absent on the diagonal. */
  readonly cells: readonly (readonly (Quadrant | undefined)[])[];
}
export const quadrantLooks: Readonly<
  Record<Quadrant, { readonly sign: string; readonly fill: Fill; readonly says: string }>
> = {
  compels: { sign: "++", fill: "near2", says: "can make it give way" },
  "compromise in favour": { sign: "+", fill: "near1", says: "can make it come part of the way" },
  conflict: { sign: "×", fill: "worse", says: "both would fight" },
  stalemate: { sign: "·", fill: "none", says: "neither moves the other" },
  "compromise against": { sign: "–", fill: "far1", says: "must go part of the way" },
  "is compelled": { sign: "– –", fill: "far2", says: "must give way" },
};
const used: readonly Fill[] = ["near2", "near1", "worse", "none", "far1", "far2"];

/** Who threatens whom in the first round: the actor of the row against that of the column. */
export function layOutThreatMatrix(place: Place, { title, description, actors, cells }: ThreatMatrix): Drawing {
  const left = isNarrow(place.width) ? 84 : 150;
  const cell = Math.min(36, (place.width - left - 2) / Math.max(1, actors.length));
  const top = 96;
  const size = cell < 18 ? 8 : 11;
  const body: Piece = [
    definePatterns(place.id, used),
    actors.map((name, i) => {
      const x = left + (i + 0.5) * cell;
      const y = top + (i + 0.5) * cell;
      return [
        drawText(left - 6, y + 4, abbreviate(name, left - 8, 11), { size: 11, anchor: "end", full: name }),
        element(
          "g",
          { transform: `rotate(-60 ${f(x)} ${top - 6})` },
          drawText(x, top - 6, abbreviate(name, 96, 11), { size: 11, full: name }),
        ),
      ];
    }),
    cells.map((row, i) =>
      row.map((quadrant, j) => {
        const x = left + j * cell;
        const y = top + i * cell;
        if (quadrant === undefined) return element("rect", { x, y, width: cell, height: cell, class: "trough" });
        const { sign, fill } = quadrantLooks[quadrant];
        return [
          element("rect", { x, y, width: cell, height: cell, fill: fillWith(place.id, fill), class: "framed" }),
          drawText(x + cell / 2, y + cell / 2 + size / 3, sign, { size, anchor: "middle", look: "strong halo" }),
        ];
      }),
    ),
  ];
  return { height: top + actors.length * cell + 6, title, description, body };
}
