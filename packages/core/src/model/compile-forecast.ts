/** Forecasts: the event, and what must be forced for the antecedent to hold (an intervention, MODEL.md §4.5). */
import type { Condition, Forecast } from "../brief/brief.ts";
import { compileOptional, factsIn } from "./compile-condition.ts";
import { subjectsOf } from "./compile-past.ts";
import type { Forced, Model, ModelEffect, ModelForecast } from "./model.ts";
import { itemsNamed, type Names } from "./names.ts";

export function compileForecast(
  names: Names,
  effects: readonly ModelEffect[],
  parts: Pick<Model, "items" | "bundles">,
  forecast: Forecast,
): ModelForecast {
  const forced = forecast.if === undefined ? undefined : forcing(names, forecast.if, true);
  const facts = forecast.event === undefined ? [] : factsIn(forecast.event);
  const spoken = facts.flatMap((fact) =>
    fact.fact === "is" || fact.fact === "item" || fact.fact === "accepts" ? itemsNamed(names, fact.issue) : [],
  );
  return {
    id: forecast.id,
    event: compileOptional(names, forecast.event),
    item: spoken[0] ?? -1,
    antecedent: compileOptional(names, forecast.if),
    about: facts.flatMap((fact) => subjectsOf(names, parts, fact)),
    givenOn: (forecast.if === undefined ? [] : factsIn(forecast.if)).flatMap((fact) => subjectsOf(names, parts, fact)),
    force: Array.isArray(forced) ? forced : undefined,
    whyNot: typeof forced === "string" ? forced : undefined,
    carriers: forecast.if === undefined ? [] : carriers(names, effects, forecast.if, spoken[0] ?? -1),
  };
}

/** The facts to force, or why they cannot be forced: only moves, signals and assumptions are ours to set. */
function forcing(names: Names, condition: Condition, holds: boolean): Forced[] | string {
  if (condition.op === "not") return forcing(names, condition.part, !holds);
  if (condition.op !== "fact") {
    if ((condition.op === "or") === holds && condition.parts.length > 1)
      return "an 'or' can be brought about in more than one way, and which is not said";
    const parts = condition.parts.map((part) => forcing(names, part, holds));
    return parts.find((part) => typeof part === "string") ?? (parts as Forced[][]).flat();
  }
  switch (condition.fact) {
    case "assumption":
      return [{ kind: "assumption", assumption: names.assumption.get(condition.assumption)!, holds }];
    case "move":
      return [{ kind: "move", move: names.move.get(condition.move)!, state: condition.state, holds }];
    case "signal": {
      const move = names.move.get(condition.move)!;
      const signals = names.brief.moves[move]!.signals;
      const signal = Array.isArray(signals) ? signals.findIndex((s) => s.id === condition.signal) : -1;
      return [{ kind: "signal", move, signal, holds: holds !== condition.negated }];
    }
    case "is":
    case "item":
    case "accepts":
    case "broke down":
    case "date":
      return "what it depends on is an outcome, not an act: nothing can force it";
  }
}

/**
 * Effects on the forecast's item that the antecedent brings: of rules whose condition speaks of the same moves or
 * assumptions, and of those moves themselves. With no item, all that they bring.
 */
function carriers(names: Names, effects: readonly ModelEffect[], antecedent: Condition, item: number): number[] {
  const spoken = new Set(factsIn(antecedent).map(subject));
  const moves = names.brief.moves.flatMap((move, m) => (spoken.has(`move ${move.id}`) ? [m] : []));
  const rules = names.brief.rules.flatMap((rule, r) =>
    factsIn(rule.if).some((fact) => spoken.has(subject(fact))) ? [r] : [],
  );
  return effects.flatMap((effect, e) => {
    const brought = (effect.owner.kind === "rule" ? rules : moves).includes(effect.owner.index);
    return brought && (item < 0 || effect.items.includes(item)) ? [e] : [];
  });
}

function subject(fact: ReturnType<typeof factsIn>[number]): string {
  if (fact.fact === "move" || fact.fact === "signal") return `move ${fact.move}`;
  return fact.fact === "assumption" ? `assumption ${fact.assumption}` : `${fact.fact} ${JSON.stringify(fact)}`;
}
