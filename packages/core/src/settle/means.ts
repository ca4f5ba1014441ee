/** Where the members' weight lies on one item. */
import type { ModelForum } from "../model/model.ts";
import type { Table } from "./table.ts";

/**
 * Fills `table.mean`: on an ordered issue entry 0 is Σ s·q·θ / Σ s·q over the forum's members (unweighted where all
 * weights are nil); on others entry o is 100 × the share of s·q whose favourite is o (a favourite shared is split).
 * Returns Σ s·q. Source: Van den Bos 1991; Achen 2006.
 */
export function memberMeans(table: Table, forum: ModelForum): number {
  const { item, ideal, salience, influence, mean } = table;
  let weights = 0;
  for (const party of forum.members) {
    const j = item.seatOf[party]!;
    weights += salience[j]! * influence[j]!;
  }
  const flat = weights <= 0;
  const total = flat ? forum.members.length : weights;
  if (item.ordered) {
    let sum = 0;
    for (const party of forum.members) {
      const j = item.seatOf[party]!;
      sum += (flat ? 1 : salience[j]! * influence[j]!) * ideal[j]!;
    }
    mean[0] = sum / total;
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

/** Weighted median of the members' ideals on an ordered issue: the least place with at least half the weight at or below it (Black 1958). */
export function memberMedian(table: Table, forum: ModelForum): number {
  const { item, ideal, salience, influence } = table;
  const seats = forum.members.map((party) => item.seatOf[party]!).sort((a, b) => ideal[a]! - ideal[b]!);
  let total = 0;
  for (const j of seats) total += salience[j]! * influence[j]!;
  const flat = total <= 0;
  if (flat) total = seats.length;
  let below = 0;
  for (const j of seats) {
    below += flat ? 1 : salience[j]! * influence[j]!;
    if (2 * below >= total) return ideal[j]!;
  }
  return ideal[seats[seats.length - 1]!]!;
}
