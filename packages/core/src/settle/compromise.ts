/** Outcome model `compromise`: the accepted option nearest to the members' weighted mean, shifted by the residual (Van den Bos 1991; Achen 2006). */
import type { ModelForum } from "../model/model.ts";
import { memberMeans } from "./means.ts";
import { highestAccepted, nearestAccepted } from "./nearest.ts";
import type { Table } from "./table.ts";

/** `residual(option)` in scale points; an ordered issue asks for option 0 only. */
export function compromise(
  table: Table,
  forum: ModelForum,
  residual: (option: number) => number,
  luck: number,
): number {
  memberMeans(table, forum);
  if (!table.item.ordered) return highestAccepted(table, forum, (o) => table.mean[o]! + residual(o), luck);
  const place = table.mean[0]! + residual(0);
  return nearestAccepted(table, forum, place < 0 ? 0 : place > 100 ? 100 : place, luck);
}
