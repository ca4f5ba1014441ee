/** Graph form: states and moves by hand. */
import { arcsFromRows } from "./arcs.ts";
import { type ConflictGraph, findState, type StateId } from "./graph.ts";
import type { GraphModel } from "./model.ts";
import { fail, failOnce, type Problem, type Result, succeed } from "./problem.ts";

export function compileGraphModel(model: GraphModel, decisionMakers: readonly string[]): Result<ConflictGraph> {
  if (model.states.length === 0) {
    return failOnce("conflict-no-states", ["states"], "The conflict has no states: nothing to analyse.");
  }
  const problems: Problem[] = [];
  const index = new Map<StateId, number>();
  const texts = new Set<string>();
  model.states.forEach((state, s) => {
    if (texts.has(String(state)))
      problems.push({
        code: "conflict-name-twice",
        path: ["states", s],
        message: `The state ${state} is listed twice.`,
      });
    texts.add(String(state));
    index.set(state, s);
  });
  const graph: ConflictGraph = {
    name: model.name ?? "conflict",
    decisionMakers,
    stateCount: model.states.length,
    ids: { kind: "names", names: model.states, index },
    moves: [],
    options: undefined,
    merged: false,
    labels: new Map(),
  };
  for (const mover of Object.keys(model.moves)) {
    if (!decisionMakers.includes(mover)) {
      problems.push({
        code: "conflict-unknown-decision-maker",
        path: ["moves", mover],
        message: `Moves are given for "${mover}", who is no decision maker here.`,
        hint: `Decision makers are ${decisionMakers.join(", ")}: those listed under decisionMakers, or who have a ranking.`,
      });
    }
  }
  const moves = decisionMakers.map((mover) => {
    const rows: number[][] = model.states.map(() => []);
    for (const [from, targets] of Object.entries(model.moves[mover] ?? {})) {
      const s = findState(graph, from);
      if (s < 0) {
        problems.push({
          code: "conflict-unknown-state",
          path: ["moves", mover, from],
          message: `${mover} is given moves from the state ${from}, which is not listed.`,
        });
        continue;
      }
      targets.forEach((target, k) => {
        const t = findState(graph, target);
        if (t < 0)
          problems.push({
            code: "conflict-unknown-state",
            path: ["moves", mover, from, k],
            message: `${mover} moves from ${from} to ${target}, which is not listed.`,
          });
        else if (t === s)
          problems.push({
            code: "conflict-bad-move",
            path: ["moves", mover, from, k],
            message: `${mover} moves from ${from} to itself: staying is no move.`,
          });
        else rows[s]!.push(t);
      });
    }
    return arcsFromRows(rows);
  });
  return problems.length > 0 ? fail(problems) : succeed({ ...graph, moves });
}
