/** Outcome model `veto`: the agenda setter's best in the win-set of `otherwise` (Romer & Rosenthal 1978; Tsebelis 2002). */
import type { ModelForum } from "../model/model.ts";
import { highestAccepted } from "./nearest.ts";
import { type Table, tolerance } from "./table.ts";
import { isWinning } from "./voting.ts";

/**
 * The win-set is taken without costs of disagreement: an option for which a winning coalition is not worse off than with
 * `otherwise`; it is cut with the acceptance set (red lines, limits, needed consents). The setter is the item's proposer
 * if a member, else the first member. Without a win-set, `otherwise` stands: -1.
 */
export function veto(table: Table, forum: ModelForum, accepts: Uint8Array, luck: number): number {
  const { item, value, otherwise, accepted } = table;
  const n = item.options.length;
  const setter = forum.members.find((party) => item.proposers.includes(party)) ?? forum.members[0]!;
  const seat = item.seatOf[setter]!;
  for (let o = 0; o < n; o++) {
    if (accepted[o] === 0) continue;
    for (let k = 0; k < forum.members.length; k++) {
      const j = item.seatOf[forum.members[k]!]!;
      accepts[k] = value[j * n + o]! >= otherwise[j]! - tolerance ? 1 : 0;
    }
    if (!isWinning(forum.rule, accepts)) accepted[o] = 0;
  }
  return highestAccepted(table, forum, (o) => value[seat * n + o]!, luck);
}
