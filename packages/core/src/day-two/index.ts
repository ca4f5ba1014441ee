/** Day two: what has been observed, and what it changes (docs/method/day-two.md). */
export type * from "./finding.ts";
export { bestPlanBefore } from "./plan-before.ts";
export { type ChangedLines, type NewObservation, type Recorded, recordObservation } from "./record.ts";
export { type Selected, selectWorlds } from "./select-worlds.ts";
