/** The best plan over tables, and what it comes to in each of the worlds valued. */

import type { WorldSet } from "../search/budget.ts";
import { type Decision, decisionOf } from "../search/decision.ts";
import { follow } from "../search/follow.ts";
import { shareMoves } from "../search/limit-moves.ts";
import { movesIn, type Policy } from "../search/policy.ts";
import { prunePolicy } from "../search/prune.ts";
import type { Solved, SolveLimits } from "../search/solve.ts";
import { joinParts, type TablePart, type TableSet } from "../search/table-part.ts";
import type { ValuesBudget } from "./settings.ts";
import type { TableMaker } from "./table-maker.ts";

export interface Tables {
  readonly searched: readonly Decision[];
  readonly pruned: readonly Decision[];
  readonly valued: readonly Decision[];
  readonly sets: Readonly<Record<WorldSet, TableSet>>;
}
/** One plan, component by component. */
export interface Planned {
  readonly solved: readonly Solved[];
  readonly policies: readonly Policy[];
}

export function openTables(maker: TableMaker, parts: readonly TablePart[]): Tables {
  const { model, factors, traces } = maker;
  const setOf = (set: WorldSet) => joinParts(parts.filter((part) => part.set === set));
  const sets = { searched: setOf("searched"), pruned: setOf("pruned"), valued: setOf("valued") };
  const decisions = ({ tables, ceilings }: TableSet): Decision[] =>
    factors.components.map((component) => decisionOf(model, factors, component, traces, tables, ceilings));
  return {
    sets,
    searched: decisions(sets.searched),
    pruned: decisions(sets.pruned),
    valued: decisions(sets.valued),
  };
}

/** Searched on the first worlds, and what the second do not bear out taken out. */
export function planOn(tables: Tables, limits: SolveLimits, { mostMoves }: Pick<ValuesBudget, "mostMoves">): Planned {
  const solved = shareMoves(tables.searched, limits, mostMoves);
  return {
    solved,
    policies: solved.map((each, k) => prunePolicy(tables.pruned[k]!, each.policies[0]!.policy)),
  };
}

/** Our value in each of the worlds valued: what no move changes, and what each component comes to. */
export function valuesOf(tables: Tables, policies: readonly Policy[]): Float64Array {
  const total = tables.sets.valued.rest.slice();
  for (const [k, policy] of policies.entries()) addTo(total, follow(tables.valued[k]!, [{ labels: [], policy }]));
  return total;
}

export function addTo(total: Float64Array, values: Float64Array): void {
  for (let w = 0; w < total.length; w++) total[w] = total[w]! + values[w]!;
}

/** Points between what was found and what none can exceed, on the worlds searched. */
export const gapOf = ({ solved }: Planned): number =>
  solved.reduce((sum, { value, bound }) => sum + Math.max(0, bound - value), 0);

export const movesOfPlan = ({ policies }: Planned): number[] => policies.flatMap(movesIn);
