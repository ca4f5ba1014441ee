/** Outcome models of the literature on positions, salience and capability. Rules and sources: SPEC.md here. */
export { kalaiSmorodinskyOnScale, nashOnScale } from "./bargaining/bargaining.ts";
export type { Disagreement } from "./bargaining/gains.ts";
export {
  type ChallengeMove,
  type ChallengePair,
  type ChallengeResult,
  type ChallengeRound,
  type ChallengeSettings,
  challenge,
} from "./challenge/challenge.ts";
export { challengeDraws, type DrawnTable } from "./challenge/challenge-draws.ts";
export type { Quadrant } from "./challenge/quadrant.ts";
export {
  distributionOf,
  distributionOfDraws,
  type IssueDistribution,
  sampleQuantile,
  shownPercents,
} from "./distribution.ts";
export { drawIssue } from "./drawn-issue.ts";
export {
  type ExchangeResult,
  type ExchangeRound,
  type ExchangeSettings,
  exchange,
  type Trade,
} from "./exchange/exchange.ts";
export { columnsOf, type ForecastTable, type TableIssue, type TableRow } from "./forecast-table.ts";
export { type BriefTable, type BriefTableResult, tableOfBrief } from "./from-brief.ts";
export { type ForecastFindings, type ForecastSettings, forecastBrief, forecastTable } from "./panel/forecast.ts";
export { forecastCsv } from "./panel/forecast-csv.ts";
export { forecastJson, notBackTested } from "./panel/forecast-json.ts";
export { type FrozenForecast, freezeForecast, isIntact } from "./panel/freeze.ts";
export { type ModelName, modelNames, modelsWithRounds } from "./panel/models.ts";
export { type IssuePanel, type Panel, type PanelSettings, panelOf } from "./panel/panel.ts";
export type { Reasons } from "./panel/reasons.ts";
export type { SpatialRun } from "./panel/spatial-of-table.ts";
export type { TrajectoryEntry } from "./panel/trajectory.ts";
export type { ScaleTable } from "./scale-table.ts";
export { type Swing, swingsOf } from "./sensitivity.ts";
export type { Challenge } from "./spatial/proposals.ts";
export type { SpatialSettings } from "./spatial/settings.ts";
export { type SpatialActor, type SpatialResult, type SpatialTurn, spatial } from "./spatial/spatial.ts";
export { varyTable } from "./vary.ts";
export { weightedMean, weightedMedian, weightsOf } from "./weighted.ts";
