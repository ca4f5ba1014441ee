/** What can no longer be done when we begin only once a forum has closed. */
import type { Model } from "../model/model.ts";
import { stageOf } from "../search/factors.ts";

export interface Later {
  /** Index of the forum that has closed. */
  readonly after: number;
  /** Of our moves those that must be made before then. */
  readonly lost: readonly number[];
}

/** One for each forum by whose closing something more is lost, in the order in which they settle. */
export function latersOf(model: Model, moves: readonly number[]): Later[] {
  const laters: Later[] = [];
  for (const [stage, after] of model.order.entries()) {
    const lost = moves.filter((m) => stageOf(model, m) <= stage);
    if (lost.length > (laters[laters.length - 1]?.lost.length ?? 0)) laters.push({ after, lost });
  }
  return laters;
}
