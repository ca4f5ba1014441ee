/** Misperception ([H1]–[H3]): each party analyses the conflict it sees, with the preferences it takes the others to have. */
import { arcsFromRows, toArcs } from "./arcs.ts";
import type { CompiledConflict } from "./compile.ts";
import { type Conflict, movesFrom, type StateId, stateIdAt } from "./graph.ts";
import type { Limits } from "./memory.ts";
import { denseRanks } from "./order.ts";
import { failOnce, type Result, succeed } from "./problem.ts";
import { analyseStability, CONCEPTS, type Concept, equilibriaOf } from "./stability.ts";

/** Lists of states by index in the full conflict, ascending. */
export interface View {
  readonly decisionMaker: number;
  readonly sees: readonly number[];
  /** What it believes to be equilibria. */
  readonly believed: Readonly<Record<Concept, readonly number[]>>;
  /** States stable for itself, as it sees things. */
  readonly stable: Readonly<Record<Concept, readonly number[]>>;
  /** Believed equilibria that are none in the conflict as it is. */
  readonly illusions: Readonly<Record<Concept, readonly number[]>>;
  /** Moves of others, from states it sees to states it does not: surprises in store. */
  readonly surprises: readonly { readonly mover: number; readonly from: number; readonly to: number }[];
}
export interface Hypergame {
  readonly views: readonly View[];
  /** Seen by all, and stable for each in its own view: where the conflict rests although they see it differently. */
  readonly equilibria: Readonly<Record<Concept, readonly number[]>>;
  /** Equilibria of the conflict as it is. */
  readonly actual: Readonly<Record<Concept, readonly number[]>>;
}

export function analyseHypergame(compiled: CompiledConflict, limits: Limits = {}): Result<Hypergame> {
  const { conflict, graph } = compiled;
  if (conflict === undefined) {
    return failOnce(
      "conflict-needs-full-ranking",
      ["preferences"],
      "Misperception needs a complete ranking of every decision maker.",
    );
  }
  const full = analyseStability(conflict, limits);
  if (!full.ok) return full;
  const actual = perConcept((concept) => equilibriaOf(full.value, concept));
  const views: View[] = [];
  for (let i = 0; i < graph.decisionMakers.length; i++) {
    const unseen = compiled.unseen?.[i];
    const sees = Array.from({ length: graph.stateCount }, (_, s) => s).filter((s) => unseen?.[s] !== 1);
    const ranks = conflict.ranks.map((own, j) => (j === i ? own : (compiled.believes?.[i]?.[j] ?? own)));
    const part = restrictConflict({ graph, ranks }, sees);
    const stability = analyseStability(part, limits);
    if (!stability.ok) return stability;
    const back = (states: readonly number[]): readonly number[] => states.map((s) => sees[s]!);
    const believed = perConcept((concept) => back(equilibriaOf(stability.value, concept)));
    const stable = perConcept((concept) => {
      const bit = 1 << CONCEPTS.indexOf(concept);
      return sees.filter((_, s) => (stability.value.stable[i]![s]! & bit) !== 0);
    });
    const illusions = perConcept((concept) => believed[concept].filter((s) => !actual[concept].includes(s)));
    const surprises = sees.flatMap((from) =>
      graph.moves.flatMap((moves, mover) =>
        mover === i
          ? []
          : movesFrom(moves, from)
              .filter((to) => unseen?.[to] === 1)
              .map((to) => ({ mover, from, to })),
      ),
    );
    views.push({ decisionMaker: i, sees, believed, stable, illusions, surprises });
  }
  const equilibria = perConcept((concept) =>
    views[0]!.stable[concept].filter((s) => views.every((view) => view.stable[concept].includes(s))),
  );
  return succeed({ views, equilibria, actual });
}

function perConcept(list: (concept: Concept) => readonly number[]): Readonly<Record<Concept, readonly number[]>> {
  return { nash: list("nash"), gmr: list("gmr"), smr: list("smr"), seq: list("seq"), sseq: list("sseq") };
}

/** The same conflict with only these states (ascending) and the moves among them. */
export function restrictConflict(conflict: Conflict, states: readonly number[]): Conflict {
  const { graph } = conflict;
  const place = new Map(states.map((state, k) => [state, k]));
  const names: readonly StateId[] = states.map((state) => stateIdAt(graph, state));
  const moves = graph.moves.map((each) => {
    const arcs = toArcs(each);
    return arcsFromRows(
      states.map((state) =>
        [...arcs.targets.subarray(arcs.start[state]!, arcs.start[state + 1]!)].flatMap((to) => place.get(to) ?? []),
      ),
    );
  });
  return {
    graph: {
      name: graph.name,
      decisionMakers: graph.decisionMakers,
      stateCount: states.length,
      ids: { kind: "names", names, index: new Map(names.map((name, k) => [name, k])) },
      moves,
      options: undefined,
      merged: graph.merged,
      labels: new Map(
        [...graph.labels].flatMap(([state, text]) => (place.has(state) ? [[place.get(state)!, text] as const] : [])),
      ),
    },
    ranks: conflict.ranks.map((ranks) => denseRanks(states.map((state) => ranks[state]!))),
  };
}
