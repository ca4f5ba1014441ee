/** The memory that the engine may use is stated, and checked before anything is allocated. */
import { countArcs } from "./arcs.ts";
import type { Conflict } from "./graph.ts";
import { failOnce, type ModelPath, type Result, succeed } from "./problem.ts";

export const MEBIBYTE = 1_048_576;
export const DEFAULT_MEMORY_BYTES = 512 * MEBIBYTE;

/** What long work may take, and whom it tells how far it is. */
export interface Limits {
  /** Most bytes that a step may allocate (536,870,912). */
  readonly memoryBytes?: number;
  /** Told now and then how much of the work is done, 0..1; a step of it that is slow may stand in between. */
  readonly progress?: (share: number) => void;
}

/** The same limits for a part of the work, which goes from one share of the whole to another. */
export function partOf(limits: Limits, from: number, to: number): Limits {
  const { progress } = limits;
  return progress === undefined ? limits : { ...limits, progress: (share) => progress(from + share * (to - from)) };
}

export function withinMemory(needBytes: number, limits: Limits, what: string, path: ModelPath = []): Result<null> {
  const limit = limits.memoryBytes ?? DEFAULT_MEMORY_BYTES;
  if (needBytes <= limit) return succeed(null);
  const mebibytes = (bytes: number): string => Math.ceil(bytes / MEBIBYTE).toLocaleString("en-GB");
  return failOnce(
    "conflict-too-large",
    path,
    `${what} would take about ${mebibytes(needBytes)} MB; the limit is ${mebibytes(limit)} MB.`,
    `Raise the limit (--memory ${Math.ceil(needBytes / MEBIBYTE)}, or more), declare more patterns infeasible, or leave out options that decide nothing.`,
  );
}

/** Bytes that `analyseStability` allocates beside the conflict itself; (17 m + 32) n and a little with reversible moves only. */
export function stabilityBytes(conflict: Conflict): number {
  const n = conflict.graph.stateCount;
  const { moves } = conflict.graph;
  if (moves.every((each) => each.kind === "blocks")) {
    return moves.reduce((bytes, each) => bytes + 17 * n + 8 * each.start.length, 32 * n);
  }
  return moves.reduce((bytes, each) => bytes + 12 * countArcs(each) + 24 * n, 32 * n);
}

/** Bytes of one bit per pair of states. */
export function pairBytes(stateCount: number): number {
  return stateCount * Math.ceil(stateCount / 32) * 4;
}
