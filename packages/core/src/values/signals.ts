/** What the signals of our moves are worth, and what waiting for them is. */
import { differenceWithInterval } from "../plan/value-range.ts";
import { type Decision, idsAfter, toldBy } from "../search/decision.ts";
import { follow } from "../search/follow.ts";
import { prunePolicy } from "../search/prune.ts";
import { type SolveLimits, solve } from "../search/solve.ts";
import { seen } from "../search/tabulate.ts";
import type { Information, SignalValue } from "./findings.ts";
import { type Labels, worthOfKnowing } from "./knowing.ts";
import type { Planned, Tables } from "./study.ts";

/** One entry for each of these moves that tells something, in the order of the components. */
export function signalValues(
  tables: Tables,
  base: Planned,
  limits: SolveLimits,
  questionLimits: SolveLimits,
  idOf: (move: number) => string | undefined,
): SignalValue[] {
  return tables.searched.flatMap((decision, k) =>
    decision.moves.flatMap((move, place): SignalValue[] => {
      const id = idOf(move);
      if (id === undefined || decision.tellerOf[place] === undefined) return [];
      const only = new Set([move]);
      const deaf = without(tables, base, k, { ...limits, unheard: only });
      const idle = without(tables, base, k, { ...limits, barred: only });
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

/** The plan as it is over the best plan under these limits, in one component. */
function without(
  tables: Tables,
  base: Planned,
  k: number,
  limits: SolveLimits,
): { readonly information: Information; readonly gap: number } {
  const solved = solve(tables.searched[k]!, limits);
  const own = base.solved[k]!;
  const policy = prunePolicy(tables.pruned[k]!, solved.policies[0]!.policy);
  const of = (each: typeof policy) => follow(tables.valued[k]!, [{ labels: [], policy: each }]);
  return {
    information: {
      value: differenceWithInterval(of(base.policies[k]!), of(policy)),
      // Who may do more may do this as well.
      inSample: Math.max(own.value, solved.value) - solved.value,
    },
    gap: Math.max(0, own.bound - own.value) + Math.max(0, solved.bound - solved.value),
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
export function worthOfWaiting(tables: Tables, base: Planned, limits: SolveLimits): Information {
  const unheard = new Set(
    tables.searched.flatMap((decision) => decision.moves.filter((_, place) => decision.tellerOf[place] !== undefined)),
  );
  const parts = tables.searched.map((_, k) => {
    const solved = solve(tables.searched[k]!, { ...limits, unheard });
    const policy = prunePolicy(tables.pruned[k]!, solved.policies[0]!.policy);
    return { solved, policy };
  });
  const worlds = tables.valued[0]!.worlds;
  const sum = (policies: readonly Planned["policies"][number][]) => {
    const total = new Float64Array(worlds);
    for (const [k, policy] of policies.entries()) {
      const values = follow(tables.valued[k]!, [{ labels: [], policy }]);
      for (let w = 0; w < worlds; w++) total[w] = total[w]! + values[w]!;
    }
    return total;
  };
  return {
    value: differenceWithInterval(sum(base.policies), sum(parts.map((part) => part.policy))),
    inSample: parts.reduce((total, { solved }, k) => total + Math.max(0, base.solved[k]!.value - solved.value), 0),
  };
}
