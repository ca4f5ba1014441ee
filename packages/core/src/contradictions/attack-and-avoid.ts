import type { Goal, Id, Issue, Move } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { common, type Dossier, list } from "./dossier.ts";
import { daysBetween, overlap, timeOfGoal, timeOfItem, timeOfMove } from "./time.ts";

/** A quarrel is remembered for about a season. */
const SEASON_DAYS = 92;

/**
 * [C3] Conflict is sought with a party (a planned press or publicise, or an item whose posture is attack) with whom a
 * goal avoids it: a contradiction where the times overlap, a tension where the attack comes less than a season before.
 */
export const attackAndAvoid: Check = {
  rule: "C3",
  find: (dossier) =>
    dossier.brief.goals
      .filter(({ kind }) => kind === "avoid")
      .flatMap((goal) =>
        dossier.items.flatMap((item) => attackOn(item, goal, dossier)).concat(attacksWithoutItem(goal, dossier)),
      ),
};

function isAttack(move: Move, dossier: Dossier): boolean {
  return (move.kind === "press" || move.kind === "publicise") && dossier.isOurs(move) && dossier.isPlanned(move);
}

function attackOn(item: Issue, goal: Goal, dossier: Dossier): readonly Contradiction[] {
  const moves = dossier.brief.moves.filter((move) => isAttack(move, dossier) && move.issues?.includes(item.id));
  const hits = moves.flatMap((move) =>
    finding(
      move,
      movePart(move, item, dossier),
      common(targetsOf(move, dossier), avoided(goal, dossier)),
      goal,
      dossier,
    ),
  );
  const [first] = [...hits].sort(
    (a, b) => Number(a.severity !== "contradiction") - Number(b.severity !== "contradiction"),
  );
  if (first) return [first];
  if (item.inherited.posture !== "attack") return [];
  const against = common(
    dossier.membersOf(dossier.forumOf(item)).filter((id) => id !== dossier.us),
    avoided(goal, dossier),
  );
  return finding(
    { path: `${item.path}/posture` },
    `Our posture on ${dossier.say(item.id)} is attack`,
    against,
    goal,
    dossier,
    timeOfItem(item, dossier),
  );
}

function attacksWithoutItem(goal: Goal, dossier: Dossier): readonly Contradiction[] {
  const moves = dossier.brief.moves.filter((move) => isAttack(move, dossier) && move.issues === undefined);
  return moves.flatMap((move) =>
    finding(
      move,
      `The move ${dossier.say(move.id)} attacks`,
      common(targetsOf(move, dossier), avoided(goal, dossier)),
      goal,
      dossier,
    ),
  );
}

function movePart(move: Move, item: Issue, dossier: Dossier): string {
  const posture = item.inherited.posture === "attack" ? ", where our posture is attack," : "";
  return `The move ${dossier.say(move.id)} brings pressure on ${dossier.say(item.id)}${posture}`;
}

function targetsOf(move: Move, dossier: Dossier): readonly Id[] {
  return move.target ?? dossier.membersOf(dossier.forum(move.forum)).filter((id) => id !== dossier.us);
}
function avoided(goal: Goal, dossier: Dossier): readonly Id[] {
  return goal.target ?? dossier.brief.parties.map(({ id }) => id).filter((id) => id !== dossier.us);
}

function finding(
  attack: Move | { readonly path: string },
  words: string,
  against: readonly Id[],
  goal: Goal,
  dossier: Dossier,
  itemTime = "kind" in attack ? timeOfMove(attack, dossier) : undefined,
): readonly Contradiction[] {
  if (against.length === 0) return [];
  const goalTime = timeOfGoal(goal, dossier);
  const days = daysBetween(itemTime, goalTime) ?? Number.POSITIVE_INFINITY;
  const together = overlap(itemTime, goalTime);
  if (!together && (days < 0 || days > SEASON_DAYS)) return [];
  const when = together ? "at the same time" : `${days} days later`;
  return [
    {
      code: "attack-and-avoid",
      severity: together ? "contradiction" : "tension",
      paths: [attack.path, goal.path],
      message: `${words} against ${list(against.map((id) => dossier.say(id)))}, and ${when} we want ${dossier.say(goal.id)} with them.`,
      why: "Who is attacked here will not be calm there. Choose which of the two is worth more, put time between them, or attack through somebody else.",
    },
  ];
}
