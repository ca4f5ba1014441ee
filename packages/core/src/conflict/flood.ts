/**
 * Reverse floods: for every state the least key among the states that the opponents reach from it.
 *
 * States are taken by ascending key; each searches backwards over states not yet labelled and labels them, so every
 * state is labelled once and the first label is the least. Here for moves that are transitive per decision maker (always
 * so in option form): the rule that nobody moves twice in succession then changes nothing, and a path may end where it began,
 * which is never a sanction (rule [S4]). O(opponents × n + arcs) time.
 */
import type { ArcMoves } from "./graph.ts";

/** One opponent's way back: a block up to an end per state, or arcs turned round. */
export type WayBack =
  | {
      readonly kind: "blocks";
      readonly blockOf: Int32Array;
      readonly start: Int32Array;
      readonly sorted: Int32Array;
      /** Where the reachable prefix of the block ends for each state. */
      readonly end: Int32Array;
      /** True: `end` is per block (all members); false: per state (those worse than it). */
      readonly whole: boolean;
    }
  | { readonly kind: "arcs"; readonly reversed: ArcMoves };

/** The states in the order in which they are taken, and the key of each; keys ascend along the order. */
export interface Sources {
  readonly order: Int32Array;
  readonly keys: Int32Array;
}

/** Labels into `label` (length n) the least key that each state reaches, itself included. `stack` is scratch of length n. */
export function floodBack(ways: readonly WayBack[], sources: Sources, label: Int32Array, stack: Int32Array): void {
  label.fill(-1);
  const blocks = ways.filter((way) => way.kind === "blocks");
  const arcs = ways.filter((way) => way.kind === "arcs");
  const cursors = blocks.map((way) => way.start.slice());
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
      for (let w = 0; w < blocks.length; w++) {
        const way = blocks[w]!;
        const cursor = cursors[w]!;
        const block = way.blockOf[state]!;
        const end = way.whole ? way.end[block]! : way.end[state]!;
        let at = cursor[block]!;
        if (at >= end) continue;
        const sorted = way.sorted;
        do {
          const before = sorted[at++]!;
          if (label[before]! < 0) {
            label[before] = key;
            stack[depth++] = before;
          }
        } while (at < end);
        cursor[block] = end;
      }
      for (let w = 0; w < arcs.length; w++) {
        const { start, targets } = arcs[w]!.reversed;
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
