/** What the engines find by index, written by id. */
import type { Departure } from "./departures.ts";
import type { ConceptLists, ConflictFindings, DepartureFinding, StepFinding } from "./findings.ts";
import { type ConflictGraph, digitAt, type StateId, stateIdAt } from "./graph.ts";
import type { Step } from "./legal-path.ts";
import { type Concept, equilibriaOf, type Stability, stableFor } from "./stability.ts";

export function describeState(graph: ConflictGraph, state: number): ConflictFindings["states"][number] {
  const label = graph.labels.get(state);
  return {
    id: stateIdAt(graph, state),
    ...(label === undefined ? {} : { label }),
    ...(graph.options === undefined
      ? {}
      : { options: graph.options.map((option) => option.values[digitAt(graph, option, state)]!) }),
  };
}

export function listStability(
  graph: ConflictGraph,
  stability: Stability,
): Pick<ConflictFindings, "equilibria" | "stable"> {
  const ids = (states: readonly number[]): readonly StateId[] => states.map((s) => stateIdAt(graph, s));
  return {
    equilibria: perConcept((concept) => ids(equilibriaOf(stability, concept))),
    stable: Object.fromEntries(
      stability.stable.map((_, i) => [
        graph.decisionMakers[i]!,
        perConcept((concept) => ids(stableFor(stability, i, concept))),
      ]),
    ),
  };
}

export function perConcept(list: (concept: Concept) => readonly StateId[]): ConceptLists {
  return { nash: list("nash"), gmr: list("gmr"), smr: list("smr"), seq: list("seq"), sseq: list("sseq") };
}

export function writeDeparture(graph: ConflictGraph, by: string, { from, to, sanctions }: Departure): DepartureFinding {
  return {
    by,
    from: stateIdAt(graph, from),
    to: stateIdAt(graph, to),
    sanctions: Object.fromEntries(
      Object.entries(sanctions).map(([concept, path]) => [concept, writePath(graph, path)]),
    ),
  };
}

export function writeStep(graph: ConflictGraph, { mover, from, to, gain }: Step): StepFinding {
  return { by: graph.decisionMakers[mover]!, from: stateIdAt(graph, from), to: stateIdAt(graph, to), gain };
}
export function writePath(graph: ConflictGraph, path: readonly Step[]): readonly StepFinding[] {
  return path.map((step) => writeStep(graph, step));
}
