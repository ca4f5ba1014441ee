/**
 * The reverse flood where every decision maker's moves are reversible: the hot loop of the engine.
 *
 * Whoever improves into a state comes from the worse members of its block. Each block is sorted once, worst first; a flood
 * keeps one cursor per block, before which everything is labelled, so that a flood passes each place once: O(opponents × n),
 * however many moves there are. What a state needs lies side by side in one record, for the sake of the cache.
 */
import type { Sources } from "./flood.ts";
import type { BlockMoves } from "./graph.ts";

export interface PackedBlocks {
  readonly movers: number;
  /** Per state and mover two numbers: its block (counted over all movers), and the end in `sorted` of those worse than it. */
  readonly records: Int32Array;
  /** Members of all blocks of all movers, worst first. */
  readonly sorted: Int32Array;
  /** Where each block begins in `sorted`. */
  readonly starts: Int32Array;
}

/** `orders[j]`: the states by ascending rank of mover j. O(m n). */
export function packBlocks(
  moves: readonly BlockMoves[],
  ranks: readonly Int32Array[],
  orders: readonly Int32Array[],
): PackedBlocks {
  const movers = moves.length;
  const n = ranks[0]!.length;
  const blocks = moves.reduce((sum, each) => sum + each.start.length - 1, 0);
  const starts = new Int32Array(blocks);
  const records = new Int32Array(2 * movers * n);
  const sorted = new Int32Array(movers * n);
  let firstBlock = 0;
  for (let j = 0; j < movers; j++) {
    const { blockOf, start } = moves[j]!;
    const rank = ranks[j]!;
    const order = orders[j]!;
    const count = start.length - 1;
    const base = j * n;
    for (let b = 0; b < count; b++) starts[firstBlock + b] = base + start[b]!;
    const cursor = starts.slice(firstBlock, firstBlock + count);
    for (let k = 0; k < n; k++) {
      const s = order[k]!;
      const block = blockOf[s]!;
      const at = cursor[block]!;
      sorted[at] = s;
      cursor[block] = at + 1;
      const record = 2 * (s * movers + j);
      const before = at > base + start[block]! ? sorted[at - 1]! : -1;
      records[record] = firstBlock + block;
      records[record + 1] = before >= 0 && rank[before]! === rank[s]! ? records[2 * (before * movers + j) + 1]! : at;
    }
    firstBlock += count;
  }
  return { movers, records, sorted, starts };
}

/** Scratch for floods, allocated once. */
export interface FloodScratch {
  readonly stack: Int32Array;
  readonly seen: Int32Array;
  readonly cursors: Int32Array;
}

/** Labels the least key that each state reaches by improvements of all movers but `own`, itself included. */
export function floodImprovements(
  packed: PackedBlocks,
  own: number,
  sources: Sources,
  label: Int32Array,
  scratch: FloodScratch,
): void {
  const { movers, records, sorted } = packed;
  const { stack, seen, cursors } = scratch;
  const { order, keys } = sources;
  const width = 2 * movers;
  const skip = 2 * own;
  seen.fill(0);
  cursors.set(packed.starts);
  for (let k = 0; k < order.length; k++) {
    const source = order[k]!;
    if (((seen[source >>> 5]! >>> (source & 31)) & 1) !== 0) continue;
    const key = keys[source]!;
    seen[source >>> 5]! |= 1 << (source & 31);
    label[source] = key;
    stack[0] = source;
    let depth = 1;
    while (depth > 0) {
      const record = stack[--depth]! * width;
      for (let j = 0; j < width; j += 2) {
        if (j === skip) continue;
        const block = records[record + j]!;
        const end = records[record + j + 1]!;
        let at = cursors[block]!;
        if (at >= end) continue;
        cursors[block] = end;
        do {
          const before = sorted[at]!;
          const word = seen[before >>> 5]!;
          const bit = 1 << (before & 31);
          if ((word & bit) === 0) {
            seen[before >>> 5] = word | bit;
            label[before] = key;
            stack[depth++] = before;
          }
        } while (++at < end);
      }
    }
  }
}

/** Per state the least state of its component under the moves of all but `own`. Near-linear union by least index. */
export function componentsWithout(moves: readonly BlockMoves[], own: number, component: Int32Array): void {
  const n = component.length;
  for (let s = 0; s < n; s++) component[s] = s;
  for (let j = 0; j < moves.length; j++) {
    if (j === own) continue;
    const { blockOf, start, members } = moves[j]!;
    for (let s = 0; s < n; s++) {
      const first = members[start[blockOf[s]!]!]!;
      if (first === s) continue;
      let a = first;
      let b = s;
      while (component[a] !== a) {
        component[a] = component[component[a]!]!;
        a = component[a]!;
      }
      while (component[b] !== b) {
        component[b] = component[component[b]!]!;
        b = component[b]!;
      }
      if (a < b) component[b] = a;
      else component[a] = b;
    }
  }
  for (let s = 0; s < n; s++) component[s] = component[component[s]!]!;
}
