/** Outcome model `compromise`: the accepted option nearest to the members' weighted mean, shifted by the residual (Van den Bos 1991; Achen 2006). */
import { memberMeans } from "./means.ts";
import { highestAccepted, nearestAccepted } from "./nearest.ts";
import { residualOf, type Setting } from "./setting.ts";
import type { Table } from "./table.ts";

/** Index of the option picked from `table.accepted`, -1 none. */
export function compromise(setting: Setting, table: Table, forumIndex: number, luck: number): number {
  const forum = setting.model.forums[forumIndex]!;
  memberMeans(table, forum);
  const { item } = table;
  if (!item.ordered)
    return highestAccepted(table, forum, (o) => table.mean[o]! + residualOf(setting, item, forumIndex, o), luck);
  const place = table.mean[0]! + residualOf(setting, item, forumIndex, 0);
  return nearestAccepted(table, forum, place < 0 ? 0 : place > 100 ? 100 : place, luck);
}
