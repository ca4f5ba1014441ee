/** Scoring forecasts against outcomes. */

export { isPastTable, type PastTable, readPastTable } from "./backtest/read-past.ts";
export { type BacktestScores, backtestResiduals, type PastForecast } from "./backtest/residual-backtest.ts";
export { type ReviewResult, reviewBrief } from "./card/review-brief.ts";
export type * from "./card/score-card.ts";
export type { CaseIssue } from "./corpus/case-scores.ts";
export { type Corpus, type CorpusCard, scoreCorpus } from "./corpus/corpus-card.ts";
export { type OutcomesTable, readOutcomesCsv } from "./corpus/read-outcomes-csv.ts";
export { brierOf, logScoreOf, type ReliabilityBin, reliability } from "./event-scores.ts";
export { type SettingScore, scoreSettings } from "./harness.ts";
export { meanPlusResidualChances, mixWithEven, noneShareOfOthers, uniformChances } from "./harness-baselines.ts";
export { type Case, crps, crpsOf, logLoss, logLossOf } from "./harness-scores.ts";
export type { How, ItemOutcome, Outcomes, Verdict } from "./outcomes/outcomes.ts";
export { type OutcomesResult, readOutcomes } from "./outcomes/read-outcomes.ts";
export { centralInterval, holds, sampleCrps } from "./sample-scores.ts";
