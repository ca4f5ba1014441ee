/** Engines run. */
export { type Engine, type Progress, runInline } from "./engine.ts";
export type * from "./findings.ts";
export { inputsHash } from "./inputs-hash.ts";
export { compilePlannable, type PlanOptions, type PlanResult, planBrief } from "./plan-brief.ts";
