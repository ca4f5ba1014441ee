/** The search over the tables of all worlds: component after component, then what each choice is worth. */
import type { Brief, Step } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import { addAll } from "../plan/merged.ts";
import { differenceWithInterval } from "../plan/value-range.ts";
import { movesOf } from "../plan/variants.ts";
import type { SearchBudget, WorldSet } from "./budget.ts";
import { type Decision, decisionOf } from "./decision.ts";
import { explain } from "./explain.ts";
import type { Factors } from "./factors.ts";
import type { BestPlan, PlanPartFinding } from "./findings.ts";
import { follow } from "./follow.ts";
import { shareMoves } from "./limit-moves.ts";
import type { Looks } from "./looks.ts";
import { meanOfNone, type PlannedPart, planParts } from "./plan-parts.ts";
import { stepsOf } from "./plan-steps.ts";
import { movesIn, type Policy, stop } from "./policy.ts";
import { prunePolicy } from "./prune.ts";
import type { SolveLimits } from "./solve.ts";
import type { TableSet } from "./table-part.ts";
import type { Traces } from "./traces.ts";
import { tradeoffsOf, type WholePlan } from "./tradeoffs.ts";

export interface Searched
  extends Pick<BestPlan, "worlds" | "nodes" | "found" | "bound" | "parts" | "steps" | "leftOut" | "tradeoffs"> {}
export interface Study {
  readonly steps: readonly Step[];
  /** Asked for once the plan is being rolled out: it takes longer than the search. */
  readonly explain: () => Omit<Searched, "steps" | "leftOut">;
  /** What the plan comes to by the tables, in each of the worlds valued: a roll-out must come to the same. */
  readonly expected: () => Float64Array;
}

/** One component's search. */
interface Part extends PlannedPart {
  readonly component: readonly number[];
  readonly searched: Decision;
}

/** What the tables are of. The brief and its model have the looks among their moves. */
export interface Searching {
  readonly brief: Brief;
  readonly model: Model;
  readonly factors: Factors;
  readonly traces: readonly Traces[];
  readonly looks: Looks;
  /** Good plans without branches to start from, in the order in which they are made; none where all traces are listed. */
  readonly starts: readonly (readonly number[])[];
}

export function searchTables(
  { brief, model, factors, traces, looks, starts }: Searching,
  tableSet: (set: WorldSet) => TableSet,
  budget: SearchBudget,
): Study {
  const decisionsOf = ({ tables, ceilings }: TableSet): Decision[] =>
    factors.components.map((component) => decisionOf(model, factors, component, traces, tables, ceilings));
  const searched = decisionsOf(tableSet("searched"));
  const pruned = decisionsOf(tableSet("pruned"));
  const limits: SolveLimits = { nodes: budget.nodes, fewest: budget.fewest };
  const parts = planParts(searched, pruned, budget, starts).map(
    (planned, k): Part => ({ ...planned, component: factors.components[k]!, searched: searched[k]! }),
  );
  const stepsFor = (policies: readonly Policy[]) => looks.steps(stepsOf(model, policies, "best plan"));
  const movesNamed = (policies: readonly Policy[]) =>
    policies.flatMap(movesIn).flatMap((m) => {
      const { id } = model.moves[m]!;
      return looks.issueOf(id) === undefined ? [id] : [];
    });
  const whole = (valued: readonly Decision[], set: TableSet, policies: readonly Policy[]): WholePlan => ({
    policies,
    values: addAll([set.rest, ...policies.map((policy, k) => follow(valued[k]!, [{ labels: [], policy }]))]),
  });
  const tradeoffs = (valued: readonly Decision[], set: TableSet) => {
    const replan = (price: Float64Array) =>
      whole(
        valued,
        set,
        shareMoves(searched, { ...limits, price }, budget.mostMoves).map((solved, k) =>
          prunePolicy(pruned[k]!, solved.policies[0]!.policy, price),
        ),
      );
    return tradeoffsOf(brief, model, replan, stepsFor, movesNamed, [
      whole(
        valued,
        set,
        searched.map(() => stop),
      ),
    ]);
  };
  return {
    steps: stepsFor(parts.map((part) => part.policy)),
    expected: () => {
      const set = tableSet("valued");
      return whole(
        decisionsOf(set),
        set,
        parts.map((part) => part.policy),
      ).values;
    },
    explain: () => {
      const set = tableSet("valued");
      const valued = decisionsOf(set);
      const found = parts
        .map((part, k) => partFinding({ model, factors, looks }, part, valued[k]!, set, limits))
        .sort((a, b) => b.overNone.value - a.overNone.value);
      const over = (of: (part: Part) => number) =>
        parts.reduce((sum, part) => sum + of(part) - meanOfNone(part.searched), 0);
      return {
        worlds: { searched: searched[0]!.worlds, pruned: pruned[0]!.worlds, valued: valued[0]!.worlds },
        nodes: parts.reduce((sum, { solved }) => sum + solved.nodes, 0),
        found: over((part) => part.solved.value),
        bound: over((part) => part.solved.bound),
        parts: found,
        ...(budget.tradeoffs === true ? { tradeoffs: tradeoffs(valued, set) } : {}),
      };
    },
  };
}

function partFinding(
  { model, factors: { factors }, looks }: Pick<Searching, "model" | "factors" | "looks">,
  { component, searched, solved, policy }: Part,
  valued: Decision,
  set: TableSet,
  limits: SolveLimits,
): PlanPartFinding {
  const values = follow(valued, [{ labels: [], policy }]);
  const none = follow(valued, [{ labels: [], policy: stop }]);
  const written = new Float64Array(valued.worlds);
  for (const f of component) for (let w = 0; w < written.length; w++) written[w] = written[w]! + set.written[f]![w]!;
  const ids = (list: readonly number[]) =>
    list.map((m) => model.moves[m]!.id).filter((id) => looks.issueOf(id) === undefined);
  const chosen = movesIn(policy);
  const asWritten = movesOf(model.plan).filter((m) => searched.moves.includes(m));
  const start = meanOfNone(searched);
  return {
    moves: ids(searched.moves),
    items: component.flatMap((f) => factors[f]!.items.map((i) => model.items[i]!.id)),
    overNone: differenceWithInterval(values, none),
    overAsWritten: differenceWithInterval(values, written),
    found: solved.value - start,
    bound: solved.bound - start,
    added: ids(chosen.filter((m) => !asWritten.includes(m))),
    dropped: ids(asWritten.filter((m) => !chosen.includes(m))),
    tree: explain(
      {
        model,
        looks,
        searched,
        valued,
        limits,
        holds: set.holds,
        assumptions: [...model.assumptions.keys()],
      },
      policy,
    ),
  };
}
