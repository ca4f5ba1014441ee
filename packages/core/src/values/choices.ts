/** What each move of the best plan brings over what would be done without it, world by world. */
import { setsOf, walk } from "../search/follow.ts";
import { movesIn, type Policy } from "../search/policy.ts";
import { type SolveLimits, solveFrom } from "../search/solve.ts";
import type { Planned, Tables } from "./study.ts";

export interface Choice {
  readonly move: number;
  /** What is done instead, in order. */
  readonly instead: readonly number[];
  /** Worlds valued that come to it, and the gain in each. */
  readonly worlds: Int32Array;
  readonly gain: Float64Array;
}

/** Fewest worlds in which a choice must come up to be looked into. */
const fewestWorlds = 200;

export function choicesOf(tables: Tables, { policies }: Planned, limits: SolveLimits): Choice[] {
  const found: Choice[] = [];
  const all = (n: number) => Int32Array.from({ length: n }, (_, w) => w);
  for (const [k, start] of policies.entries()) {
    const searched = tables.searched[k]!;
    const valued = tables.valued[k]!;
    const visit = (policy: Policy, ids: readonly number[], there: Int32Array, here: Int32Array): void => {
      if (policy.kind === "stop" || here.length < fewestWorlds) return;
      const barred = new Set([policy.move]);
      const instead = solveFrom(searched, ids, there, { ...limits, barred }).policies[0]!.policy;
      const values = (each: Policy) => {
        const into = new Float64Array(valued.worlds);
        walk(valued, each, here, ids, into);
        return into;
      };
      const doing = values(policy);
      const other = values(instead);
      found.push({
        move: policy.move,
        instead: movesIn(instead),
        worlds: here,
        gain: Float64Array.from(here, (w) => doing[w]! - other[w]!),
      });
      const next = setsOf(valued, policy, here, ids);
      const nextThere = setsOf(searched, policy, there, ids);
      for (const [b, branch] of policy.branches.entries())
        visit(branch.next, next.ids, nextThere.sets[b]!, next.sets[b]!);
    };
    visit(
      start,
      searched.factors.map(() => 0),
      all(searched.worlds),
      all(valued.worlds),
    );
  }
  return found;
}
