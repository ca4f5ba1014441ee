/** The most that a factor of moves could conceivably bring in a world, where its traces are too many to list. */
import { actPoints } from "../plan/act-points.ts";
import type { RolledWorld } from "../plan/rolled-world.ts";
import type { Factor } from "./factors.ts";

/**
 * Points, at least as many as any trace of the factor comes to: each item at the option (or without agreement) that is worth
 * most to us, each dependence at its most, each act that pays for itself. Cost O(options of the factor's items).
 */
export function ceilingOf(roll: RolledWorld, factor: Factor): number {
  const { model, inputs, base } = roll;
  let points = 0;
  for (const i of factor.items) {
    const item = model.items[i]!;
    const seat = item.seats[item.ourSeat];
    if (seat === undefined) continue;
    const weight = roll.weigh(i, item.ourSeat);
    let best =
      seat.otherwiseValue === undefined ? Number.NEGATIVE_INFINITY : weight * inputs[base + seat.otherwiseValue]!;
    for (const [o, option] of item.options.entries()) {
      const audience = option.audience.reduce((sum, a) => sum + Math.max(0, inputs[base + a]!), 0);
      best = Math.max(best, weight * roll.ourValue(i, o) + audience);
    }
    points += best;
  }
  for (const d of factor.dependences)
    for (const row of model.dependences[d]!.rows)
      for (const w of row.worth) if (w.party === model.us) points += Math.max(0, inputs[base + w.points]!);
  for (const m of factor.moves) points += Math.max(0, actPoints(model.moves[m]!, inputs, base));
  return points;
}
