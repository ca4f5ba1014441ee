/** What a factor's traces come to in a few worlds, where there are too many to try each in all. */
import type { Draws } from "../plan/draws.ts";
import type { Roll } from "../plan/roll.ts";
import type { Variation } from "../plan/rolled-world.ts";
import type { Factor } from "./factors.ts";
import { inTurn, pointsOf, rowsFor } from "./tabulate.ts";
import type { Worth } from "./traces.ts";

/** Worlds that tell which traces are worth a closer look. */
const fewWorlds = 50;

/** `draws` has room for as many worlds as it is asked for here. Cost O(traces × 50 roll-outs). */
export function worthIn(roll: Roll, draws: Draws, factor: Factor, variation: Variation = {}): Worth {
  const { model } = roll;
  const rows = rowsFor(model, factor);
  return (traces) => {
    draws.fill(0, fewWorlds);
    const plans = traces.map((trace) =>
      inTurn(
        model,
        trace.map((place) => factor.moves[place]!),
      ),
    );
    const points = traces.map(() => new Float64Array(fewWorlds));
    for (let w = 0; w < fewWorlds; w++) {
      roll.begin(draws.values, w * draws.width);
      for (const [k, plan] of plans.entries()) {
        roll.run(plan, variation);
        points[k]![w] = pointsOf(roll, factor, rows);
      }
    }
    return points;
  };
}
