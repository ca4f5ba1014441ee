/** Engines run. */
export { type Engine, type Progress, runInline } from "./engine.ts";
export type * from "./findings.ts";
export { inputsHash } from "./inputs-hash.ts";
export {
  type BriefEngine,
  compilePlannable,
  type PlanOptions,
  type PlanResult,
  planBrief,
  preparePlan,
} from "./plan-brief.ts";
