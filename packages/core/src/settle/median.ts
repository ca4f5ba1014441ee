/** Outcome model `median`: the accepted option nearest to the weighted median (Black 1958); on choices and slates the favourite of most weight. */
import type { ModelForum } from "../model/model.ts";
import { memberMeans, memberMedian } from "./means.ts";
import { highestAccepted, nearestAccepted } from "./nearest.ts";
import type { Table } from "./table.ts";

export function median(table: Table, forum: ModelForum, luck: number): number {
  if (table.item.ordered) return nearestAccepted(table, forum, memberMedian(table, forum), luck);
  memberMeans(table, forum);
  return highestAccepted(table, forum, (o) => table.mean[o]!, luck);
}
