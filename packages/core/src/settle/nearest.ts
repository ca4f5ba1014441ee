/** The accepted option nearest to a place, with the tie rule that all models share. */
import type { ModelForum } from "../model/model.ts";
import { type Table, tolerance } from "./table.ts";

/** Ties go to the option nearer `otherwise`, then to the one worth more to the members (Σ s·q·v), then by the keyed draw `luck` in (0,1). */
export function breakTie(table: Table, forum: ModelForum, a: number, b: number, luck: number): number {
  const { item, at, value, salience, influence } = table;
  if (item.ordered && item.otherwise >= 0) {
    const away = Math.abs(at[a]! - at[item.otherwise]!) - Math.abs(at[b]! - at[item.otherwise]!);
    if (Math.abs(away) > tolerance) return away < 0 ? a : b;
  } else if (a === item.otherwise || b === item.otherwise) return item.otherwise;
  const n = item.options.length;
  let better = 0;
  for (const party of forum.members) {
    const j = item.seatOf[party]!;
    better += salience[j]! * influence[j]! * (value[j * n + a]! - value[j * n + b]!);
  }
  if (Math.abs(better) > tolerance) return better > 0 ? a : b;
  // By name, so that the order in which options are listed decides nothing.
  return luck < 0.5 === item.options[a]!.id < item.options[b]!.id ? a : b;
}

/** Index of the accepted option nearest to `place`, -1 where none is accepted. Cost O(options). */
export function nearestAccepted(table: Table, forum: ModelForum, place: number, luck: number): number {
  const { at, accepted } = table;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let o = 0; o < accepted.length; o++) {
    if (accepted[o] === 0) continue;
    const away = Math.abs(at[o]! - place);
    if (away < least - tolerance) {
      best = o;
      least = away;
    } else if (away <= least + tolerance) best = breakTie(table, forum, best, o, luck);
  }
  return best;
}

/** Index of the accepted option with the highest score, -1 where none is accepted. */
export function highestAccepted(
  table: Table,
  forum: ModelForum,
  score: (option: number) => number,
  luck: number,
): number {
  const { accepted } = table;
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let o = 0; o < accepted.length; o++) {
    if (accepted[o] === 0) continue;
    const here = score(o);
    if (here > most + tolerance) {
      best = o;
      most = here;
    } else if (here >= most - tolerance) best = breakTie(table, forum, best, o, luck);
  }
  return best;
}
