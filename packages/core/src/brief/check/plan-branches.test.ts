import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBrief } from "../index.ts";

const SMALL = readFileSync(new URL("../fixtures/small.brief.yaml", import.meta.url), "utf8");
const PLAN = "plan:\n  - probe-them\n";

function findings(plan: string, change: (text: string) => string = (text) => text): readonly string[] {
  return readBrief(change(SMALL).replace(PLAN, plan), { file: "b" }).diagnostics.map(
    ({ code, message }) => `${code} ${message}`,
  );
}
const later = (text: string) => text.replace("hint: { kind: offer,", "hint: { kind: offer, dates: 2031-11,");

describe("a branch may hang on", () => {
  test.each([
    ["a signal of a move made before", "plan: [probe-them, { if: probe-them is warm, then: [hint] }]"],
    ["the signal that none came", "plan: [probe-them, { if: probe-them is none, then: [hint] }]"],
    ["success that is signalled", "plan: [press-on, { if: press-on worked, then: [hint] }]"],
    [
      "a move that one branch may have made",
      "plan: [probe-them, { if: probe-them is warm, then: [press-on] }, { if: press-on done, then: [hint] }]",
    ],
    ["a date", "plan: [{ if: after 2031-10-05, then: [hint] }]"],
  ])("%s", (_what, plan) => expect(findings(`${plan}\n`)).toEqual([]));

  test("an item whose forum is over before the branch's own steps begin", () => {
    expect(findings("plan: [{ if: release is half-flow or better, then: [hint] }]\n", later)).toEqual([]);
    expect(findings("plan: [{ if: conference broke down, then: [hint] }]\n", later)).toEqual([]);
  });

  test("an item whose forum is over when a move before was made", () => {
    expect(findings("plan: [hint, { if: release settled, then: [press-on] }]\n", later)).toEqual([]);
  });

  test("an item whose forum is over when the forum of an undated move meets, if its issues lie nowhere earlier", () => {
    const meeting = (issue: string) => (text: string) =>
      text
        .replace("hint: { kind: offer,", `hint: { kind: press, forum: follow-up, issue: ${issue},`)
        .replace(/^forums:\n/m, "forums:\n  follow-up: { members: [upland, midland], dates: 2031-12 }\n");
    const plan = "plan: [{ if: release settled, then: [hint] }]\n";
    expect(findings(plan, meeting("release")).join()).toContain("branch-without-signal");
    const elsewhere = (text: string) =>
      meeting("money")(text).replace("- issue: money\n", "- issue: money\n    forum: follow-up\n");
    expect(findings(plan, elsewhere)).toEqual([]);
  });

  test("an assumption, once it has been observed", () => {
    const observed = (text: string) => `${text}observed: [{ date: 2031-10, fact: dry-winter }]\n`;
    expect(findings("plan: [{ if: dry-winter, then: [hint] }]\n", observed)).toEqual([]);
  });

  test("what another's move shows, though it is not in our plan", () => {
    const others = (text: string) => text.replace("press-on: { kind: press,", "press-on: { kind: press, by: midland,");
    expect(findings("plan: [{ if: press-on worked, then: [hint] }]\n", others)).toEqual([]);
  });
});

describe("a branch may not hang on", () => {
  test.each([
    [
      "an item whose forum is not over by then",
      "plan: [hint, { if: release settled, then: [press-on] }]",
      "branch-without-signal How `release` comes out is not known by then: its forum is not over.",
    ],
    [
      "an item where only one branch would pass the forum's end",
      "plan: [{ if: after 2031-10, then: [hint] }, { if: release settled, then: [probe-them] }]",
      "branch-without-signal How `release` comes out is not known by then: its forum is not over.",
    ],
    [
      "a move made only later",
      "plan: [{ if: press-on worked, then: [probe-them] }, press-on]",
      "branch-before-move `press-on` is not made before this branch, so the branch never holds.",
    ],
  ])("%s", (_what, plan, finding) => {
    const change = plan.includes("after 2031-10") ? later : (text: string) => text;
    expect(findings(`${plan}\n`, change)).toEqual([finding]);
  });

  test("the same, in other plans", () => {
    expect(findings("other plans: { bold: [{ if: dry-winter, then: [hint] }] }\n")).toEqual([
      "branch-without-signal Whether `dry-winter` holds is not known by then: no signal tells it.",
    ]);
  });
});
