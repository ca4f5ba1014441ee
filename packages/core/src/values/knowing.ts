/** What it is worth to know something before anything is done (Raiffa & Schlaifer 1961; Howard 1966). */
import { differenceWithInterval } from "../plan/value-range.ts";
import type { WorldSet } from "../search/budget.ts";
import { follow } from "../search/follow.ts";
import { shareMoves } from "../search/limit-moves.ts";
import { depthOf, type Policy } from "../search/policy.ts";
import { isLess, prunePolicy } from "../search/prune.ts";
import { type Solved, type SolveLimits, solve } from "../search/solve.ts";
import type { Information } from "./findings.ts";
import { addTo, type Planned, type Tables } from "./study.ts";

/** What is known, as a label of each world of each set; worlds of one label choose together. */
export type Labels = Readonly<Record<WorldSet, Uint8Array>>;

/**
 * Plans made apart for each label against the one plan that has to do for all, in these components. Who knows may still do as
 * who does not, so on the worlds searched it is never worth less than nothing. On the worlds valued, which took no part in
 * any choice, it is unbiased and may be negative by noise; who does not know may there do what was found for any label, so
 * that a plan that is better whatever is known does not count as knowledge. Cost O(labels × a search).
 */
export function worthOfKnowing(
  tables: Tables,
  base: Planned,
  labels: Labels,
  components: readonly number[],
  limits: SolveLimits,
): Information {
  const informed = new Float64Array(tables.valued[0]!.worlds);
  const plain = new Float64Array(informed.length);
  let inSample = 0;
  const found = solutions(tables, base, labels, components, limits);
  for (const [at, k] of components.entries()) {
    const solved = found[at]!;
    inSample += gainInSample(tables, base, labels, k, solved.policies);
    const { apart, together } = borneOut(tables, base, labels, k, solved.policies);
    const valued = tables.valued[k]!;
    addTo(informed, follow(valued, apart, labels.valued));
    addTo(plain, follow(valued, [{ labels: [], policy: together }]));
  }
  return { value: differenceWithInterval(informed, plain), inSample };
}

/** By component. A limit on moves is shared out among them, less what the plan spends elsewhere. */
function solutions(
  tables: Tables,
  base: Planned,
  labels: Labels,
  components: readonly number[],
  { mostMoves, ...limits }: SolveLimits,
): Solved[] {
  const decisions = components.map((k) => tables.searched[k]!);
  const knowing = { ...limits, known: labels.searched };
  if (mostMoves === undefined) return decisions.map((decision) => solve(decision, knowing));
  const elsewhere = base.solved.reduce(
    (sum, { policies }, k) => (components.includes(k) ? sum : sum + depthOf(policies[0]!.policy)),
    0,
  );
  return shareMoves(decisions, knowing, mostMoves - elsewhere);
}

function gainInSample(tables: Tables, base: Planned, labels: Labels, k: number, policies: Solved["policies"]): number {
  const searched = tables.searched[k]!;
  const apart = follow(searched, policies, labels.searched);
  const together = follow(searched, base.solved[k]!.policies);
  let sum = 0;
  for (const worlds of groupsOf(policies, labels.searched)) {
    let gain = 0;
    for (const w of worlds) gain += apart[w]! - together[w]!;
    sum += Math.max(0, gain);
  }
  return sum / searched.worlds;
}

interface Choices {
  readonly apart: Solved["policies"];
  readonly together: Policy;
}

/**
 * What other worlds bear out: for all labels together the best of the plan as it is and those found for each, and for each
 * label the best of the same, where it is better by more than a standard error.
 */
function borneOut(tables: Tables, base: Planned, labels: Labels, k: number, policies: Solved["policies"]): Choices {
  const pruned = tables.pruned[k]!;
  const groups = groupsOf(policies, labels.pruned);
  const found = policies.map(({ policy }, g) => prunePolicy(pruned, policy, undefined, groups[g]!));
  const candidates = [base.policies[k]!, ...found];
  const values = candidates.map((policy) => follow(pruned, [{ labels: [], policy }]));
  const everywhere = Int32Array.from({ length: pruned.worlds }, (_, w) => w);
  const together = bestOn(values, everywhere, 0);
  return {
    together: candidates[together]!,
    apart: policies.map(({ labels: of }, g) => ({
      labels: of,
      policy: candidates[bestOn(values, groups[g]!, together)]!,
    })),
  };
}

/** The candidate with the highest mean in these worlds; the usual one unless it is less by more than a standard error. */
function bestOn(values: readonly Float64Array[], worlds: Int32Array, usual: number): number {
  const here = values.map((each) => Float64Array.from(worlds, (w) => each[w]!));
  const sums = here.map((each) => each.reduce((sum, x) => sum + x, 0));
  const most = sums.indexOf(Math.max(...sums));
  return isLess(here[usual]!, here[most]!) ? most : usual;
}

/** Worlds of each entry of a list of plans by label; those of labels that none names go with the last. */
function groupsOf(policies: Solved["policies"], labels: Uint8Array): Int32Array[] {
  const groups = policies.map((): number[] => []);
  for (const [w, label] of labels.entries()) {
    const found = policies.findIndex((each) => each.labels.includes(label));
    groups[found < 0 ? policies.length - 1 : found]!.push(w);
  }
  return groups.map((worlds) => Int32Array.from(worlds));
}
