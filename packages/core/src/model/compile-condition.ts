/** Conditions as predicates over a world that is being rolled out. */
import type { Condition, Fact, Issue } from "../brief/brief.ts";
import type { Asks, Predicate } from "./model.ts";
import { itemsNamed, type Names, optionIndex } from "./names.ts";
import { awaited, pending, type RollState, why } from "./state.ts";

export function compileCondition(names: Names, condition: Condition): Predicate {
  if (condition.op === "not") {
    const part = compileCondition(names, condition.part);
    return (state) => !part(state);
  }
  if (condition.op === "fact") return compileFact(names, condition);
  const parts = condition.parts.map((part) => compileCondition(names, part));
  const [first, second] = parts;
  if (parts.length === 2 && condition.op === "and") return (state) => first!(state) && second!(state);
  return condition.op === "and"
    ? (state) => parts.every((part) => part(state))
    : (state) => parts.some((part) => part(state));
}

export function compileOptional(names: Names, condition: Condition | undefined): Predicate | undefined {
  return condition === undefined ? undefined : compileCondition(names, condition);
}

/** A fact on an issue with instances holds when it holds of every instance; on one that has no options it never does. */
function overItems(items: readonly number[], holds: (state: RollState, item: number) => boolean): Predicate {
  const [only] = items;
  if (only === undefined) return () => false;
  if (items.length === 1) return (state) => holds(state, only);
  return (state) => items.every((item) => holds(state, item));
}

function compileFact(names: Names, fact: Fact): Predicate {
  switch (fact.fact) {
    case "assumption": {
      const index = names.assumption.get(fact.assumption)!;
      return (state) => state.holds(index);
    }
    case "is": {
      const items = itemsNamed(names, fact.issue);
      const options = items.map((item) => optionIndex(names.issues[item]!, fact.option));
      const holds = (state: RollState, item: number): boolean => {
        const result = state.result[item]!;
        if (result === pending) return false;
        const option = options.length === 1 ? options[0]! : options[items.indexOf(item)]!;
        const same = result === option;
        const better =
          fact.orBetter && result >= 0 && state.ourValue(item, result) >= state.ourValue(item, option) - 1e-9;
        return (same || better) !== fact.negated;
      };
      return overItems(items, holds);
    }
    case "item": {
      const items = itemsNamed(names, fact.issue);
      if (fact.state === "admitted") return overItems(items, (state, item) => state.admitted[item] === 1);
      const ended = fact.state === "settled" ? why.agreed : why.refused;
      return overItems(items, (state, item) => state.result[item] !== pending && state.ended[item] === ended);
    }
    case "accepts": {
      const items = itemsNamed(names, fact.issue);
      const party = names.party.get(fact.party)!;
      const options = items.map((item) => optionIndex(names.issues[item] as Issue, fact.option));
      return overItems(items, (state, item) =>
        state.accepts(item, party, options.length === 1 ? options[0]! : options[items.indexOf(item)]!),
      );
    }
    case "signal": {
      const move = names.move.get(fact.move)!;
      const signals = names.brief.moves[move]!.signals;
      const index =
        signals === undefined || signals === "success" ? -1 : signals.findIndex((s) => s.id === fact.signal);
      return (state) =>
        state.done[move] === 1 && state.signal[move] !== awaited && (state.signal[move] === index) !== fact.negated;
    }
    case "move": {
      const move = names.move.get(fact.move)!;
      if (fact.state === "done") return (state) => state.done[move] === 1;
      const worked = fact.state === "worked" ? 1 : 0;
      return (state) => state.done[move] === 1 && state.worked[move] === worked;
    }
    case "broke down": {
      const forum = names.forum.get(fact.forum)!;
      return (state) => state.broke[forum] === 1;
    }
    case "date": {
      const day = (fact.when === "before" ? fact.date.from : fact.date.to) ?? fact.date.text;
      return fact.when === "before" ? (state) => state.today < day : (state) => state.today > day;
    }
  }
}

/** Facts of a condition, wherever they stand. */
export function factsIn(condition: Condition): Fact[] {
  if (condition.op === "fact") return [condition];
  return condition.op === "not" ? factsIn(condition.part) : condition.parts.flatMap(factsIn);
}

/** What a condition reads of a world. */
export function asksOf(names: Names, condition: Condition): Asks {
  const facts = factsIn(condition);
  return {
    items: facts.flatMap((f) => (f.fact === "is" || f.fact === "item" ? itemsNamed(names, f.issue) : [])),
    moves: facts.flatMap((f) => (f.fact === "move" || f.fact === "signal" ? [names.move.get(f.move)!] : [])),
    forums: facts.flatMap((f) => (f.fact === "broke down" ? [names.forum.get(f.forum)!] : [])),
    assumptions: facts.flatMap((f) => (f.fact === "assumption" ? [names.assumption.get(f.assumption)!] : [])),
    consentOrDay: facts.some((f) => f.fact === "accepts" || f.fact === "date"),
  };
}
