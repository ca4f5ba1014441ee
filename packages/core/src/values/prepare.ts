/** The values of a brief as an engine, once its plan has been worked out. */
import type { Brief } from "../brief/brief.ts";
import { findContradictions } from "../contradictions/index.ts";
import { prepareDayTwo } from "../day-two/prepare.ts";
import type { Found, PlanOptions } from "../run/brief-engine.ts";
import type { PlanFindings } from "../run/findings.ts";
import { compilePlannable } from "../run/plan-brief.ts";
import { usualValuesBudget, type ValuesBudget } from "./settings.ts";
import { createValuesEngine, type ValuesEngine } from "./values-engine.ts";

export interface ValuesOptions extends PlanOptions {
  /** How much is looked at, where not as usual. */
  readonly values?: Partial<ValuesBudget>;
}

export interface PreparedValues {
  readonly engine: ValuesEngine;
  readonly found?: Found;
}

/** `findings` are of the same brief and options. @throws Error where the brief cannot be planned: it has been, so that is a bug */
export function prepareValues(
  brief: Brief,
  { plans }: Pick<PlanFindings, "plans">,
  options: ValuesOptions = {},
): PreparedValues {
  const { model } = compilePlannable(brief);
  if (model === undefined) throw new Error("a brief that has been planned no longer compiles");
  const asked = { seed: options.seed ?? model.method.seed, worlds: options.worlds ?? model.method.worlds };
  const { settings, found } = prepareDayTwo(brief, model, asked, options);
  const engine = createValuesEngine(brief, model, findContradictions(brief), {
    ...settings,
    ...(found?.search === undefined ? {} : { searchSelection: found.search }),
    budget: { ...usualValuesBudget, ...options.search, ...options.values },
    ...(plans.best === undefined ? {} : { best: plans.best.steps }),
    isRecommended: plans.best?.recommended === true,
  });
  return { engine, ...(found === undefined ? {} : { found }) };
}
