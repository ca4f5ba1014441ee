/** A coalition as one player that changes all its members' options at once. */
import type { StateSpace } from "./enumerate.ts";
import type { ConflictGraph, Moves } from "./graph.ts";
import type { Limits } from "./memory.ts";
import { optionMoves } from "./option-moves.ts";
import { failOnce, type Result } from "./problem.ts";

export function jointMoves(graph: ConflictGraph, members: readonly number[], limits: Limits): Result<Moves> {
  if (graph.options === undefined || graph.merged || graph.ids.kind === "names") {
    return failOnce(
      "conflict-needs-options",
      [],
      "Joint moves of a coalition need option form without merged states.",
      'Let coalitions move by sequences instead ("sequence").',
    );
  }
  const space: StateSpace =
    graph.ids.kind === "index" ? { full: true, count: graph.stateCount } : { full: false, codes: graph.ids.codes };
  return optionMoves(graph.options, space, (option) => members.includes(option.owner), graph.final, limits);
}
