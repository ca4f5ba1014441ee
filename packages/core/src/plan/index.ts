/** Roll-out of plans and what is found. */
export { createPlanEngine, type PlanPart, type PlanSettings, type PlanTask } from "./plan-engine.ts";
export { findingsOf } from "./findings-of.ts";
export { Draws } from "./draws.ts";
export { Roll } from "./roll.ts";
