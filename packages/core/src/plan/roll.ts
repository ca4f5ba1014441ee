/** Rolls a plan out in one world after another: moves, effects, rules, signals, branches, then forum by forum in date order. */
import type { OutcomeModelName } from "../brief/brief.ts";
import type { Forced, Model, ModelPlan, ModelStep } from "../model/model.ts";
import { stageOfDay } from "../model/stage.ts";
import { noSignal, offScale, pending, type RollState, why } from "../model/state.ts";
import { createBallot } from "../settle/acceptance.ts";
import { gatekeepersOf } from "../settle/admission.ts";
import { settleBundle } from "../settle/settle-bundle.ts";
import { comesBefore, createOutcome, type Outcome, type Setting, settleAlone } from "../settle/settle-item.ts";
import { createTable, fillTable, seatAccepts, type Table, valueAt } from "../settle/table.ts";
import { OfferDesk } from "./offers.ts";
import { OutcomeMemo } from "./outcome-memo.ts";
import { scorePlan } from "./score.ts";

/** What is done differently from the plan as such. */
export interface Variation {
  /** Moves never made. */
  readonly without?: ReadonlySet<number>;
  /** Offers never made, though the move is. */
  readonly offersOff?: ReadonlySet<number>;
  readonly forced?: readonly Forced[];
  /** Strength of effects by index, 1 as the brief gives them. */
  readonly strength?: Float64Array;
  readonly outcomeModel?: OutcomeModelName;
}

/** What became of an offer in this world: 0 not made, 1 made but not open, 2 declined, 3 accepted. */
export const offerState = { notMade: 0, notOpen: 1, declined: 2, accepted: 3 } as const;

/** The world around an item, reused from one to the next. */
type ItemSetting = { -readonly [K in keyof Setting]: Setting[K] };

const fewestLuck = 1e-12;

export class Roll implements RollState {
  readonly model: Model;
  inputs: Float64Array = new Float64Array(0);
  base = 0;
  readonly done: Uint8Array;
  readonly worked: Uint8Array;
  readonly signal: Int16Array;
  readonly result: Int16Array;
  readonly ended: Uint8Array;
  readonly admitted: Uint8Array;
  readonly broke: Uint8Array;
  today = "";

  /** By item: dropped because `unless` held; bits by seat of who refused alone, and of who kept it off. */
  readonly dropped: Uint8Array;
  readonly refusers: Int32Array;
  readonly keepers: Int32Array;
  readonly offers: Uint8Array;
  /** By offer and party: 1 who declined; by offer: mean premium asked, points, as shown and if nothing were concealed. */
  readonly declined: Uint8Array;
  readonly premiumShown: Float64Array;
  readonly premiumOpen: Float64Array;
  readonly reached: Uint8Array;
  /** By item: concealed and not revealed. */
  readonly concealed: Uint8Array;
  /** Strength of each effect that acts; 0 none. */
  readonly active: Float64Array;
  /** Rules that have fired. */
  readonly fired: Uint8Array;
  /** By party: Σ salience × share over the agenda. */
  readonly totals: Float64Array;
  /** Mean of our salience over the items, 0..100. */
  ourAverage = 0;
  /** Our value of what came out, points of our whole agenda; by item in `itemPoints`. */
  value = 0;
  /** Of which typed payoffs of the acts themselves. */
  readonly itemPoints: Float64Array;
  readonly typedPoints: Float64Array;

  readonly tables: readonly Table[];
  /** By item: which effects acted when its table was filled in this world, as bits; -1 not filled. */
  private readonly filled: Int32Array;
  private readonly memo: OutcomeMemo;
  private readonly offerDesk: OfferDesk;
  private readonly everyRule: readonly number[];
  /** By item: rules that ask what it came out at. */
  private readonly rulesOn: readonly (readonly number[])[];
  private readonly outcome: Outcome = createOutcome();
  private readonly keepersOf: readonly (readonly (readonly number[])[])[];
  /** Effects on the chance of each breakdown, assumption and move. */
  private readonly breakdownEffects: readonly (readonly number[])[];
  private readonly assumptionEffects: readonly (readonly number[])[];
  private readonly moveEffects: readonly (readonly number[])[];
  private readonly settings: readonly ItemSetting[];
  /** Items that may come before each forum, in the order in which they settle. */
  private readonly itemsOf: readonly (readonly number[])[];
  private readonly admissionEffects: readonly (readonly number[])[];
  private readonly othersMoves: readonly (readonly number[])[];
  variation: Variation = {};
  private outcomeModel: OutcomeModelName = "compromise";

  constructor(model: Model) {
    this.model = model;
    const { moves, items, forums, effects, rules, offers, parties } = model;
    this.done = new Uint8Array(moves.length);
    this.worked = new Uint8Array(moves.length);
    this.signal = new Int16Array(moves.length);
    this.typedPoints = new Float64Array(moves.length);
    this.result = new Int16Array(items.length);
    this.ended = new Uint8Array(items.length);
    this.admitted = new Uint8Array(items.length);
    this.dropped = new Uint8Array(items.length);
    this.refusers = new Int32Array(items.length);
    this.keepers = new Int32Array(items.length);
    this.concealed = new Uint8Array(items.length);
    this.itemPoints = new Float64Array(items.length);
    this.filled = new Int32Array(items.length);
    this.broke = new Uint8Array(forums.length);
    this.offers = new Uint8Array(offers.length);
    this.declined = new Uint8Array(offers.length * parties.length);
    this.premiumShown = new Float64Array(offers.length);
    this.premiumOpen = new Float64Array(offers.length);
    this.active = new Float64Array(effects.length);
    this.fired = new Uint8Array(rules.length);
    this.totals = new Float64Array(parties.length);
    const plans = [model.plan, ...model.otherPlans];
    this.reached = new Uint8Array(Math.max(1, ...plans.map((plan) => plan.paths.length)));
    this.tables = items.map(createTable);
    this.memo = new OutcomeMemo(model);
    this.offerDesk = new OfferDesk(model);
    this.everyRule = rules.map((_, r) => r);
    this.rulesOn = items.map((_, i) => rules.flatMap((rule, r) => (rule.asksOf.includes(i) ? [r] : [])));
    // One for all: an item may have to be confirmed by a larger forum than it is settled in.
    const ballot = createBallot(Math.max(0, ...forums.map((forum) => forum.members.length)));
    this.keepersOf = forums.map((forum) => items.map((item) => gatekeepersOf(model, item, forum)));
    const effectsOn = (on: string, count: number) =>
      Array.from({ length: count }, (_, target) =>
        effects.flatMap((effect, e) => (effect.on === on && effect.target === target ? [e] : [])),
      );
    this.breakdownEffects = effectsOn("breakdown", forums.length);
    this.assumptionEffects = effectsOn("assumption", model.assumptions.length);
    this.moveEffects = effectsOn("move", moves.length);
    this.settings = forums.map(() => ({
      model,
      inputs: this.inputs,
      base: 0,
      outcomeModel: "compromise",
      ballot,
      admissionShift: 0,
      admissionSet: Number.NaN,
    }));
    this.itemsOf = forums.map((_, forum) =>
      model.itemOrder.filter((index) => items[index]!.forum === forum || items[index]!.nowBefore === forum),
    );
    this.admissionEffects = items.map((item) => item.effects.filter((e) => effects[e]!.on === "admission"));
    this.othersMoves = [...model.order.keys(), model.order.length].map((stage) =>
      moves.flatMap((move, index) =>
        !move.ours && stageOfDay(model.order, forums, move.from) === stage ? [index] : [],
      ),
    );
  }

  /** Takes up world `base / inputs.length`: what is the same for every plan in it. */
  begin(inputs: Float64Array, base: number): void {
    this.inputs = inputs;
    this.base = base;
    this.memo.reset();
    this.offerDesk.reset();
    this.filled.fill(-1);
    const { items } = this.model;
    this.totals.fill(0);
    for (const item of items)
      for (const seat of item.seats)
        this.totals[seat.party] = this.totals[seat.party]! + inputs[base + seat.salience]! * item.share;
    let ours = 0;
    let count = 0;
    for (const item of items) {
      if (item.ourSeat < 0) continue;
      ours += inputs[base + item.seats[item.ourSeat]!.salience]!;
      count++;
    }
    this.ourAverage = count === 0 ? 0 : ours / count;
  }

  /** Rolls the plan out in the world taken up. Everything readable afterwards is of this run. */
  run(plan: ModelPlan, variation: Variation = {}): void {
    const { model } = this;
    this.variation = variation;
    this.outcomeModel = variation.outcomeModel ?? this.drawnModel();
    this.done.fill(0);
    this.worked.fill(0);
    this.signal.fill(noSignal);
    this.result.fill(pending);
    this.ended.fill(why.notReached);
    this.admitted.fill(0);
    this.dropped.fill(0);
    this.refusers.fill(0);
    this.keepers.fill(0);
    this.broke.fill(0);
    this.offers.fill(offerState.notMade);
    this.declined.fill(0);
    this.active.fill(0);
    this.fired.fill(0);
    this.typedPoints.fill(0);
    this.reached.fill(0);
    this.concealed.fill(0);
    for (let i = 0; i < model.items.length; i++) if (model.items[i]!.alwaysConcealed) this.conceal(i);
    this.fireRules(this.everyRule);
    for (let stage = 0; stage <= model.order.length; stage++) {
      const forum = model.order[stage];
      this.today = forum === undefined ? "9999-12-31" : model.forums[forum]!.from;
      for (const move of this.othersMoves[stage]!) this.othersMove(move);
      this.steps(plan.stages[stage] ?? []);
      for (const move of this.othersMoves[stage]!) this.othersMove(move);
      this.forceStage(stage);
      if (forum !== undefined) this.settleForum(forum);
    }
    // What no move brought before a forum stays as it is.
    for (let i = 0; i < model.items.length; i++)
      if (this.result[i] === pending) this.finish(i, model.items[i]!.otherwise, why.notReached);
    scorePlan(this);
  }

  private drawnModel(): OutcomeModelName {
    const { models, modelLuck } = this.model.method;
    let left = this.inputs[this.base + modelLuck]!;
    for (const entry of models) {
      left -= entry.share;
      if (left < fewestLuck) return entry.model;
    }
    return models[models.length - 1]!.model;
  }

  private steps(steps: readonly ModelStep[]): void {
    for (const step of steps) {
      this.reached[step.index] = 1;
      if (step.step === "do") this.doMove(step.move);
      else if (step.step === "if") this.steps(step.if(this) ? step.yes : step.no);
    }
  }

  private forcedOn(kind: "move" | "signal", move: number, state?: "done" | "worked" | "failed"): boolean | undefined {
    for (const f of this.variation.forced ?? [])
      if (f.kind === kind && f.move === move && (f.kind === "signal" || f.state === state)) return f.holds;
    return undefined;
  }

  private doMove(index: number): void {
    const move = this.model.moves[index]!;
    if (this.done[index] === 1 || this.variation.without?.has(index)) return;
    const forcedDone = this.forcedOn("move", index, "done");
    if (forcedDone === false) return;
    if (forcedDone !== true && move.if !== undefined && !move.if(this)) return;
    const { inputs, base } = this;
    this.done[index] = 1;
    if (move.from !== "") this.today = move.from;
    let works = inputs[base + move.luck]! * 100 < this.chance(this.moveEffects[index]!, inputs[base + move.chance]!);
    const worked = this.forcedOn("move", index, "worked");
    const failed = this.forcedOn("move", index, "failed");
    if (worked !== undefined) works = worked;
    if (failed !== undefined) works = !failed;
    this.worked[index] = works ? 1 : 0;
    for (const effect of works ? move.ifItWorks : move.ifItFails) this.activate(effect);
    for (const item of move.conceals) this.conceal(item);
    for (const reveal of move.reveals)
      if (reveal.chance === undefined || inputs[base + reveal.luck]! * 100 < inputs[base + reveal.chance]!)
        this.concealed[reveal.item] = 0;
    if (move.public) for (const item of move.items) this.concealed[item] = 0;
    for (const offer of move.offers) if (!this.variation.offersOff?.has(offer)) this.offers[offer] = offerState.notOpen;
    this.typedPoints[index] = this.typedPayoff(index);
    this.fireRules(this.everyRule);
    this.receive(index);
  }

  /** Hides how much we care about an item, if the framing under which it is carried is ours in this world. */
  private conceal(item: number): void {
    const { framing } = this.model.items[item]!;
    const { inputs, base } = this;
    this.concealed[item] =
      framing === undefined || inputs[base + framing.luck]! * 100 < inputs[base + framing.chance]! ? 1 : 0;
  }

  /** Points of the act itself: worth and audience less cost. */
  private typedPayoff(index: number): number {
    const move = this.model.moves[index]!;
    const { inputs, base } = this;
    let points = move.worth === undefined ? 0 : inputs[base + move.worth]!;
    if (move.cost !== undefined) points -= inputs[base + move.cost]!;
    for (const audience of move.audience) points += inputs[base + audience]!;
    return points;
  }

  private receive(index: number): void {
    const move = this.model.moves[index]!;
    if (move.signals.length === 0) return;
    for (const f of this.variation.forced ?? [])
      if (f.kind === "signal" && f.move === index && f.holds) {
        this.signal[index] = f.signal;
        return;
      }
    let left = this.inputs[this.base + move.signalLuck]! * 100;
    for (const [s, signal] of move.signals.entries()) {
      const row = signal.cases.find((entry) => entry.if === undefined || entry.if(this));
      if (row === undefined) continue;
      left -= this.inputs[this.base + row.chance]!;
      if (left < 0 && this.forcedOn("signal", index) !== false) {
        this.signal[index] = s;
        return;
      }
    }
  }

  /** A move of another party is made by itself, with its chance, once what it needs holds. */
  private othersMove(index: number): void {
    const move = this.model.moves[index]!;
    if (this.done[index] === 1 || this.variation.without?.has(index)) return;
    if (this.forcedOn("move", index, "done") === true) return;
    if (move.if !== undefined && !move.if(this)) return;
    const { inputs, base } = this;
    if (inputs[base + move.luck]! * 100 >= this.chance(this.moveEffects[index]!, inputs[base + move.chance]!)) return;
    if (this.forcedOn("move", index, "done") === false) return;
    this.makeOthers(index);
  }

  private makeOthers(index: number): void {
    const move = this.model.moves[index]!;
    this.done[index] = 1;
    this.worked[index] = 1;
    for (const effect of move.ifItWorks) this.activate(effect);
    this.fireRules(this.everyRule);
    this.receive(index);
  }

  /** Moves that an intervention makes, where the plan itself has not come to them. */
  private forceStage(stage: number): void {
    for (const f of this.variation.forced ?? []) {
      if (f.kind !== "move" || !f.holds || this.done[f.move] === 1) continue;
      if (stageOfDay(this.model.order, this.model.forums, this.model.moves[f.move]!.from) > stage) continue;
      if (this.model.moves[f.move]!.ours) this.doMove(f.move);
      else this.makeOthers(f.move);
    }
  }

  private activate(effect: number): void {
    this.active[effect] = this.variation.strength?.[effect] ?? 1;
  }

  /** Fires the rules among those given whose conditions hold now. */
  fireRules(which: readonly number[]): void {
    const { rules } = this.model;
    // A rule may make another's condition true; each fires once, so this ends.
    for (let again = which.length > 0; again; ) {
      again = false;
      for (let k = 0; k < which.length; k++) {
        const r = which[k]!;
        if (this.fired[r] === 1 || !rules[r]!.if(this)) continue;
        this.fired[r] = 1;
        for (const effect of rules[r]!.effects) this.activate(effect);
        again = true;
      }
    }
  }

  /** A chance in percent with the effects on it that act. */
  private chance(effects: readonly number[], percent: number): number {
    let now = percent;
    for (const index of effects) {
      const strength = this.active[index]!;
      if (strength === 0) continue;
      const amount = this.inputs[this.base + this.model.effects[index]!.amount]!;
      now += strength * (this.model.effects[index]!.relative ? amount : amount - now);
    }
    return now < 0 ? 0 : now > 100 ? 100 : now;
  }

  /** Which of an item's effects act, as bits; -1 where they are too many, or not of the brief's own strength. */
  acting(effects: readonly number[]): number {
    if (effects.length > 30) return -1;
    let bits = 0;
    for (let k = 0; k < effects.length; k++) {
      const strength = this.active[effects[k]!]!;
      if (strength === 0) continue;
      if (strength !== 1) return -1;
      bits |= 1 << k;
    }
    return bits;
  }

  /** The item's table as the effects that act now leave it. */
  table(item: number): Table {
    const table = this.tables[item]!;
    const acting = this.acting(this.model.items[item]!.effects);
    if (acting < 0 || this.filled[item] !== acting) {
      fillTable(table, item, this.model.effects, this.active, this.inputs, this.base);
      this.filled[item] = acting;
    }
    return table;
  }

  holds(assumption: number): boolean {
    for (const f of this.variation.forced ?? [])
      if (f.kind === "assumption" && f.assumption === assumption) return f.holds;
    const { luck, chance } = this.model.assumptions[assumption]!;
    return (
      this.inputs[this.base + luck]! * 100 <
      this.chance(this.assumptionEffects[assumption]!, this.inputs[this.base + chance]!)
    );
  }

  accepts(item: number, party: number, option: number): boolean {
    const seat = this.model.items[item]!.seatOf[party]!;
    return seat >= 0 && seatAccepts(this.table(item), seat, option);
  }

  ourValue(item: number, option: number): number {
    const entry = this.model.items[item]!;
    const seat = entry.seats[entry.ourSeat];
    if (seat === undefined) return 0;
    const { inputs, base } = this;
    if (!entry.ordered) return inputs[base + seat.values![option]!]!;
    return valueAt(entry.exponent, inputs[base + entry.options[option]!.at]!, inputs[base + seat.ideal]!);
  }

  /** Weight of an item in a party's whole agenda, 0..1, on saliences as they are before any effect. */
  readonly weigh = (item: number, seat: number): number => {
    const entry = this.model.items[item]!;
    const party = entry.seats[seat]!;
    const total = this.totals[party.party]!;
    return total > 0 ? (this.inputs[this.base + party.salience]! * entry.share) / total : 0;
  };

  private settleForum(forumIndex: number): void {
    const { model, inputs, base } = this;
    const forum = model.forums[forumIndex]!;
    const luck = inputs[base + forum.breakdownLuck]! * 100;
    const over = forum.endsIf?.(this) ?? false;
    this.broke[forumIndex] =
      luck < this.chance(this.breakdownEffects[forumIndex]!, inputs[base + forum.breakdown]!) ? 1 : 0;
    const setting = this.setting(forumIndex);
    for (const index of this.itemsOf[forumIndex]!) {
      if (this.result[index] !== pending) continue;
      const item = model.items[index]!;
      if (this.whereOf(index) !== forumIndex) continue;
      this.settle(setting, index, forumIndex, over);
      if (item.bundle >= 0) this.settleTogether(setting, item.bundle, forumIndex);
      this.fireRules(this.rulesOn[index]!);
    }
    this.offerDesk.answer(this, setting, forumIndex);
    this.fireRules(this.everyRule);
  }

  private setting(forumIndex: number): ItemSetting {
    const setting = this.settings[forumIndex]!;
    setting.inputs = this.inputs;
    setting.base = this.base;
    setting.outcomeModel = this.outcomeModel;
    return setting;
  }

  /** The forum before which the item now lies; -1 before none. */
  private whereOf(index: number): number {
    const item = this.model.items[index]!;
    if (item.raisedBy.length === 0 || item.raisedBy.some((move) => this.done[move] === 1)) return item.forum;
    return item.nowBefore === item.forum ? -1 : item.nowBefore;
  }

  private settle(setting: ItemSetting, index: number, forumIndex: number, over: boolean): void {
    const item = this.model.items[index]!;
    if (item.unless?.(this)) {
      this.dropped[index] = 1;
      this.finish(
        index,
        item.resolvedAs >= 0 ? item.resolvedAs : item.otherwise,
        item.resolvedAs >= 0 ? why.agreed : why.notReached,
      );
      return;
    }
    const { inputs, base } = this;
    if (item.tabled !== undefined && inputs[base + item.tabled.luck]! * 100 >= inputs[base + item.tabled.chance]!) {
      this.finish(index, item.otherwise, why.notReached);
      return;
    }
    if (over) {
      this.finish(index, item.otherwise, why.noCompetence);
      return;
    }
    const { outcome } = this;
    if (
      item.bundle >= 0 ||
      !this.memo.recall(index, forumIndex, this.outcomeModel, this.acting(item.effects), outcome)
    ) {
      setting.admissionShift = 0;
      setting.admissionSet = Number.NaN;
      for (const e of this.admissionEffects[index]!) {
        const strength = this.active[e]!;
        if (strength === 0) continue;
        const amount = inputs[base + this.model.effects[e]!.amount]!;
        if (this.model.effects[e]!.relative) setting.admissionShift += strength * amount;
        else setting.admissionSet = amount;
      }
      const table = this.table(index);
      const before = comesBefore(setting, table, index, forumIndex, this.keepersOf[forumIndex]![index]!, outcome);
      if (before && item.bundle < 0) settleAlone(setting, table, index, forumIndex, outcome);
      else if (before) outcome.ended = why.notReached;
      if (item.bundle < 0) this.memo.remember(index, outcome);
    }
    this.admitted[index] = outcome.admitted;
    this.keepers[index] = outcome.keepers;
    if (outcome.admitted === 1 && this.broke[forumIndex] === 1) this.finish(index, item.otherwise, why.brokeDown);
    else {
      this.refusers[index] = outcome.refusers;
      this.finish(index, outcome.ended === why.agreed ? outcome.option : item.otherwise, outcome.ended);
    }
  }

  private finish(index: number, result: number, ended: number): void {
    this.result[index] = result < 0 ? offScale : result;
    this.ended[index] = ended;
  }

  /** Settles a bundle once its last item has come up; where one is not before this forum, the others are 'not reached'. */
  private settleTogether(setting: Setting, bundleIndex: number, forumIndex: number): void {
    const { items } = this.model.bundles[bundleIndex]!;
    if (items.some((index) => this.result[index] === pending && this.whereOf(index) === forumIndex)) return;
    const here = items.every(
      (index) => this.whereOf(index) === forumIndex && this.admitted[index] === 1 && this.dropped[index] === 0,
    );
    if (!here || this.broke[forumIndex] === 1) return;
    const outcomes = items.map(() => ({ ...createOutcome(), admitted: 1 }));
    settleBundle(setting, forumIndex, { items, tables: items.map((i) => this.table(i)) }, this.weigh, outcomes);
    for (const [k, index] of items.entries()) {
      const outcome = outcomes[k]!;
      this.refusers[index] = outcome.refusers;
      this.finish(
        index,
        outcome.ended === why.agreed ? outcome.option : this.model.items[index]!.otherwise,
        outcome.ended,
      );
    }
  }
}
