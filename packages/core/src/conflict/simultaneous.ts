/** Simultaneous sanctioning ([S7], Fraser & Hipel): the others improve from s at the same moment as the mover. Option form only. */
import { type Conflict, type ConflictGraph, digitAt, findState, movesFrom, stateIdAt } from "./graph.ts";
import { failOnce, type Result, succeed } from "./problem.ts";

/** Combinations of simultaneous improvements looked at before it gives up. */
const MOST_COMBINATIONS = 20_000_000;

/** Per decision maker and state 1 where each of its improvements can be met by simultaneous improvements of the others that leave it no better off. */
export function analyseSimultaneous(conflict: Conflict): Result<readonly Uint8Array[]> {
  const { graph, ranks } = conflict;
  if (graph.options === undefined || graph.merged) {
    return failOnce(
      "conflict-needs-options",
      [],
      "Simultaneous sanctions need option form without merged states.",
      "Moves made at the same moment can be combined only where states are told by their options.",
    );
  }
  const n = graph.stateCount;
  const partOf = graph.decisionMakers.map((_, i) => ownParts(graph, i));
  const code = (state: number): number => Number(stateIdAt(graph, state));
  const improvements = (i: number, s: number): readonly number[] =>
    movesFrom(graph.moves[i]!, s).filter((t) => ranks[i]![t]! > ranks[i]![s]!);
  let left = MOST_COMBINATIONS;
  const stable = ranks.map(() => new Uint8Array(n));
  for (let s = 0; s < n; s++) {
    const all = ranks.map((_, i) => improvements(i, s));
    for (let i = 0; i < ranks.length; i++) {
      const others = all.flatMap((list, j) => (j === i ? [] : [{ j, list }]));
      const canMeet = (state: number, next: number): boolean => {
        if (left-- <= 0) return false;
        const other = others[next];
        if (other === undefined) {
          const met = findState(graph, state);
          return met >= 0 && ranks[i]![met]! <= ranks[i]![s]!;
        }
        if (canMeet(state, next + 1)) return true;
        return other.list.some((t) => canMeet(state + partOf[other.j]![t]! - partOf[other.j]![s]!, next + 1));
      };
      if (all[i]!.every((t) => canMeet(code(t), 0))) stable[i]![s] = 1;
      if (left <= 0) {
        return failOnce(
          "conflict-search-budget",
          [],
          "There are too many combinations of simultaneous improvements to look at.",
          "Leave simultaneous sanctions out for a conflict of this size.",
        );
      }
    }
  }
  return succeed(stable);
}

function ownParts(graph: ConflictGraph, owner: number): Float64Array {
  const own = graph.options!.filter((option) => option.owner === owner);
  return Float64Array.from({ length: graph.stateCount }, (_, s) =>
    own.reduce((sum, option) => sum + digitAt(graph, option, s) * option.stride, 0),
  );
}
