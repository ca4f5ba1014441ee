/** Why a plan does what it does: each choice against the best that can be done without it, on worlds that it was not made on. */

import { printCondition } from "../brief/mini/print-condition.ts";
import type { Model } from "../model/model.ts";
import { meanWithInterval } from "../plan/value-range.ts";
import type { Decision } from "./decision.ts";
import type { ChoiceFinding, PlanTree } from "./findings.ts";
import { setsOf, walk } from "./follow.ts";
import type { Looks } from "./looks.ts";
import { conditionOf } from "./plan-steps.ts";
import { type Act, movesIn, type Policy } from "./policy.ts";
import { type SolveLimits, solveFrom } from "./solve.ts";

/** What a choice is explained with: the worlds searched, for what would be done instead, and the worlds valued. */
export interface Explaining {
  readonly model: Model;
  readonly looks: Looks;
  readonly searched: Decision;
  readonly valued: Decision;
  readonly limits: Omit<SolveLimits, "known">;
  /** By assumption: in which of the worlds valued it holds. */
  readonly holds: readonly Uint8Array[];
  /** Assumptions on which these moves hang. */
  readonly assumptions: readonly number[];
}
/** Where a policy has come to: the traces, and the worlds of both sets that come here. */
interface Place {
  readonly ids: readonly number[];
  readonly searched: Int32Array;
  readonly valued: Int32Array;
}

export function explain(given: Explaining, policy: Policy): PlanTree {
  const all = (n: number) => Int32Array.from({ length: n }, (_, w) => w);
  const ids = given.searched.factors.map(() => 0);
  return treeOf(given, policy, { ids, searched: all(given.searched.worlds), valued: all(given.valued.worlds) });
}

function treeOf(given: Explaining, policy: Policy, place: Place): PlanTree {
  const share = place.valued.length / given.valued.worlds;
  if (policy.kind === "stop") return { share, branches: [] };
  const { model, looks } = given;
  const { id } = model.moves[policy.move]!;
  const issue = looks.issueOf(id);
  const searched = setsOf(given.searched, policy, place.searched, place.ids);
  const valued = setsOf(given.valued, policy, place.valued, place.ids);
  return {
    ...(issue === undefined ? { move: id, share, why: whyOf(given, policy, place) } : { looksAt: issue, share }),
    branches: policy.branches.map((branch, b) => ({
      on:
        policy.branches.length === 1
          ? ""
          : b === policy.branches.length - 1
            ? "else"
            : printCondition(looks.condition(conditionOf(model, policy.move, branch))),
      next: treeOf(given, branch.next, { ids: searched.ids, searched: searched.sets[b]!, valued: valued.sets[b]! }),
    })),
  };
}

/** Of the choices that the search may look ahead to, one in so many for what would be done instead of each. */
const shareOfNodes = 10;
/** Fewest worlds of each kind for which the point at which a choice turns is said. */
const fewestEach = 50;

function whyOf(given: Explaining, policy: Act, { ids, searched, valued }: Place): ChoiceFinding {
  const { model, limits } = given;
  const barred = new Set([...(limits.barred ?? []), policy.move]);
  const instead = solveFrom(given.searched, ids, searched, {
    ...limits,
    barred,
    nodes: Math.ceil(limits.nodes / shareOfNodes),
  }).policies[0]!.policy;
  const valuesOf = (each: Policy): Float64Array => {
    const values = new Float64Array(given.valued.worlds);
    walk(given.valued, each, valued, ids, values);
    return values;
  };
  const doing = valuesOf(policy);
  const other = valuesOf(instead);
  const gain = Float64Array.from(valued, (w) => doing[w]! - other[w]!);
  const turns = given.assumptions.flatMap((a) => {
    const holds = given.holds[a]!;
    const [yes, no] = [1, 0].map((side) => gain.filter((_, k) => holds[valued[k]!] === side)) as [
      Float64Array,
      Float64Array,
    ];
    if (yes.length < fewestEach || no.length < fewestEach) return [];
    const ifSo = meanWithInterval(yes);
    const ifNot = meanWithInterval(no);
    // Only where each side is told apart from nothing does the choice hang on it.
    if (!(ifSo.low > 0 && ifNot.high < 0) && !(ifSo.high < 0 && ifNot.low > 0)) return [];
    const at = (100 * ifNot.value) / (ifNot.value - ifSo.value);
    return [{ assumption: model.assumptions[a]!.id, at, now: (100 * yes.length) / valued.length }];
  });
  return {
    worth: meanWithInterval(gain),
    instead: movesIn(instead)
      .map((m) => model.moves[m]!.id)
      .filter((id) => given.looks.issueOf(id) === undefined),
    turns,
  };
}
