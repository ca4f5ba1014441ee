/** The table of one item in one world: who stands where after the effects that act, and what each option is worth to each seat. */
import type { Item, ModelEffect } from "../model/model.ts";

/**
 * Where the numbers of a table stand among the inputs of a world, in one piece since every settlement reads it: columns of
 * the seats (ideal, salience, influence, cost, otherwise, bottom line, bottom option), then the options' places or, on a
 * choice or slate, the values seat by seat; -1 none. A bottom option is an option, not an input.
 */
function sourcesOf(item: Item): Int32Array {
  const columns = [
    item.seats.map((seat) => seat.ideal),
    item.seats.map((seat) => seat.salience),
    item.seats.map((seat) => seat.influence),
    item.seats.map((seat) => seat.cost),
    item.seats.map((seat) => seat.otherwiseValue ?? -1),
    item.seats.map((seat) => seat.bottomLine ?? -1),
    item.seats.map((seat) => seat.bottomOption ?? -1),
    item.ordered ? item.options.map((option) => option.at) : item.seats.flatMap((seat) => seat.values ?? []),
  ];
  return Int32Array.from(columns.flat());
}
const column = {
  ideal: 0,
  salience: 1,
  influence: 2,
  cost: 3,
  otherwise: 4,
  bottomLine: 5,
  bottomOption: 6,
  rest: 7,
} as const;

/** Reused from world to world. Values are scale points 0..100 (100 · v), seat-major. */
export class Table {
  readonly item: Item;
  readonly from: Int32Array;
  readonly ideal: Float64Array;
  readonly salience: Float64Array;
  readonly influence: Float64Array;
  readonly cost: Float64Array;
  /** Places of the options, scale points; unused on choices and slates. */
  readonly at: Float64Array;
  readonly otherwise: Float64Array;
  /** Least value at which a seat consents to an option of this item alone. */
  readonly limit: Float64Array;
  readonly red: Uint8Array;
  /** What a seat accepts is an interval around its ideal: an ordered issue without exponent or red lines. */
  readonly isInterval: boolean;
  /** Each seat's limit follows from `otherwise`, which is on the scale, and its cost of disagreement, without exponent. */
  readonly isPlain: boolean;
  /** Scratch: options that a winning coalition accepts. */
  readonly accepted: Uint8Array;
  /** Scratch: distribution over options with the residual integrated out. */
  readonly spread: Float64Array;
  /** Means of the members: one on an ordered issue, one an option on others. */
  readonly mean: Float64Array;
  /** What `value` gives; on an ordered issue only once that has been asked for. */
  readonly matrix: Float64Array;
  isValued = false;

  constructor(item: Item) {
    const seats = item.seats.length;
    const options = item.options.length;
    const floats = (n: number) => new Float64Array(n);
    const red = new Uint8Array(seats * options);
    for (const [j, seat] of item.seats.entries()) for (const o of seat.redLines) red[j * options + o] = 1;
    this.item = item;
    this.from = sourcesOf(item);
    this.ideal = floats(seats);
    this.salience = floats(seats);
    this.influence = floats(seats);
    this.cost = floats(seats);
    this.at = floats(options);
    this.otherwise = floats(seats);
    this.limit = floats(seats);
    this.red = red;
    this.isInterval = item.ordered && item.exponent === 1 && !red.includes(1);
    this.isPlain =
      item.ordered &&
      item.exponent === 1 &&
      item.otherwise >= 0 &&
      item.seats.every((seat) => seat.bottomLine === undefined && seat.bottomOption === undefined);
    this.accepted = new Uint8Array(options);
    this.spread = floats(options);
    this.mean = floats(Math.max(1, options));
    this.matrix = floats(seats * options);
  }

  /** `value[seat * options + option]`. On an ordered issue worked out when first asked for: most settlements never do. */
  get value(): Float64Array {
    if (!this.isValued) fillValues(this);
    return this.matrix;
  }
}

export const createTable = (item: Item): Table => new Table(item);

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
  const { item, from } = table;
  const seats = table.ideal.length;
  gatherSeats(table, inputs, base);
  for (let k = 0; k < item.effects.length; k++) {
    const index = item.effects[k]!;
    const strength = active[index]!;
    if (strength !== 0) applyEffect(table, itemIndex, effects[index]!, strength, inputs, base);
  }
  gather(item.ordered ? table.at : table.matrix, from, column.rest * seats, inputs, base);
  table.isValued = !item.ordered;
  fillLimits(table, inputs, base);
}

/** All columns in one loop: seats are few, and tables many. */
function gatherSeats(
  { item, from, ideal, salience, influence, cost }: Table,
  inputs: Float64Array,
  base: number,
): void {
  const seats = cost.length;
  for (let j = 0; j < seats; j++) {
    salience[j] = inputs[base + from[column.salience * seats + j]!]!;
    influence[j] = inputs[base + from[column.influence * seats + j]!]!;
    cost[j] = inputs[base + from[column.cost * seats + j]!]!;
  }
  if (item.ordered) for (let j = 0; j < seats; j++) ideal[j] = inputs[base + from[j]!]!;
}

function gather(into: Float64Array, from: Int32Array, start: number, inputs: Float64Array, base: number): void {
  for (let j = 0; j < into.length; j++) into[j] = inputs[base + from[start + j]!]!;
}

function fillValues(table: Table): void {
  const { ideal, at, matrix, item } = table;
  for (let j = 0, k = 0; j < ideal.length; j++)
    for (let o = 0; o < at.length; o++, k++) matrix[k] = valueAt(item.exponent, at[o]!, ideal[j]!);
  table.isValued = true;
}

function fillLimits(table: Table, inputs: Float64Array, base: number): void {
  const { item, from, ideal, at, matrix, cost, otherwise, limit } = table;
  const { exponent, ordered, ourSeat, otherwise: stands } = item;
  const n = at.length;
  const seats = ideal.length;
  if (table.isPlain) {
    // The usual case of what follows: a linear scale, `otherwise` on it, no bottom line given.
    const place = at[stands]!;
    for (let j = 0; j < seats; j++) {
      const without = 100 - Math.abs(place - ideal[j]!);
      otherwise[j] = without;
      limit[j] = j === ourSeat ? without : without - cost[j]!;
    }
    return;
  }
  for (let j = 0; j < seats; j++) {
    const bottomLine = from[column.bottomLine * seats + j]!;
    const bottomOption = from[column.bottomOption * seats + j]!;
    let without: number;
    if (stands < 0) without = inputs[base + from[column.otherwise * seats + j]!]!;
    else without = ordered ? valueAt(exponent, at[stands]!, ideal[j]!) : matrix[j * n + stands]!;
    otherwise[j] = without;
    if (bottomLine >= 0) limit[j] = valueAt(exponent, inputs[base + bottomLine]!, ideal[j]!);
    else if (bottomOption >= 0) limit[j] = matrix[j * n + bottomOption]!;
    else limit[j] = j === ourSeat ? without : without - cost[j]!;
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
