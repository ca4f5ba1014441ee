import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBrief } from "../../brief/index.ts";
import { compile } from "../../model/compile.ts";
import type { Model } from "../../model/model.ts";
import { categoriesOf, categoryOf } from "../../plan/categories.ts";
import { Draws, Roll } from "../../plan/index.ts";
import { runInline } from "../../run/engine.ts";
import { studyPlaces } from "../../run/study-places.ts";
import { searchSeed, usualBudget } from "../../search/budget.ts";
import { candidatesOf } from "../../search/candidates.ts";
import { Literal } from "../../search/expectimax.test-support.ts";
import { withLooks } from "../../search/looks.ts";
import { moveBrief } from "../../search/move-brief.test-support.ts";
import { planParts } from "../../search/plan-parts.ts";
import { stepsOf } from "../../search/plan-steps.ts";
import { planText } from "../../search/plan-text.ts";
import { tracesOf } from "../../search/traces.ts";
import { prepareComparison } from "../prepare.ts";
import { bearingOf } from "./bearing.ts";
import { createForumPlansEngine } from "./forum-plans-engine.ts";
import { PlaceTables } from "./place-tables.ts";
import { placeBefore } from "./placed.ts";
import { ForumPlanner, type ForumPlans } from "./plan-forums.ts";

const worlds = 16;
const seed = 7;
const all = Array.from({ length: worlds }, (_, w) => w);
/** Twice what is looked at for a forum: everything, exactly, on as many worlds as above. */
const budget = {
  ...usualBudget,
  searched: 2 * worlds,
  pruned: 2 * worlds,
  nodes: 1e9,
  traces: 1e6,
  fewest: 1,
};
const settings = { seed, worlds, budget };

function read(text: string) {
  const { brief } = readBrief(text, { file: "small.yaml" });
  const model = brief === undefined ? undefined : compile(brief).model;
  return brief === undefined || model === undefined ? undefined : { brief, model };
}
const readable = moveBrief.filter((text) => read(text) !== undefined);
const issues = ["quota", "tariff", "bases"] as const;

/** The text with the issue before the forum: said where the issue is. */
function settledIn(text: string, issue: string, forum: string): string {
  const others = text.replace("    forum: early\n", issue === "quota" ? "" : "    forum: early\n");
  return others.replace(`  - issue: ${issue}\n`, `  - issue: ${issue}\n    forum: ${forum}\n`);
}

function plansOf(text: string, issue: string): ForumPlans {
  const { brief, model } = read(text)!;
  const comparing = prepareComparison(brief, model, { issues: [issue], forums: ["early", "late"] });
  const { moves } = candidatesOf(brief, model, []);
  return new ForumPlanner(brief, comparing, moves, settings).plan(comparing.questions)[0]!;
}

function drawsOf(model: Model, from: number): Draws {
  const draws = new Draws(model, from, worlds);
  draws.fill(0, worlds);
  return draws;
}

/** What is planned for each forum, by names: the parts of it that are planned apart, and our moves that are in none of them. */
function partsOf(text: string, issue: string) {
  const { brief, model } = read(text)!;
  const comparing = prepareComparison(brief, model, { issues: [issue], forums: ["early", "late"] });
  const { moves } = candidatesOf(brief, model, []);
  const placed = comparing.questions[0]!.forums.map((candidate) => placeBefore(brief, comparing, candidate, moves));
  const { factors } = bearingOf(placed);
  const named = placed.map(({ model: own }, p) =>
    factors[p]!.components.map((component) => {
      const list = new Set(component.flatMap((f) => factors[p]!.factors[f]!.moves));
      return [...list].map((m) => own.moves[m]!.id);
    }),
  );
  const planned = new Set(named.flat(2));
  return { named, others: model.moves.map(({ id }) => id).filter((id) => !planned.has(id)) };
}

/** The text with the issue there, its looks among its moves, to be rolled out by nothing but the roll-out. */
function literalIn(text: string, issue: string, forum: string, from: number) {
  const { brief, model } = read(settledIn(text, issue, forum))!;
  const there = compile(withLooks(brief, model).brief).model!;
  const roll = new Roll(there);
  const draws = drawsOf(there, from);
  const indexOf = (id: string) => there.moves.findIndex((move) => move.id === id);
  return { model, there, roll, draws, indexOf, literal: new Literal(there, roll, draws) };
}

describe("the plan for a forum against every plan tried", () => {
  test("what it brings is what the best of all plans of each part does, with the issue said to be there in the text", () => {
    fc.assert(
      fc.property(readable, fc.constantFrom(...issues), (text, issue) => {
        const { named } = partsOf(text, issue);
        fc.pre(named.every((parts) => parts.every((moves) => moves.length <= 5)));
        const { model } = read(text)!;
        for (const [p, { forum, found, bound }] of plansOf(text, issue).forums.entries()) {
          const { literal, indexOf } = literalIn(text, issue, model.forums[forum]!.id, searchSeed(seed));
          const none = literal.value([], all);
          const most = named[p]!.map((moves) => literal.best(moves.map(indexOf), [], all) - none);
          expect(found * worlds).toBeCloseTo(
            most.reduce((sum, gain) => sum + gain, 0),
            6,
          );
          expect(bound).toBeCloseTo(found, 9);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("held against other worlds on the ways of making its own moves alone, a plan becomes what it does on all ways", () => {
    fc.assert(
      fc.property(readable, fc.constantFrom(...issues), (text, issue) => {
        const { brief, model } = read(text)!;
        const comparing = prepareComparison(brief, model, { issues: [issue], forums: ["early", "late"] });
        const { moves } = candidatesOf(brief, model, []);
        const placed = comparing.questions[0]!.forums.map((candidate) =>
          placeBefore(brief, comparing, candidate, moves),
        );
        const bearing = bearingOf(placed);
        const plannings = placed.map((place, p) => {
          const factors = bearing.factors[p]!;
          const traces = factors.factors.map((factor) => tracesOf(factor, 1e6));
          return { placed: place, factors, affected: bearing.affected, traces, starts: [] };
        });
        const tables = new PlaceTables(settings);
        const searched = tables.decisions(plannings, "searched", 0, worlds);
        const pruned = tables.decisions(plannings, "pruned", worlds, worlds);
        for (const [p, { steps }] of plansOf(text, issue).forums.entries()) {
          const { there, looks } = placed[p]!;
          const parts = planParts(searched[p]!, pruned[p]!, budget, []);
          const whole = stepsOf(
            there,
            parts.map(({ policy }) => policy),
            "best plan",
          );
          expect(looks.steps(whole)).toEqual(steps);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("what is not planned brings the same wherever the issue lies, whatever else is done, world by world", () => {
    fc.assert(
      fc.property(readable, fc.constantFrom(...issues), fc.nat(), (text, issue, pick) => {
        const { named, others } = partsOf(text, issue);
        fc.pre(others.length > 0);
        const planned = [...new Set(named.flat(2))].filter(
          (id) => /^m\d$/.test(id) && (pick >> Number(id[1])) % 2 === 1,
        );
        const gains = ["early", "late"].map((forum) => {
          const { literal, indexOf } = literalIn(text, issue, forum, seed);
          const value = (ids: readonly string[], w: number) => literal.value(ids.map(indexOf), [w]);
          return all.map((w) => value([...planned, ...others], w) - value(planned, w));
        });
        for (const w of all) expect(gains[1]![w]).toBeCloseTo(gains[0]![w]!, 9);
      }),
      { numRuns: 30 },
    );
  });

  test("pasted into the text with the issue there, the plans differ by as much as is said", () => {
    fc.assert(
      fc.property(readable, fc.constantFrom(...issues), (text, issue) => {
        const { model } = read(text)!;
        const { forums } = plansOf(text, issue);
        const total = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0);
        const pasted = forums.map(({ forum, steps }) => {
          const there = settledIn(text, issue, model.forums[forum]!.id);
          const own = read(there.replace(/plan: .*\n/, planText(steps)))!.model;
          const roll = new Roll(own);
          const draws = drawsOf(own, seed);
          const item = own.items.findIndex(({ id }) => id === issue);
          const categories = new Float64Array(categoriesOf(own.items[item]!).count);
          let value = 0;
          for (const w of all) {
            roll.begin(draws.values, w * draws.width);
            roll.run(own.plan);
            value += roll.value;
            categories[categoryOf(roll, item)]!++;
          }
          return { value, categories };
        });
        for (const [p, { planned, categories }] of forums.entries()) {
          expect(total(planned) - total(forums[0]!.planned)).toBeCloseTo(pasted[p]!.value - pasted[0]!.value, 6);
          expect(categories).toEqual(pasted[p]!.categories);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** A duty that B gives up once it is pressed, which costs us 3 of some 40 that it brings; the Congress can settle it by a majority without B. */
const small = `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
forums:
  council: { members: [a, b], gatekeepers: nobody, dates: 2031-01 }
  congress: { members: [a, b, c], decision rule: majority, gatekeepers: nobody, dates: 2031-02, competence: [duty] }
forum: council
agenda:
  - { issue: duty, options: { low: 0, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: low, salience: 50, cost of disagreement: 0 }, c: { ideal: high, salience: 50 } } }
  - { issue: flag, options: { old: 0, new: 100 }, otherwise: old, positions: { a: { ideal: new, salience: 50 }, b: { ideal: old, salience: 50, cost of disagreement: 0 } } }
moves:
  press-b: { kind: press, cost: 3, if it works: [{ party: b, issue: duty, ideal: high }] }
  praise-b: { kind: court, worth: 1 }
plan: [praise-b]
`;

describe("what is found", () => {
  const find = (text: string) => {
    const { brief } = read(text)!;
    return studyPlaces(brief, { seed, worlds: 400, planned: true }).findings!.forums;
  };
  test("under the plan as written the Congress is better, and before either as good once we plan for it, but for what pressing costs", () => {
    const [duty] = find(small);
    const [council, congress] = duty!.forums;
    expect(duty!.planning).toEqual({ searched: 1000, pruned: 1500 });
    expect(council!.planned).toMatchObject({ moves: ["press-b"], text: "plan:\n  - press-b\n" });
    expect(congress!.planned!.text).toMatch(/^plan:/);
    // In the Congress the mean of three decides: what it takes is found there as well.
    const gap = (planned: typeof council) => planned!.planned!.bound - planned!.planned!.found;
    expect(gap(council)).toBe(0);
    expect(gap(congress)).toBe(0);
    expect(congress!.planned!.over!.value).toBeLessThan(congress!.over!.value);
    expect(council!.planned!.overAsWritten.value).toBeGreaterThan(20);
    const { ask, rungs, worse, none } = council!.planned!;
    expect(ask + rungs.reduce((sum, { chance }) => sum + chance, 0) + worse + none).toBeCloseTo(1, 12);
  });
  test("a forum that differs in name only: the same plan, and a difference of nothing", () => {
    const twin = "  twin: { members: [a, b], gatekeepers: nobody, dates: 2031-01, competence: [duty] }\n";
    const [duty] = find(small.replace("  congress:", `${twin}  congress:`));
    const [first, second] = duty!.forums;
    expect(second!.forum).toBe("twin");
    expect(second!.planned).toEqual({ ...first!.planned, over: { value: 0, low: 0, high: 0 } });
  });
  test("where no move bears on it, none is planned, and that is told", () => {
    const [duty] = find(small.replace(", if it works: [{ party: b, issue: duty, ideal: high }]", ""));
    expect(duty!.planning).toBeDefined();
    expect(duty!.forums.every(({ planned }) => planned === undefined)).toBe(true);
  });
  test("not asked for, not looked for", () => {
    const { forums } = studyPlaces(read(small)!.brief, { seed, worlds: 50 }).findings!;
    expect(forums[0]!.planning).toBeUndefined();
  });
  test("issue by issue or all together: the same", () => {
    fc.assert(
      fc.property(readable, (text) => {
        const { brief, model } = read(text.replace("late: {", "late: { competence: [quota, tariff, bases],"))!;
        const engine = createForumPlansEngine(brief, model, [], settings, { forums: ["early", "late"] });
        const comparing = prepareComparison(brief, model, { forums: ["early", "late"] });
        const { moves } = candidatesOf(brief, model, []);
        const one = comparing.questions.map(
          (question) => new ForumPlanner(brief, comparing, moves, settings).plan([question])[0],
        );
        expect(runInline(engine)).toEqual(one);
      }),
      { numRuns: 15 },
    );
  });
});
