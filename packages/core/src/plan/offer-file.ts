/** One offer in a world: whether it is open, how it is answered, and what it was answered before in the same world. */
import type { OutcomeModelName } from "../brief/brief.ts";
import type { ModelOffer } from "../model/model.ts";
import { pending, why } from "../model/state.ts";
import type { Options } from "../settle/package.ts";
import type { Setting } from "../settle/setting.ts";
import { OfferTalks } from "../settle/settle-offer.ts";
import type { Table } from "../settle/table.ts";
import type { CarePremium } from "./care-premium.ts";
import { DependenceGain, touches } from "./dependence-points.ts";
import { offerState } from "./offer-state.ts";
import { knows, type RolledWorld } from "./rolled-world.ts";

/** An answer given in this world, to be given again when the same is asked. */
interface Answer {
  /** How things stood (`look`). */
  readonly asked: Int32Array;
  accepted: boolean;
  readonly declines: Uint8Array;
  readonly pick: Int32Array;
  /** Mean premium of those asked to give, as shown and if nothing were concealed. */
  shown: number;
  open: number;
}
/** Answers kept in one world. */
const mostAnswers = 16;
const perItem = 5;
/** Two bits each say what a target knows of an item. */
const mostTargets = 15;
const modelNumber: Record<OutcomeModelName, number> = { compromise: 0, median: 1, nash: 2, veto: 3 };
const nobody: readonly number[] = [];

/** Plans that differ elsewhere ask the same again: what the answer hangs on is noted, and the answer with it. */
export class OfferFile {
  private readonly world: RolledWorld;
  private readonly premium: CarePremium;
  private readonly index: number;
  private readonly offer: ModelOffer;
  private readonly talks: OfferTalks;
  private readonly gain: DependenceGain;
  /** What it gives, then what it wants. */
  private readonly items: readonly number[];
  private readonly gives: readonly number[];
  private readonly wants: readonly number[];
  /** Other items on which what its package is worth depends; and whether it depends on more than items. */
  private readonly others: readonly number[];
  private readonly isRemembered: boolean;
  /** Targets with a part in what it gives. */
  private readonly askedToGive: readonly number[];
  private readonly isTarget: readonly boolean[];
  private readonly answers: Answer[] = [];
  private count = 0;
  private readonly spare: Answer;
  /** Scratch. */
  private readonly asked: Int32Array;
  private readonly premiums: Float64Array;
  private readonly joint: { readonly items: readonly number[]; readonly tables: Table[]; readonly forums: number[] };
  private readonly beyond = (party: number, pick: Options): number =>
    this.premiums[party]! - this.gain.of(this.world, party, pick);
  private readonly better = (item: number, option: number, than: number): boolean =>
    this.world.ourValue(item, option) >= this.world.ourValue(item, than) - 1e-9;

  constructor(world: RolledWorld, premium: CarePremium, index: number) {
    const { model } = world;
    const offer = model.offers[index]!;
    this.world = world;
    this.premium = premium;
    this.index = index;
    this.offer = offer;
    this.gives = offer.gives.map((entry) => entry.item);
    this.wants = offer.wants.map((entry) => entry.item);
    this.items = [...this.gives, ...this.wants];
    const touched = model.dependences.filter((d) => touches(d, this.items));
    this.others = [...new Set(touched.flatMap((d) => d.items).filter((item) => !this.items.includes(item)))];
    // What hangs on more than items, or on more observers than there are bits, is answered anew.
    this.isRemembered = touched.every((d) => d.itemsOnly) && offer.targets.length <= mostTargets;
    this.talks = new OfferTalks(model, offer);
    this.gain = new DependenceGain(model, this.items);
    this.askedToGive = offer.targets.filter((party) => this.gives.some((g) => model.items[g]!.seatOf[party]! >= 0));
    this.isTarget = model.parties.map((_, party) => offer.targets.includes(party));
    this.asked = new Int32Array(this.items.length * perItem + 1 + 2 * this.others.length);
    this.premiums = new Float64Array(model.parties.length);
    this.joint = { items: this.items, tables: [], forums: this.items.map(() => -1) };
    this.spare = this.makeAnswer();
  }

  /** A new world. */
  reset(): void {
    this.count = 0;
  }

  /** Answers the offer, made and not answered yet, at the end of a forum, if it is open there. */
  answer(setting: Setting, forumIndex: number): void {
    if (!this.isOpen(forumIndex)) return;
    const isKnown = this.look();
    const known = isKnown ? this.recall() : undefined;
    this.apply(known ?? this.answerAnew(setting, isKnown));
  }

  private isOpen(forumIndex: number): boolean {
    const { world, items } = this;
    if (world.broke[forumIndex] === 1) return false;
    let here = false;
    for (let k = 0; k < items.length; k++) {
      if (!this.isAnswerable(items[k]!)) return false;
      if (!here) here = world.mayLieBefore(items[k]!, forumIndex);
    }
    return here && (this.offer.condition?.(world) ?? true);
  }

  /**
   * An item can be traded once it has been before its forum in this world and did not break down with it, or was kept off by
   * gatekeepers, who then have to take the package. What chance alone kept off nobody can let on.
   */
  private isAnswerable(item: number): boolean {
    const { world } = this;
    return (
      world.result[item] !== pending &&
      world.pins?.isClosed(item) !== true &&
      (world.admitted[item] === 1 || (world.ended[item] === why.notAdmitted && world.keepers[item] !== 0)) &&
      world.dropped[item] === 0 &&
      world.ended[item] !== why.brokeDown
    );
  }

  /**
   * Notes all that the answer hangs on in one world: how the items came out and where they lie, which effects act on them, what
   * the targets know of our care, the outcome model, and how the items came out on which values hang. False: not all of it can be noted.
   */
  private look(): boolean {
    const { world, items, others, asked } = this;
    const { targets } = this.offer;
    if (!this.isRemembered) return false;
    let at = 0;
    for (let k = 0; k < items.length; k++) {
      const item = items[k]!;
      const acting = world.actingOn(item);
      if (acting < 0) return false;
      let seen = 0;
      for (let t = 0; t < targets.length; t++)
        seen = (seen << 2) | world.knows[item * world.model.parties.length + targets[t]!]!;
      asked[at++] = world.result[item]!;
      asked[at++] = world.admitted[item] === 1 ? world.ended[item]! : -1 - world.keepers[item]!;
      asked[at++] = acting;
      asked[at++] = seen;
      asked[at++] = world.whereOf(item);
    }
    asked[at++] = modelNumber[world.outcomeModel];
    for (let k = 0; k < others.length; k++) {
      asked[at++] = world.result[others[k]!]!;
      asked[at++] = world.ended[others[k]!]!;
    }
    return true;
  }

  private recall(): Answer | undefined {
    const { asked, answers } = this;
    for (let k = 0; k < this.count; k++) {
      const before = answers[k]!.asked;
      let i = 0;
      while (i < asked.length && before[i] === asked[i]) i++;
      if (i === asked.length) return answers[k];
    }
    return undefined;
  }

  private answerAnew(setting: Setting, isKnown: boolean): Answer {
    const { world, items, gives, wants, joint, premiums } = this;
    for (let k = 0; k < items.length; k++) {
      joint.tables[k] = world.table(items[k]!);
      joint.forums[k] = world.whereOf(items[k]!);
    }
    for (let p = 0; p < premiums.length; p++)
      premiums[p] = this.isTarget[p]! ? this.premium.of(wants, gives, p, false) : 0;
    const verdict = this.talks.answer(setting, joint, world, world.weigh, this.better, this.beyond, this.keepers());
    const answer = this.blank(isKnown);
    answer.asked.set(this.asked);
    answer.accepted = verdict.accepted;
    answer.declines.set(verdict.declines);
    answer.pick.set(verdict.pick);
    answer.shown = 0;
    answer.open = 0;
    const { askedToGive } = this;
    for (let k = 0; k < askedToGive.length; k++) answer.shown += premiums[askedToGive[k]!]!;
    // Where nothing is hidden the two are one.
    if (!this.isHidden()) answer.open = answer.shown;
    else for (const party of askedToGive) answer.open += this.premium.of(wants, gives, party, true);
    if (askedToGive.length > 0) {
      answer.shown /= askedToGive.length;
      answer.open /= askedToGive.length;
    }
    return answer;
  }

  /** Room for an answer: kept where it can be found again and there is room, else the spare, which nothing finds. */
  private blank(isKept: boolean): Answer {
    if (!isKept || this.count === mostAnswers) return this.spare;
    const made = this.answers[this.count] ?? this.makeAnswer();
    this.answers[this.count] = made;
    this.count++;
    return made;
  }

  private makeAnswer(): Answer {
    return {
      asked: new Int32Array(this.asked.length),
      accepted: false,
      declines: new Uint8Array(this.premiums.length),
      pick: new Int32Array(this.items.length),
      shown: 0,
      open: 0,
    };
  }

  /** Does any target see only what we show of how much we care for what we want? */
  private isHidden(): boolean {
    const { world, wants } = this;
    const { targets } = this.offer;
    const parties = this.premiums.length;
    for (let k = 0; k < wants.length; k++)
      for (let t = 0; t < targets.length; t++)
        if (world.knows[wants[k]! * parties + targets[t]!] === knows.whatWeShow) return true;
    return false;
  }

  /** Parties that keep any of the items off. */
  private keepers(): readonly number[] {
    const { world, items } = this;
    let k = 0;
    while (k < items.length && world.admitted[items[k]!] === 1) k++;
    if (k === items.length) return nobody;
    return items.flatMap((item) => {
      if (world.admitted[item] === 1) return [];
      return world.model.items[item]!.seats.flatMap((seat, j) =>
        (world.keepers[item]! >>> j) & 1 ? [seat.party] : [],
      );
    });
  }

  private apply(answer: Answer): void {
    const { world, index, items } = this;
    const parties = answer.declines.length;
    world.premiumShown[index] = answer.shown;
    world.premiumOpen[index] = answer.open;
    world.offers[index] = answer.accepted ? offerState.accepted : offerState.declined;
    for (let p = 0; p < parties; p++) if (answer.declines[p] === 1) world.declined[index * parties + p] = 1;
    if (!answer.accepted) return;
    for (let k = 0; k < items.length; k++) {
      const item = items[k]!;
      const option = answer.pick[k]!;
      world.result[item] = option;
      world.ended[item] = option === world.model.items[item]!.otherwise ? why.notReached : why.agreed;
      world.refusers[item] = 0;
      world.admitted[item] = 1;
      world.rules.noteItem(item);
    }
  }
}
