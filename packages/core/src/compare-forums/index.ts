/** An issue before one forum or another: chances, admission, deadlock and who decides, in the same worlds. */
export { type Comparisons, comparisonsOf } from "./comparison.ts";
export type * from "./findings.ts";
export { type Comparing, type ForumQuestion, prepareComparison } from "./prepare.ts";
export { ForumRun } from "./run.ts";
export type { ForumTally } from "./tally.ts";
