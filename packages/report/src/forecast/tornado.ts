import { type Drawing, drawName, drawRule, drawText, isNarrow, type Place } from "../svg/chart.ts";
import { element, formatNumber as f, type Piece } from "../svg/markup.ts";
import { linearScale, niceTicks } from "../svg/scale.ts";

export interface Tornado {
  readonly title: string;
  readonly description: string;
  readonly centre: number;
  /** The widest first. `texts`: what the input is at the end that gives `atLow`, and at the other. */
  readonly rows: readonly {
    readonly name: string;
    readonly atLow: number;
    readonly atHigh: number;
    readonly texts: readonly [string, string];
  }[];
  /** Of each row, pixels; names of two lines need more than the usual 24. */
  readonly rowHeight?: number;
}

/** What the forecast would be with one input at its low and at its high end: the widest swing on top. */
export function layOutTornado(place: Place, { title, description, centre, rows, rowHeight = 24 }: Tornado): Drawing {
  const narrow = isNarrow(place.width);
  const left = narrow ? 128 : 240;
  const all = rows.flatMap((row) => [row.atLow, row.atHigh]);
  const low = Math.min(centre, ...all);
  const high = Math.max(centre, ...all);
  const x = linearScale(low, high, left + 40, place.width - 44);
  const bottom = 6 + rows.length * rowHeight;
  const body: Piece = [
    rows.map(({ name, atLow, atHigh, texts }, i) => {
      const y = 6 + i * rowHeight;
      const ends = [x.place(atLow), x.place(atHigh)] as const;
      const start = Math.min(...ends);
      const rising = atHigh >= atLow;
      return [
        drawName(left - 8, y + rowHeight / 2, name, left - 12, { anchor: "end" }),
        element("rect", {
          x: start,
          y: y + rowHeight / 2 - 8,
          width: Math.max(1, Math.abs(ends[1] - ends[0])),
          height: 16,
          class: "bar",
        }),
        drawText(start - 5, y + rowHeight / 2 + 4, rising ? texts[0] : texts[1], {
          size: 10,
          anchor: "end",
          look: "muted",
        }),
        drawText(Math.max(...ends) + 5, y + rowHeight / 2 + 4, rising ? texts[1] : texts[0], {
          size: 10,
          look: "muted",
        }),
      ];
    }),
    drawRule(x.place(centre), 2, x.place(centre), bottom, "axis"),
    niceTicks(low, high, narrow ? 3 : 6).map((tick) =>
      drawText(x.place(tick), bottom + 14, f(tick), { size: 10, anchor: "middle", look: "muted" }),
    ),
  ];
  return { height: bottom + 20, title, description, body };
}
