import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { sayOption } from "./dossier.ts";
import { endsOf, isBetter, optionAt, worthToUs } from "./worth-to-us.ts";

/** [C21] An offer of ours whose price is below our own bottom line. */
export const offerBelowBottomLine: Check = {
  rule: "C21",
  find: (dossier) =>
    dossier.brief.links.flatMap((link) => {
      if (link.kind !== "offer" || (link.by ?? dossier.us) !== dossier.us) return [];
      return Object.entries(link.offer).flatMap(([id, option]): Contradiction[] => {
        const item = dossier.item(id);
        const position = item && dossier.ourPosition(item);
        const bottom = position?.bottomLine?.value;
        if (!item || !position || !bottom) return [];
        const given = worthToUs(item, position, option);
        const named = optionAt(item, bottom);
        const limits = named === undefined ? (endsOf(item, bottom) ?? []) : [named];
        if (limits.length === 0 || !limits.every((limit) => isBetter(worthToUs(item, position, limit), given)))
          return [];
        return [
          {
            code: "offer-below-bottom-line",
            severity: "contradiction",
            paths: [`${link.path}/offer`, `${position.path}/bottom line`],
            message: `The offer ${dossier.say(link.id)} gives ${sayOption(item, option)} on ${dossier.say(item.id)}, which is less than our bottom line there.`,
            why: "If the return is worth it, the bottom line holds only for that item alone: say so, or offer less.",
          },
        ];
      });
    }),
};
