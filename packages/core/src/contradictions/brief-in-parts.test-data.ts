/** A small brief in parts, and the rows by which each check is tested. */
import { readBrief } from "../brief/read-brief.ts";
import { findContradictions } from "./find-contradictions.ts";

const BASE: Readonly<Record<string, string>> = {
  demarche: "1",
  date: "2030-01-10",
  us: "us",
  forum: "talks",
  parties: "{ us: We, them: They, other: Other, third: { name: Third, role: third } }",
  forums:
    "{ talks: { members: [us, them], dates: 2030-02-01..2030-02-10 }, congress: { members: [us, them, other], dates: 2030-03-01..2030-03-05 } }",
  agenda:
    "[{ issue: price, options: [low, mid, high], otherwise: low, positions: { us: high, them: low, third: mid } }, { issue: date, options: [early, late], positions: { us: late } }]",
  "others will table": "[]",
};
export type Parts = Readonly<Record<string, string>>;
/** What is found in the base brief with these parts put in place of its own. */
export function find(parts: Parts) {
  const text = Object.entries({ ...BASE, ...parts })
    .map(([word, value]) => `${word}: ${value}\n`)
    .join("");
  const { brief, diagnostics } = readBrief(text, { file: "test.yaml" });
  if (!brief)
    throw new Error(
      diagnostics.map(({ code, message, place }) => `${place.line}:${place.column} ${code} ${message}`).join("\n"),
    );
  return findContradictions(brief);
}
/** An agenda whose first issue says these words. */
export function price(words: string): string {
  return `[{ issue: price, ${words} }, { issue: date, options: [early, late], positions: { us: late } }]`;
}
export const OPTIONS = "options: [low, mid, high]";

export interface Row {
  readonly rule: string;
  readonly code: string;
  readonly severity: string;
  readonly fires: Parts;
  readonly paths: readonly string[];
  readonly misses: readonly Parts[];
}
