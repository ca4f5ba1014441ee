/** What either plan makes of a part's moves, with what is to be said of each. */
import type { Id, Step } from "@demarche/core/brief";
import type { BestPlan, PlanPartFinding } from "@demarche/core/search";
import { allSteps } from "../html/step-text.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { movesInTree } from "./choices.ts";

const words = bestPlanMessages.beside;

export interface BesideMove {
  readonly id: Id;
  /** The other plan does not make it. */
  readonly alone: boolean;
  /** "left out", "added", "under a condition". */
  readonly marks: readonly string[];
}

/** The plan as written, in its order. */
export function movesAsWritten(plan: readonly Step[], part: PlanPartFinding): readonly BesideMove[] {
  const chosen = movesInTree(part.tree);
  const made = (id: Id) => part.dropped.includes(id) || (chosen.includes(id) && !part.added.includes(id));
  return marked(plan, part.moves.filter(made), part.dropped, words.dropped);
}

/** The best plan, in its order. Nothing is marked as added where no plan is written. */
export function movesOfBest(plan: readonly Step[], best: BestPlan, part: PlanPartFinding): readonly BesideMove[] {
  return marked(best.steps, movesInTree(part.tree), plan.length === 0 ? [] : part.added, words.added);
}

function marked(
  steps: readonly Step[],
  moves: readonly Id[],
  alone: readonly Id[],
  mark: string,
): readonly BesideMove[] {
  const order = movesOf(allSteps(steps));
  const always = movesOf(steps);
  return moves
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((id) => ({
      id,
      alone: alone.includes(id),
      marks: [...(alone.includes(id) ? [mark] : []), ...(always.includes(id) ? [] : [words.conditional])],
    }));
}

function movesOf(steps: readonly Step[]): readonly Id[] {
  return steps.flatMap((step) => (step.step === "do" ? [step.move] : []));
}
