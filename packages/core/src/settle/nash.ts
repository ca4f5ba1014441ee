/** Outcome model `nash`: asymmetric Nash bargaining with the costs of disagreement (Nash 1950; Harsanyi & Selten 1972). */
import type { ModelForum } from "../model/model.ts";
import { highestAccepted } from "./nearest.ts";
import type { Table } from "./table.ts";

/**
 * Maximises Σ q_p · log(v_p(o) − d_p) over the accepted options, d_p = v_p(otherwise) − c_p (our own cost counts here too:
 * disagreement costs us what it costs). A gain of nil counts as 1e-9 points, so that a boundary option loses to any inner one.
 */
export function nash(table: Table, forum: ModelForum, luck: number): number {
  const { item, value, otherwise, cost, influence } = table;
  const n = item.options.length;
  return highestAccepted(
    table,
    forum,
    (o) => {
      let score = 0;
      for (const party of forum.members) {
        const j = item.seatOf[party]!;
        const gain = value[j * n + o]! - otherwise[j]! + cost[j]!;
        score += influence[j]! * Math.log(gain > 1e-9 ? gain : 1e-9);
      }
      return score;
    },
    luck,
  );
}
