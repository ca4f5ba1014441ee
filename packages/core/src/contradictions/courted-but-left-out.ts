import type { Check } from "./check.ts";
import { askOf } from "./worth-to-us.ts";

/** [C7] A party to be won over has no seat in a forum that we want to go on and it does not. */
export const courtedButLeftOut: Check = {
  rule: "C7",
  find: (dossier) =>
    dossier.items.flatMap((item) => {
      const forum = dossier.forum(item.institution);
      const position = dossier.ourPosition(item);
      const ask = position && askOf(item, position);
      if (!forum || !position || ask === undefined) return [];
      const seated = dossier.membersOf(forum);
      const relations = dossier.brief.goals.filter(({ kind }) => kind === "relation");
      const parties = new Set(relations.flatMap(({ target }) => target ?? []).filter((id) => !seated.includes(id)));
      return [...parties].flatMap((party) => {
        const theirs = item.positions.find((each) => each.party === party);
        const wooing = relations.find(({ target }) => target?.includes(party));
        if (!theirs || !wooing) return [];
        const wish = askOf(item, theirs);
        if (wish === ask) return [];
        return [
          {
            code: "courted-but-left-out",
            severity: "tension" as const,
            paths: [wooing.path, theirs.path] as const,
            message: `${dossier.say(wooing.id)} wants the good will of ${dossier.say(party)}, which has no seat in ${dossier.say(forum.id)}${wish === undefined ? "; what it wants" : " and does not want what we ask"} on ${dossier.say(item.id)}${wish === undefined ? " is not known" : ""}.`,
            why: "To strengthen a table at which they do not sit costs with them: offer a seat, a hearing, or something elsewhere.",
          },
        ];
      });
    }),
};
