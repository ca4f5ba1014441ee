/** Which composition comes out where several find enough takers: the rule for an option of a slate, with seats for names. */
import type { Model } from "../model/model.ts";
import type { RolledWorld } from "../plan/rolled-world.ts";
import { residualOf } from "../settle/setting.ts";
import { type Table, tolerance } from "../settle/table.ts";
import type { Panel } from "./panel.ts";

export class Prevailing {
  private readonly model: Model;
  private readonly panel: Panel;
  /** By option: the seats in a hundred that the members want it to have, surprise included. */
  private readonly wanted: Float64Array;
  private readonly weights: Float64Array;

  constructor(model: Model, panel: Panel) {
    this.model = model;
    this.panel = panel;
    this.wanted = new Float64Array(panel.most.length);
    this.weights = new Float64Array(panel.bodies[0]!.members.length);
  }

  /**
   * Of the compositions with `enough` takers, the place of the one nearest to what the members of the forum where it is settled
   * want: each its favourite, weighed by salience × influence, and each option's residual added; squares of seats in a hundred.
   * -1 where there is none. `worth`: by composition and party concerned, the mean of its seats. Cost O(compositions × (members + options)).
   */
  pick(roll: RolledWorld, table: Table, worth: Float64Array, enough: Uint8Array): number {
    this.weigh(table);
    this.want(roll, worth);
    const compositions = this.panel.compositions ?? [];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < compositions.length; c++) {
      if (enough[c] !== 1) continue;
      const here = this.distance(compositions[c]!);
      if (here < least - tolerance) {
        best = c;
        least = here;
      } else if (here <= least + tolerance) best = this.breakTie(roll, worth, best, c);
    }
    return best;
  }

  /** Shares of the members' weight; alike where all have none. */
  private weigh(table: Table): void {
    const { weights, panel } = this;
    const { seatOf } = this.model.items[panel.item]!;
    let total = 0;
    for (const [k, p] of panel.bodies[0]!.members.entries()) {
      const seat = seatOf[panel.parties[p]!]!;
      weights[k] = table.salience[seat]! * table.influence[seat]!;
      total += weights[k]!;
    }
    for (let k = 0; k < weights.length; k++) weights[k] = total > 0 ? weights[k]! / total : 1 / weights.length;
  }

  private want(roll: RolledWorld, worth: Float64Array): void {
    const { wanted, weights, panel } = this;
    const { seats, parties, bodies, item } = panel;
    const compositions = panel.compositions ?? [];
    const entry = this.model.items[item]!;
    for (let o = 0; o < wanted.length; o++) wanted[o] = residualOf(roll, entry, entry.forum, o);
    for (const [k, p] of bodies[0]!.members.entries()) {
      const worthTo = (c: number): number => worth[c * parties.length + p]!;
      let most = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < compositions.length; c++) if (worthTo(c) > most) most = worthTo(c);
      const favourites = compositions.filter((_, c) => worthTo(c) >= most - tolerance);
      const each = (100 * weights[k]!) / seats / favourites.length;
      for (const held of favourites) for (let o = 0; o < wanted.length; o++) wanted[o] = wanted[o]! + each * held[o]!;
    }
  }

  private distance(held: readonly number[]): number {
    let sum = 0;
    for (let o = 0; o < held.length; o++) {
      const away = (100 * held[o]!) / this.panel.seats - this.wanted[o]!;
      sum += away * away;
    }
    return sum;
  }

  /** To the one worth more to the members, then to the one whose names drew less. */
  private breakTie(roll: RolledWorld, worth: Float64Array, a: number, b: number): number {
    const { parties, bodies, item, compositions } = this.panel;
    let better = 0;
    for (const [k, p] of bodies[0]!.members.entries())
      better += this.weights[k]! * (worth[a * parties.length + p]! - worth[b * parties.length + p]!);
    if (Math.abs(better) > tolerance) return better > 0 ? a : b;
    const lots = this.model.items[item]!.optionResiduals;
    const drawn = (c: number): number =>
      compositions![c]!.reduce((sum, held, o) => sum + held * roll.inputs[roll.base + lots[o]!]!, 0);
    return drawn(a) <= drawn(b) ? a : b;
  }
}
