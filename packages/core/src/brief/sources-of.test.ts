import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Brief, printCitation, readBrief, sourcesOf } from "./index.ts";

const TEXT = readFileSync(new URL("fixtures/every-word.brief.yaml", import.meta.url), "utf8");
const brief = readBrief(TEXT, { file: "b" }).brief as Brief;

// Rule 6 of the brief language: a source covers what stands beside it in the same mapping, not what stands in mappings within.
test.each([
  ["parties/upland/influence", ["talks#2b"], "its own, written long"],
  ["agenda/release/options/free-flow/at", ["treaty"], "its own, written long"],
  ["agenda/release/options/free-flow/audience/press", ["judgement"], "its own"],
  ["agenda/release/positions/lowland/salience", ["talks#1", "gauge-report#2.1"], "several of its own"],
  ["agenda/release/unit", ["treaty"], "beside it"],
  ["agenda/release/changed/1", ["gauge-report#1a"], "in an entry of a list"],
  ["rules/thaw/if", ["talks"], "beside it"],
  ["agenda/release/positions/upland/salience", undefined, "in a mapping within"],
  ["agenda/release/positions/lowland/ideal", undefined, "beside a value with a source of its own"],
  ["rules/thaw/then/0/ideal", undefined, "in a mapping within"],
  ["agenda/dams/instances/south/positions/lowland/salience", undefined, "under an instance"],
  ["assumptions/dry-winter/chance", undefined, "nowhere"],
])("%s: %j (%s)", (path: string, citations: readonly string[] | undefined, _where: string) => {
  expect(sourcesOf(brief, path)?.map(printCitation)).toEqual(citations);
});
