/** Forecasts computed, and conditional chances by intervention. */
import type { Chance, Forecast } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import type { Conditional, ForecastFinding } from "../run/findings.ts";
import { bandOf, type Yardstick } from "../worlds/index.ts";
import { fewestWorlds } from "./item-finding.ts";
import type { Merged } from "./merged.ts";
import { annexWorlds } from "./plan-engine.ts";
import { isSeen, isVoid, type Variant } from "./variants.ts";

export function forecastFindings(
  model: Model,
  forecasts: readonly Forecast[],
  yardstick: Yardstick,
  merged: Merged,
  variants: readonly Variant[],
): ForecastFinding[] {
  return model.forecasts.map((forecast, f) => {
    const n = merged.worlds;
    const [met, came, both] = [0, 1, 2].map((k) => merged.forecasts[f * 3 + k]!) as [number, number, number];
    const forced = variants.findIndex((variant) => variant.kind === "ifSo" && variant.index === f);
    let computed: number | undefined;
    if (forecast.event !== undefined) {
      if (forecast.antecedent === undefined) computed = came / n;
      else if (forced >= 0 && n >= fewestWorlds) computed = merged.events[forced]! / Math.min(annexWorlds, n);
      else if (met >= fewestWorlds && !isVoid(model, f)) computed = both / met;
    }
    const stated = forecasts[f]!.chance;
    return {
      id: forecast.id,
      ...(computed === undefined ? {} : { computed }),
      ...(forecast.antecedent === undefined ? {} : { antecedent: met / n }),
      ...(stated === undefined ? {} : { stated: statedBand(stated.value, yardstick) }),
    };
  });
}

function statedBand(chance: Chance, yardstick: Yardstick): NonNullable<ForecastFinding["stated"]> {
  switch (chance.kind) {
    case "word": {
      const band = bandOf(chance.word, yardstick) ?? bandOf(chance.word, yardstick === "phia" ? "icd203" : "phia");
      return { low: band?.low ?? 0, high: band?.high ?? 1, word: chance.word };
    }
    case "exact":
      return { low: chance.value / 100, high: chance.value / 100 };
    case "range":
    case "uniform":
      return { low: chance.low / 100, high: chance.high / 100 };
    case "triple":
      return { low: chance.least / 100, high: chance.most / 100 };
    case "unknown":
      return { low: 0, high: 1 };
  }
}

export function conditionals(model: Model, merged: Merged, variants: readonly Variant[]): Conditional[] {
  return model.forecasts.flatMap((forecast, f): Conditional[] => {
    if (forecast.antecedent === undefined) return [];
    const rules = [...new Set(forecast.carriers.map((e) => ownerOf(model, e)))];
    const of = (kind: "ifSo" | "ifNot") =>
      variants.findIndex((variant) => variant.kind === kind && variant.index === f);
    const so = of("ifSo");
    const not = of("ifNot");
    if (so < 0 || not < 0) {
      const seen = forecast.force !== undefined && isSeen(model, forecast.force);
      const reason = seen
        ? "it has been seen how that came out"
        : (forecast.whyNot ?? "the plan has no step that could bring it about");
      return [{ forecast: forecast.id, void: true, why: reason, worlds: 0, rungs: [], rules }];
    }
    const n = Math.min(annexWorlds, merged.worlds);
    if (n < fewestWorlds)
      return [{ forecast: forecast.id, void: true, why: "too few worlds were drawn", worlds: n, rungs: [], rules }];
    const item = model.items[forecast.item];
    const upTo = (v: number, rung: number) => {
      let count = 0;
      for (let c = 0; c <= rung; c++) count += merged.categories[v]![forecast.item]![c]!;
      return count / n;
    };
    const breakEven = merged.breakEven.get(f);
    return [
      {
        forecast: forecast.id,
        void: false,
        worlds: n,
        ...(item === undefined ? {} : { issue: item.id }),
        rungs:
          item === undefined
            ? []
            : item.ladder.map((option, r) => ({
                id: item.options[option]!.id,
                ifSo: upTo(so, r),
                ifNot: upTo(not, r),
              })),
        ...(forecast.event === undefined
          ? {}
          : { event: { ifSo: merged.events[so]! / n, ifNot: merged.events[not]! / n } }),
        rules,
        ...(breakEven === undefined ? {} : { breakEven }),
      },
    ];
  });
}

/** Rule or move whose effect it is. */
function ownerOf(model: Model, effect: number): string {
  const { owner } = model.effects[effect]!;
  return (owner.kind === "rule" ? model.rules : model.moves)[owner.index]!.id;
}
