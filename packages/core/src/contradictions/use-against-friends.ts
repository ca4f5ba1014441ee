import type { Goal } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { common, type Dossier, list } from "./dossier.ts";
import { overlap, timeOfGoal } from "./time.ts";

/** [C6] A goal uses one party against others whose good will, calm or promise another goal wants. */
export const useAgainstFriends: Check = {
  rule: "C6",
  find: (dossier) =>
    dossier.brief.goals
      .filter(({ against }) => against !== undefined)
      .flatMap((goal) => dossier.brief.goals.flatMap((other) => (other === goal ? [] : between(goal, other, dossier)))),
};

function between(goal: Goal, other: Goal, dossier: Dossier): readonly Contradiction[] {
  if (other.kind !== "relation" && other.kind !== "promise" && other.kind !== "avoid") return [];
  const both = common(goal.against, other.target).filter((id) => id !== dossier.us);
  if (both.length === 0 || !overlap(timeOfGoal(goal, dossier), timeOfGoal(other, dossier))) return [];
  const sameItem = common(goal.issues, other.issues).length > 0;
  return [
    {
      code: "use-against-friends",
      severity: sameItem ? "contradiction" : "tension",
      paths: [goal.path, other.path],
      message: `${dossier.say(goal.id)} turns against ${list(both.map((id) => dossier.say(id)))}, on whom ${dossier.say(other.id)} depends.`,
      why: "A wedge is felt by those it is driven at. Say on which items it may be used, and which relation goes first where they meet.",
    },
  ];
}
