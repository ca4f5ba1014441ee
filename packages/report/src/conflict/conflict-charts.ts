/** The pictures of a conflict as files of their own, by file name; the same findings give the same bytes. */
import type { ConflictFindings } from "@demarche/core/conflict";
import { type Drawing, drawChart, type Place, widths } from "../svg/chart.ts";
import { chartRules, colourVariables } from "../svg/ink.ts";
import { element, join, styleElement } from "../svg/markup.ts";
import { layOutStabilityTable } from "./stability-table.ts";
import { layOutStateGraph, mostDrawn } from "./state-graph.ts";

const margin = 16;

export function writeConflictCharts(findings: ConflictFindings): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    "stability.svg": standAlone((place) => layOutStabilityTable(place, findings)),
  };
  if (findings.states.length > 0 && findings.states.length <= mostDrawn && findings.moves !== undefined) {
    files["states.svg"] = standAlone((place) => layOutStateGraph(place, findings));
  }
  return files;
}

/** With its own colours for light and dark, on its own ground. */
function standAlone(layOut: (place: Place) => Drawing): string {
  const place = { id: "c", width: widths.wide };
  const drawing = layOut(place);
  const sheet = `svg{${colourVariables("light")}}@media (prefers-color-scheme:dark){svg{${colourVariables("dark")}}}${chartRules}`;
  const width = place.width + 2 * margin;
  const height = Math.ceil(drawing.height) + 2 * margin;
  const body = join([
    styleElement(sheet),
    element("rect", { width, height, class: "ground" }),
    element("g", { transform: `translate(${margin} ${margin})` }, drawing.body),
  ]);
  return `${drawChart({ id: place.id, width }, { ...drawing, body, height }, { xmlns: "http://www.w3.org/2000/svg" }).text}\n`;
}
