/** Packages: one option for each of several items, and what the outcome model makes of them (MODEL.md §4.3). */
import type { Model } from "../model/model.ts";
import { memberMeans, memberMedian } from "./means.ts";
import { residualOf, type Setting } from "./setting.ts";
import { type Table, tolerance } from "./table.ts";

/** More packages than this are refused by the compiler, with a hint. */
export const mostPackages = 1000;

/** Weight of an item in a party's whole agenda, 0..1. */
export type Weigh = (item: number, seat: number) => number;

/** The options of a package, in the order of its items. */
export type Options = ArrayLike<number>;

/**
 * Points that a package must bring a party beyond what its items are worth to it: the rise of its reservation less what
 * values that do not add bring it.
 */
export type Beyond = (party: number, pick: Options) => number;

/** Items settled together: their tables, and the forum before which each lies. */
export interface Joint {
  readonly items: readonly number[];
  readonly tables: readonly Table[];
  readonly forums: readonly number[];
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

/** Parties without a say in any forum concerned are not asked: members of the items' forums, each once. */
export function membersOfAll(model: Model, forums: readonly number[]): number[] {
  return [...new Set(forums.flatMap((forum) => model.forums[forum]!.members))];
}

/** Which of two packages the outcome model takes: less is better. */
export interface PackageOrder {
  readonly distance: (pick: Options) => number;
  /** Of two packages at the same distance: nearer `otherwise`, then worth more to the members, then by a keyed draw. */
  readonly isBefore: (a: Options, b: Options) => boolean;
}

/**
 * `compromise` and `median`: L1 distance to the shifted means (medians), each item weighted by Σ s·q of its forum; on
 * choices, what is wanting to the highest mean. `nash`: minus Σ q·log of the gain over disagreement. `veto`: minus the
 * setter's value.
 */
export function orderPackages(setting: Setting, joint: Joint): PackageOrder {
  const weights = joint.tables.map((table, i) => memberMeans(table, setting.model.forums[joint.forums[i]!]!) || 1);
  let tie: PackageOrder["isBefore"] | undefined;
  return {
    distance: distanceOf(setting, joint, weights),
    // Ties are rare: what they are broken by is worked out for the first.
    isBefore: (a, b) => {
      tie ??= tieRule(setting, joint, weights);
      return tie(a, b);
    },
  };
}

function distanceOf(setting: Setting, joint: Joint, weights: readonly number[]): PackageOrder["distance"] {
  const { model, outcomeModel } = setting;
  if (outcomeModel === "nash") {
    const members = membersOfAll(model, joint.forums);
    return (pick) => -logGains(members, joint, pick);
  }
  if (outcomeModel === "veto") {
    const { members } = model.forums[joint.forums[0]!]!;
    const setter = members.find((party) => joint.tables[0]!.item.proposers.includes(party)) ?? members[0]!;
    return (pick) => -worthTo(setter, joint, pick);
  }
  const away = joint.tables.map((table, i) => {
    const forumIndex = joint.forums[i]!;
    const forum = model.forums[forumIndex]!;
    const weight = weights[i]!;
    const residual = (o: number) =>
      outcomeModel === "compromise" ? residualOf(setting, table.item, forumIndex, o) : 0;
    if (table.item.ordered) {
      const centre = outcomeModel === "median" ? memberMedian(table, forum) : table.mean[0]! + residual(0);
      const place = Math.min(100, Math.max(0, centre));
      const distances = new Float64Array(table.at.length);
      for (let o = 0; o < distances.length; o++) distances[o] = weight * Math.abs(table.at[o]! - place);
      return distances;
    }
    const scores = Float64Array.from(table.item.options, (_, o) => table.mean[o]! + residual(o));
    const top = Math.max(...scores);
    return scores.map((score) => weight * (top - score));
  });
  return (pick) => sumOf(away, pick);
}

function tieRule(setting: Setting, joint: Joint, weights: readonly number[]): PackageOrder["isBefore"] {
  const moved = joint.tables.map((table, i) =>
    Float64Array.from(table.item.options, (_, o) => {
      const { otherwise, ordered } = table.item;
      if (otherwise < 0 || o === otherwise) return 0;
      return weights[i]! * (ordered ? Math.abs(table.at[o]! - table.at[otherwise]!) : 100);
    }),
  );
  const worth = joint.tables.map((table, i) =>
    Float64Array.from(table.item.options, (_, o) => {
      let sum = 0;
      for (const party of setting.model.forums[joint.forums[i]!]!.members) {
        const j = table.item.seatOf[party]!;
        sum += table.salience[j]! * table.influence[j]! * table.value[j * table.item.options.length + o]!;
      }
      return sum;
    }),
  );
  const byName = joint.tables.map((_, i) => i).sort((a, b) => (nameAt(joint, a) < nameAt(joint, b) ? -1 : 1));
  return (a, b) => {
    const further = sumOf(moved, a) - sumOf(moved, b);
    if (Math.abs(further) > tolerance) return further < 0;
    const better = sumOf(worth, a) - sumOf(worth, b);
    if (Math.abs(better) > tolerance) return better > 0;
    const i = byName.find((k) => a[k] !== b[k]);
    if (i === undefined) return false;
    const { item } = joint.tables[i]!;
    const first = item.options[a[i]!]!.id < item.options[b[i]!]!.id;
    return first === setting.inputs[setting.base + item.tie]! < 0.5;
  };
}

const nameAt = (joint: Joint, i: number): string => joint.tables[i]!.item.id;

function sumOf(byItem: readonly Float64Array[], pick: Options): number {
  let sum = 0;
  for (let i = 0; i < pick.length; i++) sum += byItem[i]![pick[i]!]!;
  return sum;
}

function worthTo(party: number, joint: Joint, pick: Options): number {
  let sum = 0;
  for (const [i, table] of joint.tables.entries()) {
    const seat = table.item.seatOf[party]!;
    if (seat < 0) continue;
    const weight = table.salience[seat]! * table.item.share;
    sum += weight * table.value[seat * table.item.options.length + pick[i]!]!;
  }
  return sum;
}

function logGains(members: readonly number[], joint: Joint, pick: Options): number {
  let score = 0;
  for (const party of members) {
    let gain = 0;
    let influence = 0;
    for (const [i, table] of joint.tables.entries()) {
      const seat = table.item.seatOf[party]!;
      if (seat < 0) continue;
      const value = table.value[seat * table.item.options.length + pick[i]!]!;
      gain += table.salience[seat]! * table.item.share * (value - table.otherwise[seat]! + table.cost[seat]!);
      influence += table.influence[seat]!;
    }
    score += influence * Math.log(gain > tolerance ? gain : tolerance);
  }
  return score;
}
