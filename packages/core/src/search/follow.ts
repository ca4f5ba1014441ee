/** A policy followed on tables, whether of the worlds that it was searched on or of others. */
import { type Decision, idsAfter, toldBy } from "./decision.ts";
import type { Act, Branch, Policy } from "./policy.ts";
import type { Solved } from "./solve.ts";

/**
 * What the policies come to in each world, points; `known` as they were solved with. Signals that the search did not meet
 * take the last branch. Cost O(worlds × depth).
 */
export function follow(decision: Decision, policies: Solved["policies"], known?: Uint8Array): Float64Array {
  const values = new Float64Array(decision.worlds);
  const start = decision.factors.map(() => 0);
  const taken = new Set<number>();
  // The last takes what no other names.
  for (const [k, { labels, policy }] of policies.entries()) {
    const lastOne = k === policies.length - 1;
    const worlds: number[] = [];
    for (let w = 0; w < decision.worlds; w++) {
      const label = known?.[w] ?? 0;
      if (known === undefined || (lastOne ? !taken.has(label) : labels.includes(label))) worlds.push(w);
    }
    for (const label of labels) taken.add(label);
    walk(decision, policy, Int32Array.from(worlds), start, values);
  }
  return values;
}

/** Follows one policy from a point on: fills `values` at these worlds, less what making moves is priced at by move of the model. */
export function walk(
  decision: Decision,
  policy: Policy,
  worlds: Int32Array,
  ids: readonly number[],
  values: Float64Array,
  price?: Float64Array,
  spent = 0,
): void {
  if (policy.kind === "stop") {
    for (const w of worlds) {
      let points = -spent;
      for (let f = 0; f < ids.length; f++) points += decision.factors[f]!.table.values[ids[f]! * decision.worlds + w]!;
      values[w] = points;
    }
    return;
  }
  const next = setsOf(decision, policy, worlds, ids);
  for (const [b, branch] of policy.branches.entries())
    walk(decision, branch.next, next.sets[b]!, next.ids, values, price, spent + (price?.[policy.move] ?? 0));
}

/** After a move: the traces come to, and which of the worlds take which branch. */
export interface BranchSets {
  readonly ids: readonly number[];
  readonly sets: readonly Int32Array[];
}

/** @throws Error where the move cannot be made there: the policy is of other tables */
export function setsOf(decision: Decision, policy: Act, worlds: Int32Array, ids: readonly number[]): BranchSets {
  const m = decision.moves.indexOf(policy.move);
  const after = idsAfter(decision, ids, m);
  if (after === undefined) throw new Error(`a plan makes move ${policy.move} where it cannot be made`);
  const { branches } = policy;
  const told = branches.length > 1 ? toldBy(decision, after, m) : undefined;
  if (told === undefined) return { ids: after, sets: [worlds] };
  const sets = branches.map((): number[] => []);
  for (const w of worlds) sets[branchOf(branches, told[w]!)]!.push(w);
  return { ids: after, sets: sets.map((set) => Int32Array.from(set)) };
}

function branchOf(branches: readonly Branch[], code: number): number {
  for (let b = 0; b < branches.length - 1; b++) if (branches[b]!.codes.includes(code)) return b;
  return branches.length - 1;
}
