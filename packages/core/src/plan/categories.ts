/** How an item ended, as one of the categories whose chances are printed (MODEL.md §4.4). */
import type { Item } from "../model/model.ts";
import { why } from "../model/state.ts";
import type { RolledWorld } from "./rolled-world.ts";

/** 0 the ask or better, 1.. the rungs below it, then worse, then nothing by reason. */
export interface Categories {
  readonly rungs: number;
  readonly worse: number;
  readonly none: number;
  readonly count: number;
}
export function categoriesOf(item: Item): Categories {
  const rungs = item.ladder.length;
  return { rungs, worse: rungs, none: rungs + 1, count: rungs + 6 };
}

/** Category of an item in the world just rolled out: agreed, by the first rung of the ladder that our value of it reaches. */
export function categoryOf(roll: RolledWorld, index: number): number {
  const item = roll.model.items[index]!;
  const rungs = item.ladder.length;
  const ended = roll.ended[index]!;
  // Where we ask that things stay as they are, nothing agreed is our ask.
  if (ended !== why.agreed) return item.otherwise >= 0 && item.ladder[0] === item.otherwise ? 0 : rungs + ended;
  const result = roll.result[index]!;
  const value = roll.ourValue(index, result);
  for (let r = 0; r < rungs; r++)
    if (result === item.ladder[r] || value >= roll.ourValue(index, item.ladder[r]!) - 1e-9) return r;
  return rungs;
}
