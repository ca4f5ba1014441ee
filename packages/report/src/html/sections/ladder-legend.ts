import { glanceMessages as words } from "../../messages/glance.ts";
import { drawChart } from "../../svg/chart.ts";
import { definePatterns, type Fill, fillWith } from "../../svg/ink.ts";
import { rungFill } from "../../svg/ladder-bar.ts";
import { element, join, type Markup, markup } from "../../svg/markup.ts";
import type { Paper } from "../paper.ts";

/** The fills of ladder bars and their names, as far as the findings have rungs. */
export function ladderLegendEntries(paper: Paper): readonly (readonly [Fill, string])[] {
  const most = Math.max(0, ...paper.findings.items.map((item) => item.rungs.length));
  return [
    ["ask", words.legend.ask],
    ...Array.from({ length: Math.min(most, 3) }, (_, j) => [rungFill(j), words.legend.rung(j + 1)] as const),
    ["worse", words.legend.worse],
    ["none", words.legend.none],
  ];
}

/** What the parts of the bars mean: a small pattern beside each name. */
export function ladderLegend(paper: Paper): Markup {
  return markup`<span class="legend">${join(
    ladderLegendEntries(paper).map(([fill, text]) => {
      const place = { id: `legend-${fill}`, width: 22 };
      const swatch = drawChart(
        place,
        {
          height: 12,
          title: text,
          description: "",
          body: join([
            definePatterns(place.id, [fill]),
            element("rect", { x: 0.5, y: 0.5, width: 21, height: 11, fill: fillWith(place.id, fill), class: "framed" }),
          ]),
        },
        { "aria-hidden": "true" },
      );
      return markup`<span class="entry">${swatch} ${text}</span>`;
    }),
  )}</span>`;
}
