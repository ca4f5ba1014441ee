import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Brief } from "../brief/brief.ts";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import { Draws } from "../plan/draws.ts";
import { Roll } from "../plan/roll.ts";
import { decisionOf } from "./decision.ts";
import { Literal } from "./expectimax.test-support.ts";
import { factorsOf } from "./factors.ts";
import { follow } from "./follow.ts";
import { moveBrief } from "./move-brief.test-support.ts";
import { stepsOf } from "./plan-steps.ts";
import { planText } from "./plan-text.ts";
import { compileSteps } from "./search-engine.ts";
import { solve } from "./solve.ts";
import { Tabulator } from "./tabulate.ts";
import { tracesOf } from "./traces.ts";

function read(text: string): { brief: Brief; model: Model } | undefined {
  const { brief } = readBrief(text, { file: "small.yaml" });
  const model = brief === undefined ? undefined : compile(brief).model;
  return brief === undefined || model === undefined ? undefined : { brief, model };
}

function studyOf(text: string, worlds: number) {
  const { brief, model } = read(text)!;
  const moves = model.moves.flatMap((move, m) => (move.ours ? [m] : []));
  const factors = factorsOf(brief, model, moves);
  const traces = factors.factors.map((factor) => tracesOf(factor, 100_000));
  const draws = new Draws(model, 7, worlds);
  draws.fill(0, worlds);
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
  return { brief, model, factors, draws, roll, decisions, none, literal: new Literal(model, roll, draws) };
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
        const { brief, model, decisions, none, literal, draws, roll } = studyOf(text, worlds);
        const solved = decisions.map((decision) => solve(decision, { nodes: 1e9, fewest: 1 }));
        const gain = solved.reduce((total, each, k) => total + each.value * worlds - sum(none(decisions[k]!)), 0);
        const steps = stepsOf(
          model,
          solved.map((each) => each.policies[0]!.policy),
          "best plan",
        );
        const pasted = read(text.replace(/plan: .*\n/, planText(steps)))!;
        const plans = [
          { roll, plan: compileSteps(brief, model, steps) },
          { roll: new Roll(pasted.model), plan: pasted.model.plan },
        ];
        for (const { roll: each, plan } of plans) {
          let value = 0;
          for (const w of all) {
            each.begin(draws.values, w * draws.width);
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
