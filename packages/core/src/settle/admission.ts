/** Whether a forum takes an item onto its agenda (MODEL.md §4.1). */
import type { Item, Model, ModelForum } from "../model/model.ts";
import { residualCdf, residualQuantile } from "../worlds/index.ts";
import { memberMeans } from "./means.ts";
import { breakTie } from "./nearest.ts";
import { type Table, tolerance } from "./table.ts";

/** Residuals at which the outcome on a choice is asked for, at the middles of equal shares; the error is a point or two in a hundred. */
const points = 32;
const residuals = Float64Array.from({ length: points }, (_, k) => residualQuantile((k + 0.5) / points));

/**
 * Chance of each accepted option with the residual integrated out, the rest as in this world; in `table.spread`.
 * Ordered issues: exact, from the residuals' distribution cut at the midpoints between neighbouring accepted options.
 * Choices: over the option's own residual, the chance that no other's mean with its own residual is higher.
 */
export function integrateResidual(table: Table, forum: ModelForum): void {
  memberMeans(table, forum);
  table.spread.fill(0);
  if (table.item.ordered) integrateOrdered(table, forum);
  else integrateChoice(table);
}

function integrateChoice({ accepted, mean, spread }: Table): void {
  let total = 0;
  for (let o = 0; o < accepted.length; o++) {
    if (accepted[o] === 0) continue;
    for (let k = 0; k < points; k++) {
      let highest = 1;
      for (let other = 0; other < accepted.length && highest > 0; other++)
        if (other !== o && accepted[other] === 1) highest *= residualCdf(mean[o]! + residuals[k]! - mean[other]!);
      spread[o] = spread[o]! + highest;
      total += highest;
    }
  }
  for (let o = 0; o < spread.length; o++) if (total > 0) spread[o] = spread[o]! / total;
}

/** Scratch: accepted options by place. */
let order = new Int32Array(16);
function integrateOrdered(table: Table, forum: ModelForum): void {
  const { at, accepted, spread, mean } = table;
  if (order.length < accepted.length) order = new Int32Array(accepted.length);
  let count = 0;
  for (let o = 0; o < accepted.length; o++) {
    if (accepted[o] === 0) continue;
    let k = count;
    while (k > 0 && at[order[k - 1]!]! > at[o]! + tolerance) k--;
    const before = k > 0 ? order[k - 1]! : -1;
    if (before >= 0 && Math.abs(at[before]! - at[o]!) <= tolerance) {
      order[k - 1] = breakTie(table, forum, before, o, 0.25);
      continue;
    }
    for (let later = count; later > k; later--) order[later] = order[later - 1]!;
    order[k] = o;
    count++;
  }
  let below = 0;
  for (let k = 0; k < count; k++) {
    const o = order[k]!;
    const upTo = k + 1 < count ? residualCdf((at[o]! + at[order[k + 1]!]!) / 2 - mean[0]!) : 1;
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

/** Far above float noise in an expectation over a scale of a hundred, far below what decides anything. */
const clear = 1e-6;

/**
 * The same bits as `keepersOff` where they follow without the residuals; -1 where they do not. With the residuals integrated
 * out, what a seat expects is a mean of its values of the accepted options (the shares sum to one but for float noise), so it
 * lies between the least and the most of them: where both lie clearly on one side of what the keeper compares it with, so does
 * it. With no option open the residuals play no part.
 */
export function keepersByBounds(
  table: Table,
  keepers: readonly number[],
  open: number,
  gateShare: number,
  inputs: Float64Array,
  base: number,
): number {
  if (open === 0) return keepersOff(table, keepers, open, gateShare, inputs, base);
  const { accepted, value } = table;
  const n = accepted.length;
  let bits = 0;
  for (let k = 0; k < keepers.length; k++) {
    const j = table.item.seatOf[keepers[k]!]!;
    const seat = table.item.seats[j]!;
    const discussing = seat.discussing === undefined ? 0 : inputs[base + seat.discussing]!;
    const least = table.otherwise[j]! - gateShare * table.cost[j]! - discussing;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let o = 0; o < n; o++) {
      if (accepted[o] === 0) continue;
      const here = value[j * n + o]!;
      if (here < low) low = here;
      if (here > high) high = here;
    }
    if (high < least - clear) bits |= 1 << j;
    else if (!(low >= least + clear)) return -1;
  }
  return bits;
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
  for (let k = 0; k < keepers.length; k++) {
    const party = keepers[k]!;
    const j = table.item.seatOf[party]!;
    const seat = table.item.seats[j]!;
    const discussing = seat.discussing === undefined ? 0 : inputs[base + seat.discussing]!;
    const expected = expectedValue(table, j, open) + discussing;
    if (expected < table.otherwise[j]! - gateShare * table.cost[j]! - tolerance) bits |= 1 << j;
  }
  return bits;
}
