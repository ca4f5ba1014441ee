/** The plan found, rolled out on worlds of the run. */
import type { Brief, Step } from "../brief/brief.ts";
import { compilePlan } from "../model/compile-plan.ts";
import type { Model, ModelPlan } from "../model/model.ts";
import { collectNames } from "../model/names.ts";
import { categoriesOf, categoryOf } from "../plan/categories.ts";
import type { Draws } from "../plan/draws.ts";
import type { Roll } from "../plan/roll.ts";
import type { SearchTask } from "./search-engine.ts";

export interface BestPart {
  readonly kind: "best";
  readonly values: Float64Array;
  /** By item: worlds in each of its categories. */
  readonly categories: readonly Float64Array[];
  readonly done: Float64Array;
}
export function compileSteps(brief: Brief, model: Model, steps: readonly Step[]): ModelPlan {
  return compilePlan(collectNames(brief), model, "best", steps);
}

export function rollBest(
  brief: Brief,
  model: Model,
  roll: Roll,
  draws: Draws,
  { steps, from, count }: Extract<SearchTask, { kind: "best" }>,
): BestPart {
  const plan = compileSteps(brief, model, steps);
  const values = new Float64Array(count);
  const categories = model.items.map((item) => new Float64Array(categoriesOf(item).count));
  const done = new Float64Array(model.moves.length);
  draws.fill(from, count);
  for (let w = 0; w < count; w++) {
    roll.begin(draws.values, w * draws.width);
    roll.run(plan);
    values[w] = roll.value;
    for (const [i, counts] of categories.entries()) counts[categoryOf(roll, i)]!++;
    for (let m = 0; m < done.length; m++) done[m] = done[m]! + roll.done[m]!;
  }
  return { kind: "best", values, categories, done };
}
