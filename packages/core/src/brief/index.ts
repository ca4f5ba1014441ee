/** The brief language: text to checked data, its messages, and its JSON Schema. */
export type * from "./brief.ts";
export type { Code } from "./codes.ts";
export { codes } from "./codes.ts";
export { conditionFacts } from "./condition-facts.ts";
export type { Diagnostic, Locate, Place as TextPlace, Severity } from "./diagnostic.ts";
export { formatDiagnostic } from "./format-diagnostic.ts";
export { printChance } from "./mini/chance.ts";
export { printChange } from "./mini/change.ts";
export { printCitation } from "./mini/citation.ts";
export { printPlace } from "./mini/place.ts";
export { printCondition } from "./mini/print-condition.ts";
export { printShare } from "./mini/share.ts";
export { printQuantity } from "./mini/spread.ts";
export { parseCondition } from "./parse-condition.ts";
export type { ReadResult } from "./read-brief.ts";
export { readBrief } from "./read-brief.ts";
export { briefJsonSchema } from "./schema.ts";
export { sourcesOf } from "./sources-of.ts";
