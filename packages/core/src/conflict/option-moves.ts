/** Who can move where in option form: a decision maker changes any number of its own options in one move. */

import type { StateSpace } from "./enumerate.ts";
import type { ArcMoves, BlockMoves, CompiledOption, Moves } from "./graph.ts";
import { type Limits, withinMemory } from "./memory.ts";
import { type Result, succeed } from "./problem.ts";

/** Code of the digits of the options that `mine` selects, per state. */
function partialCodes(
  options: readonly CompiledOption[],
  space: StateSpace,
  mine: (option: CompiledOption) => boolean,
): Float64Array {
  if (space.full) {
    const codes = new Float64Array(space.count);
    let size = 1;
    for (const option of options) {
      const step = mine(option) ? option.stride : 0;
      for (let digit = 1; digit < option.values.length; digit++) {
        for (let k = 0; k < size; k++) codes[digit * size + k] = codes[k]! + digit * step;
      }
      size *= option.values.length;
    }
    return codes;
  }
  return space.codes.map((code) => {
    let part = 0;
    for (const option of options) {
      if (mine(option)) part += (Math.floor(code / option.stride) % option.values.length) * option.stride;
    }
    return part;
  });
}

/** Blocks of the states that the movers can reach from one another by changing the options that `mine` selects. */
export function blocksOf(
  options: readonly CompiledOption[],
  space: StateSpace,
  mine: (option: CompiledOption) => boolean,
): BlockMoves {
  const others = partialCodes(options, space, (option) => !mine(option));
  const n = others.length;
  const blockOf = new Int32Array(n);
  let blocks = 0;
  const codes = space.full ? space.count : 0;
  if (codes > 0) {
    const seen = new Int32Array(codes).fill(-1);
    for (let s = 0; s < n; s++) {
      const code = others[s]!;
      if (seen[code]! < 0) seen[code] = blocks++;
      blockOf[s] = seen[code]!;
    }
  } else {
    const seen = new Map<number, number>();
    for (let s = 0; s < n; s++) {
      const found = seen.get(others[s]!);
      if (found === undefined) seen.set(others[s]!, blocks);
      blockOf[s] = found ?? blocks++;
    }
  }
  const start = new Int32Array(blocks + 1);
  for (let s = 0; s < n; s++) {
    const block = blockOf[s]! + 1;
    start[block] = start[block]! + 1;
  }
  for (let b = 0; b < blocks; b++) start[b + 1] = start[b + 1]! + start[b]!;
  const cursor = start.slice(0, blocks);
  const members = new Int32Array(n);
  for (let s = 0; s < n; s++) {
    const block = blockOf[s]!;
    const at = cursor[block]!;
    members[at] = s;
    cursor[block] = at + 1;
  }
  return { kind: "blocks", blockOf, start, members };
}

/**
 * Moves of whoever holds the options that `mine` selects: blocks where everything can be undone, else arcs, which
 * leave out moves that lower or raise what may not be, and moves out of final states.
 */
export function optionMoves(
  options: readonly CompiledOption[],
  space: StateSpace,
  mine: (option: CompiledOption) => boolean,
  final: Uint8Array | undefined,
  limits: Limits,
): Result<Moves> {
  const blocks = blocksOf(options, space, mine);
  const barred = options.filter((option) => mine(option) && option.change !== "free");
  if (barred.length === 0 && final === undefined) return succeed(blocks);
  const n = blocks.blockOf.length;
  const digits = barred.map((option) =>
    Int8Array.from(
      { length: n },
      (_, s) => Math.floor((space.full ? s : space.codes[s]!) / option.stride) % option.values.length,
    ),
  );
  const isBarred = (from: number, to: number): boolean => {
    for (let o = 0; o < barred.length; o++) {
      const change = digits[o]![to]! - digits[o]![from]!;
      if (barred[o]!.change === "never lower" ? change < 0 : change > 0) return true;
    }
    return false;
  };
  /** Calls for every move out of a state, in ascending order of where it leads. */
  const eachMove = (s: number, visit: (to: number) => void): void => {
    if (final?.[s] === 1) return;
    const block = blocks.blockOf[s]!;
    for (let k = blocks.start[block]!; k < blocks.start[block + 1]!; k++) {
      const t = blocks.members[k]!;
      if (t !== s && !isBarred(s, t)) visit(t);
    }
  };
  // Counted first: what does not fit is never written down.
  const start = new Int32Array(n + 1);
  let count = 0;
  for (let s = 0; s < n; s++) {
    eachMove(s, () => count++);
    start[s + 1] = count;
  }
  const memory = withinMemory(24 * count, limits, "The moves of a conflict with irreversible options", ["options"]);
  if (!memory.ok) return memory;
  const targets = new Int32Array(count);
  let at = 0;
  for (let s = 0; s < n; s++)
    eachMove(s, (to) => {
      targets[at++] = to;
    });
  return succeed({ kind: "arcs", start, targets } satisfies ArcMoves);
}
