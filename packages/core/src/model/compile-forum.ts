/** Forums: members, rule, competence, gatekeepers, dates. */
import type { DecisionRule, Forum, Id } from "../brief/brief.ts";
import { compileOptional } from "./compile-condition.ts";
import { chanceDistribution } from "./distributions.ts";
import type { ModelForum, VotingRule } from "./model.ts";
import { itemsNamed, type Names, namesOfParties, onlyForum } from "./names.ts";

/** The brief's forums, or the one of all principals by consensus that stands where it names none. */
export function forumsOf(names: Names): readonly Forum[] {
  if (names.brief.forums.length > 0) return names.brief.forums;
  names.inputs.noteDefault("forums", "forum", "one of all principals, by consensus");
  return [{ id: onlyForum, path: "forums", name: "The conference" }];
}

export function membersOf(names: Names, forum: Forum): number[] {
  if (forum.members !== undefined) return namesOfParties(names, forum.members);
  return names.brief.parties.flatMap((party, index) => ((party.role ?? "principal") === "principal" ? [index] : []));
}

export function compileForum(names: Names, forum: Forum): ModelForum {
  const { inputs } = names;
  const members = membersOf(names, forum);
  const rule = compileRule(names, forum.decisionRule ?? { kind: "consensus" }, members);
  const breakdown = forum.breakdown;
  const title = forum.name ?? forum.id;
  return {
    id: forum.id,
    members,
    rule,
    consensus:
      (forum.decisionRule ?? { kind: "consensus" }).kind === "consensus" && forum.decisionRule?.and === undefined,
    gatekeepers:
      forum.gatekeepers === "nobody"
        ? []
        : forum.gatekeepers === undefined
          ? members
          : namesOfParties(names, forum.gatekeepers),
    breakdown: inputs.add({
      kind: "breakdown",
      id: forum.id,
      group: "admission",
      distribution:
        breakdown === undefined ? { kind: "exact", value: 0 } : chanceDistribution(breakdown.value, names.yardstick),
      path: breakdown?.path ?? forum.path,
      what: `chance that ${title} breaks down`,
      unknown: breakdown?.value.kind === "unknown",
      given: breakdown !== undefined,
    }),
    breakdownLuck: inputs.luck("breakdown", forum.id, forum.path),
    competence: competenceOf(names, forum, title),
    adopted: forum.adopted === undefined ? undefined : new Set(forum.adopted.flatMap((id) => itemsNamed(names, id))),
    endsIf: compileOptional(names, forum.endsIf),
    from: forum.dates?.from ?? "",
    to: forum.dates?.to ?? forum.dates?.from ?? "",
  };
}

function competenceOf(names: Names, forum: Forum, title: string): ModelForum["competence"] {
  if (forum.competence === undefined) return undefined;
  const entries = forum.competence.flatMap((entry) =>
    itemsNamed(names, entry.issue).map((item) => {
      const id = `${forum.id} ${entry.issue}`;
      const chance = names.inputs.add({
        kind: "competence",
        id,
        group: "admission",
        distribution:
          entry.chance === undefined
            ? { kind: "exact", value: 100 }
            : chanceDistribution(entry.chance.value, names.yardstick),
        path: entry.chance?.path ?? entry.path,
        what: `chance that ${title} can settle ${names.issues[item]!.name ?? entry.issue}`,
        unknown: entry.chance?.value.kind === "unknown",
        given: entry.chance !== undefined,
      });
      return [
        item,
        { chance, luck: names.inputs.luck("competence", id, entry.path), needs: consenting(names, entry.needs ?? []) },
      ] as const;
    }),
  );
  return new Map(entries);
}

/** Parties whose consent it takes; a forum named stands for its members. */
function consenting(names: Names, ids: readonly Id[]): number[] {
  const parties = ids.flatMap((id) => {
    const forum = names.brief.forums.find((f) => f.id === id);
    return forum === undefined ? namesOfParties(names, [id]) : membersOf(names, forum);
  });
  return [...new Set(parties)];
}

function compileRule(names: Names, rule: DecisionRule, members: readonly number[]): VotingRule {
  const weights = members.map(
    (party) => rule.weights?.[names.brief.parties[party]!.id] ?? (rule.weights === undefined ? 1 : 0),
  );
  const total = weights.reduce((sum, w) => sum + w, 0);
  const vetoes = namesOfParties(names, rule.veto ?? [])
    .map((party) => members.indexOf(party))
    .filter((k) => k >= 0);
  const and = rule.and === undefined ? undefined : compileRule(names, rule.and, members);
  switch (rule.kind) {
    case "consensus":
      return { weights: members.map(() => 1), quota: members.length, strict: false, vetoes, and };
    case "majority":
      return { weights, quota: total / 2, strict: true, vetoes, and };
    case "share":
      return { weights, quota: rule.atLeast! * total, strict: false, vetoes, and };
    case "count":
      return { weights, quota: rule.atLeast!, strict: false, vetoes, and };
  }
}

/** Forums in the order in which they settle: by their last day, undated ones last, else as listed. */
export function settlingOrder(forums: readonly ModelForum[]): number[] {
  const day = (forum: ModelForum) => (forum.to === "" ? (forum.from === "" ? "9999" : forum.from) : forum.to);
  return forums
    .map((_, index) => index)
    .sort((a, b) => (day(forums[a]!) < day(forums[b]!) ? -1 : day(forums[a]!) > day(forums[b]!) ? 1 : a - b));
}
