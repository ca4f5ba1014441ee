/** Joint settlement of a bundle: its items are settled together or not at all (MODEL.md §4.3). */
import { why } from "../model/state.ts";
import type { Ballot } from "./acceptance.ts";
import { memberMeans, memberMedian } from "./means.ts";
import { needsOf, type Outcome, residualOf, type Setting } from "./settle-item.ts";
import { type Table, tolerance } from "./table.ts";
import { isWinning } from "./voting.ts";

/** More packages than this are refused by the compiler, with a hint. */
export const mostPackages = 1000;

/** Weight of an item in a party's whole agenda, 0..1. */
export type Weigh = (item: number, seat: number) => number;

interface Bundle {
  readonly items: readonly number[];
  readonly tables: readonly Table[];
}

/** Steps `pick` to the next package; false after the last. */
export function nextPackage(pick: number[], sizes: readonly number[]): boolean {
  for (let k = pick.length - 1; k >= 0; k--) {
    pick[k] = pick[k]! + 1;
    if (pick[k]! < sizes[k]!) return true;
    pick[k] = 0;
  }
  return false;
}

/** Which members (in the forum's order) accept a package; a red line counts, limits of single items do not. */
function ballotOn(
  bundle: Bundle,
  members: readonly number[],
  pick: readonly number[],
  weigh: Weigh,
  ballot: Ballot,
): void {
  for (let k = 0; k < members.length; k++) ballot.accepts[k] = consents(bundle, members[k]!, pick, weigh) ? 1 : 0;
}

function consents(bundle: Bundle, party: number, pick: readonly number[], weigh: Weigh): boolean {
  let gain = 0;
  for (let i = 0; i < bundle.items.length; i++) {
    const table = bundle.tables[i]!;
    const seat = table.item.seatOf[party]!;
    const k = seat * table.item.options.length + pick[i]!;
    if (table.red[k] === 1) return false;
    gain += weigh(bundle.items[i]!, seat) * (table.value[k]! - table.limit[seat]!);
  }
  return gain >= -tolerance;
}

/**
 * Settles the bundle whose items are all before the forum. `outcomes` are filled in the order of `items`.
 * Cost O(packages × members × items), at most `mostPackages` packages.
 */
export function settleBundle(
  setting: Setting,
  forumIndex: number,
  bundle: Bundle,
  weigh: Weigh,
  outcomes: readonly Outcome[],
): void {
  const { model, ballot } = setting;
  const forum = model.forums[forumIndex]!;
  const needs = [...new Set(bundle.items.flatMap((item) => needsOf(forum, item)))];
  const sizes = bundle.tables.map((table) => table.item.options.length);
  const distance = distanceToMeans(setting, forumIndex, bundle);
  const pick = sizes.map(() => 0);
  let best: number[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  let open = false;
  const lone = new Set<number>();
  do {
    const still = pick.every((o, i) => o === bundle.tables[i]!.item.otherwise);
    ballotOn(bundle, forum.members, pick, weigh, ballot);
    const lacking = needs.filter((party) => !consents(bundle, party, pick, weigh));
    if (isWinning(forum.rule, ballot.accepts) && lacking.length === 0) {
      open ||= !still;
      const here = distance(pick);
      if (here < least - tolerance) {
        least = here;
        best = [...pick];
      }
    } else if (!still && !open) noteLone(setting, forum.members, lacking, lone);
  } while (nextPackage(pick, sizes));
  for (const [i, outcome] of outcomes.entries()) {
    outcome.refusers = 0;
    if (!open) {
      outcome.option = -1;
      outcome.ended = why.refused;
      for (const party of lone) outcome.refusers |= 1 << bundle.tables[i]!.item.seatOf[party]!;
    } else {
      const option = best![i]!;
      const stands = option === bundle.tables[i]!.item.otherwise;
      outcome.option = stands ? -1 : option;
      outcome.ended = stands ? why.notReached : why.agreed;
    }
  }
}

/** Notes the one party whose consent alone was wanting to this package. */
function noteLone(setting: Setting, members: readonly number[], lacking: readonly number[], lone: Set<number>): void {
  const { accepts } = setting.ballot;
  if (lacking.length > 1) return;
  if (lacking.length === 1) {
    if (members.every((_, k) => accepts[k] === 1)) lone.add(lacking[0]!);
    return;
  }
  const against = members.filter((_, k) => accepts[k] !== 1);
  if (against.length === 1) lone.add(against[0]!);
}

/**
 * What the outcome model minimises over packages. `compromise` and `median`: L1 distance to the shifted means (medians),
 * each item weighted by Σ s·q; `nash`: minus Σ q·log of the gain over disagreement; `veto`: minus the setter's value.
 */
function distanceToMeans(setting: Setting, forumIndex: number, bundle: Bundle): (pick: readonly number[]) => number {
  const forum = setting.model.forums[forumIndex]!;
  const model = setting.outcomeModel;
  if (model === "nash") return (pick) => -logGains(forum.members, bundle, pick);
  if (model === "veto") {
    const setter = forum.members.find((party) => bundle.tables[0]!.item.proposers.includes(party)) ?? forum.members[0]!;
    return (pick) => -sumOver(bundle, pick, setter);
  }
  const away = bundle.tables.map((table) => {
    const weight = memberMeans(table, forum) || 1;
    const n = table.item.options.length;
    const residual = (o: number) => (model === "compromise" ? residualOf(setting, table.item, forumIndex, o) : 0);
    if (table.item.ordered) {
      const centre = model === "median" ? memberMedian(table, forum) : table.mean[0]! + residual(0);
      const place = Math.min(100, Math.max(0, centre));
      return Array.from({ length: n }, (_, o) => weight * Math.abs(table.at[o]! - place));
    }
    const scores = Array.from({ length: n }, (_, o) => table.mean[o]! + residual(o));
    const top = Math.max(...scores);
    return scores.map((score) => weight * (top - score));
  });
  return (pick) => pick.reduce((sum, o, i) => sum + away[i]![o]!, 0);
}

function sumOver(bundle: Bundle, pick: readonly number[], party: number): number {
  let sum = 0;
  for (const [i, table] of bundle.tables.entries()) {
    const seat = table.item.seatOf[party]!;
    sum += table.salience[seat]! * table.value[seat * table.item.options.length + pick[i]!]!;
  }
  return sum;
}

function logGains(members: readonly number[], bundle: Bundle, pick: readonly number[]): number {
  let score = 0;
  for (const party of members) {
    let gain = 0;
    let influence = 0;
    for (const [i, table] of bundle.tables.entries()) {
      const seat = table.item.seatOf[party]!;
      const value = table.value[seat * table.item.options.length + pick[i]!]!;
      gain += table.salience[seat]! * (value - table.otherwise[seat]! + table.cost[seat]!);
      influence += table.influence[seat]!;
    }
    score += influence * Math.log(gain > tolerance ? gain : tolerance);
  }
  return score;
}
