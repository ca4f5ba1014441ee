/** The feasible states of option form, in ascending order of their codes. */
import type { CompiledOption } from "./graph.ts";
import { type Limits, withinMemory } from "./memory.ts";
import type { Pattern } from "./pattern.ts";
import { failOnce, type Result, succeed } from "./problem.ts";

/** Nodes of the search tree before it gives up: some seconds. */
const MOST_NODES = 200_000_000;
/** Codes are exact below this. */
const MOST_CODES = 9_007_199_254_740_992;
/** Bytes per state of a compiled conflict with four decision makers: moves, ranks and ids. */
const BYTES_PER_STATE = 64;

export type StateSpace =
  | { readonly full: true; readonly count: number }
  | { readonly full: false; readonly codes: Float64Array };

/**
 * All states that fit no infeasible pattern. The last option is decided first, and a branch is cut as soon as a pattern is
 * complete, so that heavily constrained models of many options are never written out in full.
 */
export function enumerateStates(
  options: readonly CompiledOption[],
  infeasible: readonly Pattern[],
  limits: Limits,
): Result<StateSpace> {
  const product = options.reduce((count, option) => count * option.values.length, 1);
  if (product > MOST_CODES) {
    return failOnce(
      "conflict-too-large",
      ["options"],
      "There are more combinations of options than numbers to name them (2^53).",
      "Split the conflict, or join options into one multi-valued issue.",
    );
  }
  if (infeasible.length === 0) {
    const memory = withinMemory(
      product * BYTES_PER_STATE,
      limits,
      `A conflict of ${product.toLocaleString("en-GB")} states`,
      ["options"],
    );
    return memory.ok ? succeed({ full: true, count: product }) : memory;
  }
  const last = options.length - 1;
  const digits = new Int8Array(options.length);
  /** By the option that is decided last in it. */
  const closing: Pattern[][] = options.map(() => []);
  for (const pattern of infeasible) {
    const lowest = pattern.findIndex((digit) => digit >= 0);
    if (lowest < 0) return noStates();
    closing[lowest]!.push(pattern);
  }
  const most = Math.floor((limits.memoryBytes ?? 536_870_912) / BYTES_PER_STATE);
  const codes: number[] = [];
  let nodes = 0;
  const isBarred = (option: number): boolean =>
    closing[option]!.some((pattern) => {
      for (let o = option; o <= last; o++) if (pattern[o]! >= 0 && pattern[o] !== digits[o]) return false;
      return true;
    });
  const decide = (option: number, code: number): boolean => {
    if (option < 0) return codes.push(code) <= most;
    const { values, stride } = options[option]!;
    for (let digit = 0; digit < values.length; digit++) {
      if (++nodes > MOST_NODES) return false;
      digits[option] = digit;
      if (!isBarred(option) && !decide(option - 1, code + digit * stride)) return false;
    }
    return true;
  };
  if (!decide(last, 0)) {
    return failOnce(
      "conflict-too-large",
      ["options"],
      `The conflict has more states than the memory limit allows (${most.toLocaleString("en-GB")}), or they cannot be listed in reasonable time.`,
      "Raise the limit (--memory), or declare more patterns infeasible.",
    );
  }
  return codes.length === 0 ? noStates() : succeed({ full: false, codes: Float64Array.from(codes) });
}

function noStates(): Result<StateSpace> {
  return failOnce(
    "conflict-no-states",
    ["infeasible"],
    "Every state is infeasible: nothing is left to analyse.",
    "Take back a pattern or a statement; together they exclude all combinations.",
  );
}
