/** All that a group can reach from every state without anybody moving twice in succession ([S4]), as rows of bits. */
import { type BitRows, emptyRows, setBit } from "./bits.ts";
import type { ArcMoves } from "./graph.ts";

const UNSEARCHED = 0;
const FULL = -1;

/**
 * Row s: the states at the end of legal sequences of one or more moves from s. `movers`: the arcs of each member.
 * A state is searched at most twice from each start: for all movers but the one who arrived first, then for that one.
 * O(n (n + arcs)) time.
 */
export function reachRows(movers: readonly ArcMoves[], n: number): BitRows {
  const rows = emptyRows(n, n);
  const searched = new Int32Array(n);
  const touched = new Int32Array(n);
  const arrived = new Uint8Array(n * movers.length);
  const queue: number[] = [];
  for (let from = 0; from < n; from++) {
    let touches = 0;
    const search = (state: number, mover: number): void => {
      const { start, targets } = movers[mover]!;
      for (let l = start[state]!; l < start[state + 1]!; l++) {
        const to = targets[l]!;
        const node = to * movers.length + mover;
        if (arrived[node] === 1) continue;
        arrived[node] = 1;
        setBit(rows, from, to);
        queue.push(node);
      }
    };
    queue.length = 0;
    for (let j = 0; j < movers.length; j++) search(from, j);
    // The start counts as searched by all, not as reached.
    searched[from] = FULL;
    touched[touches++] = from;
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!;
      const at = Math.floor(node / movers.length);
      const last = node - at * movers.length;
      const before = searched[at]!;
      if (before === UNSEARCHED) {
        touched[touches++] = at;
        searched[at] = last + 1;
        for (let j = 0; j < movers.length; j++) if (j !== last) search(at, j);
      } else if (before !== FULL && before !== last + 1) {
        searched[at] = FULL;
        search(at, before - 1);
      }
    }
    for (const node of queue) arrived[node] = 0;
    for (let k = 0; k < touches; k++) searched[touched[k]!] = UNSEARCHED;
  }
  return rows;
}

/** Rows of bits back to arcs. */
export function rowsToArcs(rows: BitRows, n: number): ArcMoves {
  const start = new Int32Array(n + 1);
  const targets: number[] = [];
  for (let s = 0; s < n; s++) {
    for (let w = 0; w < rows.words; w++) {
      let word = rows.bits[s * rows.words + w]!;
      while (word !== 0) {
        const lowest = word & -word;
        const to = w * 32 + (31 - Math.clz32(lowest));
        if (to !== s) targets.push(to);
        word ^= lowest;
      }
    }
    start[s + 1] = targets.length;
  }
  return { kind: "arcs", start, targets: Int32Array.from(targets) };
}

/** Arcs to rows of bits. */
export function arcsToRows(arcs: ArcMoves): BitRows {
  const n = arcs.start.length - 1;
  const rows = emptyRows(n, n);
  for (let s = 0; s < n; s++)
    for (let l = arcs.start[s]!; l < arcs.start[s + 1]!; l++) setBit(rows, s, arcs.targets[l]!);
  return rows;
}
