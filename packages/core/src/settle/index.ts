/** Settlement of one item in one world, for benchmarks and for engines that need no plan. */

export { type Ballot, createBallot } from "./acceptance.ts";
export { memberMeans } from "./means.ts";
export type { Setting } from "./setting.ts";
export { comesBefore, createOutcome, type Outcome, settleAlone } from "./settle-item.ts";
export { createTable, fillTable, type Table } from "./table.ts";
