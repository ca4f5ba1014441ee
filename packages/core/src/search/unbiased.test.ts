import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import { Draws } from "../plan/draws.ts";
import { Roll } from "../plan/roll.ts";
import { runInline } from "../run/engine.ts";
import { usualBudget } from "./budget.ts";
import { compileSteps } from "./roll-best.ts";
import { createSearchEngine } from "./search-engine.ts";

/** Five moves that differ by little and vary by much: what is picked on few worlds looks better than it is. */
const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { table: { members: [a, b], gatekeepers: nobody, breakdown: 10% } }
forum: table
agenda:
  - { issue: tariff, options: { low: 0, half: 50, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: unknown, salience: 50 } } }
  - { issue: quota, options: { low: 0, half: 50, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: unknown, salience: 50 } } }
moves:
${[0, 1, 2, 3, 4].map((k) => `  m${k}: { kind: press, chance: 50%, cost: 1.5, signals: success, if it works: [{ party: b, issue: ${k % 2 ? "tariff" : "quota"}, ideal: +0..+30 }], if it fails: [{ party: b, issue: ${k % 2 ? "tariff" : "quota"}, ideal: -20..+0 }] }`).join("\n")}
plan: []
`;
const { brief } = readBrief(text, { file: "small.yaml" });
const { model } = compile(brief!);
const truthDraws = new Draws(model!, 999_999, 4000);
truthDraws.fill(0, 4000);
const roll = new Roll(model!);

function truth(steps: Parameters<typeof compileSteps>[2]): number {
  const plan = compileSteps(brief!, model!, steps);
  let gain = 0;
  for (let w = 0; w < 4000; w++) {
    roll.begin(truthDraws.values, w * truthDraws.width);
    roll.run(plan);
    gain += roll.value;
    roll.run({ id: "", stages: plan.stages.map(() => []), paths: [] });
    gain -= roll.value;
  }
  return gain / 4000;
}

test("[P2] a plan's value on the worlds of the run is unbiased, though on those it was searched on it is not", () => {
  const seeds = Array.from({ length: 40 }, (_, k) => k);
  const off = seeds.map((seed) => {
    const budget = { ...usualBudget, searched: 100, pruned: 50, fewest: 20 };
    const found = runInline(createSearchEngine(brief!, model!, [], { seed, worlds: 300, budget }))!;
    const real = truth(found.searched.steps);
    const none = new Draws(model!, seed, 300);
    none.fill(0, 300);
    let without = 0;
    for (let w = 0; w < 300; w++) {
      roll.begin(none.values, w * none.width);
      roll.run({ id: "", stages: model!.plan.stages.map(() => []), paths: [] });
      without += roll.value / 300;
    }
    const fresh = found.values.reduce((sum, x) => sum + x, 0) / 300 - without;
    return { fresh: fresh - real, searched: found.searched.found - real };
  });
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const error = (values: readonly number[]) => {
    const m = mean(values);
    return Math.sqrt(mean(values.map((x) => (x - m) * (x - m))) / values.length);
  };
  const fresh = off.map((each) => each.fresh);
  expect(Math.abs(mean(fresh))).toBeLessThan(4 * error(fresh));
  // The curse of whoever picks the best of noisy values.
  const searched = off.map((each) => each.searched);
  expect(mean(searched)).toBeGreaterThan(2 * error(searched));
});
