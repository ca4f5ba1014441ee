/** What may stand under `observed`, and what it makes known. (That each fault has its own message: `faults.test.ts`.) */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asOf } from "../as-of.ts";
import { readBrief } from "../index.ts";

const SMALL = readFileSync(new URL("../fixtures/small.brief.yaml", import.meta.url), "utf8");
const PLAN = "plan:\n  - probe-them\n";

function codes(observed: string, change: (text: string) => string = (text) => text): readonly string[] {
  return readBrief(`${change(SMALL)}observed:\n${observed}`, { file: "b" }).diagnostics.map(({ code }) => code);
}
const both = (first: string, second: string): readonly string[] =>
  codes(`  - { fact: ${first} }\n  - { fact: ${second} }\n`);

describe("two facts", () => {
  test.each([
    ["dry-winter", "not dry-winter"],
    ["press-on worked", "press-on failed"],
    ["press-on worked", "not press-on done"],
    ["probe-them is warm", "not probe-them done"],
    ["probe-them is warm", "probe-them is none"],
    ["probe-them is warm", "probe-them is not warm"],
    ["release is half-flow", "release is free-flow"],
    ["release is half-flow", "release is not half-flow"],
    ["release settled", "release refused"],
    ["release refused", "not release admitted"],
    ["conference broke down", "not conference broke down"],
  ])("%s and %s exclude each other, whichever comes first", (a, b) => {
    expect(both(a, b)).toEqual(["observed-contradiction"]);
    expect(both(b, a)).toEqual(["observed-contradiction"]);
    expect(codes(`  - { fact: ${a} and ${b} }\n`)).toEqual(["observed-contradiction"]);
  });
  test.each([
    ["dry-winter", "dry-winter"],
    ["press-on worked", "press-on done"],
    ["probe-them is not warm", "probe-them is none"],
    ["release is half-flow", "release settled"],
    ["release is half-flow", "release is half-flow or better"],
    ["release is half-flow", "release is not free-flow"],
    ["release is half-flow", "money is shared"],
    ["conference broke down", "not panel broke down"],
    ["dry-winter or not dry-winter", "dry-winter"],
  ])("%s and %s do not", (a, b) => {
    expect(both(a, b)).toEqual([]);
    expect(both(b, a)).toEqual([]);
  });
});

test("nothing stands against the agenda that a forum has adopted", () => {
  const adopted = (text: string) =>
    text.replace(
      "conference: { members: [upland, downstream],",
      "conference: { members: [upland, downstream], adopted: [release],",
    );
  expect(codes("  - { fact: release admitted }\n", adopted)).toEqual([]);
  expect(codes("  - { fact: not release admitted }\n", adopted)).toEqual(["observed-contradiction"]);
  expect(codes("  - { fact: money admitted }\n", adopted)).toEqual(["observed-contradiction"]);
});

test("a brief is as of the last day observed, and what was written by then may be cited", () => {
  const cite = (text: string) => text.replace("weir: The weir", "weir: { source: gauge#b }");
  expect(codes("  - { date: 2031-12, fact: dry-winter }\n", cite)).toEqual(["cited-after-date"]);
  expect(codes("  - { date: 2032-12-31, fact: dry-winter }\n", cite)).toEqual([]);
  const day = (observed: string) => asOf(readBrief(`${SMALL}observed:\n${observed}`, { file: "b" }).brief!)?.text;
  expect(day("  - { fact: dry-winter }\n")).toBe("2031-09-30");
  expect(day("  - { date: 2031-10, fact: dry-winter }\n  - { date: 2031-10-05, fact: press-on done }\n")).toBe(
    "2031-10",
  );
  expect(day("  - { date: 2031-09-01, fact: dry-winter }\n")).toBe("2031-09-30");
});

test("what stands under `later` may be later", () => {
  expect(codes("  - { date: 2031-10-02, fact: dry-winter, source: treaty, later: memoirs }\n")).toEqual([]);
});

test("a plan may branch on what was observed of items and forums", () => {
  const branch = (condition: string) => (text: string) =>
    text.replace(PLAN, `plan:\n  - { if: ${condition}, then: [probe-them] }\n`);
  for (const [fact, condition] of [
    ["release settled", "release is half-flow"],
    ["not money admitted", "money admitted"],
    ["conference broke down", "conference broke down"],
  ] as const) {
    expect(codes(`  - { fact: ${fact} }\n`, branch(condition))).toEqual([]);
    expect(codes("  - { fact: dry-winter }\n", branch(condition))).toEqual(["branch-without-signal"]);
  }
});
