/** Preferences of which not every comparison is known: chains of groups, and what follows from them. */
import { type BitRows, emptyRows, setBit } from "./bits.ts";
import { type ConflictGraph, findState, stateIdAt } from "./graph.ts";
import type { RankingInput } from "./model.ts";
import { fail, failOnce, type ModelPath, type Problem, type Result, succeed } from "./problem.ts";

export interface PartialOrder {
  /** Row s: the states known to be strictly better than s. */
  readonly better: BitRows;
  /** Row s: the states known to be as good as s, itself among them. */
  readonly same: BitRows;
}

export function compileChains(
  chains: readonly RankingInput[],
  graph: ConflictGraph,
  who: string,
  path: ModelPath,
): Result<PartialOrder> {
  const n = graph.stateCount;
  const problems: Problem[] = [];
  const parent = Int32Array.from({ length: n }, (_, s) => s);
  const rootOf = (state: number): number => {
    let root = state;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  const read = chains.map((chain, c) =>
    chain.map((group, g) => {
      if (group === ">>") {
        problems.push({
          code: "conflict-shape",
          path: [...path, c, g],
          message: "Strengths (>>) can be told in a complete ranking only, not in chains.",
        });
        return [];
      }
      return group.flatMap((id, k) => {
        const state = findState(graph, id);
        if (state >= 0) return [state];
        problems.push({
          code: "conflict-unknown-state",
          path: [...path, c, g, k],
          message: `${who} ranks the state ${id}, which does not exist or is infeasible.`,
        });
        return [];
      });
    }),
  );
  if (problems.length > 0) return fail(problems);
  for (const chain of read) {
    for (const group of chain) for (const state of group) parent[rootOf(state)] = rootOf(group[0]!);
  }
  const above: Set<number>[] = Array.from({ length: n }, () => new Set());
  for (const chain of read) {
    for (let g = 1; g < chain.length; g++) {
      for (const worse of chain[g]!) for (const better of chain[g - 1]!) above[rootOf(worse)]!.add(rootOf(better));
    }
  }
  const cycle = findCycle(above);
  if (cycle.length > 0) {
    const names = [...cycle, cycle[0]!].map((state) => stateIdAt(graph, state));
    return failOnce(
      "conflict-preference-cycle",
      path,
      `The chains of ${who} run in a circle: ${names.join(" below ")}.`,
      "Take back one of these comparisons.",
    );
  }
  return succeed(closeUpwards(above, rootOf, n));
}

/** Classes that lie above themselves, in order; empty where there are none. */
function findCycle(above: readonly ReadonlySet<number>[]): readonly number[] {
  const state = new Uint8Array(above.length);
  for (let root = 0; root < above.length; root++) {
    if (state[root] !== 0) continue;
    const trail: { readonly node: number; readonly rest: Iterator<number> }[] = [];
    const enter = (node: number): void => {
      state[node] = 1;
      trail.push({ node, rest: above[node]![Symbol.iterator]() });
    };
    enter(root);
    while (trail.length > 0) {
      const top = trail.at(-1)!;
      const next = top.rest.next();
      if (next.done === true) {
        state[top.node] = 2;
        trail.pop();
      } else if (state[next.value] === 1) {
        return trail.slice(trail.findIndex((entry) => entry.node === next.value)).map((entry) => entry.node);
      } else if (state[next.value] === 0) enter(next.value);
    }
  }
  return [];
}

function closeUpwards(
  above: readonly ReadonlySet<number>[],
  rootOf: (state: number) => number,
  n: number,
): PartialOrder {
  const members: number[][] = Array.from({ length: n }, () => []);
  for (let s = 0; s < n; s++) members[rootOf(s)]!.push(s);
  const better = emptyRows(n, n);
  const same = emptyRows(n, n);
  for (let root = 0; root < n; root++) {
    if (members[root]!.length === 0) continue;
    const seen = new Set<number>();
    const queue = [...above[root]!];
    while (queue.length > 0) {
      const next = queue.pop()!;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...above[next]!);
    }
    for (const s of members[root]!) {
      for (const t of members[root]!) setBit(same, s, t);
      for (const up of seen) for (const t of members[up]!) setBit(better, s, t);
    }
  }
  return { better, same };
}
