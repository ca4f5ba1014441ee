/** Rows for the state graph: how many moves each state is from the start, and an order in each row that keeps lines short. */
import type { ConflictFindings, StateId } from "@demarche/core/conflict";

export interface Layers {
  /** Indices into `findings.states`, row by row from the start. */
  readonly rows: readonly (readonly number[])[];
  /** States that no moves lead to; empty where there are none. */
  readonly unreached: readonly number[];
}

export function layerStates(findings: ConflictFindings): Layers {
  const index = new Map<StateId, number>(findings.states.map(({ id }, s) => [id, s]));
  const moves = (findings.moves ?? []).map(({ from, to }) => [index.get(from)!, index.get(to)!] as const);
  const start = findings.statusQuo === undefined ? 0 : index.get(findings.statusQuo)!;
  const depth = new Int32Array(findings.states.length).fill(-1);
  depth[start] = 0;
  let front = [start];
  const rows: number[][] = [];
  while (front.length > 0) {
    rows.push(front);
    const next: number[] = [];
    for (const [from, to] of moves) {
      if (front.includes(from) && depth[to]! < 0) {
        depth[to] = rows.length;
        next.push(to);
      }
    }
    front = next;
  }
  const neighbours = findings.states.map((_, s) =>
    moves.flatMap(([from, to]) => (from === s ? [to] : to === s ? [from] : [])),
  );
  return { rows: untangle(rows, neighbours), unreached: [...depth.keys()].filter((s) => depth[s]! < 0) };
}

/** Sorts each row by the mean place of its neighbours in the row before and after, a few times (Sugiyama 1981). */
function untangle(
  rows: readonly (readonly number[])[],
  neighbours: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  let sorted = rows.map((row) => [...row].sort((a, b) => a - b));
  for (let round = 0; round < 8; round++) {
    const place = new Map<number, number>();
    for (const row of sorted) for (const [k, s] of row.entries()) place.set(s, (k + 0.5) / row.length);
    sorted = sorted.map((row) => {
      const own = new Set(row);
      const pull = (s: number): number => {
        const outside = neighbours[s]!.filter((t) => !own.has(t) && place.has(t));
        return outside.length === 0
          ? place.get(s)!
          : outside.reduce((sum, t) => sum + place.get(t)!, 0) / outside.length;
      };
      return [...row].sort((a, b) => pull(a) - pull(b) || a - b);
    });
  }
  return sorted;
}
