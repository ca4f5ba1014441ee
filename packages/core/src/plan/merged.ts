/** The parts of a run added up, in the order of their tasks. */
import type { InputGroup } from "../run/findings.ts";
import type { PlanPart, WorldsPart } from "./plan-engine.ts";
import type { ItemTally } from "./tally.ts";

export interface Merged extends Omit<WorldsPart, "kind"> {
  readonly worlds: number;
  /** By group: for each outer draw the category shares, item after item. */
  readonly ranges: ReadonlyMap<InputGroup, readonly Float64Array[]>;
  readonly breakEven: ReadonlyMap<number, number>;
}

export function mergeParts(parts: readonly PlanPart[]): Merged {
  const blocks = parts.filter((part) => part.kind === "worlds");
  const ranges = new Map<InputGroup, Float64Array[]>();
  const breakEven = new Map<number, number>();
  for (const part of parts) {
    if (part.kind === "range") ranges.set(part.group, [...(ranges.get(part.group) ?? []), ...part.shares]);
    else if (part.kind === "break-even" && part.factor !== undefined) breakEven.set(part.forecast, part.factor);
  }
  const added = (pick: (part: WorldsPart) => Float64Array): Float64Array => addAll(blocks.map(pick));
  const first = blocks[0]!;
  return {
    items: first.items.map((_, i) => addTallies(blocks.map((part) => part.items[i]!))),
    values: first.values.map((_, v) => joined(blocks.map((part) => part.values[v]!))),
    itemPoints: first.itemPoints.map((_, v) => added((part) => part.itemPoints[v]!)),
    categories: first.categories.map((list, v) => list.map((_, i) => added((part) => part.categories[v]![i]!))),
    done: first.done.map((_, v) => added((part) => part.done[v]!)),
    worked: added((part) => part.worked),
    typed: added((part) => part.typed),
    reached: added((part) => part.reached),
    holds: added((part) => part.holds),
    offers: added((part) => part.offers),
    bundles: added((part) => part.bundles),
    forecasts: added((part) => part.forecasts),
    events: added((part) => part.events),
    worlds: first.values[0]!.length === 0 ? 0 : blocks.reduce((n, part) => n + part.values[0]!.length, 0),
    ranges,
    breakEven,
  };
}

export function addAll(arrays: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(arrays[0]!.length);
  for (const array of arrays) for (let i = 0; i < total.length; i++) total[i] = total[i]! + array[i]!;
  return total;
}

export function joined(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((n, a) => n + a.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

export function addTallies(tallies: readonly ItemTally[]): ItemTally {
  const added = (pick: (tally: ItemTally) => Float64Array) => addAll(tallies.map(pick));
  return {
    categories: added((t) => t.categories),
    refusedBy: added((t) => t.refusedBy),
    refusesAlone: added((t) => t.refusesAlone),
    keepsOff: added((t) => t.keepsOff),
    options: added((t) => t.options),
    density: added((t) => t.density),
    sums: added((t) => t.sums),
  };
}
