/** Roll-out of plans and what is found. */

export { Draws } from "./draws.ts";
export { type Frame, findingsOf } from "./findings-of.ts";
export { createPlanEngine, type PlanPart, type PlanSettings, type PlanTask } from "./plan-engine.ts";
export { Roll } from "./roll.ts";
