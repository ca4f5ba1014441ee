/** Every improvement that a decision maker could take, and the answer that deters it from taking it, if any ([S6]). */
import { type Conflict, movesFrom } from "./graph.ts";
import { findLegalPath, type Step } from "./legal-path.ts";
import type { Concept } from "./stability.ts";

export type SanctionConcept = Exclude<Concept, "nash">;
export interface Departure {
  readonly mover: number;
  readonly from: number;
  readonly to: number;
  /** Per concept a shortest answer of the others after which the mover is no better off than before it left; absent where nothing deters it. */
  readonly sanctions: Readonly<Partial<Record<SanctionConcept, readonly Step[]>>>;
}

/** The improvements of a decision maker from a state, ascending by target index for blocks. */
export function departuresFrom(conflict: Conflict, mover: number, from: number): readonly Departure[] {
  const ranks = conflict.ranks[mover]!;
  return movesFrom(conflict.graph.moves[mover]!, from)
    .filter((to) => ranks[to]! > ranks[from]!)
    .map((to) => ({ mover, from, to, sanctions: sanctionsOf(conflict, mover, from, to) }));
}

function sanctionsOf(conflict: Conflict, mover: number, from: number, to: number): Departure["sanctions"] {
  const ranks = conflict.ranks[mover]!;
  const others = conflict.graph.decisionMakers.map((_, j) => j).filter((j) => j !== mover);
  const isNoGain = (state: number): boolean => ranks[state]! <= ranks[from]!;
  const isLasting = (state: number): boolean =>
    isNoGain(state) && movesFrom(conflict.graph.moves[mover]!, state).every(isNoGain);
  const gmr = findLegalPath(conflict, others, to, false, isNoGain);
  const smr = gmr && findLegalPath(conflict, others, to, false, isLasting);
  const seq = gmr && findLegalPath(conflict, others, to, true, isNoGain);
  const sseq = seq && smr && findLegalPath(conflict, others, to, true, isLasting);
  return { ...(gmr && { gmr }), ...(smr && { smr }), ...(seq && { seq }), ...(sseq && { sseq }) };
}
