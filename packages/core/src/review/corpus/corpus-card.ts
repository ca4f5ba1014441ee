/** A whole corpus scored: tables of past forecasts, and cases of positions with or without outcomes. */
import type { ForecastTable } from "../../forecast/index.ts";
import { version } from "../../version.ts";
import { type BacktestScores, backtestResiduals, type PastForecast } from "../backtest/residual-backtest.ts";
import { type CaseIssue, scoreCase } from "./case-scores.ts";

/** What a corpus holds, read. Names are those of the files, or of the folders in it. */
export interface Corpus {
  readonly past: readonly {
    readonly name: string;
    readonly models: Readonly<Record<string, readonly PastForecast[]>>;
  }[];
  readonly cases: readonly {
    readonly name: string;
    readonly table: ForecastTable;
    readonly outcomes: Readonly<Record<string, number>>;
  }[];
}
export interface CorpusCard {
  readonly engine: "review";
  readonly version: string;
  readonly past: readonly {
    readonly name: string;
    /** Each model dressed with its own past errors, each dossier left out in turn; `always 50` and `half …` beside. */
    readonly models: Readonly<Record<string, BacktestScores>>;
  }[];
  readonly cases: readonly {
    readonly name: string;
    readonly title?: string;
    readonly actors: number;
    readonly issues: readonly CaseIssue[];
  }[];
  /** Over all issues of the cases with an outcome: mean absolute error by model. */
  readonly overall: { readonly issues: number; readonly meanAbsoluteError: Readonly<Record<string, number>> };
  /** What was back-tested, and what not. */
  readonly note: string;
}

export function scoreCorpus({ past, cases }: Corpus): CorpusCard {
  const scored = cases.map(({ name, table, outcomes }) => ({
    name,
    ...(table.title === undefined ? {} : { title: table.title }),
    actors: table.actors.length,
    issues: scoreCase(table, outcomes),
  }));
  const known = scored
    .flatMap((one) => one.issues)
    .flatMap((issue) => (issue.errors === undefined ? [] : [issue.errors]));
  const models = Object.keys(known[0] ?? {}) as (keyof NonNullable<CaseIssue["errors"]>)[];
  return {
    engine: "review",
    version,
    past: past.map(({ name, models: tables }) => ({
      name,
      models: Object.fromEntries(
        Object.entries(withBaselines(tables)).map(([model, rows]) => [model, backtestResiduals(rows)]),
      ),
    })),
    cases: scored,
    overall: {
      issues: known.length,
      meanAbsoluteError: Object.fromEntries(
        models.map((model) => [model, known.reduce((sum, errors) => sum + errors[model], 0) / known.length]),
      ),
    },
    note: "Coverage is of forecasts before acceptance; what acceptance limits, admission and vetoes add cannot be back-tested on these records.",
  };
}

/** "Always 50", and the mean of the first two models: a blend, to show that blending does not help. */
function withBaselines(
  tables: Readonly<Record<string, readonly PastForecast[]>>,
): Record<string, readonly PastForecast[]> {
  const [[firstName, first], second] = Object.entries(tables) as [
    [string, readonly PastForecast[]],
    [string, readonly PastForecast[]] | undefined,
  ];
  return {
    ...tables,
    ...(second === undefined
      ? {}
      : {
          [`half ${firstName}, half ${second[0]}`]: first.map((row, i) => ({
            ...row,
            forecast: (row.forecast + second[1][i]!.forecast) / 2,
          })),
        }),
    "always 50": first.map((row) => ({ ...row, forecast: 50 })),
  };
}
