import { readFileSync } from "node:fs";
import { type RuleFindings, readRule, studyRule } from "@demarche/core/forum";
import { describe, expect, it } from "vitest";
import { ruleJson, tellRule } from "./forum-text.ts";

function study(text: string): RuleFindings {
  const reading = readRule(text, "rule.json");
  if (!reading.ok) throw new Error(reading.diagnostics[0]!.message);
  const studied = studyRule(reading.rule);
  if (!studied.ok) throw new Error(studied.problems[0]!.message);
  return studied.value;
}
const example = (name: string): string =>
  readFileSync(new URL(`../../../examples/forums/${name}.json`, import.meta.url), "utf8");

describe("a rule as JSON", () => {
  it("has the four keys and no more where nothing else is known", () => {
    expect(JSON.parse(ruleJson(study('{"members": {"A": 4, "B": 3, "C": 2}, "quota": 6}'), false))).toEqual({
      members: ["A", "B", "C"],
      shapleyShubik: { A: "2/3", B: "1/6", C: "1/6" },
      banzhaf: { A: "3/5", B: "1/5", C: "1/5" },
      winningCoalitions: "3",
    });
  });
  it("and what is known of the members", () => {
    const rule =
      '{"members": ["A", "B", "C"], "quota": 2, "positions": [1, 5, 9], "otherwise": 0, "costs": {"B": 2, "C": 1}, "inFavour": ["A"]}';
    expect(JSON.parse(ruleJson(study(rule), true))).toMatchObject({
      pivots: { fromBelow: { at: 5, members: ["B"] }, fromAbove: { at: 5, members: ["B"] } },
      winSet: [{ above: 0, below: 10 }],
      persuasion: { members: ["C"], cost: 1, cheapest: true },
      minimalWinning: {
        coalitions: [
          ["A", "B"],
          ["A", "C"],
          ["B", "C"],
        ],
        complete: true,
      },
    });
  });
});

describe("a rule for people", () => {
  it.each(["eec-1958", "security-council", "eu-council-2024"])("%s keeps to the width of the terminal", (name) => {
    for (const columns of [60, 80, 100]) {
      const lines = tellRule(study(example(name)), { columns, unicode: true }, false);
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
    }
  });
  it("tells those who never decide, and what nobody may be spared from", () => {
    const text = tellRule(study(example("eec-1958")), { columns: 100, unicode: true }, false).join("\n");
    expect(text).toContain("Never decide: Luxembourg.");
    expect(text).toContain("Enough to adopt, nobody to spare: Germany + France + Italy;");
    expect(text).toMatch(/Germany +23\.3 % 7\/30 +23\.8 % 5\/21 /);
  });
  it("does not list hundreds", () => {
    const members = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`member-${i}`, 1 + (i % 7)]));
    const lines = tellRule(
      study(JSON.stringify({ members, quota: "majority" })),
      { columns: 80, unicode: false },
      false,
    );
    expect(lines.length).toBeLessThan(50);
    expect(lines.join("\n")).toContain("and 90 more");
  });
});
