/** Changes of mind as edits of rankings: what they say, and the ranking after them. */
import { denseRanks } from "./order.ts";

export type Edit =
  /** Comes to think the state no better than the target; it falls to the target's place. */
  | { readonly kind: "lower"; readonly decisionMaker: number; readonly state: number }
  /** Comes to prefer one state to another; it rises to just above it. */
  | { readonly kind: "raise"; readonly decisionMaker: number; readonly state: number; readonly above: number };

export function editKey(edit: Edit): string {
  return edit.kind === "raise"
    ? `a${edit.decisionMaker},${edit.state},${edit.above}`
    : `b${edit.decisionMaker},${edit.state}`;
}

/** The rankings after the edits: raises first, in order of their keys, then what is lowered. */
export function applyEdits(
  ranks: readonly Int32Array[],
  edits: readonly Edit[],
  target: number,
): readonly Int32Array[] {
  const ordered = [...edits].sort((a, b) => (editKey(a) < editKey(b) ? -1 : 1));
  return ranks.map((row, i) => {
    const own = ordered.filter((edit) => edit.decisionMaker === i);
    if (own.length === 0) return row;
    const places = Float64Array.from(row);
    for (const edit of own) {
      if (edit.kind === "lower") places[edit.state] = Math.min(places[edit.state]!, places[target]!);
      else if (places[edit.state]! <= places[edit.above]!) {
        const floor = places[edit.above]!;
        const ceiling = places.reduce((least, place) => (place > floor && place < least ? place : least), floor + 2);
        places[edit.state] = (floor + ceiling) / 2;
      }
    }
    return denseRanks(places);
  });
}
