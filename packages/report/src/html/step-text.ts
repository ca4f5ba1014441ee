import type { Step } from "@demarche/core/brief";
import { planMessages } from "../messages/plan.ts";
import { capitalise, conditionText, dateText } from "../wording/index.ts";
import type { Paper } from "./paper.ts";

const words = planMessages.steps;

/** A step of the plan as a line. */
export function stepText(paper: Paper, step: Step): string {
  const { index } = paper;
  switch (step.step) {
    case "do": {
      const dates = index.moves.get(step.move)?.dates;
      return words.doMove(index.nameOf(step.move), dates === undefined ? undefined : dateText(dates));
    }
    case "ask":
      return words.ask(index.optionName(step.issue, step.option), index.nameOf(step.issue));
    case "if":
      return words.question(capitalise(conditionText(index, step.if)));
  }
}

/** Steps with all that stand within them, in order. */
export function allSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) =>
    step.step === "if" ? [step, ...allSteps(step.then), ...allSteps(step.else)] : [step],
  );
}
