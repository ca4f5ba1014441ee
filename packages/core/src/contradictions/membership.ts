import type { Id, Issue, Option } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { common, type Dossier, list, sayOption } from "./dossier.ts";
import { neededConsents } from "./limit-and-relation.ts";

/**
 * [C11] A proposal that lists who takes part and leaves out a party whose consent it needs, or us who ask for it, or one
 * of a bloc of which it takes in the rest.
 */
export const membership: Check = {
  rule: "C11",
  find: (dossier) =>
    dossier.items.flatMap((item) =>
      item.options.flatMap((option) => {
        const { members } = option;
        if (members === undefined) return [];
        return [...leavesOutNeeded(item, option, members, dossier), ...splitsBloc(item, option, members, dossier)];
      }),
    ),
};

function leavesOutNeeded(
  item: Issue,
  option: Option,
  members: readonly Id[],
  dossier: Dossier,
): readonly Contradiction[] {
  const forum = dossier.forumOf(item);
  const kind = forum?.decisionRule?.kind ?? "consensus";
  const deciders = kind === "consensus" ? dossier.membersOf(forum) : [];
  const needed = [...new Set([...deciders, ...neededConsents(item, dossier)])];
  const missing = needed.filter((id) => !members.includes(id));
  if (missing.length === 0) return [];
  const names = list(missing.map((id) => dossier.say(id)));
  const position = dossier.ourPosition(item);
  const asked =
    position !== undefined &&
    [position.ask, ...(position.fallbacks ?? []).map((rung) => rung.option)].includes(option.id);
  const withoutUs = asked && dossier.us !== undefined && missing.includes(dossier.us);
  return [
    {
      code: withoutUs ? "membership-without-us" : "membership-omits-needed",
      severity: withoutUs ? "contradiction" : "tension",
      paths: [`${option.path}/members`, withoutUs ? position.path : (forum?.path ?? item.path)],
      message: withoutUs
        ? `We ask for ${sayOption(item, option.id)} on ${dossier.say(item.id)}, and the parties it lists leave us out.`
        : `${sayOption(item, option.id)} lists who takes part and leaves out ${names}, without whom ${forum ? dossier.say(forum.id) : "the table"} settles nothing.`,
      why: withoutUs
        ? "Look at the list: a proposal of ours in which we have no part is an oversight, or needs a reason."
        : "They are asked to agree to what they have no part in: expect the demand for a seat, and use it if it is ours.",
    },
  ];
}

/** Blocs with a stake in the item: of them most are in, and some are not. */
function splitsBloc(item: Issue, option: Option, members: readonly Id[], dossier: Dossier): readonly Contradiction[] {
  const blocs = dossier.brief.blocs.filter((bloc) => item.positions.some(({ fromBloc }) => fromBloc === bloc.id));
  return blocs.flatMap((bloc) => {
    const inside = common(bloc.members, members);
    const outside = bloc.members.filter((id) => !members.includes(id));
    if (outside.length === 0 || inside.length <= outside.length) return [];
    return [
      {
        code: "membership-splits-bloc",
        severity: "gap" as const,
        paths: [`${option.path}/members`, bloc.path] as const,
        message: `${sayOption(item, option.id)} takes in ${list(inside.map((id) => dossier.say(id)))} of ${dossier.say(bloc.id)} and not ${list(outside.map((id) => dossier.say(id)))}.`,
        why: "It may be meant, or forgotten by whoever drew up the list: ask, before others do.",
      },
    ];
  });
}
