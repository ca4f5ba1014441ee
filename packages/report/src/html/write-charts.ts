import { comparedBars, comparedPlans } from "../best-plan/compared.ts";
import { bestPlanOf } from "../best-plan/standing.ts";
import { bestTreeOf } from "../best-plan/tree-of.ts";
import { layOutTornado } from "../forecast/tornado.ts";
import { chartMessages } from "../messages/charts.ts";
import { glanceMessages } from "../messages/glance.ts";
import { type AgendaBars, layOutAgendaBars } from "../svg/agenda-bars.ts";
import { type Drawing, drawChart, type Place, widths } from "../svg/chart.ts";
import { layOutConditionalPair } from "../svg/conditional-pair.ts";
import { layOutContingencyTree } from "../svg/contingency-tree.ts";
import { layOutForumTimeline } from "../svg/forum-timeline.ts";
import { layOutHeatMap } from "../svg/heat-map.ts";
import { chartRules, colourVariables } from "../svg/ink.ts";
import { layOutLinkageMatrix } from "../svg/linkage-matrix.ts";
import { element, join, styleElement } from "../svg/markup.ts";
import { layOutPlanTree } from "../svg/plan-tree.ts";
import { layOutPositionSpectrum } from "../svg/position-spectrum.ts";
import { layOutValueBars } from "../svg/value-bars.ts";
import { changeBarsOf, tornadoOf } from "../values/values-section.ts";
import { type PaperInput, shareText } from "../wording/index.ts";
import { conditionalOf } from "./figures/conditional-of.ts";
import { heatMapOf } from "./figures/heat-map-of.ts";
import { linkageOf } from "./figures/linkage-of.ts";
import { spectrumOf } from "./figures/spectrum-of.ts";
import { timelineOf } from "./figures/timeline-of.ts";
import { treeOf } from "./figures/tree-of.ts";
import { ladderBarOf } from "./outcome.ts";
import { anchor, openPaper, type Paper } from "./paper.ts";
import { ladderLegendEntries } from "./sections/ladder-legend.ts";
import { moveBarsOf } from "./sections/moves.ts";
import { unknownBarsOf } from "./sections/unknowns.ts";

/** The charts of the report as files of their own, by file name; the same input gives the same bytes. */
export function writeCharts(input: PaperInput): Readonly<Record<string, string>> {
  const paper = openPaper(input);
  const files: Record<string, string> = {};
  const add = <T>(name: string, data: T | null, layOut: (place: Place, data: T) => Drawing) => {
    if (data !== null) files[`${name}.svg`] = standAlone((place) => layOut(place, data));
  };
  const { items, plans, unknowns, conditionals } = paper.findings;
  add("agenda", items.length === 0 ? null : agendaBarsOf(paper), layOutAgendaBars);
  for (const item of items) add(anchor("spectrum", item.id), spectrumOf(paper, item), layOutPositionSpectrum);
  add("heat-map", items.length === 0 ? null : heatMapOf(paper), layOutHeatMap);
  add("linkage-matrix", linkageOf(paper), layOutLinkageMatrix);
  add("contingency-tree", input.brief.plan.length === 0 ? null : treeOf(paper), layOutContingencyTree);
  add("forum-timeline", timelineOf(paper), layOutForumTimeline);
  add("move-worth", Object.keys(plans.without).length === 0 ? null : moveBarsOf(paper), layOutValueBars);
  add("unknowns", unknowns.length === 0 ? null : unknownBarsOf(paper), layOutValueBars);
  const best = bestPlanOf(paper.index, paper.findings);
  if (best !== undefined) {
    add("best-plan-tree", bestTreeOf(paper, best), layOutPlanTree);
    const compared = comparedPlans(paper.index, paper.findings, best);
    add("plans-compared", input.brief.plan.length === 0 ? null : comparedBars(compared), layOutValueBars);
  }
  const { values } = paper.findings;
  if (values !== undefined) {
    add("values", changeBarsOf(paper, values) ?? null, layOutValueBars);
    add("tornado", tornadoOf(paper.index, values) ?? null, layOutTornado);
  }
  for (const conditional of conditionals) {
    add(anchor("conditional", conditional.forecast), conditionalOf(paper, conditional), layOutConditionalPair);
  }
  return files;
}

function agendaBarsOf(paper: Paper): AgendaBars {
  const rows = paper.findings.items.map((item) => ({
    name: [paper.index.numberOf(item.id), paper.index.nameOf(item.id)].filter((part) => part !== undefined).join("  "),
    bar: ladderBarOf(paper, item),
    ask: shareText(item.ask.chance),
  }));
  return {
    title: chartMessages.agenda,
    description: rows.map((row) => `${row.name}. ${row.bar.description}`).join(" "),
    rows,
    legend: ladderLegendEntries(paper).map(([fill, text]) => ({ fill, text })),
    words: { ask: glanceMessages.ask },
  };
}

const margin = 16;

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
  const page = { ...drawing, body, height };
  return `${drawChart({ id: place.id, width }, page, { xmlns: "http://www.w3.org/2000/svg" }).text}\n`;
}
