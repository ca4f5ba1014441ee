/** Arcs in compressed rows: building, reversing, filtering, and whether they are transitive. */
import type { ArcMoves, Moves } from "./graph.ts";

/** Rows of targets to arcs; targets repeated or equal to their state are dropped. */
export function arcsFromRows(rows: readonly (readonly number[])[]): ArcMoves {
  const n = rows.length;
  const start = new Int32Array(n + 1);
  const clean = rows.map((row, state) => [...new Set(row)].filter((target) => target !== state));
  for (let s = 0; s < n; s++) start[s + 1] = start[s]! + clean[s]!.length;
  const targets = new Int32Array(start[n]!);
  for (let s = 0; s < n; s++) targets.set(clean[s]!, start[s]!);
  return { kind: "arcs", start, targets };
}

/** The same moves written out one by one: memory grows with the sum of squares of the block sizes. */
export function toArcs(moves: Moves): ArcMoves {
  if (moves.kind === "arcs") return moves;
  const n = moves.blockOf.length;
  const start = new Int32Array(n + 1);
  for (let s = 0; s < n; s++) {
    const block = moves.blockOf[s]!;
    start[s + 1] = start[s]! + moves.start[block + 1]! - moves.start[block]! - 1;
  }
  const targets = new Int32Array(start[n]!);
  for (let s = 0; s < n; s++) {
    const block = moves.blockOf[s]!;
    let at = start[s]!;
    for (let k = moves.start[block]!; k < moves.start[block + 1]!; k++) {
      if (moves.members[k] !== s) targets[at++] = moves.members[k]!;
    }
  }
  return { kind: "arcs", start, targets };
}

/** Number of arcs that `toArcs` would write. */
export function countArcs(moves: Moves): number {
  if (moves.kind === "arcs") return moves.targets.length;
  let count = 0;
  for (let b = 0; b + 1 < moves.start.length; b++) {
    const size = moves.start[b + 1]! - moves.start[b]!;
    count += size * (size - 1);
  }
  return count;
}

/** Every arc turned round: row s lists the states from which s is reached. */
export function reverseArcs(arcs: ArcMoves): ArcMoves {
  const n = arcs.start.length - 1;
  const start = new Int32Array(n + 1);
  for (const target of arcs.targets) start[target + 1] = start[target + 1]! + 1;
  for (let s = 0; s < n; s++) start[s + 1] = start[s + 1]! + start[s]!;
  const cursor = start.slice(0, n);
  const targets = new Int32Array(arcs.targets.length);
  for (let s = 0; s < n; s++) {
    for (let k = arcs.start[s]!; k < arcs.start[s + 1]!; k++) {
      const target = arcs.targets[k]!;
      targets[cursor[target]!] = s;
      cursor[target] = cursor[target]! + 1;
    }
  }
  return { kind: "arcs", start, targets };
}

/** The arcs that `keep(from, to)` lets stand. */
export function filterArcs(arcs: ArcMoves, keep: (from: number, to: number) => boolean): ArcMoves {
  const n = arcs.start.length - 1;
  const start = new Int32Array(n + 1);
  const kept = new Int32Array(arcs.targets.length);
  let count = 0;
  for (let s = 0; s < n; s++) {
    for (let k = arcs.start[s]!; k < arcs.start[s + 1]!; k++) {
      const target = arcs.targets[k]!;
      if (keep(s, target)) kept[count++] = target;
    }
    start[s + 1] = count;
  }
  return { kind: "arcs", start, targets: kept.slice(0, count) };
}

/**
 * True where two moves of the decision maker in a row never lead where one cannot. Looks at no more than `budget`
 * pairs of arcs and answers false when it runs out, which only costs speed: the alternating flood is right for every graph.
 */
export function isTransitive(arcs: ArcMoves, budget: number): boolean {
  const n = arcs.start.length - 1;
  const seenFrom = new Int32Array(n).fill(-1);
  let left = budget;
  for (let s = 0; s < n; s++) {
    for (let k = arcs.start[s]!; k < arcs.start[s + 1]!; k++) seenFrom[arcs.targets[k]!] = s;
    seenFrom[s] = s;
    for (let k = arcs.start[s]!; k < arcs.start[s + 1]!; k++) {
      const t = arcs.targets[k]!;
      left -= arcs.start[t + 1]! - arcs.start[t]!;
      if (left < 0) return false;
      for (let l = arcs.start[t]!; l < arcs.start[t + 1]!; l++) if (seenFrom[arcs.targets[l]!] !== s) return false;
    }
  }
  return true;
}
