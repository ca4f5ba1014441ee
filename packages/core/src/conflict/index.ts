/** The Graph Model for Conflict Resolution: who would leave a settlement, who would stop them, and how to get there. Rules: SPEC.md. */
export { type CompiledConflict, compileConflict } from "./compile.ts";
export { type Conflict, type ConflictGraph, findState, movesFrom, type StateId, stateIdAt } from "./graph.ts";
export { DEFAULT_MEMORY_BYTES, type Limits, MEBIBYTE, stabilityBytes } from "./memory.ts";
export type { ConflictModel, GraphModel, OptionModel, PreferenceInput, RankingInput } from "./model.ts";
export { denseRanks } from "./order.ts";
export type { Problem, ProblemCode, Result } from "./problem.ts";
export { type ConflictReading, readConflict } from "./read-conflict.ts";
export { analyseStability, CONCEPTS, type Concept, equilibriaOf, type Stability, stableFor } from "./stability.ts";
