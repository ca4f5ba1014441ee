/**
 * Takes out of a plan what other worlds than those it was searched on do not bear out: reduced-error pruning (Quinlan 1987)
 * with the one-standard-error rule (Breiman, Friedman, Olshen & Stone 1984).
 */
import { type Decision, idsAfter } from "./decision.ts";
import { setsOf, walk } from "./follow.ts";
import { type Policy, stop } from "./policy.ts";

/**
 * The simplest plan that is not told apart from the best on the worlds of `decision`. From the leaves upward each move may be
 * left out, with or without what follows it, and each branching given up; `price` as it was searched with, in these `worlds` (all). Cost O(worlds × moves × branches).
 */
export function prunePolicy(
  decision: Decision,
  policy: Policy,
  price?: Float64Array,
  worlds: Int32Array = Int32Array.from({ length: decision.worlds }, (_, w) => w),
): Policy {
  return prune(
    decision,
    policy,
    worlds,
    decision.factors.map(() => 0),
    price,
  );
}

function prune(
  decision: Decision,
  policy: Policy,
  worlds: Int32Array,
  ids: readonly number[],
  price: Float64Array | undefined,
): Policy {
  // Where none of these worlds comes, nothing speaks against what the search found.
  if (policy.kind === "stop" || worlds.length === 0) return policy;
  const { branches } = policy;
  const after = setsOf(decision, policy, worlds, ids);
  const next = branches.map((branch, b) => prune(decision, branch.next, after.sets[b]!, after.ids, price));
  const sameAll = next.every((each) => JSON.stringify(each) === JSON.stringify(next[0]));
  const unbranched = next.map(
    (each): Policy => ({ ...policy, branches: [{ codes: [], next: each, worlds: policy.worlds }] }),
  );
  const whole: Policy = { ...policy, branches: branches.map((branch, b) => ({ ...branch, next: next[b]! })) };
  const withoutIt = next.filter((each) => each.kind === "do" && canFollow(decision, each, ids));
  // From the simplest to the whole.
  const candidates: Policy[] = [stop, ...withoutIt, ...unbranched.reverse(), ...(sameAll ? [] : [whole])];
  const values = candidates.map((candidate) => valuesOf(decision, candidate, worlds, ids, price));
  const means = values.map((each) => each.reduce((sum, x) => sum + x, 0));
  const best = values[means.indexOf(Math.max(...means))]!;
  return candidates[values.findIndex((each) => !isLess(each, best))]!;
}

function valuesOf(
  decision: Decision,
  policy: Policy,
  worlds: Int32Array,
  ids: readonly number[],
  price: Float64Array | undefined,
): Float64Array {
  const all = new Float64Array(decision.worlds);
  walk(decision, policy, worlds, ids, all, price);
  return Float64Array.from(worlds, (w) => all[w]!);
}

/** Can every move of the policy be made from here on? */
function canFollow(decision: Decision, policy: Policy, ids: readonly number[]): boolean {
  if (policy.kind === "stop") return true;
  const after = idsAfter(decision, ids, decision.moves.indexOf(policy.move));
  return after !== undefined && policy.branches.every((branch) => canFollow(decision, branch.next, after));
}

/** Is the one less than the other by more than a standard error of their difference on the same worlds? */
export function isLess(values: Float64Array, best: Float64Array): boolean {
  const n = values.length;
  let sum = 0;
  for (let w = 0; w < n; w++) sum += best[w]! - values[w]!;
  const mean = sum / n;
  let squares = 0;
  for (let w = 0; w < n; w++) {
    const off = best[w]! - values[w]! - mean;
    squares += off * off;
  }
  const error = n > 1 ? Math.sqrt(squares / (n - 1) / n) : Number.POSITIVE_INFINITY;
  return mean > Math.max(error, 1e-9);
}
