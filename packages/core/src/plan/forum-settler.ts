/** Items settled before one forum after another. */
import type { Model } from "../model/model.ts";
import { pending, why } from "../model/state.ts";
import { createBallot } from "../settle/acceptance.ts";
import { gatekeepersOf } from "../settle/admission.ts";
import type { Options } from "../settle/package.ts";
import type { Setting } from "../settle/setting.ts";
import { settleBundle } from "../settle/settle-bundle.ts";
import { comesBefore, createOutcome, type Outcome, settleAlone } from "../settle/settle-item.ts";
import { CarePremium } from "./care-premium.ts";
import { DependenceGain } from "./dependence-points.ts";
import { OfferDesk } from "./offers.ts";
import { OutcomeMemo } from "./outcome-memo.ts";
import { effectsOn, type RolledWorld } from "./rolled-world.ts";

/** The world around an item, reused from one to the next. */
type ItemSetting = { -readonly [K in keyof Setting]: Setting[K] };

export class ForumSettler {
  private readonly world: RolledWorld;
  private readonly model: Model;
  private readonly memo: OutcomeMemo;
  private readonly offerDesk: OfferDesk;
  private readonly premium: CarePremium;
  /** By bundle. */
  private readonly gains: readonly DependenceGain[];
  private readonly outcome: Outcome = createOutcome();
  private readonly keepersOf: readonly (readonly (readonly number[])[])[];
  private readonly breakdownEffects: readonly (readonly number[])[];
  private readonly admissionEffects: readonly (readonly number[])[];
  private readonly settings: readonly ItemSetting[];
  /** Items that may come before each forum, in the order in which they settle. */
  private readonly itemsOf: readonly (readonly number[])[];
  /** The same with one more, by forum × items + item: made when first asked for. */
  private readonly itemsWith = new Map<number, readonly number[]>();

  constructor(world: RolledWorld) {
    const { model } = world;
    const { items, forums, effects } = model;
    this.world = world;
    this.model = model;
    this.memo = new OutcomeMemo(model);
    this.premium = new CarePremium(world);
    this.offerDesk = new OfferDesk(world, this.premium);
    this.gains = model.bundles.map((bundle) => new DependenceGain(model, bundle.items));
    // One for all: an item may have to be confirmed by a larger forum than it is settled in.
    const ballot = createBallot(Math.max(0, ...forums.map((forum) => forum.members.length)));
    this.keepersOf = forums.map((forum) => items.map((item) => gatekeepersOf(model, item, forum)));
    this.breakdownEffects = effectsOn(model, "breakdown", forums.length);
    this.admissionEffects = items.map((item) => item.effects.filter((e) => effects[e]!.on === "admission"));
    this.settings = forums.map(() => ({
      model,
      inputs: world.inputs,
      base: 0,
      outcomeModel: "compromise",
      ballot,
      admissionShift: 0,
      admissionSet: Number.NaN,
      admissionPull: 1,
    }));
    this.itemsOf = forums.map((_, forum) =>
      model.itemOrder.filter((index) => items[index]!.forum === forum || items[index]!.nowBefore === forum),
    );
  }

  /** A new world: nothing settled or answered before holds. */
  reset(): void {
    this.memo.reset();
    this.offerDesk.reset();
  }

  /** Settles what is before the forum, item by item, then bundles and offers. */
  settleForum(forumIndex: number): void {
    const { model } = this;
    const { inputs, base } = this.world;
    const forum = model.forums[forumIndex]!;
    const luck = inputs[base + forum.breakdownLuck]! * 100;
    const over = forum.endsIf?.(this.world) ?? false;
    this.world.broke[forumIndex] =
      luck < this.world.chance(this.breakdownEffects[forumIndex]!, inputs[base + forum.breakdown]!) ? 1 : 0;
    const broke = this.world.pins?.broke[forumIndex];
    if (broke !== undefined && broke >= 0) this.world.broke[forumIndex] = broke;
    this.world.rules.noteForum(forumIndex);
    const setting = this.setting(forumIndex);
    const items = this.itemsBefore(forumIndex);
    for (let k = 0; k < items.length; k++) {
      const index = items[k]!;
      if (this.world.result[index] !== pending) continue;
      const item = model.items[index]!;
      if (this.world.whereOf(index) !== forumIndex) continue;
      if (item.bundle < 0) {
        this.settle(setting, index, forumIndex, over);
        this.world.rules.fireOn(index);
      } else if (index === this.lastHere(item.bundle, forumIndex))
        this.settleTogether(setting, item.bundle, forumIndex, over);
    }
    this.offerDesk.answer(setting, forumIndex);
    this.world.rules.fire();
  }

  /** Items that may come before the forum, one that this run puts before it included. */
  private itemsBefore(forumIndex: number): readonly number[] {
    const { before } = this.world.variation;
    const usual = this.itemsOf[forumIndex]!;
    if (before?.forum !== forumIndex || usual.includes(before.item)) return usual;
    const { itemOrder, items } = this.model;
    const key = forumIndex * items.length + before.item;
    const known = this.itemsWith.get(key);
    if (known !== undefined) return known;
    const list = itemOrder.filter((index) => index === before.item || usual.includes(index));
    this.itemsWith.set(key, list);
    return list;
  }

  private setting(forumIndex: number): ItemSetting {
    const setting = this.settings[forumIndex]!;
    setting.inputs = this.world.inputs;
    setting.base = this.world.base;
    setting.outcomeModel = this.world.outcomeModel;
    return setting;
  }

  private settle(setting: ItemSetting, index: number, forumIndex: number, over: boolean): void {
    const item = this.model.items[index]!;
    if (item.unless?.(this.world)) {
      this.world.dropped[index] = 1;
      this.world.finish(
        index,
        item.resolvedAs >= 0 ? item.resolvedAs : item.otherwise,
        item.resolvedAs >= 0 ? why.agreed : why.notReached,
      );
      return;
    }
    const { inputs, base } = this.world;
    if (item.tabled !== undefined && inputs[base + item.tabled.luck]! * 100 >= inputs[base + item.tabled.chance]!) {
      this.world.finish(index, item.otherwise, why.notReached);
      return;
    }
    if (over) {
      this.world.finish(index, item.otherwise, why.noCompetence);
      return;
    }
    const { outcome } = this;
    if (
      item.bundle >= 0 ||
      !this.memo.recall(index, forumIndex, this.world.outcomeModel, this.world.acting(item.effects), outcome)
    ) {
      setting.admissionShift = 0;
      setting.admissionSet = Number.NaN;
      for (const e of this.admissionEffects[index]!) {
        const strength = this.world.active[e]!;
        if (strength === 0) continue;
        const amount = inputs[base + this.model.effects[e]!.amount]!;
        if (this.model.effects[e]!.relative) setting.admissionShift += strength * amount;
        else {
          setting.admissionSet = amount;
          setting.admissionPull = strength;
        }
      }
      const seen = this.world.pins?.admitted[index];
      if (seen !== undefined && seen >= 0 && forumIndex === item.forum) {
        setting.admissionShift = 0;
        setting.admissionSet = 100 * seen;
        setting.admissionPull = 1;
      }
      const table = this.world.table(index);
      const before = comesBefore(setting, table, index, forumIndex, this.keepersOf[forumIndex]![index]!, outcome);
      if (before && item.bundle < 0) settleAlone(setting, table, index, forumIndex, outcome);
      else if (before) outcome.ended = why.notReached;
      if (item.bundle < 0) this.memo.remember(index, outcome);
    }
    this.world.admitted[index] = outcome.admitted;
    this.world.keepers[index] = outcome.keepers;
    if (outcome.admitted === 1 && this.world.broke[forumIndex] === 1)
      this.world.finish(index, item.otherwise, why.brokeDown);
    else {
      this.world.refusers[index] = outcome.refusers;
      this.world.finish(index, outcome.ended === why.agreed ? outcome.option : item.otherwise, outcome.ended);
    }
  }

  /** The bundle's item that comes up last before this forum: with it they are settled together. */
  private lastHere(bundle: number, forumIndex: number): number {
    const list = this.itemsBefore(forumIndex);
    for (let k = list.length - 1; k >= 0; k--) {
      const index = list[k]!;
      if (this.model.items[index]!.bundle !== bundle || this.world.result[index] !== pending) continue;
      if (this.world.whereOf(index) === forumIndex) return index;
    }
    return -1;
  }

  /** Settles a bundle's items; where one of them is not before this forum, the others are 'not reached'. */
  private settleTogether(setting: ItemSetting, bundleIndex: number, forumIndex: number, over: boolean): void {
    const { world } = this;
    const { items } = this.model.bundles[bundleIndex]!;
    const present = items.filter((index) => world.result[index] === pending && world.whereOf(index) === forumIndex);
    for (const index of present) this.settle(setting, index, forumIndex, over);
    const all = items.every(
      (index) => present.includes(index) && world.admitted[index] === 1 && world.dropped[index] === 0,
    );
    if (all && world.broke[forumIndex] !== 1) this.settlePackage(setting, bundleIndex, forumIndex);
    for (const index of present) world.rules.fireOn(index);
  }

  private settlePackage(setting: Setting, bundleIndex: number, forumIndex: number): void {
    const { world, model } = this;
    const { items } = model.bundles[bundleIndex]!;
    const outcomes = items.map(() => ({ ...createOutcome(), admitted: 1 }));
    const joint = { items, tables: items.map((index) => world.table(index)), forums: items.map(() => forumIndex) };
    const gain = this.gains[bundleIndex]!;
    const premiums = model.parties.map((_, party) => this.premium.of(items, items, party, false));
    const beyond = (party: number, pick: Options) => premiums[party]! - gain.of(world, party, pick);
    settleBundle(setting, forumIndex, joint, world.weigh, beyond, outcomes);
    for (const [k, index] of items.entries()) {
      const outcome = outcomes[k]!;
      world.refusers[index] = outcome.refusers;
      const agreed = outcome.ended === why.agreed;
      world.finish(index, agreed ? outcome.option : model.items[index]!.otherwise, outcome.ended);
    }
  }
}
