/** What a move is worth by itself, whatever comes of it. */
import type { ModelMove } from "../model/model.ts";

/** Points: its worth and what audiences make of it, less its cost, in the world whose inputs begin at `base`. */
export function actPoints({ worth, cost, audience }: ModelMove, inputs: Float64Array, base: number): number {
  let points = worth === undefined ? 0 : inputs[base + worth]!;
  if (cost !== undefined) points -= inputs[base + cost]!;
  for (let k = 0; k < audience.length; k++) points += inputs[base + audience[k]!]!;
  return points;
}
