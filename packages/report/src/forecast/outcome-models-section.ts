import { type ForecastTable, modelNames, type Panel, panelOf, tableOfBrief } from "@demarche/core/forecast";
import type { SectionWriter } from "../html/paper.ts";
import { annex, bullets, table } from "../html/table.ts";
import { element, type Piece } from "../svg/markup.ts";
import { placeText } from "./forecast-text.ts";
import { reasonsOf } from "./reasons.ts";
import { forecastWords, modelWords } from "./words.ts";

/** The models of the literature beside each other on each issue of the brief: a section of the report. Null where none is on a scale. */
export const writeOutcomeModels: SectionWriter = (paper) => {
  const { found } = tableOfBrief(paper.index.brief);
  if (found === undefined || found.table.issues.length === 0) return null;
  const panel = panelOf(found.table, { exchange: { seed: paper.findings.seed } });
  return { id: "outcome-models", title: "What other models say", body: () => bodyOf(found.table, panel) };
};

function bodyOf(positions: ForecastTable, panel: Panel): Piece {
  const differing = positions.issues.flatMap((issue, p) =>
    panel.issues[p]!.agree ? [] : [{ issue, one: panel.issues[p]! }],
  );
  const agreeing = positions.issues.length - differing.length;
  return [
    element(
      "p",
      {},
      `From the brief's positions, at the middle of what it says of them. On ${agreeing} of ${positions.issues.length} issues all lie within a tenth of the scale. ${forecastWords.neverAveraged} ${forecastWords.notTested}`,
    ),
    table({
      caption: "Where each model sees the outcome, in the issue's own units.",
      look: "data",
      columns: [{ head: "Issue" }, ...modelNames.map((model) => ({ head: modelWords[model].name, figures: true }))],
      rows: positions.issues.map((issue, p) => ({
        cells: [issue.name, ...modelNames.map((model) => placeText(panel.issues[p]!.models[model], issue))],
      })),
    }),
    differing.length > 0 &&
      annex(
        "Why they differ: who moves, who would have to give way, what is traded",
        differing.map(({ issue, one }) => [element("h3", {}, issue.name), bullets(reasonsOf(positions, issue, one))]),
      ),
  ];
}
