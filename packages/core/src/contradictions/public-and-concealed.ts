import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { concealedThings } from "./concealment.ts";
import { common, list } from "./dossier.ts";

/** [C16] A move of ours that shows what we conceal: it is public, or it reveals the item to those from whom we hide it. */
export const publicAndConcealed: Check = {
  rule: "C16",
  find: (dossier) =>
    concealedThings(dossier).flatMap(({ item, from, what, path }) =>
      dossier.brief.moves
        .filter((move) => dossier.isOurs(move) && move.kind !== "conceal" && move.path !== path)
        .flatMap((move): Contradiction[] => {
          const open = (move.public === true || move.kind === "publicise") && move.issues?.includes(item.id) === true;
          const shown = (move.reveals ?? []).filter(
            (each) => each.issue === item.id && each.what.some((one) => what.includes(one)),
          );
          const seers = shown.flatMap((each) => each.to ?? move.target ?? []);
          const told = from === undefined ? seers : common(seers, from);
          if (!open && told.length === 0) return [];
          const how = open ? "in public" : `to ${list([...new Set(told)].map((id) => dossier.say(id)))}`;
          return [
            {
              code: "public-and-concealed",
              severity: "contradiction",
              paths: [move.path, path],
              message: `The move ${dossier.say(move.id)} shows ${how} what we want on ${dossier.say(item.id)}, which we conceal.`,
              why: "Who sees the one no longer believes the other: keep the move off this item, or give up hiding it and be paid for that.",
            },
          ];
        }),
    ),
};
