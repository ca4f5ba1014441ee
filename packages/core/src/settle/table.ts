/** The table of one item in one world: who stands where after the effects that act, and what each option is worth to each seat. */
import type { Item, ModelEffect } from "../model/model.ts";

/** Reused from world to world. Values are scale points 0..100 (100 · v), seat-major. */
export interface Table {
  readonly item: Item;
  readonly ideal: Float64Array;
  readonly salience: Float64Array;
  readonly influence: Float64Array;
  readonly cost: Float64Array;
  /** Places of the options, scale points; unused on choices and slates. */
  readonly at: Float64Array;
  /** `value[seat * options + option]`. */
  readonly value: Float64Array;
  readonly otherwise: Float64Array;
  /** Least value at which a seat consents to an option of this item alone. */
  readonly limit: Float64Array;
  readonly red: Uint8Array;
  /** Scratch: options that a winning coalition accepts. */
  readonly accepted: Uint8Array;
  /** Scratch: distribution over options with the residual integrated out. */
  readonly spread: Float64Array;
  /** Means of the members: one on an ordered issue, one an option on others. */
  readonly mean: Float64Array;
}

export function createTable(item: Item): Table {
  const seats = item.seats.length;
  const options = item.options.length;
  const red = new Uint8Array(seats * options);
  for (const [j, seat] of item.seats.entries()) for (const o of seat.redLines) red[j * options + o] = 1;
  const floats = (n: number) => new Float64Array(n);
  return {
    item,
    ideal: floats(seats),
    salience: floats(seats),
    influence: floats(seats),
    cost: floats(seats),
    at: floats(options),
    value: floats(seats * options),
    otherwise: floats(seats),
    limit: floats(seats),
    red,
    accepted: new Uint8Array(options),
    spread: floats(options),
    mean: floats(Math.max(1, options)),
  };
}

const clip = (x: number): number => (x < 0 ? 0 : x > 100 ? 100 : x);

/**
 * Fills the table from the world's inputs and the effects that act: `active` holds each effect's strength, 0 none, 1 as the
 * brief gives it (another strength only to find a break-even). Cost O(seats × options + active effects).
 */
export function fillTable(
  table: Table,
  itemIndex: number,
  effects: readonly ModelEffect[],
  active: Float64Array,
  inputs: Float64Array,
  base: number,
): void {
  const { item, ideal, salience, influence, cost, at, value } = table;
  const seats = item.seats;
  const n = item.options.length;
  for (let j = 0; j < seats.length; j++) {
    const seat = seats[j]!;
    ideal[j] = seat.ideal < 0 ? 0 : inputs[base + seat.ideal]!;
    salience[j] = inputs[base + seat.salience]!;
    influence[j] = inputs[base + seat.influence]!;
    cost[j] = inputs[base + seat.cost]!;
  }
  for (let k = 0; k < item.effects.length; k++) {
    const index = item.effects[k]!;
    const strength = active[index]!;
    if (strength !== 0) applyEffect(table, itemIndex, effects[index]!, strength, inputs, base);
  }
  if (item.ordered) for (let o = 0; o < n; o++) at[o] = inputs[base + item.options[o]!.at]!;
  for (let j = 0; j < seats.length; j++) {
    const seat = seats[j]!;
    const row = j * n;
    if (item.ordered) {
      const here = ideal[j]!;
      for (let o = 0; o < n; o++) value[row + o] = valueAt(item.exponent, at[o]!, here);
    } else {
      const values = seat.values!;
      for (let o = 0; o < n; o++) value[row + o] = inputs[base + values[o]!]!;
    }
    const without = item.otherwise >= 0 ? value[row + item.otherwise]! : inputs[base + seat.otherwiseValue!]!;
    table.otherwise[j] = without;
    let limit = j === item.ourSeat ? without : without - cost[j]!;
    if (seat.bottomLine !== undefined) limit = valueAt(item.exponent, inputs[base + seat.bottomLine]!, ideal[j]!);
    else if (seat.bottomOption !== undefined) limit = value[row + seat.bottomOption]!;
    table.limit[j] = limit;
  }
}

function applyEffect(
  table: Table,
  itemIndex: number,
  effect: ModelEffect,
  strength: number,
  inputs: Float64Array,
  base: number,
): void {
  if (effect.on !== "position") return;
  const column =
    effect.what === "ideal"
      ? table.ideal
      : effect.what === "salience"
        ? table.salience
        : effect.what === "influence"
          ? table.influence
          : table.cost;
  if (effect.what === "ideal" && !table.item.ordered) return;
  const amount = inputs[base + (effect.amounts?.get(itemIndex) ?? effect.amount)]!;
  for (const party of effect.parties) {
    const seat = table.item.seatOf[party]!;
    if (seat < 0) continue;
    const before = column[seat]!;
    column[seat] = clip(before + strength * (effect.relative ? amount : amount - before));
  }
}

/** 100 · v of a place for an ideal (MODEL.md §3): `100 · (1 − (|a − θ| / 100) ^ exponent)`. */
export function valueAt(exponent: number, place: number, ideal: number): number {
  const distance = Math.abs(place - ideal);
  if (exponent === 1 || distance === 0) return 100 - distance;
  return 100 - 100 * Math.exp(exponent * Math.log(distance / 100));
}

/** Float noise that must not turn an equal value into a refusal. */
export const tolerance = 1e-9;

/** Does this seat consent to the option, settled alone? */
export function seatAccepts(table: Table, seat: number, option: number): boolean {
  const k = seat * table.item.options.length + option;
  return table.red[k] === 0 && table.value[k]! >= table.limit[seat]! - tolerance;
}
