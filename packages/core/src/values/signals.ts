/** What the signals of our moves are worth, and what waiting for them is. */
import { differenceWithInterval } from "../plan/value-range.ts";
import { type Decision, idsAfter, toldBy } from "../search/decision.ts";
import type { SolveLimits } from "../search/solve.ts";
import { seen } from "../search/tabulate.ts";
import type { Information, SignalValue } from "./findings.ts";
import { type Labels, worthOfKnowing } from "./knowing.ts";
import type { ValuesBudget } from "./settings.ts";
import { gapOf, type Planned, planOn, type Tables, valuesOf } from "./study.ts";

/** One entry for each of these moves that tells something, in the order of the components. */
export function signalValues(
  tables: Tables,
  base: Planned,
  limits: SolveLimits,
  questionLimits: SolveLimits,
  budget: Pick<ValuesBudget, "mostMoves">,
  idOf: (move: number) => string | undefined,
): SignalValue[] {
  return tables.searched.flatMap((decision, k) =>
    decision.moves.flatMap((move, place): SignalValue[] => {
      const id = idOf(move);
      if (id === undefined || decision.tellerOf[place] === undefined) return [];
      const only = new Set([move]);
      const deaf = without(tables, base, { ...limits, unheard: only }, budget);
      const idle = without(tables, base, { ...limits, barred: only }, budget);
      const labels = toldAtOnce(tables, k, place);
      return [
        {
          move: id,
          ...(labels === undefined ? {} : { free: worthOfKnowing(tables, base, labels, [k], questionLimits) }),
          heard: deaf.information,
          net: idle.information.value,
          gap: deaf.gap + idle.gap,
        },
      ];
    }),
  );
}

/** The plan as it is over the best plan under these limits. Who may do more may do this as well. */
export function without(
  tables: Tables,
  base: Planned,
  limits: SolveLimits,
  budget: Pick<ValuesBudget, "mostMoves">,
): { readonly information: Information; readonly gap: number } {
  const plan = planOn(tables, limits, budget);
  const found = ({ solved }: Planned) => solved.reduce((sum, { value }) => sum + value, 0);
  return {
    information: {
      value: differenceWithInterval(valuesOf(tables, base.policies), valuesOf(tables, plan.policies)),
      inSample: Math.max(0, found(base) - found(plan)),
    },
    gap: gapOf(base) + gapOf(plan),
  };
}

/** What the move tells when it is the first thing done; undefined where it then cannot be done. */
function toldAtOnce(tables: Tables, k: number, place: number): Labels | undefined {
  const codes = (decision: Decision): Uint8Array | undefined => {
    const ids = idsAfter(
      decision,
      decision.factors.map(() => 0),
      place,
    );
    return ids === undefined ? undefined : toldBy(decision, ids, place);
  };
  const [searched, pruned, valued] = [tables.searched[k]!, tables.pruned[k]!, tables.valued[k]!].map(codes);
  if (searched === undefined || pruned === undefined || valued === undefined) return undefined;
  return searched.every((code) => code === seen.notDone) ? undefined : { searched, pruned, valued };
}

/** Deciding as we hear, over deciding everything before we hear anything: what waiting for signals is worth. */
export function worthOfWaiting(
  tables: Tables,
  base: Planned,
  limits: SolveLimits,
  budget: Pick<ValuesBudget, "mostMoves">,
): Information {
  const unheard = new Set(
    tables.searched.flatMap((decision) => decision.moves.filter((_, place) => decision.tellerOf[place] !== undefined)),
  );
  return without(tables, base, { ...limits, unheard }, budget).information;
}
