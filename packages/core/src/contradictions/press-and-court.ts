import type { Goal, Id, Issue, Move } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { common, type Dossier, list } from "./dossier.ts";
import { overlap, timeOfGoal, timeOfMove } from "./time.ts";

/**
 * [C4] Pressure on those whose good will a goal wants (relation, promise), or whom the plan courts. A contradiction
 * where it is on the goal's own item, or hard, and at the same time; else a tension. One finding for each item pressed.
 */
export const pressAndCourt: Check = {
  rule: "C4",
  find: (dossier) => {
    const presses = dossier.brief.moves.filter(
      (move) => move.kind === "press" && dossier.isOurs(move) && dossier.isPlanned(move),
    );
    const seen = new Set<string>();
    return presses.flatMap((press) => {
      const found = againstGoals(press, dossier) ?? againstMoves(press, dossier);
      const key = press.issues?.join() ?? press.id;
      if (!found || seen.has(key)) return [];
      seen.add(key);
      return [found];
    });
  },
};

function againstGoals(press: Move, dossier: Dossier): Contradiction | undefined {
  const wooing = dossier.brief.goals.filter(
    (goal) => (goal.kind === "relation" || goal.kind === "promise") && wooed(press, goal, dossier).length > 0,
  );
  const [goal, ...others] = wooing;
  if (!goal) return undefined;
  const whom = wooed(press, goal, dossier);
  const together = overlap(timeOfMove(press, dossier), timeOfGoal(goal, dossier));
  const close = common(press.issues, goal.issues).length > 0 || press.intensity === "high";
  const courting = courtMoves(press, dossier);
  const also = [
    others.length > 0 ? ` The same pressure bears on ${list(others.map(({ id }) => dossier.say(id)))}.` : "",
    courting.length > 0 ? ` The plan also courts them by ${list(courting.map(({ id }) => dossier.say(id)))}.` : "",
  ].join("");
  return {
    code: "press-and-court",
    severity: together && close ? "contradiction" : "tension",
    paths: [press.path, goal.path],
    message: `The move ${dossier.say(press.id)} presses ${list(whom.map((id) => dossier.say(id)))}${onItems(press, dossier)}, whose good will ${dossier.say(goal.id)} wants.${also}`,
    why: "They will weigh the pressure against the courtship. Say what the pressure may cost in good will, or let another do the pressing.",
  };
}

function againstMoves(press: Move, dossier: Dossier): Contradiction | undefined {
  const [court] = courtMoves(press, dossier);
  if (!court) return undefined;
  const whom = common(press.target, court.target);
  return {
    code: "press-and-court",
    severity: "tension",
    paths: [press.path, court.path],
    message: `The plan presses ${list(whom.map((id) => dossier.say(id)))} by ${dossier.say(press.id)} and courts them by ${dossier.say(court.id)}.`,
    why: "The one undoes part of the other: mind the order, and who speaks.",
  };
}

/** Parties whose good will the goal wants and on whom the move presses. A goal's own opponents are not wooed by it. */
function wooed(press: Move, goal: Goal, dossier: Dossier): readonly Id[] {
  return common(press.target, goal.target).filter((id) => id !== dossier.us && !goal.against?.includes(id));
}

function courtMoves(press: Move, dossier: Dossier): readonly Move[] {
  const { moves } = dossier.plan;
  if (moves.size > 0 && !moves.has(press.id)) return [];
  return dossier.brief.moves.filter(
    (move) =>
      move.kind === "court" &&
      dossier.isOurs(move) &&
      (moves.size === 0 || moves.has(move.id)) &&
      common(press.target, move.target).length > 0,
  );
}

function onItems(press: Move, dossier: Dossier): string {
  const items = (press.issues ?? []).map((id) => dossier.item(id)).filter((item): item is Issue => item !== undefined);
  return items.length === 0 ? "" : ` on ${list(items.map(({ id }) => dossier.say(id)))}`;
}
