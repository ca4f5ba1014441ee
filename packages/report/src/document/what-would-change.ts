import type { Condition, Id, Step } from "@demarche/core/brief";
import {
  conditionText,
  dueText,
  inputInside,
  insideSentence,
  listText,
  memo,
  numberText,
  quoted,
  shareText,
} from "../wording/index.ts";
import type { MemoContext } from "./memo-context.ts";
import { isAgainst } from "./pays.ts";
import { rankedUnknowns } from "./unknowns-section.ts";

/** Facts that a condition speaks of, at any depth. */
function factsOf(condition: Condition): readonly Extract<Condition, { readonly op: "fact" }>[] {
  if (condition.op === "fact") return [condition];
  return condition.op === "not" ? factsOf(condition.part) : condition.parts.flatMap(factsOf);
}

function speaksOfMove(condition: Condition, move: Id): boolean {
  return factsOf(condition).some((fact) => (fact.fact === "move" || fact.fact === "signal") && fact.move === move);
}

/** The move's own effects and the rules that it sets off, and how strong they would have to be for the last rung to move by ten points. */
export function rulesBehind(context: MemoContext, move: Id): readonly string[] {
  const { index, findings } = context;
  return findings.conditionals.flatMap((conditional) => {
    const rules = conditional.rules.filter((rule) => {
      const entry = index.rules.get(rule);
      return rule === move || (entry !== undefined && speaksOfMove(entry.if, move));
    });
    if (rules.length === 0 || conditional.void) return [];
    const names = listText(rules.map((rule) => quoted(index.nameOf(rule))));
    return conditional.breakEven === undefined
      ? [memo.change.noBreakEven(names)]
      : [memo.change.breakEven(names, numberText(conditional.breakEven))];
  });
}

export function assumptionsBehind(context: MemoContext, condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  return factsOf(condition).flatMap((fact) => {
    if (fact.fact !== "assumption") return [];
    const assumption = context.index.assumptions.get(fact.assumption);
    const until = assumption?.until === undefined ? undefined : dueText(assumption.until);
    const statement = insideSentence(conditionText(context.index, fact));
    return [until === undefined ? memo.change.depends(statement) : memo.change.expires(statement, until)];
  });
}

/** The greatest unknown on an item that the move bears on. */
export function unknownBehind(context: MemoContext, issues: readonly Id[]): readonly string[] {
  const unknown = rankedUnknowns(context).find((entry) => issues.some((issue) => entry.path.includes(`/${issue}/`)));
  return unknown === undefined ? [] : [memo.change.unknown(inputInside(context.index, unknown.what))];
}

/** How far a worth or cost typed in for the act itself decides whether it pays. */
function typedBehind({ findings }: MemoContext, move: Id): readonly string[] {
  return findings.typedPayoffs.flatMap((payoff) => {
    const { path, breakEven } = payoff;
    if (breakEven === undefined || !path.startsWith(`moves/${move}/`)) return [];
    const factor = numberText(breakEven);
    if (!isAgainst(payoff)) return factor === "0" ? [] : [memo.change.typed(factor)];
    if (factor === "0") return [memo.change.costsOnly];
    return [path.endsWith("/cost") ? memo.change.cost(factor) : memo.change.against(factor)];
  });
}

/** What would change a recommendation to make this move: the weightiest first, at most `most`; nothing where nothing that was tried would. */
export function changesToMove(context: MemoContext, move: Id, most: number): readonly string[] {
  const { index } = context;
  const finding = context.move(move);
  const entry = index.moves.get(move);
  const falls = (finding?.fallsAway ?? []).filter((other) => index.moves.has(other));
  const names = listText(falls.map((other) => quoted(index.nameOf(other))));
  const all = [
    ...typedBehind(context, move),
    ...rulesBehind(context, move),
    ...assumptionsBehind(context, entry?.if),
    ...(falls.length === 0 ? [] : [falls.length === 1 ? memo.change.falls(names) : memo.change.fallsMany(names)]),
    ...(entry?.chance === undefined || finding === undefined || finding.done === 0
      ? []
      : [memo.change.chance(shareText(finding.worked / finding.done))]),
    ...unknownBehind(context, entry?.issues ?? []),
  ];
  return all.slice(0, most);
}

/** What would change a step: of a branch, what would change the moves in it. */
export function changesToStep(context: MemoContext, step: Step, most: number): readonly string[] {
  switch (step.step) {
    case "do":
      return changesToMove(context, step.move, most);
    case "ask":
      return unknownBehind(context, [step.issue]).slice(0, most);
    case "if":
      return assumptionsBehind(context, step.if).slice(0, most);
  }
}
