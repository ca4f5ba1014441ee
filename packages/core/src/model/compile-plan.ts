/** Plans as stages: what is done before which forum settles. */
import type { Path, Step } from "../brief/brief.ts";
import { compileCondition, factsIn } from "./compile-condition.ts";
import { compileReplies } from "./compile-replies.ts";
import type { Item, Model, ModelPlan, ModelStep } from "./model.ts";
import { itemsNamed, type Names } from "./names.ts";
import { stageOfDay } from "./stage.ts";
import { movesIn } from "./where-raised.ts";

type Dated = Pick<Model, "order" | "forums" | "moves" | "items" | "past">;

export function compilePlan(names: Names, model: Dated, id: string, steps: readonly Step[]): ModelPlan {
  const paths: Path[] = [];
  const stages: ModelStep[][] = Array.from({ length: model.order.length + 1 }, () => []);
  // What has not been done by the last day observed can come no earlier.
  const made = movesIn(steps).map((id) => names.move.get(id)!);
  const first = model.past === undefined ? 0 : stageOfDay(model.order, model.forums, model.past.today);
  let now = first;
  for (const step of steps) {
    const own = stageOfStep(names, model, step, made);
    const at = isOfItsForum(names, model, step) ? Math.max(first, own) : Math.max(now, own);
    now = Math.max(now, at);
    stages[at]!.push(compileStep(names, step, paths));
  }
  const replies = compileReplies(names, steps);
  return { id, stages, paths, ...(replies.length === 0 ? {} : { replies }) };
}

/** A move that has no date but a forum is made before that forum, though it be listed after what comes later. */
function isOfItsForum(names: Names, model: Dated, step: Step): boolean {
  if (step.step !== "do") return false;
  const move = names.move.get(step.move)!;
  return model.moves[move]!.from === "" && names.brief.moves[move]!.forum !== undefined;
}

/**
 * A step comes no earlier than its first move, and a branch on what an item came out at no earlier than after its forum, or
 * the one that the plan's moves may take it to.
 */
function stageOfStep(names: Names, model: Dated, step: Step, made: readonly number[]): number {
  if (step.step === "ask") return 0;
  if (step.step === "do") return model.moves[names.move.get(step.move)!]!.stage;
  const told = factsIn(step.if).flatMap((fact) =>
    fact.fact === "is" || fact.fact === "item"
      ? itemsNamed(names, fact.issue).flatMap((item) =>
          isSeen(model, item) ? [] : forumsIn(model.items[item]!, made).map((forum) => model.order.indexOf(forum) + 1),
        )
      : [],
  );
  const inner = [...step.then, ...step.else].map((s) => stageOfStep(names, model, s, made));
  return Math.max(0, ...told, inner.length === 0 ? 0 : Math.min(...inner));
}

function forumsIn({ forum, raisedBy, raisedTo }: Item, made: readonly number[]): number[] {
  return [forum, ...raisedTo.filter((_, k) => made.includes(raisedBy[k]!))];
}

/** How it stands has been observed: a branch need not wait for its forum. */
function isSeen({ past }: Dated, item: number): boolean {
  const subjects = past?.observations.flatMap((o) => o.subjects) ?? [];
  return subjects.some((s) => (s.kind === "result" || s.kind === "admission") && s.item === item);
}

function compileStep(names: Names, step: Step, paths: Path[]): ModelStep {
  const index = paths.push(step.path) - 1;
  if (step.step === "do") return { step: "do", move: names.move.get(step.move)!, index };
  if (step.step === "ask") return { step: "ask", index };
  const inner = (list: readonly Step[]) => list.map((s) => compileStep(names, s, paths));
  return { step: "if", if: compileCondition(names, step.if), yes: inner(step.then), no: inner(step.else), index };
}
