/** Offers made by a move, answered once their items have been settled by themselves. */
import type { OutcomeModelName } from "../brief/brief.ts";
import type { Model, ModelOffer } from "../model/model.ts";
import { pending, why } from "../model/state.ts";
import type { Setting } from "../settle/setting.ts";
import { answerOffer } from "../settle/settle-offer.ts";
import { dependenceGain, touches } from "./dependence-points.ts";
import { offerState } from "./offer-state.ts";
import { premium } from "./premium.ts";
import type { RolledWorld } from "./rolled-world.ts";

/** An answer given in this world, to be given again when the same is asked. */
interface Answer {
  /** How the items stood: result, ended, and which effects act on each, who knows what; then the outcome model. */
  readonly asked: Int32Array;
  readonly accepted: boolean;
  readonly declines: readonly number[];
  readonly pick: readonly number[];
  readonly shown: number;
  readonly open: number;
}
/** Answers kept for an offer in one world. */
const mostAnswers = 8;
const perItem = 4;
/** Two bits each say what a target knows of an item. */
const mostTargets = 15;
const modelNumber: Record<OutcomeModelName, number> = { compromise: 0, median: 1, nash: 2, veto: 3 };

/** Answers offers, and remembers within a world what it answered: plans that differ elsewhere ask the same again. */
export class OfferDesk {
  private readonly items: readonly (readonly number[])[];
  private readonly answers: Answer[][];
  private readonly asked: readonly Int32Array[];
  /** By offer: other items on which what its package is worth depends; and whether it depends on more than items. */
  private readonly others: readonly (readonly number[])[];
  private readonly dependent: readonly boolean[];

  constructor(model: Model) {
    this.items = model.offers.map((offer) => [...offer.gives, ...offer.wants].map((entry) => entry.item));
    const touched = this.items.map((items) => model.dependences.filter((d) => touches(d, items)));
    this.others = touched.map((list, k) => [
      ...new Set(list.flatMap((d) => d.items).filter((item) => !this.items[k]!.includes(item))),
    ]);
    this.dependent = touched.map((list) => list.some((d) => !d.itemsOnly));
    this.answers = model.offers.map(() => []);
    this.asked = this.items.map((items, k) => new Int32Array(items.length * perItem + 1 + 2 * this.others[k]!.length));
  }

  /** A new world. */
  reset(): void {
    for (const list of this.answers) list.length = 0;
  }

  /** Answers, at the end of a forum, the offers made whose items have all been settled. */
  answer(roll: RolledWorld, setting: Setting, forumIndex: number): void {
    const { offers } = roll.model;
    for (let index = 0; index < offers.length; index++)
      if (roll.offers[index] === offerState.notOpen && this.isOpen(roll, index, forumIndex))
        this.apply(roll, index, this.recall(roll, index) ?? this.answerAnew(roll, setting, index));
  }

  private isOpen(roll: RolledWorld, index: number, forumIndex: number): boolean {
    const items = this.items[index]!;
    if (roll.broke[forumIndex] === 1) return false;
    let here = false;
    for (const item of items) {
      if (!answerable(roll, item)) return false;
      here ||= roll.mayLieBefore(item, forumIndex);
    }
    return here && (roll.model.offers[index]!.condition?.(roll) ?? true);
  }

  /** Notes how things stand; what was answered to just that, if anything. */
  private recall(roll: RolledWorld, index: number): Answer | undefined {
    const asked = this.asked[index]!;
    const items = this.items[index]!;
    const { targets } = roll.model.offers[index]!;
    for (let k = 0; k < items.length; k++) {
      const item = items[k]!;
      const acting = roll.acting(roll.model.items[item]!.effects);
      asked[k * perItem] = roll.result[item]!;
      asked[k * perItem + 1] = roll.ended[item]!;
      asked[k * perItem + 2] = acting;
      asked[k * perItem + 3] = seenBy(roll, item, targets);
      if (acting < 0) return undefined;
    }
    let at = items.length * perItem;
    asked[at++] = modelNumber[roll.outcomeModel];
    for (const item of this.others[index]!) {
      asked[at++] = roll.result[item]!;
      asked[at++] = roll.ended[item]!;
    }
    // What hangs on more than items, or on more observers than there are bits, is answered anew.
    if (this.dependent[index] || targets.length > mostTargets) return undefined;
    return this.answers[index]!.find((answer) => same(answer.asked, asked));
  }

  private answerAnew(roll: RolledWorld, setting: Setting, index: number): Answer {
    const { model } = roll;
    const offer = model.offers[index]!;
    const items = this.items[index]!;
    const joint = {
      items,
      tables: items.map((item) => roll.table(item)),
      forums: items.map((item) => roll.whereOf(item)),
    };
    const gain = dependenceGain(roll, items);
    const premiums = model.parties.map((_, party) => premiumOf(roll, offer, party, false));
    const verdict = answerOffer(
      setting,
      offer,
      joint,
      { result: roll.result, ended: roll.ended },
      roll.weigh,
      (item, option, than) => roll.ourValue(item, option) >= roll.ourValue(item, than) - 1e-9,
      (party, pick) => premiums[party]! - (gain?.(party, pick) ?? 0),
      keepersOf(roll, items),
    );
    const answer: Answer = {
      asked: this.asked[index]!.slice(),
      accepted: verdict.accepted,
      declines: verdict.declines,
      pick: verdict.pick,
      shown: meanPremium(roll, offer, false),
      open: meanPremium(roll, offer, true),
    };
    const kept = this.answers[index]!;
    if (kept.length < mostAnswers) kept.push(answer);
    return answer;
  }

  private apply(roll: RolledWorld, index: number, answer: Answer): void {
    const { model } = roll;
    roll.premiumShown[index] = answer.shown;
    roll.premiumOpen[index] = answer.open;
    roll.offers[index] = answer.accepted ? offerState.accepted : offerState.declined;
    for (const party of answer.declines) roll.declined[index * model.parties.length + party] = 1;
    if (!answer.accepted) return;
    const items = this.items[index]!;
    for (let k = 0; k < items.length; k++) {
      const item = items[k]!;
      const option = answer.pick[k]!;
      roll.result[item] = option;
      roll.ended[item] = option === model.items[item]!.otherwise ? why.notReached : why.agreed;
      roll.refusers[item] = 0;
      roll.admitted[item] = 1;
    }
  }
}

function seenBy(roll: RolledWorld, item: number, targets: readonly number[]): number {
  let bits = 0;
  for (const party of targets) bits = (bits << 2) | roll.knows[item * roll.model.parties.length + party]!;
  return bits;
}

function same(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * An item can be traded once it has been before its forum in this world and did not break down with it, or was kept off by
 * gatekeepers, who then have to take the package. What chance alone kept off nobody can let on.
 */
function answerable(roll: RolledWorld, item: number): boolean {
  return (
    roll.result[item] !== pending &&
    roll.pins?.isClosed(item) !== true &&
    (roll.admitted[item] === 1 || (roll.ended[item] === why.notAdmitted && roll.keepers[item] !== 0)) &&
    roll.dropped[item] === 0 &&
    roll.ended[item] !== why.brokeDown
  );
}

/** Parties that keep any of the items off. */
function keepersOf(roll: RolledWorld, items: readonly number[]): number[] {
  if (items.every((item) => roll.admitted[item] === 1)) return [];
  return items.flatMap((item) => {
    if (roll.admitted[item] === 1) return [];
    return roll.model.items[item]!.seats.flatMap((seat, j) => ((roll.keepers[item]! >>> j) & 1 ? [seat.party] : []));
  });
}

function premiumOf(roll: RolledWorld, offer: ModelOffer, party: number, open: boolean): number {
  if (!offer.targets.includes(party)) return 0;
  const wants = offer.wants.map((want) => want.item);
  const gives = offer.gives.map((give) => give.item);
  return premium(roll, wants, gives, party, open);
}

function meanPremium(roll: RolledWorld, offer: ModelOffer, open: boolean): number {
  const others = offer.targets.filter((party) =>
    offer.gives.some((give) => roll.model.items[give.item]!.seatOf[party]! >= 0),
  );
  if (others.length === 0) return 0;
  return others.reduce((sum, party) => sum + premiumOf(roll, offer, party, open), 0) / others.length;
}
