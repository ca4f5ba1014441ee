/** Items settled before one forum after another. */
import type { Model, Predicate } from "../model/model.ts";
import { pending, why } from "../model/state.ts";
import { placesOf } from "../model/where-raised.ts";
import { createBallot } from "../settle/acceptance.ts";
import type { Options } from "../settle/package.ts";
import type { Setting } from "../settle/setting.ts";
import { settleBundle } from "../settle/settle-bundle.ts";
import { createOutcome } from "../settle/settle-item.ts";
import { CarePremium } from "./care-premium.ts";
import { DependenceGain } from "./dependence-points.ts";
import { type ItemSetting, ItemSettler } from "./item-settler.ts";
import { OfferDesk } from "./offers.ts";
import { effectsOn, type RolledWorld } from "./rolled-world.ts";

export class ForumSettler {
  private readonly world: RolledWorld;
  private readonly model: Model;
  private readonly items: ItemSettler;
  private readonly offerDesk: OfferDesk;
  private readonly premium: CarePremium;
  /** By bundle. */
  private readonly gains: readonly DependenceGain[];
  private readonly breakdownEffects: readonly (readonly number[])[];
  private readonly settings: readonly ItemSetting[];
  private readonly endsIf: readonly (Predicate | undefined)[];
  private readonly breakdownLuck: Int32Array;
  private readonly breakdown: Int32Array;
  private readonly bundleOf: Int16Array;
  /** Items that may come before each forum, in the order in which they settle. */
  private readonly itemsOf: readonly (readonly number[])[];
  /** The same with one more, by forum × items + item: made when first asked for. */
  private readonly itemsWith = new Map<number, readonly number[]>();

  constructor(world: RolledWorld) {
    const { model } = world;
    const { items, forums } = model;
    this.world = world;
    this.model = model;
    this.items = new ItemSettler(world);
    this.premium = new CarePremium(world);
    this.offerDesk = new OfferDesk(world, this.premium);
    this.gains = model.bundles.map((bundle) => new DependenceGain(model, bundle.items));
    // One for all: an item may have to be confirmed by a larger forum than it is settled in.
    const ballot = createBallot(Math.max(0, ...forums.map((forum) => forum.members.length)));
    this.breakdownEffects = effectsOn(model, "breakdown", forums.length);
    this.endsIf = forums.map((forum) => forum.endsIf);
    this.breakdownLuck = Int32Array.from(forums, (forum) => forum.breakdownLuck);
    this.breakdown = Int32Array.from(forums, (forum) => forum.breakdown);
    this.bundleOf = Int16Array.from(items, (item) => item.bundle);
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
    this.itemsOf = forums.map((_, forum) => model.itemOrder.filter((index) => placesOf(items[index]!).includes(forum)));
  }

  /** A new world: nothing settled or answered before holds. */
  reset(): void {
    this.items.reset();
    this.offerDesk.reset();
  }

  /** Settles what is before the forum, item by item, then bundles and offers. */
  settleForum(forumIndex: number): void {
    const { world, bundleOf } = this;
    const { result, rules } = world;
    const endsIf = this.endsIf[forumIndex];
    const over = endsIf?.(world) ?? false;
    world.broke[forumIndex] = this.breaksDown(forumIndex) ? 1 : 0;
    rules.noteForum(forumIndex);
    const setting = this.setting(forumIndex);
    const items = this.itemsBefore(forumIndex);
    for (let k = 0; k < items.length; k++) {
      const index = items[k]!;
      if (result[index] !== pending || world.whereOf(index) !== forumIndex) continue;
      const bundle = bundleOf[index]!;
      if (bundle < 0) {
        this.items.settle(setting, index, forumIndex, over);
        rules.fireOn(index);
      } else if (index === this.lastHere(bundle, forumIndex)) this.settleTogether(setting, bundle, forumIndex, over);
    }
    this.offerDesk.answer(setting, forumIndex);
    rules.fire();
  }

  private breaksDown(forumIndex: number): boolean {
    const { world } = this;
    const { inputs, base } = world;
    const broke = world.pins?.broke[forumIndex];
    if (broke !== undefined && broke >= 0) return broke === 1;
    const chance = inputs[base + this.breakdown[forumIndex]!]!;
    return (
      inputs[base + this.breakdownLuck[forumIndex]!]! * 100 < world.chance(this.breakdownEffects[forumIndex]!, chance)
    );
  }

  /** Items that may come before the forum, one that this run puts before it included. */
  private itemsBefore(forumIndex: number): readonly number[] {
    const usual = this.itemsOf[forumIndex]!;
    const { before } = this.world;
    if (before === undefined || before.forum !== forumIndex || usual.includes(before.item)) return usual;
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
    for (const index of present) this.items.settle(setting, index, forumIndex, over);
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
