/** What the search for the best plan finds. */
export type * from "./findings.ts";
