/** The steps of the best plan in the words that the brief has for them. */
import { type Annotations, type Condition, type Path, printCondition, type Step } from "@demarche/core/brief";
import { allSteps } from "../html/step-text.ts";

/** A place that no brief has: nothing covers it. */
const nowhere: Path = "best plan/step";

/**
 * Each step as the plan as written puts it, with its author's degree, words and sources, where it makes the same move or asks the
 * same question; a move that is new stands with what the brief says of the move itself.
 */
export function stepsInOwnWords(written: readonly Step[], steps: readonly Step[]): readonly Step[] {
  const all = allSteps(written);
  const inWords = (list: readonly Step[]): readonly Step[] =>
    list.map((step): Step => {
      if (step.step === "ask") return { ...step, path: nowhere };
      if (step.step === "do")
        return all.find((other) => other.step === "do" && other.move === step.move) ?? { ...step, path: nowhere };
      const text = printCondition(step.if);
      const same = all.find((other) => other.step === "if" && printCondition(other.if) === text);
      return branching(
        { ...(same ?? step), path: same?.path ?? nowhere },
        step.if,
        inWords(step.then),
        inWords(step.else),
      );
    });
  return inWords(steps);
}

const branching = (words: Annotations, told: Condition, then: readonly Step[], otherwise: readonly Step[]): Step => ({
  ...words,
  step: "if",
  if: told,
  then,
  else: otherwise,
});
