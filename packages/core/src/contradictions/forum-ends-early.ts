import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { isBefore } from "./time.ts";

/** [C19] A forum that is over before its item is due, or before the item can come to it for confirmation. */
export const forumEndsEarly: Check = {
  rule: "C19",
  find: (dossier) =>
    dossier.items.flatMap((item): Contradiction[] => {
      const forum = dossier.forumOf(item);
      const end = forum?.dates?.to;
      const early =
        forum && end !== undefined && item.due?.to !== undefined && end < item.due.to
          ? [
              {
                code: "forum-ends-before-due",
                severity: "tension" as const,
                paths: [`${item.path}/due`, forum.path] as const,
                message: `${dossier.say(item.id)} is due by ${item.due.text}, and ${dossier.say(forum.id)} is over on ${end}.`,
                why: "The last days have no table: settle it earlier, or say where it goes afterwards.",
              },
            ]
          : [];
      const confirming = (item.inherited.confirmedIn ?? []).flatMap((id) => dossier.forum(id) ?? []);
      const tooSoon = confirming.filter((each) => each !== forum && isBefore(each.dates, forum?.dates));
      return [
        ...early,
        ...tooSoon.map((each) => ({
          code: "confirmed-too-soon",
          severity: "contradiction" as const,
          paths: [item.path, each.path] as const,
          message: `${dossier.say(item.id)} must be confirmed in ${dossier.say(each.id)}, which is over before ${forum ? dossier.say(forum.id) : "its forum"} begins.`,
          why: "What is settled there comes too late for confirmation: another session, or another order.",
        })),
      ];
    }),
};
