/** What a plan came to in one world, by our true utility (MODEL.md §3 and §8). */
import { why } from "../model/state.ts";
import { dependencePoints } from "./dependence-points.ts";
import type { RolledWorld } from "./rolled-world.ts";

/**
 * Sets `roll.value` and `roll.itemPoints`: 100 · Σ w_i v_i, plus dependences, what an agreed option brings us in public, and
 * the typed payoffs of the moves made. An item not settled scores its `otherwise`.
 */
export function scorePlan(roll: RolledWorld): void {
  const { model, inputs, base } = roll;
  let value = 0;
  if (model.us >= 0) {
    for (let i = 0; i < model.items.length; i++) {
      const item = model.items[i]!;
      const seat = item.seats[item.ourSeat];
      let points = 0;
      if (seat !== undefined) {
        const result = roll.result[i]!;
        const worth = result >= 0 ? roll.ourValue(i, result) : inputs[base + seat.otherwiseValue!]!;
        points = roll.weigh(i, item.ourSeat) * worth;
        if (roll.ended[i] === why.agreed)
          for (const audience of item.options[result]!.audience) points += inputs[base + audience]!;
      }
      roll.itemPoints[i] = points;
      value += points;
    }
    value += dependencePoints(roll, model.us);
    for (let m = 0; m < model.moves.length; m++) value += roll.typedPoints[m]!;
  }
  roll.value = value;
}
