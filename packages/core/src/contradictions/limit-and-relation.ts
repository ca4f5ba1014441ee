import type { Goal, Id, Issue } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { common, type Dossier, sayOption } from "./dossier.ts";
import { askOf } from "./worth-to-us.ts";

/**
 * [C5] A party is to be won over (relation) on an item that a limit binds, while it has a red line there or its
 * consent is needed. A contradiction where its red line is on what the limit, its basis or our ask stands for.
 */
export const limitAndRelation: Check = {
  rule: "C5",
  find: (dossier) =>
    pairs(dossier).flatMap(({ limit, relation, item }) =>
      (relation.target ?? []).flatMap((party) => between(limit, relation, item, party, dossier)),
    ),
};

interface Pair {
  readonly limit: Goal;
  readonly relation: Goal;
  readonly item: Issue;
}
function pairs(dossier: Dossier): readonly Pair[] {
  const { goals } = dossier.brief;
  const relations = goals.filter(({ kind }) => kind === "relation");
  return goals
    .filter(({ kind }) => kind === "limit")
    .flatMap((limit) =>
      relations.flatMap((relation) =>
        common(limit.issues, relation.issues)
          .map((id) => dossier.item(id))
          .flatMap((item) => (item ? [{ limit, relation, item }] : [])),
      ),
    );
}

function between(limit: Goal, relation: Goal, item: Issue, party: Id, dossier: Dossier): readonly Contradiction[] {
  if (party === dossier.us) return [];
  const lines = item.positions.find((position) => position.party === party)?.redLines ?? [];
  const ours = dossier.ourPosition(item);
  const bases = [...(limit.basis ?? []), ...(item.inherited.basis ?? [])];
  const supported = [...bases.map(({ supports }) => supports), ours && askOf(item, ours)].filter(
    (id) => id !== undefined,
  );
  const crossed = lines.find(({ option }) => supported.includes(option));
  const needed = neededConsents(item, dossier).includes(party);
  if (!crossed && !needed && lines.length === 0) return [];
  const name = dossier.say(party);
  const because = crossed
    ? `${name} never accepts ${sayOption(item, crossed.option)} there`
    : lines[0]
      ? `${name} never accepts ${sayOption(item, lines[0].option)} there`
      : `nothing is settled there without ${name}`;
  return [
    {
      code: "limit-and-relation",
      severity: crossed ? "contradiction" : "tension",
      paths: [limit.path, relation.path],
      message: `${dossier.say(limit.id)} binds us on ${dossier.say(item.id)}, where ${dossier.say(relation.id)} is to win over ${name}; but ${because}.`,
      why: "The more of the one, the less of the other: say how far the limit may be stretched for their sake, or woo them on another item.",
    },
  ];
}

/** Parties without whose consent an item cannot be settled where it is to be settled, as far as the brief says so expressly. */
export function neededConsents(item: Issue, dossier: Dossier): readonly Id[] {
  const forum = dossier.forumOf(item);
  const needs =
    forum?.competence?.filter(({ issue }) => issue === item.id).flatMap(({ needs: parties }) => parties ?? []) ?? [];
  return [...new Set([...needs.filter((id) => dossier.party(id) !== undefined), ...(forum?.decisionRule?.veto ?? [])])];
}
