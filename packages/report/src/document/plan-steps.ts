import type { Id, Step } from "@demarche/core/brief";
import { capitalise, conditionText, memo, quoted } from "../wording/index.ts";
import type { MemoContext } from "./memo-context.ts";

/** A step as a clause: "‘Sound out Berg’", "ask for ‘One quarter’ on ‘Our share of the cod’", "if …: …; otherwise …". */
export function stepText(context: MemoContext, step: Step): string {
  const { index } = context;
  switch (step.step) {
    case "do":
      return quoted(index.nameOf(step.move));
    case "ask":
      return memo.ask(quoted(index.optionName(step.issue, step.option)), quoted(index.nameOf(step.issue)));
    case "if":
      return (
        memo.if(conditionText(index, step.if)) +
        memo.thenDo(stepsText(context, step.then)) +
        (step.else.length === 0 ? "" : memo.otherwise(otherwiseText(context, step)))
      );
  }
}

/** What else: of another ask on the same issue its option alone. */
function otherwiseText(context: MemoContext, step: Extract<Step, { readonly step: "if" }>): string {
  const [then, other] = [step.then.at(-1), step.else[0]];
  const sameIssue =
    then?.step === "ask" && other?.step === "ask" && then.issue === other.issue && step.else.length === 1;
  return sameIssue
    ? memo.askElse(quoted(context.index.optionName(other.issue, other.option)))
    : stepsText(context, step.else);
}

/** Several steps in their order, or that there is nothing more to do. */
export function stepsText(context: MemoContext, steps: readonly Step[]): string {
  if (steps.length === 0) return memo.doNothing;
  return steps.map((step) => stepText(context, step)).join(", then ");
}

/** Steps as the head of a table cell. */
export function stepsHead(context: MemoContext, steps: readonly Step[]): string {
  return capitalise(stepsText(context, steps));
}

/** Every move that the steps may come to, once, in their order. */
export function movesIn(steps: readonly Step[]): readonly Id[] {
  const found = steps.flatMap((step): readonly Id[] =>
    step.step === "do" ? [step.move] : step.step === "if" ? [...movesIn(step.then), ...movesIn(step.else)] : [],
  );
  return [...new Set(found)];
}
