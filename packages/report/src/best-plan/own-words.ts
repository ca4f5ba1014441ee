/** The steps of the best plan in the words that the brief has for them. */
import { type Path, printCondition, type Step } from "@demarche/core/brief";
import { allSteps } from "../html/step-text.ts";

/** A place that no brief has: nothing covers it. */
const nowhere: Path = "best plan/step";

/**
 * Each step as the plan as written puts it, with its author's degree, words and sources, where it makes the same move or asks the
 * same question; what is new stands with what the brief says of the move itself. Steps within a question stay as they are.
 */
export function stepsInOwnWords(written: readonly Step[], steps: readonly Step[]): readonly Step[] {
  const all = allSteps(written);
  return steps.map((step): Step => {
    const same = all.find((other) => isSame(step, other));
    if (same === undefined) return { ...step, path: nowhere };
    const { path, modality, words } = same;
    return {
      ...step,
      path,
      ...(modality === undefined ? {} : { modality }),
      ...(words === undefined ? {} : { words }),
    };
  });
}

function isSame(step: Step, other: Step): boolean {
  if (step.step === "do") return other.step === "do" && other.move === step.move;
  return step.step === "if" && other.step === "if" && printCondition(other.if) === printCondition(step.if);
}
