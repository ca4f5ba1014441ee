import type { Forum, Issue, Path } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import { highestPercent } from "./chance-ends.ts";
import type { Check } from "./check.ts";
import type { Dossier } from "./dossier.ts";

/** [C13] An item before a forum that cannot settle it: where we want it settled, where it must be confirmed, or where it lies and nothing moves it. */
export const noCompetence: Check = {
  rule: "C13",
  find: (dossier) =>
    dossier.ours.flatMap((item) => {
      const forum = dossier.forumOf(item);
      const confirming = (item.inherited.confirmedIn ?? []).flatMap((id) => dossier.forum(id) ?? []);
      return [
        ...(forum ? outside(item, forum, "is to be settled in", dossier) : []),
        ...confirming.flatMap((each) => outside(item, each, "must be confirmed in", dossier)),
        ...stuck(item, dossier),
      ];
    }),
};

function competenceOf(item: Issue, forum: Forum): { readonly can: boolean; readonly path: Path } {
  if (forum.competence === undefined) return { can: true, path: forum.path };
  const given = forum.competence.find(({ issue }) => issue === item.id);
  if (given === undefined) return { can: false, path: `${forum.path}/competence` };
  return { can: given.chance === undefined || highestPercent(given.chance.value) > 0, path: given.path };
}

function outside(item: Issue, forum: Forum, verb: string, dossier: Dossier): readonly Contradiction[] {
  const { can, path } = competenceOf(item, forum);
  if (can) return [];
  return [
    {
      code: "forum-without-competence",
      severity: "contradiction",
      paths: [item.path, path],
      message: `${dossier.say(item.id)} ${verb} ${dossier.say(forum.id)}, which cannot settle it.`,
      why: "Take it to a forum that can, or correct what that forum is competent for.",
    },
  ];
}

function stuck(item: Issue, dossier: Dossier): readonly Contradiction[] {
  const before = dossier.forum(item.inherited.nowBefore);
  if (!before || before === dossier.forumOf(item)) return [];
  const moved = dossier.brief.moves.some(
    (move) =>
      move.kind === "escalate" && dossier.isOurs(move) && dossier.isPlanned(move) && move.issues?.includes(item.id),
  );
  if (moved) return [];
  return [
    {
      code: "nothing-moves-it",
      severity: "gap",
      paths: [item.path, before.path],
      message: `${dossier.say(item.id)} lies before ${dossier.say(before.id)} and is to be settled elsewhere, and no step of the plan takes it there.`,
      why: "Add a move that escalates it, or leave it where it is.",
    },
  ];
}
