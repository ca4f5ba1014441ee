/** Where the members' weight lies on one item. */
import type { ModelForum } from "../model/model.ts";
import { type Table, tolerance } from "./table.ts";

/**
 * Fills `table.mean`: on an ordered issue entry 0 is Σ s·q·θ / Σ s·q over the forum's members (unweighted where all
 * weights are nil); on others entry o is 100 × the share of s·q whose favourite is o (a favourite shared is split).
 * Returns Σ s·q. Source: Van den Bos 1991; Achen 2006.
 */
export function memberMeans(table: Table, forum: ModelForum): number {
  const { item, ideal, salience, influence, mean } = table;
  const { members } = forum;
  let weights = 0;
  let weighted = 0;
  let plain = 0;
  for (let k = 0; k < members.length; k++) {
    const j = item.seatOf[members[k]!]!;
    const weight = salience[j]! * influence[j]!;
    weights += weight;
    weighted += weight * ideal[j]!;
    plain += ideal[j]!;
  }
  const flat = weights <= 0;
  const total = flat ? members.length : weights;
  if (item.ordered) {
    mean[0] = (flat ? plain : weighted) / total;
    return weights;
  }
  mean.fill(0);
  const n = item.options.length;
  for (const party of forum.members) {
    const j = item.seatOf[party]!;
    let best = -1;
    let ties = 0;
    for (let o = 0; o < n; o++) {
      const v = table.value[j * n + o]!;
      if (v > best) {
        best = v;
        ties = 1;
      } else if (v === best) ties++;
    }
    const share = (100 * (flat ? 1 : salience[j]! * influence[j]!)) / total / ties;
    for (let o = 0; o < n; o++) if (table.value[j * n + o]! === best) mean[o] = mean[o]! + share;
  }
  return weights;
}

/**
 * Weighted median of the members' ideals on an ordered issue (Black 1958). Where just half the weight lies at or below one
 * ideal and the rest at or above the next, every place between is a median: the middle is taken, so that turning the scale
 * round changes nothing.
 */
export function memberMedian(table: Table, forum: ModelForum): number {
  const { item, ideal, salience, influence } = table;
  const weightOf = (j: number) => salience[j]! * influence[j]!;
  const all = forum.members.map((party) => item.seatOf[party]!).sort((a, b) => ideal[a]! - ideal[b]!);
  const heard = all.filter((j) => weightOf(j) > 0);
  const seats = heard.length > 0 ? heard : all;
  const weight = heard.length > 0 ? weightOf : () => 1;
  const half = seats.reduce((sum, j) => sum + weight(j), 0) / 2;
  let below = 0;
  for (const [k, j] of seats.entries()) {
    below += weight(j);
    if (below > half + tolerance) return ideal[j]!;
    if (below >= half - tolerance && k + 1 < seats.length) return (ideal[j]! + ideal[seats[k + 1]!]!) / 2;
  }
  return ideal[seats[seats.length - 1]!]!;
}
