import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Brief, type Condition, conditionFacts, parseCondition, printCondition, readBrief } from "./index.ts";

const TEXT = readFileSync(new URL("fixtures/every-word.brief.yaml", import.meta.url), "utf8");
const brief = readBrief(TEXT, { file: "b" }).brief as Brief;

const fact = fc.constantFrom<Condition>(
  { op: "fact", fact: "assumption", assumption: "dry-winter" },
  { op: "fact", fact: "is", issue: "release", option: "half-flow", orBetter: true, negated: false },
  { op: "fact", fact: "is", issue: "dams/north", option: "none", orBetter: false, negated: true },
  { op: "fact", fact: "is", issue: "release", option: "half-flow", orBetter: true, negated: true },
  { op: "fact", fact: "item", issue: "money", state: "refused" },
  { op: "fact", fact: "accepts", party: "lowland", option: "half-flow", issue: "release" },
  { op: "fact", fact: "signal", move: "sound-out", signal: "warm", negated: false },
  { op: "fact", fact: "signal", move: "sound-out", signal: "none", negated: true },
  { op: "fact", fact: "move", move: "press-on", state: "worked" },
  { op: "fact", fact: "broke down", forum: "basin-conference" },
  { op: "fact", fact: "date", when: "after", date: { from: "2031-12-01", to: "2031-12-31", text: "2031-12" } },
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fact,
    tie("condition").map((part): Condition => ({ op: "not", part })),
    fc
      .tuple(fc.constantFrom("and", "or"), fc.array(tie("condition"), { minLength: 2, maxLength: 3 }))
      .map(([op, parts]): Condition => ({ op, parts })),
  ),
}));

test("every condition reads back from its text", () => {
  fc.assert(
    fc.property(condition, (given) => {
      expect(parseCondition(printCondition(given), brief)).toEqual({ condition: given, diagnostics: [] });
    }),
  );
});

test("facts come in the order in which they stand", () => {
  const { condition: read } = parseCondition("not (dry-winter or money settled) and press-on done", brief);
  expect(conditionFacts(read!).map(({ fact: kind }) => kind)).toEqual(["assumption", "item", "move"]);
});

describe("what is wrong is named by its place", () => {
  test.each([
    ["release is half-flwo", "unknown-option", 12, "Did you mean `half-flow`?"],
    ["dry-winter and", "not-a-condition", 14, undefined],
    ["a and b or c", "unknown-name", 1, undefined],
    [
      "dry-winter and money settled or dry-winter",
      "not-a-condition",
      30,
      "Put brackets round what belongs together: `a and (b or c)`.",
    ],
    ["dams/nort settled", "unknown-instance", 1, "Did you mean `dams/north`?"],
    ["(((dry-winter))", "not-a-condition", 1, undefined],
    ["dry-winter)", "not-a-condition", 11, "Join facts with `and` or `or`."],
    ["after 2031-13", "not-a-date", 7, "Write `1945`, `1945-11` or `1945-11-29`."],
    [`${"(".repeat(40)}dry-winter${")".repeat(40)}`, "not-a-condition", 33, undefined],
  ])("%s", (text, code, column, hint) => {
    const { condition: read, diagnostics } = parseCondition(text, brief);
    expect(read).toBeUndefined();
    if (code !== "unknown-name" && hint !== undefined) expect(diagnostics[0]?.hint).toBe(hint);
    expect([diagnostics[0]?.code, diagnostics[0]?.place.column]).toEqual(
      text === "a and b or c" ? ["not-a-condition", 9] : [code, column],
    );
  });
});
