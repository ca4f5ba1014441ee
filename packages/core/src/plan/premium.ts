/** What the others ask for when they see how much we care (the care premium, MODEL.md §4.3). */
import { knows, type RolledWorld } from "./rolled-world.ts";

/**
 * Rise of a counterpart's reservation, points of its whole agenda: on each of `gives` it asks h_b more for each point by which
 * it believes that we care about the others, `wants`, above our average. `open`: as if nothing were concealed.
 */
export function premium(
  world: RolledWorld,
  wants: readonly number[],
  gives: readonly number[],
  party: number,
  open: boolean,
): number {
  const { model, inputs, base } = world;
  if (model.us < 0 || party === model.us) return 0;
  const hb = inputs[base + model.method.carePremium]!;
  let rise = 0;
  for (const give of gives) {
    const seat = model.items[give]!.seatOf[party]!;
    // Who has no part in the item has nothing to ask for on it.
    if (seat < 0) continue;
    let excess = 0;
    for (const want of wants)
      if (want !== give) excess += Math.max(0, believedCare(world, want, party, open) - world.ourAverage);
    rise += world.weigh(give, seat) * hb * excess;
  }
  return rise;
}

/** Salience that an observer takes ours to be: what we told it, what it believes, what we show, or what is so. */
function believedCare(world: RolledWorld, item: number, observer: number, open: boolean): number {
  const { model, inputs, base } = world;
  const entry = model.items[item]!;
  const seat = entry.seats[entry.ourSeat]!;
  const known = world.knows[item * model.parties.length + observer];
  if (known === knows.byOurWord) return inputs[base + seat.salience]!;
  const belief = model.beliefs.find((b) => b.about === model.us && b.by.includes(observer) && b.items.includes(item));
  if (belief?.salience !== undefined) return inputs[base + belief.salience]!;
  const hidden = !open && belief === undefined && known === knows.whatWeShow && seat.shownSalience !== undefined;
  return inputs[base + (hidden ? seat.shownSalience! : seat.salience)]!;
}
