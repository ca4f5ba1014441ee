/** The plan found, held against no plan and the plan as written on the worlds of the run. */
import type { Model } from "../model/model.ts";
import { categoriesOf } from "../plan/categories.ts";
import { shrinkAmong, shrinkingOf } from "../plan/open-categories.ts";
import { differenceWithInterval, meanWithInterval } from "../plan/value-range.ts";
import type { BestPlan, PlannedItem } from "./findings.ts";
import { planText } from "./plan-text.ts";
import type { SearchFound } from "./search-engine.ts";

/** `written` and `none`: our value in each world of the run under the plan as written and under none. */
export function bestPlanFinding(
  model: Model,
  { searched, values, categories, budget }: SearchFound,
  written: Float64Array,
  none: Float64Array,
): BestPlan {
  const overAsWritten = differenceWithInterval(values, written);
  return {
    worlds: searched.worlds,
    nodes: searched.nodes,
    found: searched.found,
    bound: searched.bound,
    ...(budget.mostMoves === undefined ? {} : { mostMoves: budget.mostMoves }),
    steps: searched.steps,
    text: planText(searched.steps),
    value: meanWithInterval(values),
    overNone: differenceWithInterval(values, none),
    overAsWritten,
    recommended: overAsWritten.low > 0,
    items: model.items.map((_, i) => plannedItem(model, i, categories[i]!, values.length)),
    parts: searched.parts,
    ...(searched.tradeoffs === undefined ? {} : { tradeoffs: searched.tradeoffs }),
    leftOut: searched.leftOut,
  };
}

function plannedItem(model: Model, index: number, counts: Float64Array, worlds: number): PlannedItem {
  const item = model.items[index]!;
  const { worse, none, count } = categoriesOf(item);
  const shrinking = shrinkingOf(model, index, counts);
  const shown = (from: number, to: number) => {
    let sum = 0;
    for (let c = from; c < to; c++) sum += counts[c]!;
    return shrinkAmong(shrinking, from, sum / worlds);
  };
  return {
    id: item.id,
    ask: shown(0, 1),
    rungs: item.ladder.slice(1).map((option, r) => ({ id: item.options[option]!.id, chance: shown(r + 1, r + 2) })),
    worse: shown(worse, worse + 1),
    none: shown(none, count),
  };
}
