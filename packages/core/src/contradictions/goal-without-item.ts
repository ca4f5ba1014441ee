import type { Goal } from "../brief/brief.ts";
import type { Check } from "./check.ts";
import { common, type Dossier } from "./dossier.ts";

/** [C22] A goal that nothing serves: a result, promise or limit without an item, or a relation without item, forum or move. */
export const goalWithoutItem: Check = {
  rule: "C22",
  find: (dossier) =>
    dossier.brief.goals
      .filter((goal) => !isServed(goal, dossier))
      .map((goal) => ({
        code: "goal-without-item",
        severity: "gap",
        paths: [goal.path],
        message: `Nothing on the agenda${needsItem(goal) ? "" : " and no move"} serves ${dossier.say(goal.id)}.`,
        why: "Name the issue through which it is reached (`issue`), put one on the agenda, or add a move towards it.",
      })),
};

function needsItem({ kind }: Goal): boolean {
  return kind !== "relation" && kind !== "avoid";
}

function isServed(goal: Goal, dossier: Dossier): boolean {
  if ((goal.issues ?? []).some((id) => dossier.item(id) !== undefined)) return true;
  if (needsItem(goal)) return false;
  const moves = dossier.brief.moves.filter((move) => dossier.isOurs(move) && dossier.isPlanned(move));
  return (
    goal.forum !== undefined ||
    goal.dates !== undefined ||
    moves.some((move) => common(move.target, goal.target).length > 0)
  );
}
