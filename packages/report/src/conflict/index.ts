/** A conflict's findings into a page and pictures. */
export { conflictBody } from "./conflict-body.ts";
export { writeConflictCharts } from "./conflict-charts.ts";
export { writeConflictPage } from "./conflict-page.ts";
export { listOutcomes, nameStates, onePerOutcome, type StateNames } from "./naming.ts";
export { tellDeparture, tellJump, tellReach, tellTarget } from "./sentences.ts";
export { conceptOrder, concepts } from "./words.ts";
