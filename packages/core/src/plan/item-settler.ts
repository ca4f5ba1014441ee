/** One item settled before a forum, in one world after another, or looked up where the same has been settled before. */
import type { OutcomeModelName } from "../brief/brief.ts";
import type { Model, Predicate } from "../model/model.ts";
import { why } from "../model/state.ts";
import { gatekeepersOf } from "../settle/admission.ts";
import type { Setting } from "../settle/setting.ts";
import { comesBefore, createOutcome, type Outcome, settleAlone } from "../settle/settle-item.ts";
import { OutcomeMemo } from "./outcome-memo.ts";
import type { RolledWorld } from "./rolled-world.ts";

/** The world around an item, reused from one to the next. */
export type ItemSetting = { -readonly [K in keyof Setting]: Setting[K] };
const modelNumber: Record<OutcomeModelName, number> = { compromise: 0, median: 1, nash: 2, veto: 3 };
const models = 4;

export class ItemSettler {
  private readonly world: RolledWorld;
  private readonly model: Model;
  private readonly memo: OutcomeMemo;
  private readonly outcome: Outcome = createOutcome();
  private readonly keepersOf: readonly (readonly (readonly number[])[])[];
  private readonly admissionEffects: readonly (readonly number[])[];
  /** By item, since every run passes here: what it asks before it is taken up, and what it comes out at without agreement. */
  private readonly unless: readonly (Predicate | undefined)[];
  private readonly tabledLuck: Int32Array;
  private readonly tabledChance: Int32Array;
  private readonly otherwise: Int16Array;
  private readonly isBundled: Uint8Array;

  constructor(world: RolledWorld) {
    const { model } = world;
    const { items, forums, effects } = model;
    this.world = world;
    this.model = model;
    this.memo = new OutcomeMemo(model);
    this.keepersOf = forums.map((forum) => items.map((item) => gatekeepersOf(model, item, forum)));
    this.admissionEffects = items.map((item) => item.effects.filter((e) => effects[e]!.on === "admission"));
    this.unless = items.map((item) => item.unless);
    this.tabledLuck = Int32Array.from(items, (item) => item.tabled?.luck ?? -1);
    this.tabledChance = Int32Array.from(items, (item) => item.tabled?.chance ?? -1);
    this.otherwise = Int16Array.from(items, (item) => item.otherwise);
    this.isBundled = Uint8Array.from(items, (item) => (item.bundle < 0 ? 0 : 1));
  }

  /** A new world. */
  reset(): void {
    this.memo.reset();
  }

  /** Settles an item that is before the forum; one of a bundle only as far as its admission. `over`: nothing is settled there any more. */
  settle(setting: ItemSetting, index: number, forumIndex: number, over: boolean): void {
    const { world, memo } = this;
    const { inputs, base } = world;
    const unless = this.unless[index];
    if (unless?.(world)) {
      this.drop(index);
      return;
    }
    const luck = this.tabledLuck[index]!;
    if (luck >= 0 && inputs[base + luck]! * 100 >= inputs[base + this.tabledChance[index]!]!) {
      world.finish(index, this.otherwise[index]!, why.notReached);
      return;
    }
    if (over) {
      world.finish(index, this.otherwise[index]!, why.noCompetence);
      return;
    }
    const isBundled = this.isBundled[index] === 1;
    const acting = isBundled ? -1 : world.actingOn(index);
    const course = forumIndex * models + modelNumber[world.outcomeModel];
    const place = memo.find(index, acting, course);
    if (place >= 0) {
      this.take(
        index,
        forumIndex,
        memo.option[place]!,
        memo.ended[place]!,
        memo.admitted[place]!,
        memo.refusers[place]!,
        memo.keepers[place]!,
      );
      return;
    }
    const { outcome } = this;
    this.settleAnew(setting, index, forumIndex, isBundled);
    memo.keep(index, acting, course, outcome);
    this.take(index, forumIndex, outcome.option, outcome.ended, outcome.admitted, outcome.refusers, outcome.keepers);
  }

  private drop(index: number): void {
    const { resolvedAs, otherwise } = this.model.items[index]!;
    this.world.dropped[index] = 1;
    if (resolvedAs >= 0) this.world.finish(index, resolvedAs, why.agreed);
    else this.world.finish(index, otherwise, why.notReached);
  }

  private settleAnew(setting: ItemSetting, index: number, forumIndex: number, isBundled: boolean): void {
    const { world, outcome } = this;
    const { inputs, base } = world;
    setting.admissionShift = 0;
    setting.admissionSet = Number.NaN;
    for (const e of this.admissionEffects[index]!) {
      const strength = world.active[e]!;
      if (strength === 0) continue;
      const amount = inputs[base + this.model.effects[e]!.amount]!;
      if (this.model.effects[e]!.relative) setting.admissionShift += strength * amount;
      else {
        setting.admissionSet = amount;
        setting.admissionPull = strength;
      }
    }
    const seen = world.pins?.admitted[index];
    if (seen !== undefined && seen >= 0 && forumIndex === this.model.items[index]!.forum) {
      setting.admissionShift = 0;
      setting.admissionSet = 100 * seen;
      setting.admissionPull = 1;
    }
    const table = world.table(index);
    const before = comesBefore(setting, table, index, forumIndex, this.keepersOf[forumIndex]![index]!, outcome);
    if (before && !isBundled) settleAlone(setting, table, index, forumIndex, outcome);
    else if (before) outcome.ended = why.notReached;
  }

  private take(
    index: number,
    forumIndex: number,
    option: number,
    ended: number,
    admitted: number,
    refusers: number,
    keepers: number,
  ): void {
    const { world } = this;
    world.admitted[index] = admitted;
    world.keepers[index] = keepers;
    if (admitted === 1 && world.broke[forumIndex] === 1) {
      world.finish(index, this.otherwise[index]!, why.brokeDown);
      return;
    }
    world.refusers[index] = refusers;
    world.finish(index, ended === why.agreed ? option : this.otherwise[index]!, ended);
  }
}
