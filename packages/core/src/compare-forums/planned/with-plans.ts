/** What the plan of each forum comes to, beside what the plan as written does there. */
import type { Model } from "../../model/model.ts";
import { categoriesOf } from "../../plan/categories.ts";
import { shrink } from "../../plan/shown-chance.ts";
import { differenceWithInterval } from "../../plan/value-range.ts";
import { planText } from "../../search/plan-text.ts";
import type { ForumChance, ForumComparison, PlannedForum } from "../findings.ts";
import type { ForumPlan, ForumPlans } from "./plan-forums.ts";

/** `model` is that of the brief. */
export function withPlans(
  model: Model,
  comparisons: readonly ForumComparison[],
  plans: readonly ForumPlans[],
): readonly ForumComparison[] {
  return comparisons.map((comparison) => {
    const found = plans.find(({ item }) => model.items[item]!.id === comparison.issue);
    if (found === undefined) return comparison;
    const [first] = found.forums;
    const { forums, leftOut, ...head } = comparison;
    return {
      ...head,
      planning: found.worlds,
      forums: forums.map((chance): ForumChance => {
        const plan = found.forums.find(({ forum }) => model.forums[forum]!.id === chance.forum);
        return plan === undefined || first === undefined
          ? chance
          : { ...chance, planned: plannedForum(model, found.item, plan, first) };
      }),
      leftOut,
    };
  });
}

function plannedForum(model: Model, index: number, plan: ForumPlan, first: ForumPlan): PlannedForum {
  const item = model.items[index]!;
  const { rungs, worse, none, count } = categoriesOf(item);
  const shown = (from: number, to: number): number => {
    let worlds = 0;
    for (let c = from; c < to; c++) worlds += plan.categories[c]!;
    return shrink(worlds / plan.planned.length, rungs + 2, model.method.shrinkage);
  };
  return {
    moves: plan.moves,
    text: planText(plan.steps),
    found: plan.found,
    bound: plan.bound,
    ask: shown(0, 1),
    rungs: item.ladder.slice(1).map((option, r) => ({ id: item.options[option]!.id, chance: shown(r + 1, r + 2) })),
    worse: shown(worse, worse + 1),
    none: shown(none, count),
    overAsWritten: differenceWithInterval(plan.planned, plan.written),
    ...(plan === first ? {} : { over: differenceWithInterval(plan.planned, first.planned) }),
  };
}
