/** Roll-out of plans and what is found. */

export { Draws } from "./draws.ts";
export { findingsOf } from "./findings-of.ts";
export { createPlanEngine, type PlanPart, type PlanSettings, type PlanTask } from "./plan-engine.ts";
export { Roll } from "./roll.ts";
