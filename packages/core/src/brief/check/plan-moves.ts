/** A plan makes moves of ours, each once. */
import type { Brief, Id, Step } from "../brief.ts";
import type { Desk } from "../desk.ts";

export function checkPlanMoves(brief: Brief, desk: Desk): void {
  for (const steps of [brief.plan, ...brief.otherPlans.map((plan) => plan.steps)]) {
    checkOurs(steps, brief, desk);
    checkOnce(steps, new Map(), brief, desk);
  }
}

function checkOurs(steps: readonly Step[], brief: Brief, desk: Desk): void {
  const { us } = brief.head;
  for (const step of steps) {
    if (step.step === "if") for (const branch of [step.then, step.else]) checkOurs(branch, brief, desk);
    if (step.step !== "do" || us === undefined) continue;
    const move = brief.moves.find(({ id }) => id === step.move);
    if (move?.by === undefined || move.by === us) continue;
    const name = brief.parties.find(({ id }) => id === move.by)?.name ?? move.by;
    desk.report(
      "not-ours-to-make",
      desk.spanOf(step.path)!,
      `\`${move.id}\` is a move of ${name}'s (\`by: ${move.by}\`), and only our own can be planned.`,
      "Strike the step: others make their moves by themselves, with their `chance` and `if`. To bring it about, plan a move of ours that changes that chance; if it is ours, strike its `by`.",
      { path: step.path, other: desk.spanOf(`${move.path}/by`) },
    );
  }
}

/**
 * Gives the steps by which each move has certainly been made once these are gone through. One that waits for something (`if`)
 * may be tried again.
 */
function checkOnce(
  steps: readonly Step[],
  before: ReadonlyMap<Id, Step>,
  brief: Brief,
  desk: Desk,
): ReadonlyMap<Id, Step> {
  const made = new Map(before);
  for (const step of steps) {
    if (step.step === "if") {
      const [yes, no] = [checkOnce(step.then, made, brief, desk), checkOnce(step.else, made, brief, desk)];
      for (const [id, at] of yes) if (no.has(id)) made.set(id, at);
    }
    if (step.step !== "do" || brief.moves.find(({ id }) => id === step.move)?.if !== undefined) continue;
    const first = made.get(step.move);
    if (first === undefined) made.set(step.move, step);
    else
      desk.report(
        "move-repeated",
        desk.spanOf(step.path)!,
        `\`${step.move}\` has been made by then: a move is made once, so this step does nothing.`,
        "Strike one of the two; what is to be tried a second time is a move of its own.",
        { path: step.path, other: desk.spanOf(first.path) },
      );
  }
  return made;
}
