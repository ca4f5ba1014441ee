/** A plan makes moves of ours, each once; points that hardly anybody means are said. (Each message at its place: `faults.test.ts`.) */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBrief } from "../index.ts";

const SMALL = readFileSync(new URL("../fixtures/small.brief.yaml", import.meta.url), "utf8");
const PLAN = "plan:\n  - probe-them\n";

const codes = (change: (text: string) => string) =>
  readBrief(change(SMALL), { file: "b" }).diagnostics.map(({ code }) => code);
const planned = (plan: string, change: (text: string) => string = (text) => text) =>
  codes((text) => change(text).replace(PLAN, plan));

describe("another's move", () => {
  const theirs = (text: string) => text.replace("hint: { kind: offer,", "hint: { kind: offer, by: midland,");
  test.each([
    ["in the plan", "plan: [hint]\n"],
    ["as a step in its long form", "plan: [{ do: hint }]\n"],
    ["in a branch", "plan:\n  - probe-them\n  - { if: probe-them is warm, then: [], else: [hint] }\n"],
    ["in another plan", "plan: [probe-them]\nother plans: { bold: [hint] }\n"],
  ])("cannot be planned %s", (_, plan) => {
    expect(planned(plan, theirs)).toEqual(["not-ours-to-make"]);
    expect(planned(plan)).toEqual([]);
  });
  test("is ours where the brief is theirs, or is nobody's", () => {
    expect(planned("plan: [hint]\n", (text) => theirs(text).replace("us: upland", "us: midland"))).toEqual([]);
    expect(planned("plan: [hint]\n", (text) => theirs(text).replace("us: upland\n", ""))).toEqual([]);
    expect(planned("plan: [hint]\n", (text) => theirs(text).replace("by: midland", "by: upland"))).toEqual([]);
  });
});

describe("a move made twice", () => {
  const waits = (text: string) => text.replace("hint: { kind: offer,", "hint: { kind: offer, if: dry-winter,");
  const branched = (yes: string, no: string, after = "") =>
    `plan:\n  - probe-them\n  - { if: probe-them is warm, then: [${yes}], else: [${no}] }\n${after}`;
  test("is told once for each step that does nothing", () => {
    expect(planned("plan: [hint, press-on, hint, hint]\n")).toEqual(["move-repeated", "move-repeated"]);
    expect(planned(branched("press-on", "hint, probe-them"))).toEqual(["move-repeated"]);
    expect(planned(branched("hint", "press-on, hint", "  - hint\n"))).toEqual(["move-repeated"]);
  });
  test("is none where it may not have been made before, or stands in two plans", () => {
    expect(planned(branched("hint", "hint"))).toEqual([]);
    expect(planned(branched("hint", "", "  - hint\n"))).toEqual([]);
    expect(planned("plan: [hint, press-on, hint]\n", waits)).toEqual([]);
    expect(planned("plan: [hint]\nother plans: { bold: [hint] }\n")).toEqual([]);
  });
});

describe("points", () => {
  const hint = (words: string) =>
    codes((text) => text.replace("hint: { kind: offer,", `hint: { kind: offer, ${words},`));
  test.each([
    ["cost: 0", []],
    ["cost: 100", []],
    ["worth: -100", []],
    ["cost: -2..1", ["cost-below-nought"]],
    ["cost: -200", ["more-than-the-agenda", "cost-below-nought"]],
    ["worth: 100.5", ["more-than-the-agenda"]],
    ["audience: { press: -101 }", ["more-than-the-agenda"]],
    ["cost: unknown", []],
    ["worth: -10000", ["more-than-the-agenda"]],
    ["worth: -10001", ["out-of-range"]],
  ])("%s gives %j", (words, expected) => {
    expect(hint(words)).toEqual(expected);
  });
  test("are told once where a heading or an issue with instances says them", () => {
    expect(
      codes((text) =>
        text.replace("instances: [north, south]", "instances: [north, south]\n    discussing: { upland: 150 }"),
      ),
    ).toEqual(["more-than-the-agenda"]);
  });
});
