import { figureMessages } from "../messages/figure.ts";
import { type Drawing, drawChart, type Place, widths } from "../svg/chart.ts";
import { element, type Markup, type Piece } from "../svg/markup.ts";
import { annex } from "./table.ts";

/**
 * A chart in both lay-outs (the page shows one of them), with a caption and the figures behind it as a table.
 * @param id unique in the paper
 */
export function figure(id: string, caption: Piece, layOut: (place: Place) => Drawing, data?: Piece): Markup {
  return element(
    "figure",
    {},
    element("div", { class: "wide" }, draw(`${id}-w`, widths.wide, layOut)),
    element("div", { class: "narrow" }, draw(`${id}-n`, widths.narrow, layOut)),
    element("figcaption", {}, caption),
    data !== undefined && annex(figureMessages.data, data),
  );
}

function draw(id: string, width: number, layOut: (place: Place) => Drawing): Markup {
  const place = { id, width };
  return drawChart(place, layOut(place));
}
