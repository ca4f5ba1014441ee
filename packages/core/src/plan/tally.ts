/** What is counted while the plan as written is rolled out, item by item. Counts and sums only, so that parts can be added. */
import type { Model } from "../model/model.ts";
import { why } from "../model/state.ts";
import { memberMeans } from "../settle/means.ts";
import { residualQuantile } from "../worlds/index.ts";
import { categoriesOf, categoryOf } from "./categories.ts";
import { offerState } from "./offer-state.ts";
import type { RolledWorld } from "./rolled-world.ts";

/** Cells of the printed forecast density. */
export const densityCells = 20;

export interface ItemTally {
  readonly categories: Float64Array;
  /** Refusals by seat; those of several are shared equally; the last entry is 'jointly'. */
  readonly refusedBy: Float64Array;
  readonly refusesAlone: Float64Array;
  readonly keepsOff: Float64Array;
  readonly options: Float64Array;
  readonly density: Float64Array;
  /** admitted, ask and admitted, dropped, our value, our weight. */
  readonly sums: Float64Array;
}
export const sum = { admitted: 0, askAdmitted: 1, dropped: 2, value: 3, weight: 4 } as const;

export function createItemTally(model: Model, index: number): ItemTally {
  const item = model.items[index]!;
  return {
    categories: new Float64Array(categoriesOf(item).count),
    refusedBy: new Float64Array(item.seats.length + 1),
    refusesAlone: new Float64Array(item.seats.length),
    keepsOff: new Float64Array(item.seats.length),
    options: new Float64Array(item.options.length),
    density: new Float64Array(densityCells),
    sums: new Float64Array(5),
  };
}

export function tallyItem(roll: RolledWorld, index: number, tally: ItemTally): void {
  const item = roll.model.items[index]!;
  const seats = item.seats.length;
  const category = categoryOf(roll, index);
  tally.categories[category]!++;
  const ended = roll.ended[index]!;
  const { sums } = tally;
  if (roll.admitted[index] === 1) {
    sums[sum.admitted]!++;
    if (category === 0) sums[sum.askAdmitted]!++;
  }
  if (roll.dropped[index] === 1) sums[sum.dropped]!++;
  if (ended === why.agreed) tally.options[roll.result[index]!]!++;
  if (ended === why.notAdmitted) addBits(tally.keepsOff, roll.keepers[index]!, seats, 1);
  if (ended === why.refused) {
    const bits = roll.refusers[index]!;
    const count = bitCount(bits);
    if (count === 0) tally.refusedBy[seats]!++;
    else addBits(tally.refusedBy, bits, seats, 1 / count);
    addBits(tally.refusesAlone, bits, seats, 1);
  }
  if (item.ourSeat >= 0) {
    sums[sum.weight] = sums[sum.weight]! + roll.weigh(index, item.ourSeat);
    const seat = item.seats[item.ourSeat]!;
    const result = roll.result[index]!;
    const value = result >= 0 ? roll.ourValue(index, result) : roll.inputs[roll.base + seat.otherwiseValue!]!;
    sums[sum.value] = sums[sum.value]! + value / 100;
  }
  if (item.ordered) {
    const table = roll.table(index);
    memberMeans(table, roll.model.forums[item.forum]!);
    const place = table.mean[0]! + residualQuantile(roll.inputs[roll.base + item.residual]!);
    const cell = Math.floor((place / 100) * densityCells);
    tally.density[cell < 0 ? 0 : cell >= densityCells ? densityCells - 1 : cell]!++;
  }
}

function addBits(into: Float64Array, bits: number, count: number, amount: number): void {
  for (let j = 0; j < count; j++) if ((bits >>> j) & 1) into[j] = into[j]! + amount;
}

export function bitCount(bits: number): number {
  let n = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) n++;
  return n;
}

/** By offer: made, open, accepted, premium as shown, premium if open; then declines by party. */
export function tallyOffers(roll: RolledWorld, into: Float64Array): void {
  const parties = roll.model.parties.length;
  const stride = 5 + parties;
  for (let k = 0; k < roll.model.offers.length; k++) {
    const state = roll.offers[k]!;
    const at = k * stride;
    if (state === offerState.notMade) continue;
    into[at]!++;
    if (state === offerState.notOpen) continue;
    into[at + 1]!++;
    if (state === offerState.accepted) into[at + 2]!++;
    into[at + 3] = into[at + 3]! + roll.premiumShown[k]!;
    into[at + 4] = into[at + 4]! + roll.premiumOpen[k]!;
    for (let p = 0; p < parties; p++) if (roll.declined[k * parties + p] === 1) into[at + 5 + p]!++;
  }
}
