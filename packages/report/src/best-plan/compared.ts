/** The plans held against one another: what each is worth over the plan as written. */
import type { PlanFindings, ValueRange } from "@demarche/core/run";
import type { BestPlan } from "@demarche/core/search";
import { bestPlanMessages } from "../messages/best-plan.ts";
import type { ValueBars } from "../svg/value-bars.ts";
import { type BriefIndex, pointsShort, pointsText } from "../wording/index.ts";

const words = bestPlanMessages.compared;

export interface ComparedPlan {
  readonly name: string;
  readonly level: ValueRange;
  /** Over the plan as written; absent: it is the plan as written. */
  readonly over?: ValueRange;
}

export function comparedPlans(index: BriefIndex, { plans }: PlanFindings, best: BestPlan): readonly ComparedPlan[] {
  const { none, asWritten, others } = plans;
  const { value, low, high } = asWritten.overNone;
  return [
    { name: words.none, level: none, over: { value: -value, low: -high, high: -low } },
    { name: words.written, level: asWritten },
    { name: words.best, level: best.value, over: best.overAsWritten },
    ...Object.entries(others).map(([id, plan]) => ({ name: index.nameOf(id), level: plan, over: plan.overAsWritten })),
  ];
}

export function comparedBars(plans: readonly ComparedPlan[]): ValueBars {
  return {
    title: words.title,
    description: words.describe(
      plans
        .map(({ name, over }) => words.row(name, over === undefined ? words.reference : pointsText(over)))
        .join("; "),
    ),
    bars: plans.map(({ name, over = { value: 0, low: 0, high: 0 } }) => ({
      name,
      ...over,
      text: pointsShort(over.value),
    })),
    // nothing is typed here: the word for it is never printed
    words: { axis: words.axis, typed: "" },
  };
}
