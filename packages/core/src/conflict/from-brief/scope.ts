/** Which items, before which forum, and who is needed there: the frame of a conflict derived from a brief ([D1], [D2]). */
import type { Brief, Id } from "../../brief/brief.ts";
import type { Item, Model, ModelForum } from "../../model/model.ts";
import { isWinning } from "../../settle/voting.ts";
import { failOnce, listShort, type Result, succeed } from "../problem.ts";

export interface Scope {
  readonly items: readonly number[];
  readonly forum: ModelForum;
  /** Parties by index: members whose vote can decide, and others whose consent it takes; in the order of the brief. */
  readonly needed: readonly number[];
  /** Members whose vote decides nothing. */
  readonly idle: readonly number[];
  /** Smallest sets of needed parties that together settle. */
  readonly coalitions: readonly (readonly number[])[];
}

/** Subsets of more members than this are not gone through; all of them then count as needed, by consensus only. */
const MOST_MEMBERS = 20;

export function scopeOf(brief: Brief, model: Model, ids: readonly Id[]): Result<Scope> {
  const wanted = ids.flatMap((id) => {
    const link = brief.links.find((each) => each.id === id);
    return link?.kind === "bundle" ? link.issues : [id];
  });
  const items: number[] = [];
  for (const id of wanted) {
    const index = model.items.findIndex((item) => item.id === id);
    if (index < 0) {
      const instances = model.items.filter((item) => item.instanceOf === id).map((item) => item.id);
      const hint =
        instances.length > 0
          ? `It stands for ${listShort(instances)}: name one of them.`
          : `Issues are ${listShort(model.items.map((item) => item.id))}; bundles ${listShort(brief.links.filter((link) => link.kind === "bundle").map((link) => link.id)) || "none"}.`;
      return failOnce(
        "conflict-brief-issue",
        ["issue"],
        `The brief has no issue or bundle "${id}" with options to settle.`,
        hint,
      );
    }
    if (!items.includes(index)) items.push(index);
  }
  const forums = new Set(items.map((index) => model.items[index]!.forum));
  if (forums.size !== 1) {
    return failOnce(
      "conflict-brief-issue",
      ["agenda"],
      `${wanted.join(" and ")} are not before the same forum.`,
      "Analyse them one by one, or give them one forum.",
    );
  }
  const forum = model.forums[[...forums][0]!]!;
  return withCoalitions(model, items, forum);
}

function withCoalitions(model: Model, items: readonly number[], forum: ModelForum): Result<Scope> {
  const consents = items
    .flatMap((item) => forum.competence?.get(item)?.needs ?? [])
    .filter((party) => !forum.members.includes(party));
  const always = [...new Set(consents)];
  const { members } = forum;
  let winning: (readonly number[])[];
  if (forum.consensus) winning = [members];
  else if (members.length > MOST_MEMBERS) {
    return failOnce(
      "conflict-brief-members",
      ["forums", forum.id],
      `${forum.id} has ${members.length} members; winning coalitions are gone through for up to ${MOST_MEMBERS}.`,
      "Put members who vote together into a bloc, or analyse the main parties only.",
    );
  } else winning = smallestWinning(forum);
  const coalitions = winning.map((coalition) => inOrder([...coalition, ...always]));
  const needed = inOrder(coalitions.flat());
  const idle = members.filter((party) => !needed.includes(party));
  const missing = needed.filter((party) => items.some((item) => (model.items[item] as Item).seatOf[party]! < 0));
  if (missing.length > 0) {
    return failOnce(
      "conflict-brief-members",
      ["agenda"],
      `${listShort(missing.map((party) => model.parties[party]!.id))} must agree, but the brief does not say what it wants.`,
      "Give it a position on every issue analysed.",
    );
  }
  if (needed.length < 2) {
    return failOnce(
      "conflict-brief-members",
      ["forums", forum.id],
      `Only ${needed.length === 1 ? model.parties[needed[0]!]!.id : "nobody"} is needed to settle this in ${forum.id}: there is no conflict to analyse.`,
    );
  }
  return succeed({ items, forum, needed, idle, coalitions });
}

function inOrder(parties: readonly number[]): readonly number[] {
  return [...new Set(parties)].sort((a, b) => a - b);
}

function smallestWinning(forum: ModelForum): (readonly number[])[] {
  const { members, rule } = forum;
  const accepts = new Uint8Array(members.length);
  const wins = (mask: number): boolean => {
    for (let k = 0; k < members.length; k++) accepts[k] = (mask >> k) & 1;
    return isWinning(rule, accepts);
  };
  const found: (readonly number[])[] = [];
  for (let mask = 1; mask < 1 << members.length; mask++) {
    if (!wins(mask)) continue;
    const least = members.every((_, k) => ((mask >> k) & 1) === 0 || !wins(mask & ~(1 << k)));
    if (least) found.push(members.filter((_, k) => ((mask >> k) & 1) === 1));
  }
  return found;
}
