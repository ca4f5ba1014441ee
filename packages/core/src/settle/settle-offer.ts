/** An offer across issues: a package put beside what the items came out at by themselves (MODEL.md §4.3). */
import type { ModelOffer } from "../model/model.ts";
import { why } from "../model/state.ts";
import { memberMeans } from "./means.ts";
import { nextPackage, type Weigh } from "./settle-bundle.ts";
import { needsOf, residualOf, type Setting } from "./settle-item.ts";
import { type Table, tolerance } from "./table.ts";
import { isWinning } from "./voting.ts";

/** How the items stand after separate settlement, by index. */
export interface Separate {
  readonly result: Int16Array;
  readonly ended: Uint8Array;
}
export interface OfferVerdict {
  /** The items are before this forum, so that it can be answered. */
  open: boolean;
  accepted: boolean;
  /** Members and needed parties (by index) who decline the package nearest to the means. */
  declines: number[];
  /** The package that replaces the separate result, in the order of `items`. */
  readonly items: readonly number[];
  pick: readonly number[];
}

/**
 * Answers an offer that has been made. Among the packages that give what it asks, the one that every needed member and we
 * take, nearest (weighted L1) to the shifted means, replaces the separate result. `premiums` are the rises of the
 * counterparts' reservations by party, points of their whole agenda. Adds a package and removes none.
 */
export function answerOffer(
  setting: Setting,
  offer: ModelOffer,
  forumIndex: number,
  tables: readonly Table[],
  separate: Separate,
  weigh: Weigh,
  better: (item: number, option: number, than: number) => boolean,
  premiums: Float64Array,
): OfferVerdict {
  const forum = setting.model.forums[forumIndex]!;
  const items = [...offer.gives.map((g) => g.item), ...offer.wants.map((w) => w.item)];
  const verdict: OfferVerdict = { open: true, accepted: false, declines: [], items, pick: [] };
  const choices = [
    ...offer.gives.map((g) => [g.option]),
    ...offer.wants.map((w) => {
      const all = tables[w.item]!.item.options.map((_, o) => o);
      return all.filter((o) => o === w.option || (w.orBetter && better(w.item, o, w.option)));
    }),
  ];
  const needs = [...new Set(items.flatMap((item) => needsOf(forum, item)))];
  const places = items.map((item) => {
    const table = tables[item]!;
    const weight = memberMeans(table, forum) || 1;
    return (o: number) =>
      table.item.ordered
        ? weight * Math.abs(table.at[o]! - table.mean[0]! - residualOf(setting, table.item, forumIndex, 0))
        : weight * (100 - table.mean[o]!);
  });
  const pick = choices.map(() => 0);
  const sizes = choices.map((list) => list.length);
  let least = Number.POSITIVE_INFINITY;
  let nearest = Number.POSITIVE_INFINITY;
  do {
    const options = pick.map((k, i) => choices[i]![k]!);
    const away = options.reduce((sum, o, i) => sum + places[i]!(o), 0);
    const takes = (party: number) =>
      takesPackage(party, party === setting.model.us, items, options, tables, separate, weigh, premiums[party]!);
    forum.members.forEach((party, k) => {
      setting.ballot.accepts[k] = takes(party) ? 1 : 0;
    });
    const lacking = needs.filter((party) => !takes(party));
    const weAgree = setting.model.us < 0 || takes(setting.model.us);
    const wins = weAgree && lacking.length === 0 && isWinning(forum.rule, setting.ballot.accepts);
    if (wins && away < least - tolerance) {
      least = away;
      verdict.accepted = true;
      verdict.pick = options;
    } else if (!verdict.accepted && away < nearest - tolerance) {
      nearest = away;
      verdict.declines = [...forum.members.filter((_, k) => setting.ballot.accepts[k] !== 1), ...lacking];
    }
  } while (nextPackage(pick, sizes));
  if (verdict.accepted) verdict.declines = [];
  return verdict;
}

function takesPackage(
  party: number,
  isUs: boolean,
  items: readonly number[],
  options: readonly number[],
  tables: readonly Table[],
  separate: Separate,
  weigh: Weigh,
  premium: number,
): boolean {
  let gain = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const table = tables[item]!;
    const seat = table.item.seatOf[party]!;
    const n = table.item.options.length;
    if (table.red[seat * n + options[i]!] === 1) return false;
    const result = separate.result[item]!;
    let stands = result >= 0 ? table.value[seat * n + result]! : table.otherwise[seat]!;
    if (!isUs && separate.ended[item] === why.refused) stands = table.otherwise[seat]! - table.cost[seat]!;
    gain += weigh(item, seat) * (table.value[seat * n + options[i]!]! - stands);
  }
  return gain >= (isUs ? 0 : premium) - tolerance;
}
