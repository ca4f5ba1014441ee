/** Whose mind would have to change about what for one state to be an equilibrium, as findings. */
import { findCredibleChanges } from "./credible-changes.ts";
import type { ChangeFinding, TargetConcept, TargetFinding } from "./findings.ts";
import { type Conflict, stateIdAt } from "./graph.ts";
import { findOwnChanges } from "./inverse.ts";
import type { Limits } from "./memory.ts";
import { type Result, succeed } from "./problem.ts";
import { countRankings } from "./ranking-counts.ts";
import type { Edit } from "./ranking-edits.ts";
import { analyseStability, CONCEPTS, type Concept } from "./stability.ts";

/** Rankings are counted for conflicts of at most so many states. */
const MOST_COUNTED = 16;
/** Sets of changes listed. */
const MOST_WAYS = 8;
/** Changes of mind of several decision makers are searched for in conflicts of at most so many states. */
const MOST_SEARCHED = 600;

export function studyTarget(conflict: Conflict, target: number, limits: Limits): Result<TargetFinding> {
  const { graph } = conflict;
  const stability = analyseStability(conflict, limits);
  if (!stability.ok) return stability;
  const holds = (concept: Concept): boolean =>
    stability.value.stable.every((flags) => (flags[target]! & (1 << CONCEPTS.indexOf(concept))) !== 0);
  const concepts: TargetConcept[] = [];
  for (const concept of CONCEPTS) {
    const found = holds(concept)
      ? succeed<TargetConcept>({ concept, equilibrium: true, fewest: 0, cutShort: false })
      : concept === "seq" || concept === "sseq"
        ? credible(conflict, target, concept)
        : own(conflict, target, concept, limits);
    if (!found.ok) return found;
    concepts.push(found.value);
  }
  const rankings =
    graph.stateCount > MOST_COUNTED
      ? []
      : graph.decisionMakers.flatMap((by, i) =>
          CONCEPTS.flatMap((concept) => {
            const counted = countRankings(conflict, i, target, concept, limits);
            return counted.ok ? [{ by, ...counted.value }] : [];
          }),
        );
  return succeed({ state: stateIdAt(graph, target), concepts, rankings });
}

function own(
  conflict: Conflict,
  target: number,
  concept: "nash" | "gmr" | "smr",
  limits: Limits,
): Result<TargetConcept> {
  const changes = findOwnChanges(conflict, target, concept, MOST_WAYS, limits);
  if (!changes.ok) return changes;
  const leavers = changes.value.filter(({ stable }) => !stable);
  const complete = leavers.every(({ ways }) => ways.length > 0);
  return succeed({
    concept,
    equilibrium: false,
    ...(complete
      ? { fewest: leavers.reduce((sum, { ways }) => sum + ways[0]!.length, 0) }
      : { why: "The search for the smallest changes was cut short." }),
    ownChanges: leavers.map(({ decisionMaker, ways }) => ({
      by: conflict.graph.decisionMakers[decisionMaker]!,
      ways: ways.map((way) => way.map((state) => writeEdit(conflict, { kind: "lower", decisionMaker, state }))),
    })),
    cutShort: leavers.some(({ cutShort }) => cutShort),
  });
}

function credible(conflict: Conflict, target: number, concept: "seq" | "sseq"): Result<TargetConcept> {
  if (conflict.graph.stateCount > MOST_SEARCHED) {
    return succeed({
      concept,
      equilibrium: false,
      why: `Changes that make deterrents credible are searched for in conflicts of up to ${MOST_SEARCHED} states.`,
      cutShort: true,
    });
  }
  const changes = findCredibleChanges(conflict, target, concept, MOST_WAYS);
  if (!changes.ok) return succeed({ concept, equilibrium: false, why: changes.problems[0]!.message, cutShort: true });
  const { proposals, cutShort } = changes.value;
  return succeed({
    concept,
    equilibrium: false,
    fewest: proposals[0]!.edits.length,
    proposals: proposals.map(({ edits }) => edits.map((edit) => writeEdit(conflict, edit))),
    cutShort,
  });
}

function writeEdit(conflict: Conflict, edit: Edit): ChangeFinding {
  const by = conflict.graph.decisionMakers[edit.decisionMaker]!;
  const state = stateIdAt(conflict.graph, edit.state);
  return edit.kind === "lower"
    ? { by, kind: "no better", state }
    : { by, kind: "prefer", state, to: stateIdAt(conflict.graph, edit.above) };
}
