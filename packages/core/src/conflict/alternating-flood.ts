/**
 * The reverse flood for moves that need not be transitive: nobody moves twice in succession, so what can still be
 * prepended to a sequence depends on who moves first in it. Nodes are (state, first mover); a state is searched
 * backwards at most twice: once for all movers but the one who moves next, once for that one.
 */

import type { Sources } from "./flood.ts";
import type { ArcMoves } from "./graph.ts";

const UNSEARCHED = 0;
const FULL = -1;

/** Labels the least key that legal sequences of the opponents reach from each state; -1 where they cannot move at all. `stack` is scratch of length n × opponents. */
export function floodBackAlternating(
  reversed: readonly ArcMoves[],
  sources: Sources,
  label: Int32Array,
  stack: Int32Array,
): void {
  const n = label.length;
  const movers = reversed.length;
  label.fill(-1);
  const reached = new Uint8Array(n * movers);
  /** UNSEARCHED, FULL, or 1 + the mover for whom it has not been searched yet. */
  const searched = new Int32Array(n);
  const { order, keys } = sources;
  let depth = 0;

  const searchBack = (state: number, mover: number, key: number): void => {
    const { start, targets } = reversed[mover]!;
    for (let l = start[state]!; l < start[state + 1]!; l++) {
      const before = targets[l]!;
      const node = before * movers + mover;
      if (reached[node] === 1) continue;
      reached[node] = 1;
      if (label[before]! < 0) label[before] = key;
      stack[depth++] = node;
    }
  };

  for (let k = 0; k < order.length; k++) {
    const source = order[k]!;
    const key = keys[source]!;
    const state = searched[source]!;
    searched[source] = FULL;
    if (state === UNSEARCHED) for (let j = 0; j < movers; j++) searchBack(source, j, key);
    else if (state !== FULL) searchBack(source, state - 1, key);
    while (depth > 0) {
      const node = stack[--depth]!;
      const at = Math.floor(node / movers);
      const next = node - at * movers;
      const before = searched[at]!;
      if (before === UNSEARCHED) {
        searched[at] = next + 1;
        for (let j = 0; j < movers; j++) if (j !== next) searchBack(at, j, key);
      } else if (before !== FULL && before !== next + 1) {
        searched[at] = FULL;
        searchBack(at, before - 1, key);
      }
    }
  }
}
