/** The guide's blocks, put one under the other, are a brief that reads and plans. */
import { readFileSync } from "node:fs";
import { readBrief } from "@demarche/core/brief";
import { planBrief } from "@demarche/core/run";
import { expect, test } from "vitest";

const guide = readFileSync(new URL("../docs/guide/brief-language.md", import.meta.url), "utf8");
const text = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]).join("");

test("the blocks of the guide read without errors", () => {
  const { diagnostics } = readBrief(text, { file: "guide.yaml" });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
});

test("and plan: the probe, the offer and the conditional are computed", () => {
  const { brief } = readBrief(text, { file: "guide.yaml" });
  const { findings, problems } = planBrief(brief!, { worlds: 400 });
  expect(problems).toEqual([]);
  expect(findings?.plans.without["show-measurements"]?.done).toBeGreaterThan(0);
  expect(findings?.offers[0]?.made).toBe(1);
  expect(findings?.conditionals[0]?.void).toBe(false);
  expect(findings?.conditionals[0]?.rules).toEqual(["barrier-believed"]);
});
