/** When things come: before which forum's settlement. */
import type { Item, Model, ModelForum, ModelMove } from "./model.ts";

/** Index into `order` of the forum before whose settlement a day comes; `order.length` is after all. An undated thing comes before the first. */
export function stageOfDay(order: readonly number[], forums: readonly ModelForum[], day: string): number {
  if (day === "") return 0;
  for (let stage = 0; stage < order.length; stage++) {
    const { to } = forums[order[stage]!]!;
    if (to === "" || day <= to) return stage;
  }
  return order.length;
}

/** Items that a move speaks of, changes or trades. */
export function itemsTouched(
  move: Pick<ModelMove, "items" | "ifItWorks" | "ifItFails" | "offers">,
  effects: Model["effects"],
  offers: Model["offers"],
): number[] {
  const changed = [...move.ifItWorks, ...move.ifItFails].flatMap((e) => effects[e]!.items);
  const traded = move.offers.flatMap((o) => [...offers[o]!.gives, ...offers[o]!.wants].map((entry) => entry.item));
  return [...move.items, ...changed, ...traded];
}

/** Where a move stands: before which forum's settlement. */
interface Placed {
  /** Index of the forum that it names, -1 none. */
  readonly forum: number;
  /** Items that it touches. */
  readonly items: readonly number[];
}

/**
 * Stage of a move. One without a date that names a forum comes before that forum settles, but not after any of its items may
 * have been settled elsewhere; one that names neither comes before everything.
 */
export function stageOfMove(
  order: readonly number[],
  forums: readonly ModelForum[],
  items: readonly Item[],
  move: Pick<ModelMove, "from">,
  { forum, items: touched }: Placed,
): number {
  if (move.from !== "" || forum < 0) return stageOfDay(order, forums, move.from);
  const stages = touched.flatMap((index) => [items[index]!.forum, items[index]!.nowBefore]);
  return Math.min(...[forum, ...stages].map((f) => order.indexOf(f)));
}
