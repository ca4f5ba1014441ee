/**
 * Which of an item's printed categories observations leave. Chances are shrunk towards even because the model may be wrong
 * (MODEL.md §4.4); of what was observed it cannot be: what it excludes is 0, and the rest is shrunk among what remains.
 */
import { type Outcome, outcomesLeft } from "../day-two/open-options.ts";
import type { Item, Model } from "../model/model.ts";
import { why } from "../model/state.ts";
import { valueAt } from "../settle/table.ts";
import { quantile } from "../worlds/index.ts";
import { categoriesOf } from "./categories.ts";
import { shownChance, shrink } from "./shown-chance.ts";

export interface Shrinking {
  /** By category, "nothing" as one (the last): whether it can still come about. */
  readonly isOpen: readonly boolean[];
  /** Among how many categories is shrunk, and how far. */
  readonly categories: number;
  readonly shrinkage: number;
}

/** Whether an observation says by itself how the item comes out, or that it never comes up: one thing in every world. */
function isPinned({ past }: Model, index: number): boolean {
  const pins = past?.observations.flatMap((o) => o.pins ?? []) ?? [];
  return pins.some((pin) => (pin.kind === "result" || (pin.kind === "admission" && !pin.holds)) && pin.item === index);
}

/** Whether nothing is left to settle: it came out as it did, never comes up, or its forum broke down over it. */
export function isDecided(model: Model, index: number): boolean {
  if (isPinned(model, index)) return true;
  const subjects = model.past?.observations.flatMap((o) => o.subjects) ?? [];
  if (subjects.some((subject) => subject.kind === "result" && subject.item === index)) return true;
  const left = outcomesLeft(model, index, medianValue(model));
  return left !== undefined && new Set(left.outcomes.map(({ option }) => option)).size === 1;
}

/** `counts`: by category of the item, worlds in which it came about; what came about in any is not excluded. */
export function shrinkingOf(model: Model, index: number, counts: ArrayLike<number>): Shrinking {
  const item = model.items[index]!;
  const { none, count } = categoriesOf(item);
  const { shrinkage } = model.method;
  const value = medianValue(model);
  const left = isPinned(model, index) ? undefined : outcomesLeft(model, index, value);
  const all = Array.from({ length: none + 1 }, () => true);
  if (isPinned(model, index)) return { isOpen: all, categories: all.length, shrinkage: 0 };
  if (left === undefined) return { isOpen: all, categories: all.length, shrinkage };
  const isOpen = all.map((_, c) => {
    for (let k = c; k < (c === none ? count : c + 1); k++) if (counts[k]! > 0) return true;
    // Where it has not come out, and every agreement is left, none of their categories is excluded, not even one that no option comes to at the medians.
    if (c !== none && left.isAnyAgreement) return true;
    return left.outcomes.some((outcome) => categoryAt(item, outcome, (option) => value(index, option)) === c);
  });
  return { isOpen, categories: isOpen.filter(Boolean).length, shrinkage };
}

/** The chance of a category as it is shown. */
export function shrinkAmong({ isOpen, categories, shrinkage }: Shrinking, category: number, chance: number): number {
  return isOpen[category] === false ? 0 : categories === 1 ? 1 : shrink(chance, categories, shrinkage);
}

/** The same with its range over the outer draws, and the group of the widest. */
export function shownAmong(
  chance: number,
  outerByGroup: readonly (readonly number[])[],
  shrinking: Shrinking,
  category: number,
): ReturnType<typeof shownChance> {
  const { isOpen, categories, shrinkage } = shrinking;
  if (isOpen[category] !== false && categories > 1) return shownChance(chance, outerByGroup, categories, shrinkage);
  const sure = shrinkAmong(shrinking, category, chance);
  return { chance: sure, low: sure, high: sure, widest: 0 };
}

/** The category of an outcome where each number is at its median. */
function categoryAt(item: Item, { option, ended }: Outcome, value: (option: number) => number): number {
  const { none, worse } = categoriesOf(item);
  if (ended !== why.agreed) return item.otherwise >= 0 && item.ladder[0] === item.otherwise ? 0 : none;
  const rung = item.ladder.findIndex((other) => option === other || value(option) >= value(other) - 1e-9);
  return rung < 0 ? worse : rung;
}

/** Our value of an item's option, 0..100, at the medians. */
function medianValue(model: Model): (item: number, option: number) => number {
  const median = (input: number) => quantile(model.inputs[input]!.distribution, 0.5);
  return (index, option) => {
    const item = model.items[index]!;
    const seat = item.seats[item.ourSeat];
    if (seat === undefined || option < 0) return 0;
    if (!item.ordered) return median(seat.values![option]!);
    return valueAt(item.exponent, median(item.options[option]!.at), median(seat.ideal));
  };
}
