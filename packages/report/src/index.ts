/** Findings into papers: the report, the memo, its plain text, the data; and what a screen says of them. */
import { buildMemo } from "./document/memo.ts";
import { renderDocx } from "./docx/render-paper.ts";
import { writeReport } from "./html/write-report.ts";
import { writePlanJson } from "./json/write-plan-json.ts";
import { renderText } from "./text/render-text.ts";
import type { PaperInput } from "./wording/index.ts";

export { writeConflictCharts, writeConflictPage } from "./conflict/index.ts";
export { bestPlanLines } from "./day-two/best-plan-lines.ts";
export { whatChangedLines } from "./day-two/screen-lines.ts";
export { writeMemo } from "./docx/write-memo.ts";
export { forecastText, writeForecastPage } from "./forecast/index.ts";
export { type ComparedText, forumsText, writeForumsPage } from "./forums/index.ts";
export { writeCharts } from "./html/write-charts.ts";
export { writeReport } from "./html/write-report.ts";
export { planJsonSchema, planJsonSchemaText } from "./json/plan-schema.ts";
export type { JsonSchema } from "./json/schema-parts.ts";
export { writePlanJson } from "./json/write-plan-json.ts";
export { type PackageNames, packagesBody, writePackagesPage } from "./packages/index.ts";
export { corpusText, scoreCardText, writeCorpusPage, writeScoreCard } from "./review/index.ts";
export { slatesText, writeSlatesPage } from "./slates/index.ts";
export { type SummaryWords, summaryWords } from "./text/summary-words.ts";
export { writeMemoText } from "./text/write-memo-text.ts";
export { type ValueBlock, valuesText } from "./values/index.ts";
export * from "./wording/index.ts";

/** The papers by file name, in the order in which they are put in place. */
export interface Papers extends ReadonlyMap<string, string | Uint8Array> {
  get(name: "report.html" | "memo.md" | "plan.json"): string;
  get(name: "memo.docx"): Uint8Array;
  get(name: string): string | Uint8Array | undefined;
}

/** All four papers of a plan: the same bytes for the same brief and findings. */
export async function writePapers(input: PaperInput): Promise<Papers> {
  const memo = buildMemo(input);
  return new Map<string, string | Uint8Array>([
    ["report.html", writeReport(input)],
    ["memo.docx", await renderDocx(memo)],
    ["memo.md", renderText(memo)],
    ["plan.json", writePlanJson(input.findings)],
  ]) as Papers;
}
