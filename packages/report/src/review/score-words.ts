/** Names of what is scored, as papers say them. */
import type { How } from "@demarche/core/review";
import { modelWords } from "../forecast/words.ts";

const others: Readonly<Record<string, string>> = {
  plan: "Demarche: the plan's forecast",
  "status quo": "Status quo: as without agreement",
  "always 50": "Always the middle of the scale",
  even: "Even chances for all",
  "mean plus residual": "Weighted mean with its errors",
  author: "The author's words",
  ours: "Demarche's computation",
  "always even": "Always even chances",
};
export function nameOfScored(by: string): string {
  return others[by] ?? (by in modelWords ? modelWords[by as keyof typeof modelWords].name : by);
}
export const howWords: Readonly<Record<How, string>> = {
  agreed: "agreed",
  "not agreed": "not agreed",
  "not admitted": "kept off the agenda",
  "not raised": "not raised",
  informal: "talked of informally",
  elsewhere: "settled elsewhere",
};
/** Hows that are scored together as no agreement: the chance given is that of nothing, not of the how. */
const nothing: ReadonlySet<How> = new Set(["not agreed", "not admitted", "not raised"]);
export const chanceGiven = (how: How, chance: string): string =>
  nothing.has(how) ? `chance given to no agreement there ${chance}` : `chance given ${chance}`;
export const scoreNotes = [
  "Absolute errors are in points of a scale of 100. The log score (nats) and the Brier score are over all options and no agreement; both are 0 at best. A chance of 0 or 100 % is taken as 1 or 99 %, as papers print it.",
  "‘Partly’ counts as half a yes and half a no; ‘void’ is not scored. A result between two options counts half to each.",
  "Issues of one conference hang together: the differences between rows are within what luck can do.",
  "Intervals and CRPS are of the compromise forecast before acceptance; what acceptance limits, admission and vetoes add has been back-tested nowhere.",
] as const;
