import type { Issue } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import { highestPercent } from "./chance-ends.ts";
import type { Check } from "./check.ts";
import { type Dossier, nameOf } from "./dossier.ts";

/** [C12] An item of ours that nobody admits: its chance of admission is nil, or the adopted agenda does not have it. */
export const notAdmitted: Check = {
  rule: "C12",
  find: (dossier) => dossier.ours.flatMap((item) => [...noChance(item, dossier), ...notAdopted(item, dossier)]),
};

function noChance(item: Issue, dossier: Dossier): readonly Contradiction[] {
  const { admission } = item.inherited;
  if (admission === undefined || highestPercent(admission.value) !== 0) return [];
  return [
    {
      code: "never-admitted",
      severity: "contradiction",
      paths: [item.path, admission.path],
      message: `${dossier.say(item.id)} is on our agenda, and its chance of being admitted is put at nil.`,
      why: "Strike it, take it to another forum, or bring it in under another item.",
    },
  ];
}

function notAdopted(item: Issue, dossier: Dossier): readonly Contradiction[] {
  const forum = dossier.forumOf(item);
  if (!forum?.adopted || item.inherited.carried !== undefined) return [];
  const ids = [item.id, item.id.split("/")[0], ...item.under];
  const adopted = forum.adopted.map((text) => text.toLowerCase());
  if ([...ids, nameOf(item)].some((name) => name !== undefined && adopted.includes(name.toLowerCase()))) return [];
  return [
    {
      code: "not-on-adopted-agenda",
      severity: "contradiction",
      paths: [item.path, `${forum.path}/adopted`],
      message: `${dossier.say(item.id)} is on our agenda, and the agenda that ${dossier.say(forum.id)} adopted does not have it.`,
      why: "It can still be carried in under an item that was adopted (`carried`), or raised elsewhere.",
    },
  ];
}
