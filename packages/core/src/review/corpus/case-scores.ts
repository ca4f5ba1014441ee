/** One case of a corpus: a table of positions, with what came out where that is known. */
import { distributionOf, type ForecastTable, type ModelName, modelNames, panelOf } from "../../forecast/index.ts";
import { centralInterval, holds, nominalPercents, sampleCrps } from "../sample-scores.ts";

export interface CaseIssue {
  readonly issue: string;
  /** In points of a scale of 100, like all errors here. Absent: what came out is not known. */
  readonly outcome?: number;
  readonly errors?: Readonly<Record<ModelName | "always 50", number>>;
  readonly crps?: number;
  readonly inside?: Readonly<Record<string, boolean>>;
}

/** @param outcomes by issue, in the table's units; not all need be known */
export function scoreCase(table: ForecastTable, outcomes: Readonly<Record<string, number>>): CaseIssue[] {
  const panel = panelOf(table);
  return table.issues.map((issue, p): CaseIssue => {
    const told = outcomes[issue.id];
    if (told === undefined) return { issue: issue.id };
    const points = (x: number) => (100 * (x - issue.low)) / (issue.high - issue.low);
    const outcome = points(told);
    const sample = distributionOf(issue).sample.map(points);
    const error = (x: number) => Math.abs(points(x) - outcome);
    const errors = Object.fromEntries(modelNames.map((model) => [model, error(panel.issues[p]!.models[model])]));
    return {
      issue: issue.id,
      outcome,
      errors: { ...(errors as Record<ModelName, number>), "always 50": Math.abs(50 - outcome) },
      crps: sampleCrps(sample, outcome),
      inside: Object.fromEntries(
        nominalPercents.map((p80) => [String(p80), holds(centralInterval(sample, p80), outcome)]),
      ),
    };
  });
}
