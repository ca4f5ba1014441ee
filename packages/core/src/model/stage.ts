/** When things come: before which forum's settlement. */
import type { ModelForum } from "./model.ts";

/** Index into `order` of the forum before whose settlement a day comes; `order.length` is after all. An undated thing comes before the first. */
export function stageOfDay(order: readonly number[], forums: readonly ModelForum[], day: string): number {
  if (day === "") return 0;
  for (let stage = 0; stage < order.length; stage++) {
    const { to } = forums[order[stage]!]!;
    if (to === "" || day <= to) return stage;
  }
  return order.length;
}
