/** What things are worth by difference, and what the recommendation hangs on. */
export type * from "./findings.ts";
export { type PreparedValues, prepareValues, type ValuesOptions } from "./prepare.ts";
export type { ValuesEngine } from "./values-engine.ts";
