import { type Drawing, drawRule, drawText, isNarrow, type Place } from "../svg/chart.ts";
import { dodge } from "../svg/dodge.ts";
import { element, formatNumber as f, type Piece } from "../svg/markup.ts";
import { linearScale, niceTicks, type Scale } from "../svg/scale.ts";
import { abbreviate } from "../svg/text-fit.ts";

export interface TrajectoryChart {
  readonly title: string;
  readonly description: string;
  readonly low: number;
  readonly high: number;
  /** A line each: its value in each round from 0 on; all of one length. */
  readonly lines: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly look: "party" | "median" | "mean";
  }[];
  readonly words: { readonly rounds: string };
}

const looks = { party: "axis", median: "band-ours", mean: "span-assumption" } as const;
const labelSize = 11;

/** Positions over the rounds; those who stand together share a line, and their names follow each other at its end. */
export function layOutTrajectory(place: Place, data: TrajectoryChart): Drawing {
  const right = isNarrow(place.width) ? 118 : 190;
  const bottom = 300;
  const y = linearScale(data.low, data.high, bottom, 12);
  const rounds = Math.max(1, ...data.lines.map((line) => line.values.length)) - 1;
  const x = linearScale(0, Math.max(1, rounds), 44, place.width - right);
  const body: Piece = [
    niceTicks(data.low, data.high, 5).map((tick) => [
      drawRule(x.start, y.place(tick), x.end, y.place(tick), "grid"),
      drawText(38, y.place(tick) + 4, f(tick), { size: 10, anchor: "end", look: "muted" }),
    ]),
    niceTicks(0, rounds, isNarrow(place.width) ? 5 : 10)
      .filter((tick) => Number.isInteger(tick))
      .map((tick) => drawText(x.place(tick), bottom + 16, f(tick), { size: 10, anchor: "middle", look: "muted" })),
    drawText(x.start, bottom + 32, data.words.rounds, { size: labelSize, look: "muted" }),
    data.lines.map(({ values, look }) => element("path", { d: lineThrough(x, y, values), class: looks[look] })),
    endNames(place, x, y, data),
  ];
  return { height: bottom + 38, title: data.title, description: data.description, body };
}

function lineThrough(x: Scale, y: Scale, values: readonly number[]): string {
  return values.map((value, round) => `${round === 0 ? "M" : "L"}${f(x.place(round))} ${f(y.place(value))}`).join("");
}

function endNames(place: Place, x: Scale, y: Scale, { lines, high, low }: TrajectoryChart): Piece {
  const ends = new Map<number, { names: string[]; ours: boolean }>();
  for (const { name, values, look } of lines) {
    const last = Number((((values.at(-1) ?? low) - low) / (high - low)).toFixed(3));
    const here = ends.get(last) ?? { names: [], ours: false };
    here.names.push(name);
    here.ours ||= look === "median";
    ends.set(last, here);
  }
  const sorted = [...ends].sort((a, b) => b[0] - a[0]);
  const at = (share: number) => y.place(low + share * (high - low));
  const middles = dodge(
    sorted.map(([share]) => ({ at: at(share), width: 14 })),
    4,
    y.start + 8,
    1,
  );
  return sorted.map(([share, { names, ours }], i) => {
    const full = names.join(", ");
    const middle = middles[i] ?? at(share);
    return [
      element("path", { d: `M${f(x.end + 2)} ${f(at(share))}L${f(x.end + 12)} ${f(middle)}`, class: "leader" }),
      drawText(x.end + 15, middle + 4, abbreviate(full, place.width - x.end - 18, labelSize), {
        size: labelSize,
        full,
        ...(ours ? { look: "ours" } : {}),
      }),
    ];
  });
}
