/** What the others ask for when they see how much we care (the care premium, MODEL.md §4.3). */
import { knows, type RolledWorld } from "./rolled-world.ts";

/** What an observer believes of our care for an item: nothing of its own, something without a number, or an input (0 and up). */
const nothing = -1;
const noNumber = -2;

export class CarePremium {
  private readonly world: RolledWorld;
  /** By item and party. */
  private readonly believed: Int32Array;
  /** By item: inputs of our salience and of what we show of it; -1 none. */
  private readonly own: Int32Array;
  private readonly shown: Int32Array;

  constructor(world: RolledWorld) {
    const { items, parties, beliefs, us } = world.model;
    const seats = items.map((item) => item.seats[item.ourSeat]);
    this.world = world;
    this.own = Int32Array.from(seats, (seat) => seat?.salience ?? -1);
    this.shown = Int32Array.from(seats, (seat) => seat?.shownSalience ?? -1);
    this.believed = Int32Array.from(
      items.flatMap((_, item) =>
        parties.map((_party, observer) => {
          const belief = beliefs.find((b) => b.about === us && b.by.includes(observer) && b.items.includes(item));
          return belief === undefined ? nothing : (belief.salience ?? noNumber);
        }),
      ),
    );
  }

  /**
   * Rise of a counterpart's reservation, points of its whole agenda: on each of `gives` it asks h_b more for each point by
   * which it believes that we care about the others, `wants`, above our average. `open`: as if nothing were concealed.
   */
  of(wants: readonly number[], gives: readonly number[], party: number, open: boolean): number {
    const { world } = this;
    const { model, inputs, base } = world;
    if (model.us < 0 || party === model.us) return 0;
    const hb = inputs[base + model.method.carePremium]!;
    let rise = 0;
    for (let g = 0; g < gives.length; g++) {
      const give = gives[g]!;
      const seat = model.items[give]!.seatOf[party]!;
      // Who has no part in the item has nothing to ask for on it.
      if (seat < 0) continue;
      let excess = 0;
      for (let k = 0; k < wants.length; k++)
        if (wants[k] !== give) excess += Math.max(0, this.careSeen(wants[k]!, party, open) - world.ourAverage);
      rise += world.weigh(give, seat) * hb * excess;
    }
    return rise;
  }

  /** Salience that an observer takes ours to be: what we told it, what it believes, what we show, or what is so. */
  private careSeen(item: number, observer: number, open: boolean): number {
    const { world, own, shown } = this;
    const { inputs, base } = world;
    const place = item * world.model.parties.length + observer;
    const known = world.knows[place]!;
    const believed = this.believed[place]!;
    if (known === knows.byOurWord) return inputs[base + own[item]!]!;
    if (believed >= 0) return inputs[base + believed]!;
    const isHidden = !open && believed === nothing && known === knows.whatWeShow && shown[item]! >= 0;
    return inputs[base + (isHidden ? shown[item]! : own[item]!)]!;
  }
}
