import { type Drawing, drawText, isNarrow, type Place } from "../svg/chart.ts";
import { element, type Piece } from "../svg/markup.ts";
import { abbreviate } from "../svg/text-fit.ts";

export interface ExchangeNetwork {
  readonly title: string;
  readonly description: string;
  readonly actors: readonly string[];
  /** Pairs that trade, by index; `gain` of all their trades. */
  readonly ties: readonly { readonly a: number; readonly b: number; readonly gain: number; readonly trades: number }[];
}

/** Actors on a ring; a line's breadth is what a pair gains by all its trades. */
export function layOutExchangeNetwork(place: Place, { title, description, actors, ties }: ExchangeNetwork): Drawing {
  const narrow = isNarrow(place.width);
  const radius = narrow ? 92 : 150;
  const centre = { x: place.width / 2, y: radius + 36 };
  const points = actors.map((_, i) => {
    const turn = (2 * Math.PI * i) / Math.max(1, actors.length) - Math.PI / 2;
    return { x: centre.x + radius * Math.cos(turn), y: centre.y + radius * Math.sin(turn) };
  });
  const most = Math.max(0, ...ties.map((tie) => tie.gain));
  const room = centre.x - radius - 14;
  const body: Piece = [
    ties.map(({ a, b, gain }) => {
      const from = points[a]!;
      const to = points[b]!;
      return element("line", {
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        class: "spine",
        style: `stroke-width:${(0.75 + (most > 0 ? (6 * gain) / most : 0)).toFixed(2)}px`,
      });
    }),
    actors.map((name, i) => {
      const { x, y } = points[i]!;
      const side = x - centre.x;
      const anchor = Math.abs(side) < 12 ? "middle" : side > 0 ? "start" : "end";
      const below = y > centre.y;
      const shift = anchor === "middle" ? 0 : side > 0 ? 10 : -10;
      const lift = anchor === "middle" ? (below ? 20 : -12) : 4;
      return [
        element("circle", { cx: x, cy: y, r: 5.5, class: "node" }),
        drawText(x + shift, y + lift, abbreviate(name, anchor === "middle" ? 160 : room, 11), {
          size: 11,
          anchor,
          full: name,
          look: "halo",
        }),
      ];
    }),
  ];
  return { height: 2 * radius + 72, title, description, body };
}
