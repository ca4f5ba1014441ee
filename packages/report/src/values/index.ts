/** What things are worth, for the report and the terminal. */
export type { ValueBlock } from "./value-rows.ts";
export { valuesText } from "./values-text.ts";
