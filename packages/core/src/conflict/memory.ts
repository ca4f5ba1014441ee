/** The memory that the engine may use is stated, and checked before anything is allocated. */
import { countArcs } from "./arcs.ts";
import type { Conflict, Moves } from "./graph.ts";
import { failOnce, type ModelPath, type Result, succeed } from "./problem.ts";

export const MEBIBYTE = 1_048_576;
export const DEFAULT_MEMORY_BYTES = 512 * MEBIBYTE;

export interface Limits {
  /** Most bytes that a step may allocate (536,870,912). */
  readonly memoryBytes?: number;
}

export function withinMemory(needBytes: number, limits: Limits, what: string, path: ModelPath = []): Result<null> {
  const limit = limits.memoryBytes ?? DEFAULT_MEMORY_BYTES;
  if (needBytes <= limit) return succeed(null);
  const mebibytes = (bytes: number): string => Math.ceil(bytes / MEBIBYTE).toLocaleString("en-GB");
  return failOnce(
    "conflict-too-large",
    path,
    `${what} would take about ${mebibytes(needBytes)} MB; the limit is ${mebibytes(limit)} MB.`,
    "Raise the limit, declare more patterns infeasible, or leave out options that decide nothing.",
  );
}

/** Bytes that `analyseStability` allocates beside the conflict itself; about (12 m + 40) n for reversible moves. */
export function stabilityBytes(conflict: Conflict): number {
  const n = conflict.graph.stateCount;
  let bytes = 40 * n;
  let nodes = n;
  for (const moves of conflict.graph.moves) {
    if (moves.kind === "blocks") bytes += 13 * n + 4 * moves.start.length;
    else {
      bytes += 8 * moves.targets.length + 17 * n;
      nodes += n;
    }
  }
  return bytes + 5 * nodes;
}

/** Bytes of one bit per pair of states. */
export function pairBytes(stateCount: number): number {
  return stateCount * Math.ceil(stateCount / 32) * 4;
}

export function arcBytes(moves: readonly Moves[]): number {
  return moves.reduce((sum, each) => sum + 4 * countArcs(each), 0);
}
