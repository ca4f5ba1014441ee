/**
 * Reverse floods: for every state the least key among the states that the opponents reach from it.
 *
 * States are taken by ascending key; each searches backwards over states not yet labelled and labels them, so every
 * state is labelled once and the first label is the least. Here for arcs that are transitive per decision maker (always so in
 * option form without merging): the rule that nobody moves twice in succession then changes nothing, and a path may end
 * where it began, which is never a sanction (rule [S4]). O(n + arcs) time.
 */
import type { ArcMoves } from "./graph.ts";

/** The states in the order in which they are taken, and the key of each; keys ascend along the order. */
export interface Sources {
  readonly order: Int32Array;
  readonly keys: Int32Array;
}

/** Labels the least key that each state reaches over the opponents' arcs, given turned round, itself included. `stack` is scratch of length n. */
export function floodBack(reversed: readonly ArcMoves[], sources: Sources, label: Int32Array, stack: Int32Array): void {
  label.fill(-1);
  const { order, keys } = sources;
  for (let k = 0; k < order.length; k++) {
    const source = order[k]!;
    if (label[source]! >= 0) continue;
    const key = keys[source]!;
    label[source] = key;
    stack[0] = source;
    let depth = 1;
    while (depth > 0) {
      const state = stack[--depth]!;
      for (let w = 0; w < reversed.length; w++) {
        const { start, targets } = reversed[w]!;
        for (let l = start[state]!; l < start[state + 1]!; l++) {
          const before = targets[l]!;
          if (label[before]! < 0) {
            label[before] = key;
            stack[depth++] = before;
          }
        }
      }
    }
  }
}
