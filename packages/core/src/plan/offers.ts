/** Offers made by a move, answered once their items have been settled by themselves; and what the others ask for when they see how much we care. */
import type { ModelOffer } from "../model/model.ts";
import { pending, why } from "../model/state.ts";
import type { Setting } from "../settle/settle-item.ts";
import { answerOffer } from "../settle/settle-offer.ts";
import { offerState, type Roll } from "./roll.ts";

export function answerOffers(roll: Roll, setting: Setting, forumIndex: number): void {
  const { model } = roll;
  for (let index = 0; index < model.offers.length; index++) {
    if (roll.offers[index] !== offerState.notOpen) continue;
    const offer = model.offers[index]!;
    const items = [...offer.gives, ...offer.wants].map((entry) => entry.item);
    if (roll.broke[forumIndex] === 1 || !items.every((item) => answerable(roll, item))) continue;
    if (!items.some((item) => model.items[item]!.forum === forumIndex || model.items[item]!.nowBefore === forumIndex))
      continue;
    if (offer.condition !== undefined && !offer.condition(roll)) continue;
    for (const item of items) roll.table(item);
    for (let party = 0; party < model.parties.length; party++)
      roll.premiums[party] = premium(roll, offer, party, false);
    const verdict = answerOffer(
      setting,
      offer,
      forumIndex,
      roll.tables,
      { result: roll.result, ended: roll.ended },
      roll.weigh,
      (item, option, than) => roll.ourValue(item, option) >= roll.ourValue(item, than) - 1e-9,
      roll.premiums,
    );
    roll.premiumShown[index] = meanPremium(roll, offer, false);
    roll.premiumOpen[index] = meanPremium(roll, offer, true);
    roll.offers[index] = verdict.accepted ? offerState.accepted : offerState.declined;
    for (const party of verdict.declines) roll.declined[index] = roll.declined[index]! | (1 << party);
    if (!verdict.accepted) continue;
    for (const [k, item] of verdict.items.entries()) {
      const option = verdict.pick[k]!;
      const stands = option === model.items[item]!.otherwise;
      roll.result[item] = option;
      roll.ended[item] = stands ? why.notReached : why.agreed;
      roll.refusers[item] = 0;
    }
    roll.fireRules();
  }
}

/** An item can be traded once it has been before its forum in this world and did not break down with it. */
function answerable(roll: Roll, item: number): boolean {
  return (
    roll.result[item] !== pending &&
    roll.admitted[item] === 1 &&
    roll.dropped[item] === 0 &&
    roll.ended[item] !== why.brokeDown
  );
}

/**
 * Rise of a counterpart's reservation, points of its whole agenda: on what we give it asks h_b more for each point by which it
 * believes that we care about what we want above our average (MODEL.md §4.3). `open`: as if nothing were concealed.
 */
function premium(roll: Roll, offer: ModelOffer, party: number, open: boolean): number {
  const { model, inputs, base } = roll;
  if (party === model.us || !offer.targets.includes(party)) return 0;
  const hb = inputs[base + model.method.carePremium]!;
  let excess = 0;
  for (const want of offer.wants) excess += Math.max(0, believedCare(roll, want.item, party, open) - roll.ourAverage);
  let weight = 0;
  for (const give of offer.gives) {
    const seat = model.items[give.item]!.seatOf[party]!;
    // Who has no part in the item has nothing to ask for on it.
    if (seat >= 0) weight += roll.weigh(give.item, seat);
  }
  return weight * hb * excess;
}

function believedCare(roll: Roll, item: number, observer: number, open: boolean): number {
  const { model, inputs, base } = roll;
  const entry = model.items[item]!;
  const seat = entry.seats[entry.ourSeat]!;
  const belief = model.beliefs.find((b) => b.about === model.us && b.by.includes(observer) && b.items.includes(item));
  if (belief?.salience !== undefined) return inputs[base + belief.salience]!;
  const hidden = !open && belief === undefined && roll.concealed[item] === 1 && seat.shownSalience !== undefined;
  return inputs[base + (hidden ? seat.shownSalience! : seat.salience)]!;
}

function meanPremium(roll: Roll, offer: ModelOffer, open: boolean): number {
  const others = offer.targets.filter((party) =>
    offer.gives.some((give) => roll.model.items[give.item]!.seatOf[party]! >= 0),
  );
  if (others.length === 0) return 0;
  return others.reduce((sum, party) => sum + premium(roll, offer, party, open), 0) / others.length;
}
