/** Plans between which one chooses by what else one wants: the frontier of our utility against another objective. */
import type { Brief, Id, Step } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import { sampleQuantile } from "../plan/shown-chance.ts";
import { meanWithInterval } from "../plan/value-range.ts";
import type { Tradeoff, TradeoffPlan } from "./findings.ts";
import { type Objective, objectivesOf } from "./objectives.ts";
import { planText } from "./plan-text.ts";
import { movesIn, type Policy } from "./policy.ts";

/** One plan: by component its policy, and what the whole comes to in each of the worlds valued, points. */
export interface WholePlan {
  readonly policies: readonly Policy[];
  readonly values: Float64Array;
}
/** The best plan when making a move costs so many points more; by move of the model. */
export type Replan = (price: Float64Array) => WholePlan;

/** Plans looked for between two neighbours of a frontier, at most so often halved. */
const mostHalvings = 3;

/**
 * For each objective the plans that are best for some weight of it (the supported ones, by halving: Cohon, Church & Sheer 1979),
 * and of all plans met, with the plan as written and none, those of which none is better both in the mean and in the worst case.
 * Cost O(objectives × a dozen searches).
 */
export function tradeoffsOf(
  brief: Brief,
  model: Model,
  replan: Replan,
  stepsFor: (policies: readonly Policy[]) => readonly Step[],
  movesNamed: (policies: readonly Policy[]) => readonly Id[],
  others: readonly WholePlan[],
): Tradeoff[] {
  const said = ({ policies, values }: WholePlan): Omit<TradeoffPlan, "other"> => ({
    moves: movesNamed(policies),
    text: planText(stepsFor(policies)),
    value: meanWithInterval(values),
  });
  const met: WholePlan[] = [...others];
  const frontiers = objectivesOf(brief, model).map((objective): Tradeoff => {
    const plans = supported(objective, replan);
    met.push(...plans);
    const points = plans.map((plan) => ({ ...said(plan), other: costOf(objective, plan) }));
    return {
      against: objective.against,
      ...party(objective.party),
      plans: undominated(points, (point) => -point.other),
    };
  });
  const worst = met.map((plan) => ({ ...said(plan), other: sampleQuantile([...plan.values], 0.1) }));
  return [...frontiers, { against: "worst case", plans: undominated(worst, (point) => point.other) }];
}

const party = (id: Id | undefined) => (id === undefined ? {} : { party: id });

function supported(objective: Objective, replan: Replan): WholePlan[] {
  const priced = (weight: number) => replan(objective.price.map((price) => price * weight));
  const found = [priced(0)];
  // More than our whole agenda is worth: nothing that costs any of it is done.
  const least = priced(1000);
  found.push(least);
  const between = (a: WholePlan, b: WholePlan, halvings: number): void => {
    const [more, less] = [costOf(objective, a), costOf(objective, b)];
    const gain = mean(a.values) - mean(b.values);
    if (halvings === 0 || more - less < 1e-9 || gain <= 0) return;
    const middle = priced(gain / (more - less));
    const cost = costOf(objective, middle);
    if (cost <= less + 1e-9 || cost >= more - 1e-9) return;
    found.push(middle);
    between(a, middle, halvings - 1);
    between(middle, b, halvings - 1);
  };
  between(found[0]!, least, mostHalvings);
  return found;
}

/** What the moves that the plan may come to make cost of the objective. */
function costOf(objective: Objective, plan: WholePlan): number {
  return plan.policies.reduce((sum, policy) => sum + movesIn(policy).reduce((s, m) => s + objective.price[m]!, 0), 0);
}

const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Those of which none is as good in both and better in one; most value first, each once. */
function undominated(points: readonly TradeoffPlan[], good: (point: TradeoffPlan) => number): TradeoffPlan[] {
  const sorted = [...points].sort((a, b) => b.value.value - a.value.value || good(b) - good(a));
  const kept: TradeoffPlan[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const point of sorted) {
    if (good(point) <= best + 1e-9) continue;
    best = good(point);
    kept.push(point);
  }
  return kept;
}
