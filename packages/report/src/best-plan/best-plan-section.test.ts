import { readBrief } from "@demarche/core/brief";
import { type PlanFindings, planBrief } from "@demarche/core/run";
import type { BestPlan } from "@demarche/core/search";
import { describe, expect, it } from "vitest";
import { riverBrief } from "../html/fixture.test-data.ts";
import { riverFindings } from "../html/fixture-findings.test-data.ts";
import { readMarkup } from "../html/read-markup.test-data.ts";
import { writeReport } from "../html/write-report.ts";

const nought = { value: 0, low: 0, high: 0 };
const best = riverFindings.plans.best!;
const withBest = (change: Partial<BestPlan>): PlanFindings => ({
  ...riverFindings,
  plans: { ...riverFindings.plans, best: { ...best, ...change } },
});
/** The section's text with blanks run together; empty where the report has none. */
function section(findings: PlanFindings, brief = riverBrief): string {
  const report = writeReport({ brief, findings });
  const at = report.indexOf('<section id="best-plan"');
  if (at < 0) return "";
  return readMarkup(report.slice(at, report.indexOf("</section>", at) + 10)).text.replace(/\s+/gu, " ");
}

describe("the best plan in the report", () => {
  const text = section(riverFindings);
  it("says first what it brings over the plan as written, where from, and whether it is recommended", () => {
    expect(text).toContain(
      "Over the plan as written the best plan found brings +2.1 points (+1.9 to +2.3), on worlds on which it was not searched",
    );
    expect(text).toContain("It is recommended in place of the plan as written");
    expect(text).toContain(
      "The greatest part of the difference comes from making ‘Sound out the Bank’, ‘Win the Bank for the joint works’ and ‘Press Corvia on the dry years’ in another order or on other conditions: +1.9 points (+1.6 to +2.2).",
    );
  });
  it("says how far from the best conceivable it may be", () => {
    expect(text).toContain("at most 0.3 points more could be had");
    expect(section(withBest({ bound: best.found }))).toContain("The search is exact on the 2,000 worlds searched");
    expect(section(withBest({ mostMoves: 1 }))).toContain("Only plans of at most one move were looked at.");
  });
  it("marks a choice that is not told apart from luck, and no other", () => {
    expect(text.match(/not told apart from luck/gu)?.length).toBeGreaterThan(1);
    expect(text).toMatch(
      /Press Corvia on the dry years if [^.]*comes here in 40 % of the worlds \+0\.1 \(−0\.2 to \+0\.4\)\d* not told apart from luck/u,
    );
  });
  it("says at what chance of which assumption a choice would turn, and which way", () => {
    expect(text).toContain("the chance that the present Ministry in Corvia stays in office were below 60 % (now 80 %)");
    // both print as 35 and 30: whole percents only where the printed steps are the same
    expect(text).toContain("(at this point 30 %)");
  });
  it("numbers the tree's rows by what they hang on", () => {
    expect(text).toMatch(
      /1\.1 Sound out the Bank .* 1\.1\.1 ‘Sound out the Bank’ brings .* 1\.1\.1\.1 Win the Bank .* 1\.1\.2 Otherwise/u,
    );
  });
  it("marks what only one of the plans makes, and what is made under a condition only", () => {
    expect(text).toContain("Let Merova see what tolls could buy (left out)");
    expect(text).toContain("Press Corvia on the dry years (under a condition) the same moves, in another order");
    expect(text).not.toContain("Sound out the Bank (");
  });
  it("says what one would do instead", () => {
    expect(text).toContain("‘Win the Bank for the joint works’, then ‘Press Corvia on the dry years’");
    expect(text).toContain("Do nothing more");
  });
  it("shows only chances that change by a printed step, with their words", () => {
    expect(text).toMatch(/20 % → 35 % unlikely/u);
    expect(text).toContain("On the other 8 items no chance changes by a printed step.");
  });
  it("names what is left out of the search, and why", () => {
    expect(text).toContain("‘Keep our care about floods out of sight’ is refused by the brief itself.");
  });
  it("holds the plan as text that can be pasted", () => {
    const report = writeReport({ brief: riverBrief, findings: riverFindings });
    const [, pasted] = /<pre class="brief"[^>]*><code>([^<]*)<\/code>/u.exec(report) ?? [];
    expect(pasted).toBe(best.text);
  });
  it("is not there where the brief allows no move, nor where its findings name a move that the brief does not have", () => {
    const { best: _, ...plans } = riverFindings.plans;
    expect(section({ ...riverFindings, plans })).toBe("");
    const moves = riverBrief.moves.filter(({ id }) => id !== "raise-salmon");
    const page = writeReport({ brief: { ...riverBrief, moves, plan: [] }, findings: riverFindings });
    expect(page).not.toContain('id="best-plan"');
    expect(page).not.toContain("#best-plan");
  });
});

describe("what is said of a best plan that is none to follow", () => {
  it("stands by the plan as written where the gain is luck, next to nothing, or a loss", () => {
    const luck = { overAsWritten: { value: 0.2, low: -0.1, high: 0.5 }, recommended: false };
    expect(section(withBest(luck))).toContain("not told apart from luck, and the plan as written stands");
    const tiny = { overAsWritten: { value: 0.03, low: 0.01, high: 0.05 }, recommended: true };
    expect(section(withBest(tiny))).toContain("That is next to nothing: the plan as written may as well stand.");
    const loss = { overAsWritten: { value: -0.4, low: -0.6, high: -0.2 }, recommended: false };
    expect(section(withBest(loss))).toContain("proves worse on others");
  });
  it("says that nothing better was found where it comes to the same", () => {
    const parts = best.parts.map((part) => ({ ...part, overAsWritten: nought, added: [], dropped: [] }));
    const text = section(withBest({ overAsWritten: nought, recommended: false, parts }));
    expect(text).toContain("comes to the same as the plan as written in every world");
    expect(text).toContain("Made in both, in the same way");
    expect(text).not.toContain("recommended");
  });
  it("says so where to make no move is best, and draws no empty tree or table", () => {
    const parts = best.parts.map((part) => ({ ...part, added: [], tree: { share: 1, branches: [] } }));
    const text = section(withBest({ steps: [], text: "plan: []\n", parts }));
    expect(text).toContain("The best plan found is to make no move");
    expect(text).toContain("plan: []");
    for (const heading of ["The plan as a tree", "Step by step", "Why, choice by choice"])
      expect(text).not.toContain(heading);
  });
  it("compares with making no move where the brief writes no plan", () => {
    const text = section(riverFindings, { ...riverBrief, plan: [], otherPlans: [] });
    expect(text).toContain("The brief writes no plan. The best plan found brings");
    expect(text).not.toMatch(/plan as written (?:stands|may)|As written/u);
  });
});

describe("plans to choose between", () => {
  const plan = (moves: readonly string[], value: number, other: number) => ({
    moves,
    text: "plan: []\n",
    value: { value, low: value, high: value },
    other,
  });
  const strain = {
    against: "strain" as const,
    party: "corvia",
    plans: [plan(["press-corvia"], 3.4, 1), plan([], 2.9, 0)],
  };
  it("are told as what each gives up against the one that brings most", () => {
    const text = section(withBest({ tradeoffs: [strain] }));
    expect(text).toContain("Our value against what strains relations with Corvia.");
    expect(text).toMatch(/Press Corvia on the dry years most 1 no move −0\.5 0/u);
  });
  it("tell the worst case as a difference too", () => {
    const worst = { against: "worst case" as const, plans: [plan(["press-corvia"], 3.4, -8), plan([], 2.9, -6.5)] };
    expect(section(withBest({ tradeoffs: [worst] }))).toMatch(/dry years most most no move −0\.5 \+1\.5/u);
  });
  it("say so where one plan is best in all, and are not there where they were not asked for", () => {
    const single = { ...strain, plans: strain.plans.slice(0, 1) };
    expect(section(withBest({ tradeoffs: [single] }))).toContain("is also the best in what else was asked for");
    expect(section(riverFindings)).not.toContain("Plans to choose between");
  });
});

describe("a best plan that the engine finds", () => {
  const brief = `
demarche: 1
us: a
parties: { a: Norland, b: Sudmark }
forums: { talks: { members: [a, b], gatekeepers: nobody, breakdown: 0% } }
forum: talks
agenda:
  - issue: tolls
    options: { none: 0, half: 50, full: 100 }
    otherwise: none
    positions:
      a: { ideal: full, salience: 80, fallbacks: [half] }
      b: { ideal: 10..30, salience: 50, cost of disagreement: 10..20 }
assumptions: { thaw: { chance: 50%, statement: The Ministry wants an agreement } }
moves:
  sound: { kind: probe, target: b, issue: tolls, cost: 0.3, signals: { warm: { if: thaw, chance: 95%, else: 5% } } }
  court: { kind: court, target: b, issue: tolls, cost: 12 }
rules:
  warmed: { if: court done and thaw, then: [{ party: b, issue: tolls, ideal: +60 }] }
`;
  const read = readBrief(`${brief}plan: [court]\n`, { file: "talks.yaml" }).brief!;
  const { findings } = planBrief(read, { worlds: 2000 });
  const text = section(findings!, read);
  it("asks first and acts on the answer; the branch is told in words, not in the brief's own language", () => {
    expect(findings!.plans.best!.steps.map(({ step }) => step)).toEqual(["do", "if"]);
    expect(text).toContain("‘Sound’ brings the signal ‘warm’");
    expect(text).toContain("Would change if");
    expect(text).toContain("the chance that the Ministry wants an agreement were above 80 % (now 50 %)");
  });
  it("gives text that reads as a brief and is planned to the same worth", () => {
    const pasted = readBrief(brief + findings!.plans.best!.text, { file: "talks.yaml" });
    expect(pasted.brief?.plan.map(({ step }) => step)).toEqual(["do", "if"]);
    const again = planBrief(pasted.brief!, { worlds: 2000 }).findings!;
    expect(again.plans.asWritten.value).toBeCloseTo(findings!.plans.best!.value.value, 9);
    expect(section(again, pasted.brief!)).toContain("comes to the same as the plan as written");
  });
});
