/** The Graph Model for Conflict Resolution: who would leave a settlement, who would stop them, and how to get there. Rules: SPEC.md. */

export {
  analyseCoalitions,
  type CoalitionFinding,
  type CoalitionRules,
  type EquilibriumJump,
  findJumps,
  isUniversallyStable,
} from "./coalition.ts";
export { type CompiledConflict, compileConflict } from "./compile.ts";
export { compileOptionModel as compileOptionGraph } from "./compile-option.ts";
export { type CredibleChanges, findCredibleChanges, type Proposal } from "./credible-changes.ts";
export { type Departure, departuresFrom, type SanctionConcept } from "./departures.ts";
export { type Evolution, traceEvolution } from "./evolution.ts";
export {
  analyseStrength,
  analyseUnknown,
  EXTENSIONS,
  type Extension,
  type StrengthStability,
} from "./extended-stability.ts";
export type * from "./findings.ts";
export type { Settlement } from "./from-brief/conflict-from-brief.ts";
export { conflictFromBrief, type DerivedConflict, type DeriveOptions } from "./from-brief/conflict-from-brief.ts";
export { type BriefStudy, type BriefStudyOptions, studyBrief } from "./from-brief/study-brief.ts";
export { type Conflict, type ConflictGraph, findState, movesFrom, type StateId, stateIdAt } from "./graph.ts";
export { analyseHypergame, type Hypergame, type View } from "./hypergame.ts";
export { findOwnChanges, type OwnChanges } from "./inverse.ts";
export { findLegalPath, type Step } from "./legal-path.ts";
export { analyseLimitedMoves, type LimitedMoves } from "./limited-moves.ts";
export { DEFAULT_MEMORY_BYTES, type Limits, MEBIBYTE, partOf, stabilityBytes } from "./memory.ts";
export type { ConflictModel, GraphModel, OptionModel, PreferenceInput, RankingInput } from "./model.ts";
export { denseRanks } from "./order.ts";
export type { Problem, ProblemCode, Result } from "./problem.ts";
export { countRankings, type RankingCount } from "./ranking-counts.ts";
export type { Edit } from "./ranking-edits.ts";
export { type ConflictReading, readConflict } from "./read-conflict.ts";
export { analyseRobustness, type Robustness, type StateRobustness, type UtilityDraw } from "./robustness.ts";
export { analyseSimultaneous } from "./simultaneous.ts";
export { analyseStability, CONCEPTS, type Concept, equilibriaOf, type Stability, stableFor } from "./stability.ts";
export { coalitionsAreCheap, type StudyOptions, studyConflict } from "./study.ts";
