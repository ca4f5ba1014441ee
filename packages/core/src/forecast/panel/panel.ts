/** What all models say of each issue, beside each other and never averaged. */

import { kalaiSmorodinskyOnScale, nashOnScale } from "../bargaining/bargaining.ts";
import { type ChallengeResult, type ChallengeSettings, challenge } from "../challenge/challenge.ts";
import { type ExchangeResult, type ExchangeSettings, exchange } from "../exchange/exchange.ts";
import { columnsOf, type ForecastTable } from "../forecast-table.ts";
import type { SpatialSettings } from "../spatial/settings.ts";
import { weightedMean, weightedMedian, weightsOf } from "../weighted.ts";
import type { ModelName } from "./models.ts";
import { type Reasons, reasonsFor } from "./reasons.ts";
import { type SpatialRun, spatialOfTable } from "./spatial-of-table.ts";

export interface PanelSettings {
  readonly challenge?: ChallengeSettings;
  readonly exchange?: ExchangeSettings;
  readonly spatial?: SpatialSettings;
  /** Cost of disagreement in Nash and Kalai–Smorodinsky (see `Disagreement`). */
  readonly disagreement?: number;
}
export interface IssuePanel {
  /** Forecasts in the issue's units. */
  readonly models: Readonly<Record<ModelName, number>>;
  /** Lowest and highest of them. */
  readonly lowest: number;
  readonly highest: number;
  /** All within a tenth of the scale of each other. */
  readonly agree: boolean;
  readonly reasons: Reasons;
  readonly challenge: ChallengeResult;
}
export interface Panel {
  readonly issues: readonly IssuePanel[];
  /** Absent where nothing can be traded: fewer than two issues, or an issue on which nobody counts. */
  readonly exchange?: ExchangeResult;
  readonly spatial: readonly SpatialRun[];
}

/** Runs every model on every issue. @throws RangeError when the table is malformed */
export function panelOf(table: ForecastTable, settings: PanelSettings = {}): Panel {
  const traded = canTrade(table) ? exchange(table, settings.exchange) : undefined;
  const spatial = spatialOfTable(table, settings.spatial ?? {});
  const issues = table.issues.map((issue, p): IssuePanel => {
    const columns = columnsOf(issue);
    const weights = weightsOf(columns);
    const challenged = challenge(columns, settings.challenge);
    const run = spatial.find((one) => one.issues.includes(p))!;
    const mean = weightedMean(columns.position, weights);
    const disagreement = {
      low: issue.low,
      high: issue.high,
      ...(issue.otherwise === undefined ? {} : { otherwise: issue.otherwise }),
      ...(settings.disagreement === undefined ? {} : { cost: settings.disagreement }),
    };
    const models = {
      compromise: mean,
      median: weightedMedian(columns.position, weights),
      challenge: challenged.forecast,
      exchange: traded?.forecasts[p] ?? mean,
      spatial: issue.low + (issue.high - issue.low) * run.result.forecasts[run.issues.indexOf(p)]!,
      nash: nashOnScale(columns, disagreement),
      "kalai-smorodinsky": kalaiSmorodinskyOnScale(columns, disagreement),
    };
    const all = Object.values(models);
    const lowest = Math.min(...all);
    const highest = Math.max(...all);
    return {
      models,
      lowest,
      highest,
      agree: highest - lowest <= (issue.high - issue.low) / 10,
      reasons: reasonsFor(table, p, challenged, traded),
      challenge: challenged,
    };
  });
  return { issues, spatial, ...(traded === undefined ? {} : { exchange: traded }) };
}

function canTrade({ issues }: ForecastTable): boolean {
  const counted = (p: number) => issues[p]!.rows.some((row) => row.salience * row.capability > 0);
  return issues.length >= 2 && issues.every((_, p) => counted(p));
}
