/** Statements and patterns over all states at once: one bit a state, 32 states a step. */
import type { StateSpace } from "./enumerate.ts";
import type { CompiledOption, ConflictGraph } from "./graph.ts";
import type { Pattern } from "./pattern.ts";
import type { Statement } from "./statement.ts";

/** State s is bit s & 31 of word s >>> 5; bits behind the last state are of no meaning. */
export type StateBits = Int32Array;

/**
 * A function that says where a statement holds. O(states × options named) at first, then O(states / 32) a word of the
 * statement: where an option has a value is worked out once, and kept (states / 8 bytes for each).
 */
export function openStatements(graph: ConflictGraph, options: readonly CompiledOption[]): (of: Statement) => StateBits {
  const { ids, stateCount } = graph;
  const words = (stateCount + 31) >>> 5;
  const codes = ids.kind === "codes" ? ids.codes : undefined;
  const known = new Map<number, StateBits>();
  const bitsOf = (statement: Statement): StateBits => {
    switch (statement.op) {
      case "is": {
        const key = statement.option * 64 + statement.value;
        const before = known.get(key);
        if (before !== undefined) return before;
        const bits = bitsOfValue(codes, stateCount, options[statement.option]!, statement.value);
        known.set(key, bits);
        return bits;
      }
      case "not":
        return bitsOf(statement.part).map((word) => ~word);
      default: {
        const left = bitsOf(statement.left);
        const right = bitsOf(statement.right);
        const bits = new Int32Array(words);
        switch (statement.op) {
          case "and":
            for (let w = 0; w < words; w++) bits[w] = left[w]! & right[w]!;
            return bits;
          case "or":
            for (let w = 0; w < words; w++) bits[w] = left[w]! | right[w]!;
            return bits;
          case "if":
            for (let w = 0; w < words; w++) bits[w] = left[w]! | ~right[w]!;
            return bits;
          case "iff":
            for (let w = 0; w < words; w++) bits[w] = ~(left[w]! ^ right[w]!);
            return bits;
        }
      }
    }
  };
  return bitsOf;
}

/** Where the states fit the pattern. */
export function bitsOfPattern(pattern: Pattern, options: readonly CompiledOption[], space: StateSpace): StateBits {
  const stateCount = space.full ? space.count : space.codes.length;
  const codes = space.full ? undefined : space.codes;
  const bits = new Int32Array((stateCount + 31) >>> 5).fill(-1);
  options.forEach((option, o) => {
    if (pattern[o]! < 0) return;
    const fits = bitsOfValue(codes, stateCount, option, pattern[o]!);
    for (let w = 0; w < bits.length; w++) bits[w] = bits[w]! & fits[w]!;
  });
  return bits;
}

/** Whether the state's bit is set: 0 or 1. */
export function bitAt(bits: StateBits, state: number): number {
  return (bits[state >>> 5]! >>> (state & 31)) & 1;
}

/** Where the option has this value; without codes, state s has code s. Codes are below 2^53, so a quotient by a stride is exact once cut. */
function bitsOfValue(
  codes: Float64Array | undefined,
  stateCount: number,
  { stride, values }: CompiledOption,
  value: number,
): StateBits {
  const count = values.length;
  const bits = new Int32Array((stateCount + 31) >>> 5);
  if (codes !== undefined) {
    for (let s = 0; s < stateCount; s++)
      if (Math.floor(codes[s]! / stride) % count === value) bits[s >>> 5] = bits[s >>> 5]! | (1 << (s & 31));
    return bits;
  }
  // Every code is a state: those with the value stand in runs of the stride's length.
  for (let from = value * stride; from < stateCount; from += count * stride) {
    const to = Math.min(from + stride, stateCount);
    for (let s = from; s < to; ) {
      if ((s & 31) === 0 && s + 32 <= to) {
        bits[s >>> 5] = -1;
        s += 32;
      } else {
        bits[s >>> 5] = bits[s >>> 5]! | (1 << (s & 31));
        s++;
      }
    }
  }
  return bits;
}
