/** Engines run. */

export type { BriefEngine, Found, PlanOptions } from "./brief-engine.ts";
export { type Engine, type Progress, runInline, shareOfFirst } from "./engine.ts";
export type * from "./findings.ts";
export { inputsHash } from "./inputs-hash.ts";
export type { PlacesFinding } from "./places-engine.ts";
export { compilePlannable, type PlanResult, planBrief, preparePlan } from "./plan-brief.ts";
export { type PlacesOptions, type PlacesStudy, studyPlaces } from "./study-places.ts";
