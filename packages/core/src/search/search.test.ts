import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Brief } from "../brief/brief.ts";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import { Draws } from "../plan/draws.ts";
import { Roll } from "../plan/roll.ts";
import { runInline } from "../run/engine.ts";
import { usualBudget } from "./budget.ts";
import { decisionOf } from "./decision.ts";
import { Literal } from "./expectimax.test-support.ts";
import { factorsOf } from "./factors.ts";
import { follow } from "./follow.ts";
import { withLooks } from "./looks.ts";
import { moveBrief } from "./move-brief.test-support.ts";
import { stepsOf } from "./plan-steps.ts";
import { planText } from "./plan-text.ts";
import { compileSteps } from "./roll-best.ts";
import { createSearchEngine } from "./search-engine.ts";
import { solve } from "./solve.ts";
import { Tabulator } from "./tabulate.ts";
import { tracesOf } from "./traces.ts";

function read(text: string): { brief: Brief; model: Model } | undefined {
  const { brief } = readBrief(text, { file: "small.yaml" });
  const model = brief === undefined ? undefined : compile(brief).model;
  return brief === undefined || model === undefined ? undefined : { brief, model };
}

function drawsOf(model: Model, count: number): Draws {
  const draws = new Draws(model, 7, count);
  draws.fill(0, count);
  return draws;
}

/** `looking`: plans may branch on what an earlier forum settled. */
function studyOf(text: string, worlds: number, looking = false) {
  const written = read(text)!;
  const looks = withLooks(written.brief, looking ? written.model : undefined);
  const { brief } = looks;
  const model = compile(brief).model!;
  const moves = model.moves.flatMap((move, m) => (move.ours ? [m] : []));
  const factors = factorsOf(brief, model, moves);
  const traces = factors.factors.map((factor) => tracesOf(factor, 100_000));
  const draws = drawsOf(model, worlds);
  const roll = new Roll(model);
  const tables = new Tabulator(model, factors.factors, traces).tabulate(roll, draws.values, draws.width, worlds);
  const decisions = factors.components.map((component) =>
    decisionOf(
      model,
      factors,
      component,
      traces,
      tables,
      factors.factors.map(() => undefined),
    ),
  );
  const none = (d: (typeof decisions)[number]) => follow(d, [{ labels: [], policy: { kind: "stop" } }]);
  return { brief, model, looks, factors, draws, roll, decisions, none, literal: new Literal(model, roll, draws) };
}

const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
const readable = moveBrief.filter((text) => read(text) !== undefined);
const worlds = 24;
const all = Array.from({ length: worlds }, (_, w) => w);

describe("[S1] the search against every plan tried", () => {
  test("each part's best plan is as good as the best of all plans of its moves, and no better", () => {
    fc.assert(
      fc.property(readable, (text) => {
        const { decisions, none, literal } = studyOf(text, worlds);
        for (const decision of decisions) {
          const solved = solve(decision, { nodes: 1e9, fewest: 1 });
          const gain = solved.value * worlds - sum(none(decision));
          const most = literal.best(decision.moves, [], all) - literal.value([], all);
          expect(gain).toBeCloseTo(most, 6);
          expect(solved.bound).toBeCloseTo(solved.value, 9);
          expect(sum(follow(decision, solved.policies))).toBeCloseTo(solved.value * worlds, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("rolled out together, the parts come to the sum of what each does, and pasted into the brief to the same", () => {
    fc.assert(
      fc.property(readable, (text) => {
        const { brief, model, looks, decisions, none, literal, draws, roll } = studyOf(text, worlds, true);
        const solved = decisions.map((decision) => solve(decision, { nodes: 1e9, fewest: 1 }));
        const gain = solved.reduce((total, each, k) => total + each.value * worlds - sum(none(decisions[k]!)), 0);
        const policies = solved.map((each) => each.policies[0]!.policy);
        const steps = looks.steps(stepsOf(model, policies, "best plan"));
        const pasted = read(text.replace(/plan: .*\n/, planText(steps)))!;
        const plans = [
          { roll, draws, plan: compileSteps(brief, model, steps) },
          { roll: new Roll(pasted.model), draws: drawsOf(pasted.model, worlds), plan: pasted.model.plan },
        ];
        for (const { roll: each, draws: own, plan } of plans) {
          let value = 0;
          for (const w of all) {
            each.begin(own.values, w * own.width);
            each.run(plan);
            value += each.value;
          }
          expect(value - literal.value([], all)).toBeCloseTo(gain, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("with fewer choices looked at it finds no more, its bound no less, and says so", () => {
    fc.assert(
      fc.property(readable, fc.integer({ min: 1, max: 30 }), fc.nat(3), (text, nodes, mostMoves) => {
        for (const decision of studyOf(text, worlds).decisions) {
          const full = solve(decision, { nodes: 1e9, fewest: 1, mostMoves });
          const part = solve(decision, { nodes, fewest: 1, mostMoves });
          // Once they are spent it goes on greedily, at most once through the moves for each set of worlds.
          expect(part.nodes).toBeLessThanOrEqual(nodes + 100);
          expect(part.value).toBeLessThanOrEqual(full.value + 1e-9);
          expect(part.bound).toBeGreaterThanOrEqual(full.value - 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("[F2] what an earlier forum settled", () => {
  const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums:
  early: { members: [a, b], gatekeepers: nobody, breakdown: 0%, dates: 2030-01-10..2030-12-31 }
  late: { members: [a, b], gatekeepers: nobody, breakdown: 0%, dates: 2031-02-10..2031-02-20 }
forum: late
agenda:
  - { issue: quota, forum: early, options: { low: 0, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: unknown, salience: 50, cost of disagreement: 0 } } }
  - { issue: tariff, options: { low: 0, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: 0, salience: 50, cost of disagreement: 0 } } }
rules: { won: { if: quota is high and press-b done, then: [{ party: b, issue: tariff, ideal: high }] } }
moves: { press-b: { kind: press, forum: late, cost: 10 } }
plan: []
`;

  test("is branched on, and the branch asks of the issue itself", () => {
    const { brief, model } = read(text)!;
    const budget = { ...usualBudget, searched: 1000, pruned: 500 };
    const { searched } = runInline(createSearchEngine(brief, model, [], { seed: 1, worlds: 500, budget }))!;
    expect(planText(searched.steps)).toBe("plan:\n  - if: quota is high or better\n    then:\n      - press-b\n");
    const { tree } = searched.parts.find((part) => part.moves.includes("press-b"))!;
    expect(tree).toMatchObject({
      looksAt: "quota",
      branches: [{ on: expect.stringContaining("quota") }, { on: "else" }],
    });
    expect(read(text.replace("plan: []", planText(searched.steps)))).toBeDefined();
  });
});
