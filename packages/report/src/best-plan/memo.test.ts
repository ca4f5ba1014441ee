import type { PlanFindings } from "@demarche/core/run";
import type { BestPlan } from "@demarche/core/search";
import { describe, expect, it } from "vitest";
import { riverBrief } from "../html/fixture.test-data.ts";
import { riverFindings } from "../html/fixture-findings.test-data.ts";
import { writeMemoText } from "../text/write-memo-text.ts";

const best = riverFindings.plans.best!;
const withBest = (change: Partial<BestPlan>): PlanFindings => ({
  ...riverFindings,
  plans: { ...riverFindings.plans, best: { ...best, ...change } },
});
const memoOf = (findings: PlanFindings, brief = riverBrief) => writeMemoText({ brief, findings });
/** A section of the main part or of an annex, from its heading to the next. */
function section(memo: string, title: string, after = ""): string {
  const from = memo.indexOf(`### ${title}`, memo.indexOf(after));
  if (from < 0) return "";
  const ends = [memo.indexOf("\n### ", from + 1), memo.indexOf("\n## ", from + 1)].filter((at) => at > 0);
  return memo.slice(from, Math.min(...ends, memo.length));
}
const rows = (text: string) => text.split("\n").filter((line) => /^\| \d+ \|/u.test(line));
const recommendations = "Recommendations, in order";

describe("the memo where the best plan is recommended", () => {
  const memo = memoOf(riverFindings);
  const main = section(memo, recommendations);
  it("says so first, with what it brings and the chief differences", () => {
    expect(main).toContain("is recommended in its place");
    expect(main).toContain("over the plan as written it brings +2.1 points (+1.9 to +2.3)");
  });
  it("gives one difference no second figure, and several as valued each by itself", () => {
    expect(main).toContain("each valued by itself");
    const [first, ...rest] = best.parts;
    const same = rest.map((part) => ({
      ...part,
      overAsWritten: { value: 0, low: 0, high: 0 },
      added: [],
      dropped: [],
    }));
    const one = memoOf(withBest({ parts: [first!, ...same] }));
    expect(section(one, recommendations)).toMatch(
      /\(\+1\.9 to \+2\.3\)[^(]*The difference is [^(+]*; more in Annex B\./u,
    );
    expect(section(one, "The best plan found beside the plan as written", "Annex B")).toMatch(
      /Each difference is valued on [\d,]+ worlds, the whole plan on [\d,]+/u,
    );
  });
  it("recommends its steps in order, each with its worth in words and numbers, and what would change it", () => {
    const [agenda, first, question, last] = rows(main);
    expect(agenda).toContain("+6.5 (+6.2 to +6.8) for the whole plan over none");
    expect(first).toContain("**Sound out the Bank**");
    expect(first).toContain("+1.4 (+1.1 to +1.7); clear");
    expect(first).toContain(
      "Changes if the chance that the present Ministry in Corvia stays in office were below 60 % (now 80 %).",
    );
    expect(question).toContain("If ‘Sound out the Bank’ brings the signal ‘warm’");
    expect(question).toContain("Win the Bank for the joint works: +3.1 (+2.6 to +3.6); clear; comes to it in 60 %");
    expect(question).toContain("Press Corvia on the dry years: +0.1 (−0.2 to +0.4); may be luck; comes to it in 40 %");
    expect(last).toContain("typed +2.9");
    expect(main).not.toContain("Let Merova see what tolls could buy** (");
  });
  it("takes the contingencies from it", () => {
    expect(section(memo, "Contingency table", "Annex B")).toContain("‘Win the Bank for the joint works’");
    expect(section(memo, "Contingency table", "Annex B")).not.toContain("hint");
  });
  it("says under the agenda what it changes there", () => {
    expect(section(memo, "The agenda at a glance")).toMatch(
      /Under the recommended plan these change: \S+: our ask from 20 % to 35 %/u,
    );
  });
  it("puts the comparison, the reasons and the plan as written into the annex", () => {
    const beside = section(memo, "The best plan found beside the plan as written", "Annex B");
    expect(beside).toContain("**Let Merova see what tolls could buy** (left out)");
    expect(beside).toContain("*the same moves, in another order or on other conditions*");
    expect(section(memo, "Why, choice by choice", "Annex B")).toContain("not told apart from luck");
    expect(section(memo, "The plan as written", "Annex B")).toContain("Keep our care about floods out of sight");
    expect(memo).toContain("Not considered");
  });
  it("keeps the author's degree on what the best plan takes over from the plan as written", () => {
    const stepped = riverBrief.plan.map((step) =>
      step.step === "do" && step.move === "raise-salmon" ? { ...step, modality: "it would be well to" } : step,
    );
    const text = section(memoOf(riverFindings, { ...riverBrief, plan: stepped }), recommendations);
    expect(rows(text).find((row) => row.includes("Raise the salmon"))).toContain("“it would be well to”");
  });
});

describe("the memo where the plan as written stands", () => {
  const luck = withBest({ overAsWritten: { value: 0.2, low: -0.1, high: 0.5 }, recommended: false });
  it("says so and why, and recommends the plan as written", () => {
    const main = section(memoOf(luck), recommendations);
    expect(main).toContain(
      "The plan as written stands: the best plan found brings +0.2 points (−0.1 to +0.5) over it, which is not told apart from luck.",
    );
    expect(rows(main)[1]).toContain("**Sound out the Bank**");
    expect(main).toContain("Let Merova see what tolls could buy");
    expect(memoOf(luck)).not.toContain("Under the recommended plan");
  });
  it("is what it was where the brief allows no move", () => {
    const { best: _, ...plans } = riverFindings.plans;
    const memo = memoOf({ ...riverFindings, plans });
    expect(memo).not.toMatch(/best plan|The plan as written stands/u);
  });
  it("prints nothing of a best plan that speaks of a move the brief does not have", () => {
    const moves = riverBrief.moves.filter(({ id }) => id !== "raise-salmon");
    const plan = riverBrief.plan.filter((step) => step.step !== "do" || step.move !== "raise-salmon");
    expect(memoOf(riverFindings, { ...riverBrief, moves, plan })).not.toMatch(/salmon before the papers|best plan/u);
  });
});

it("recommends to make no move where that is best, without an empty table of steps", () => {
  const memo = memoOf(
    withBest({
      steps: [],
      text: "plan: []\n",
      parts: best.parts.map((part) => ({ ...part, added: [], tree: { share: 1, branches: [] } })),
    }),
  );
  const main = section(memo, recommendations);
  expect(main).toContain("make none of the moves of the plan as written");
  expect(rows(main)).toHaveLength(1);
  expect(main).not.toContain("for the whole plan over none");
});
