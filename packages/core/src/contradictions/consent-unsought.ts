import type { Check } from "./check.ts";
import { neededConsents } from "./limit-and-relation.ts";

/** [C20] An item needs the consent of a party, and no planned move of ours is aimed at it there. */
export const consentUnsought: Check = {
  rule: "C20",
  find: (dossier) =>
    dossier.ours.flatMap((item) => {
      const forum = dossier.forumOf(item);
      const needs = forum?.competence?.find(({ issue }) => issue === item.id);
      const parties = neededConsents(item, dossier).filter((id) => id !== dossier.us && needs?.needs?.includes(id));
      return parties.flatMap((party) => {
        const sought = dossier.brief.moves.some(
          (move) =>
            dossier.isOurs(move) &&
            dossier.isPlanned(move) &&
            move.target?.includes(party) &&
            move.issues?.includes(item.id),
        );
        if (sought || !needs) return [];
        return [
          {
            code: "consent-unsought",
            severity: "gap" as const,
            paths: [item.path, needs.path] as const,
            message: `${dossier.say(item.id)} takes the consent of ${dossier.say(party)}, and no move of the plan seeks it.`,
            why: "Consent precedes the table: add a move that courts, probes or offers, or say why it will come by itself.",
          },
        ];
      });
    }),
};
