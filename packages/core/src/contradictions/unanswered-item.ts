import type { Check } from "./check.ts";
import { list } from "./dossier.ts";

/** [C18] What others will table and the brief does not answer. (A brief without such a list is the reader's to report: only it can tell a missing list from an empty one.) */
export const unansweredItem: Check = {
  rule: "C18",
  find: (dossier) =>
    dossier.othersItems
      .filter(({ answer }) => answer === undefined || answer === "unknown")
      .map((item) => ({
        code: "unanswered-item",
        severity: "gap",
        paths: [item.path],
        message: `${item.by ? list(item.by.map((id) => dossier.say(id))) : "The others"} will table ${dossier.say(item.id)}, and the brief has no answer to it.`,
        why: "Decide beforehand: accept, refuse, trade or put off (`answer`).",
      })),
};
