/** Whether a forum takes an item onto its agenda (MODEL.md §4.1). */
import type { Item, Model, ModelForum } from "../model/model.ts";
import { residualCdf, residualQuantile } from "../worlds/index.ts";
import { memberMeans } from "./means.ts";
import { breakTie } from "./nearest.ts";
import { type Table, tolerance } from "./table.ts";

/** Points of the golden-ratio sequence over which the residuals of a choice are integrated; their error is far below the luck of one world. */
const points = 32;
const golden = 0.6180339887498949;

/**
 * Chance of each accepted option with the residual integrated out, the rest as in this world; in `table.spread`.
 * Ordered issues: exact, from the residuals' distribution cut at the midpoints between neighbouring accepted options.
 */
export function integrateResidual(table: Table, forum: ModelForum): void {
  const { item, accepted, spread } = table;
  memberMeans(table, forum);
  spread.fill(0);
  if (item.ordered) integrateOrdered(table, forum);
  else {
    for (let k = 0; k < points; k++) {
      let best = -1;
      let most = Number.NEGATIVE_INFINITY;
      for (let o = 0; o < accepted.length; o++) {
        if (accepted[o] === 0) continue;
        const turn = (k + 0.5) / points + (o + 1) * golden;
        const here = table.mean[o]! + residualQuantile(turn - Math.floor(turn));
        if (here > most) {
          most = here;
          best = o;
        }
      }
      if (best >= 0) spread[best] = spread[best]! + 1 / points;
    }
  }
}

const order: number[] = [];
function integrateOrdered(table: Table, forum: ModelForum): void {
  const { at, accepted, spread, mean } = table;
  order.length = 0;
  for (let o = 0; o < accepted.length; o++) {
    if (accepted[o] === 0) continue;
    let k = order.length;
    while (k > 0 && at[order[k - 1]!]! > at[o]! + tolerance) k--;
    const before = k > 0 ? order[k - 1]! : -1;
    if (before >= 0 && Math.abs(at[before]! - at[o]!) <= tolerance) {
      order[k - 1] = breakTie(table, forum, before, o, 0.25);
      continue;
    }
    order.splice(k, 0, o);
  }
  let below = 0;
  for (let k = 0; k < order.length; k++) {
    const o = order[k]!;
    const upTo = k + 1 < order.length ? residualCdf((at[o]! + at[order[k + 1]!]!) / 2 - mean[0]!) : 1;
    spread[o] = upTo - below;
    below = upTo;
  }
}

/**
 * What the item, once before the forum, is worth to a seat on average, scale points. `open` is the number of accepted
 * options that are not `otherwise`; with none the item is refused and counts `otherwise` less the cost of disagreement.
 */
export function expectedValue(table: Table, seat: number, open: number): number {
  if (open === 0) return table.otherwise[seat]! - table.cost[seat]!;
  const n = table.item.options.length;
  let sum = 0;
  let left = 1;
  for (let o = 0; o < n; o++) {
    if (table.spread[o] === 0) continue;
    sum += table.spread[o]! * table.value[seat * n + o]!;
    left -= table.spread[o]!;
  }
  // A model that picks nothing (no win-set) leaves things as they are.
  return sum + left * table.otherwise[seat]!;
}

/** Those who can keep the item off: the forum's gatekeepers but its proposers, and any third with a position on it and a friend among them. */
export function gatekeepersOf(model: Model, item: Item, forum: ModelForum): readonly number[] {
  const keepers = forum.gatekeepers.filter((party) => !item.proposers.includes(party));
  const thirds = item.seats
    .filter((seat) => {
      const party = model.parties[seat.party]!;
      return (
        seat.known &&
        party.role === "third" &&
        !forum.members.includes(seat.party) &&
        !item.proposers.includes(seat.party) &&
        party.friends.some((friend) => keepers.includes(friend))
      );
    })
    .map((seat) => seat.party);
  return [...keepers, ...thirds];
}

/**
 * Bits (by seat) of the gatekeepers that keep the item off; 0 admits. A gatekeeper admits iff
 * E + d ≥ v(otherwise) − h·c, in scale points. `table.accepted` and `table.spread` must be filled.
 */
export function keepersOff(
  table: Table,
  keepers: readonly number[],
  open: number,
  gateShare: number,
  inputs: Float64Array,
  base: number,
): number {
  let bits = 0;
  for (const party of keepers) {
    const j = table.item.seatOf[party]!;
    const seat = table.item.seats[j]!;
    const discussing = seat.discussing === undefined ? 0 : inputs[base + seat.discussing]!;
    const expected = expectedValue(table, j, open) + discussing;
    if (expected < table.otherwise[j]! - gateShare * table.cost[j]! - tolerance) bits |= 1 << j;
  }
  return bits;
}
