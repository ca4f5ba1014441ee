/** Positions data of other programs, into tables and briefs. Formats: docs/guide/forecast-data.md. */
export { type BriefWishes, briefTextOf } from "./brief-text.ts";
export { type DataFile, type DataFormat, readData } from "./read-data.ts";
