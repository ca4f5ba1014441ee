/** From the merged counts to the findings that papers are written from. */
import type { Brief } from "../brief/brief.ts";
import type { DayTwoFinding } from "../day-two/finding.ts";
import type { Model } from "../model/model.ts";
import type { Contradiction, ItemFinding, PlanFindings, StabilityFinding } from "../run/findings.ts";
import { bestPlanFinding } from "../search/best-plan.ts";
import type { SearchFound } from "../search/search-engine.ts";
import { conditionals, forecastFindings } from "./forecast-finding.ts";
import { fewestWorlds, itemFinding } from "./item-finding.ts";
import { type Merged, mergeParts } from "./merged.ts";
import { moveFindings, typedPayoffs } from "./move-finding.ts";
import { bundleFindings, offerFindings } from "./offer-finding.ts";
import type { PlanPart, PlanSettings } from "./plan-engine.ts";
import { rankUnknowns } from "./unknowns.ts";
import { differenceWithInterval, meanWithInterval } from "./value-range.ts";
import type { Variant } from "./variants.ts";

/** What does not come from the roll-out. */
export interface Frame {
  readonly brief: Brief;
  readonly contradictions: readonly Contradiction[];
  readonly stability: (items: readonly ItemFinding[]) => readonly StabilityFinding[];
  readonly inputsHash: string;
  readonly version: string;
  /** The best plan found; none where the brief allows no move. */
  readonly best: SearchFound | undefined;
  /** What changed since, where something has been observed. */
  readonly dayTwo: (merged: Merged, found: Pick<PlanFindings, "forecasts">) => DayTwoFinding | undefined;
}

export function findingsOf(
  model: Model,
  settings: PlanSettings,
  frame: Frame,
  parts: readonly PlanPart[],
  variants: readonly Variant[],
): Omit<PlanFindings, "forums" | "slates" | "agendaOrder" | "agreement"> {
  const { brief } = frame;
  const merged = mergeParts(parts);
  const n = merged.worlds;
  const items = model.items.map((_, index) => itemFinding(model, index, merged, variants));
  const valuesOf = (kind: Variant["kind"]) => merged.values[variants.findIndex((variant) => variant.kind === kind)]!;
  const written = valuesOf("asWritten");
  const without = moveFindings(model, merged, variants);
  const others: Record<string, PlanFindings["plans"]["others"][string]> = {};
  for (const [v, variant] of variants.entries())
    if (variant.kind === "other")
      others[variant.plan.id] = {
        ...meanWithInterval(merged.values[v]!),
        overAsWritten: differenceWithInterval(merged.values[v]!, written),
      };
  const forecasts = forecastFindings(model, brief.forecasts, brief.method.yardstick ?? "icd203", merged, variants);
  const dayTwo = frame.dayTwo(merged, { forecasts });
  const said = (input: number) => saidOf(model, input);
  return {
    engine: "plan",
    version: frame.version,
    seed: settings.seed,
    worlds: n,
    inputsHash: frame.inputsHash,
    us: model.parties[model.us]!.id,
    outcomeModel: model.method.models.map((entry) => entry.model).join(" or "),
    items,
    plans: {
      none: meanWithInterval(valuesOf("none")),
      asWritten: { ...meanWithInterval(written), overNone: differenceWithInterval(written, valuesOf("none")) },
      without,
      others,
      ...(frame.best === undefined ? {} : { best: bestPlanFinding(model, frame.best, written, valuesOf("none")) }),
    },
    conditionals: conditionals(model, merged, variants),
    forecasts,
    offers: offerFindings(model, merged, variants),
    bundles: bundleFindings(model, merged),
    steps: model.plan.paths.map((path, s) => ({ path, reached: merged.reached[s]! / n })),
    assumptions: model.assumptions.map((assumption, a) => ({ id: assumption.id, holds: merged.holds[a]! / n })),
    stability: frame.stability(items),
    contradictions: frame.contradictions,
    ...(dayTwo === undefined ? {} : { dayTwo }),
    unknowns: rankUnknowns(model, merged, variants, settings.seed, settings.selection?.worlds),
    typedPayoffs: typedPayoffs(model, without),
    notPriced: model.notPriced,
    defaults: model.defaults,
    inputs: standings(model),
    method: {
      disagreementMean: model.method.disagreementMean,
      shrinkage: model.method.shrinkage,
      carryOver: said(model.method.carryOver),
      carePremium: said(model.method.carePremium),
      gateShare: said(model.method.gateShare),
      fewestWorlds,
    },
  };
}

function saidOf(model: Model, input: number): string {
  const { distribution: d } = model.inputs[input]!;
  if (d.kind === "exact") return `${d.value}`;
  return d.kind === "uniform" ? `uniform ${d.low}..${d.high}` : d.kind === "normal" ? `${d.low}..${d.high}` : d.kind;
}

/** Numbers that the brief gives and that feed the run, by what stands behind them. Unknowns are not counted: they are listed. */
function standings(model: Model): PlanFindings["inputs"] {
  const count = (standing: string) =>
    model.inputs.filter((input) => input.standing === standing && !input.unknown).length;
  return { cited: count("cited"), judged: count("judged"), judgedAfter: count("judgedAfter") };
}
