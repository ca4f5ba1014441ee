/** Scoring forecasts against outcomes. */

export { type SettingScore, scoreSettings } from "./harness.ts";
export { meanPlusResidualChances, mixWithEven, noneShareOfOthers, uniformChances } from "./harness-baselines.ts";
export { type Case, crps, crpsOf, logLoss, logLossOf } from "./harness-scores.ts";
