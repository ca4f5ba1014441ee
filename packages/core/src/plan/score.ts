/** What a plan came to in one world, by our true utility (MODEL.md §3 and §8). */
import { why } from "../model/state.ts";
import { pointsOf, rowsOf } from "./dependence-points.ts";
import type { RolledWorld } from "./rolled-world.ts";

export class ScoreKeeper {
  private readonly roll: RolledWorld;
  /** Points of an item by how it came out, in this world; NaN until asked for. Item i's are from `from[i]` on. */
  private readonly points: Float64Array;
  private readonly from: Int32Array;
  /** Rows of the dependences that bring us something. */
  private readonly rows: ReturnType<typeof rowsOf>;

  constructor(roll: RolledWorld) {
    const { items, dependences, us } = roll.model;
    let places = 0;
    this.roll = roll;
    this.from = Int32Array.from(items, (item) => {
      places += 2 * (item.options.length + 1);
      return places - 2 * (item.options.length + 1);
    });
    this.points = new Float64Array(places);
    this.rows = rowsOf(dependences, us);
  }

  /** A new world. */
  reset(): void {
    this.points.fill(Number.NaN);
  }

  /**
   * Sets `roll.value` and `roll.itemPoints`: 100 · Σ w_i v_i, plus dependences, what an agreed option brings us in public, and
   * the typed payoffs of the moves made. An item not settled scores its `otherwise`.
   */
  score(): void {
    const { roll, from, points, rows } = this;
    const { result, ended, itemPoints, typedPoints } = roll;
    let value = 0;
    if (roll.model.us >= 0) {
      for (let i = 0; i < from.length; i++) {
        const place = from[i]! + 2 * (result[i]! + 1) + (ended[i] === why.agreed ? 1 : 0);
        let here = points[place]!;
        if (Number.isNaN(here)) {
          here = this.pointsOfItem(i);
          points[place] = here;
        }
        itemPoints[i] = here;
        value += here;
      }
      value += pointsOf(roll, rows);
      for (let m = 0; m < typedPoints.length; m++) value += typedPoints[m]!;
    }
    roll.value = value;
  }

  private pointsOfItem(index: number): number {
    const { roll } = this;
    const { inputs, base } = roll;
    const item = roll.model.items[index]!;
    const seat = item.seats[item.ourSeat];
    if (seat === undefined) return 0;
    const result = roll.result[index]!;
    const worth = result >= 0 ? roll.ourValue(index, result) : inputs[base + seat.otherwiseValue!]!;
    let points = roll.weigh(index, item.ourSeat) * worth;
    if (roll.ended[index] === why.agreed)
      for (const audience of item.options[result]!.audience) points += inputs[base + audience]!;
    return points;
  }
}
