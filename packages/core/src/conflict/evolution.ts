/** How the conflict can get from the status quo to each state ([E1], [E2]; Li, Kilgour & Hipel 2005; Xu et al. 2010). */
import { type Conflict, movesFrom } from "./graph.ts";
import { type Step, stepOf } from "./legal-path.ts";
import { type Limits, withinMemory } from "./memory.ts";
import { type Result, succeed } from "./problem.ts";

export interface Evolution {
  readonly from: number;
  /** Per state the fewest steps that do not improve for whoever takes them; -1 where no legal path leads there. 0: reached by improvements only. */
  readonly costly: Int32Array;
  /** Per state the fewest steps among those paths; -1 where none leads there. */
  readonly steps: Int32Array;
  /** Such a path; empty for the status quo itself, undefined where none leads there. */
  readonly pathTo: (state: number) => readonly Step[] | undefined;
}

/**
 * Legal paths from the status quo with the fewest steps that cost their mover (or bring it nothing), and among these the
 * shortest. A state is searched at most twice: for all movers but the one who arrived first, then for that one. O((n + moves) log n).
 */
export function traceEvolution(conflict: Conflict, statusQuo: number, limits: Limits = {}): Result<Evolution> {
  const n = conflict.graph.stateCount;
  const m = conflict.graph.decisionMakers.length;
  const memory = withinMemory(40 * n * m, limits, "Tracing paths from the status quo");
  if (!memory.ok) return memory;
  const FULL = -1;
  const UNSEARCHED = 0;
  const costly = new Int32Array(n).fill(-1);
  const steps = new Int32Array(n).fill(-1);
  /** Node (state, last mover) at arrival; predecessor node, or -1 from the status quo. */
  const before = new Int32Array(n * m).fill(-2);
  const settled = new Uint8Array(n * m);
  const arrival = new Int32Array(n).fill(-1);
  const searched = new Int32Array(n);
  const weight = 2 * n * m + 1;
  const heap = makeHeap();
  const best = new Float64Array(n * m).fill(Number.POSITIVE_INFINITY);
  const search = (state: number, mover: number, node: number, cost: number): void => {
    for (const to of movesFrom(conflict.graph.moves[mover]!, state)) {
      const next = to * m + mover;
      if (settled[next] === 1) continue;
      const reached = cost + 1 + (stepOf(conflict, mover, state, to).gain === 1 ? 0 : weight);
      if (reached >= best[next]!) continue;
      best[next] = reached;
      before[next] = node;
      heap.push(reached, next);
    }
  };
  costly[statusQuo] = 0;
  steps[statusQuo] = 0;
  searched[statusQuo] = FULL;
  for (let j = 0; j < m; j++) search(statusQuo, j, -1, 0);
  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    const [cost, node] = top;
    if (settled[node] === 1) continue;
    settled[node] = 1;
    const state = Math.floor(node / m);
    const last = node - state * m;
    if (costly[state]! < 0) {
      costly[state] = Math.floor(cost / weight);
      steps[state] = cost - costly[state]! * weight;
      arrival[state] = node;
    }
    const done = searched[state]!;
    if (done === UNSEARCHED) {
      searched[state] = last + 1;
      for (let j = 0; j < m; j++) if (j !== last) search(state, j, node, cost);
    } else if (done !== FULL && done !== last + 1) {
      searched[state] = FULL;
      search(state, done - 1, node, cost);
    }
  }
  const pathTo = (state: number): readonly Step[] | undefined => {
    if (state === statusQuo) return [];
    if (costly[state]! < 0) return undefined;
    const path: Step[] = [];
    for (let node = arrival[state]!; node >= 0; node = before[node]!) {
      const at = Math.floor(node / m);
      const earlier = before[node]!;
      path.unshift(stepOf(conflict, node - at * m, earlier < 0 ? statusQuo : Math.floor(earlier / m), at));
    }
    return path;
  };
  return succeed({ from: statusQuo, costly, steps, pathTo });
}

/** Least cost first; equal costs by node, so that paths do not depend on chance. */
function makeHeap(): {
  readonly push: (cost: number, node: number) => void;
  readonly pop: () => readonly [number, number] | undefined;
} {
  const costs: number[] = [];
  const nodes: number[] = [];
  const isBefore = (a: number, b: number): boolean =>
    costs[a]! < costs[b]! || (costs[a] === costs[b] && nodes[a]! < nodes[b]!);
  const swap = (a: number, b: number): void => {
    [costs[a], costs[b]] = [costs[b]!, costs[a]!];
    [nodes[a], nodes[b]] = [nodes[b]!, nodes[a]!];
  };
  return {
    push: (cost, node) => {
      costs.push(cost);
      nodes.push(node);
      for (let at = costs.length - 1; at > 0; ) {
        const up = (at - 1) >> 1;
        if (!isBefore(at, up)) break;
        swap(at, up);
        at = up;
      }
    },
    pop: () => {
      if (costs.length === 0) return undefined;
      swap(0, costs.length - 1);
      const top = [costs.pop()!, nodes.pop()!] as const;
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        if (left >= costs.length) break;
        const least = left + 1 < costs.length && isBefore(left + 1, left) ? left + 1 : left;
        if (!isBefore(least, at)) break;
        swap(at, least);
        at = least;
      }
      return top;
    },
  };
}
