/** What each factor may do, and where that is too much to list, good plans to start from. */
import type { Model } from "../model/model.ts";
import type { Draws } from "../plan/draws.ts";
import type { Roll } from "../plan/roll.ts";
import type { Variation } from "../plan/rolled-world.ts";
import { climb } from "./climb.ts";
import type { Factors } from "./factors.ts";
import { worthIn } from "./trace-worth.ts";
import { type Traces, tracesOf } from "./traces.ts";

export interface Listed {
  /** By factor. */
  readonly traces: readonly Traces[];
  /** Plans without branches, in the order in which they are made; none where all traces are listed. */
  readonly starts: readonly (readonly number[])[];
}

/**
 * `written`: moves of the plan as written. `tools` are asked for only where traces are too many: the promising ones are told on
 * worlds of the search.
 */
export function listTraces(
  model: Model,
  { factors, moves }: Factors,
  most: number,
  written: readonly number[],
  tools: () => { readonly roll: Roll; readonly draws: Draws },
  variation: Variation = {},
): Listed {
  const few = factors.map((factor) => tracesOf(factor, most));
  if (few.every((each) => each.complete)) return { traces: few, starts: [] };
  const { roll, draws } = tools();
  const asWritten = moves.filter((m) => written.includes(m));
  const starts = [climb(roll, draws, model, moves, [asWritten], variation), asWritten];
  const traces = few.map((each, f) =>
    each.complete ? each : tracesOf(factors[f]!, most, worthIn(roll, draws, factors[f]!, variation), starts),
  );
  return { traces, starts };
}
