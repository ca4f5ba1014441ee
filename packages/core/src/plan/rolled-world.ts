/** One world while a plan is rolled out in it: what has been done, what acts, how items stand. Arrays are reused from world to world. */
import type { OutcomeModelName } from "../brief/brief.ts";
import type { Forced, Model, Reply } from "../model/model.ts";
import { noSignal, offScale, pending, type RollState, why } from "../model/state.ts";
import { placeOf } from "../model/where-raised.ts";
import { createTable, fillTable, seatAccepts, type Table, valueAt } from "../settle/table.ts";
import type { Pins } from "./pins.ts";
import { RuleBook } from "./rule-book.ts";

/** What is done differently from the plan as such. */
export interface Variation {
  /** Moves never made. */
  readonly without?: ReadonlySet<number>;
  /** Where this move would have been made and is not: branches go on as if it had been, and had told this. */
  readonly asIf?: Reply;
  /** Offers never made, though the move is. */
  readonly offersOff?: ReadonlySet<number>;
  readonly forced?: readonly Forced[];
  /** Strength of effects by index, 1 as the brief gives them. */
  readonly strength?: Float64Array;
  readonly outcomeModel?: OutcomeModelName;
  /** One item lies before this forum from the first, whatever takes it elsewhere. */
  readonly before?: { readonly item: number; readonly forum: number };
}

/** What a party knows of how much we care about an item: what is so (unless it believes otherwise), what we show, or what we told it. */
export const knows = { ours: 0, whatWeShow: 1, byOurWord: 2 } as const;

const fewestLuck = 1e-12;

export class RolledWorld implements RollState {
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
  /** By item and party: what it knows of how much we care, a value of `knows`. */
  readonly knows: Uint8Array;
  /** Strength of each effect that acts; 0 none. */
  readonly active: Float64Array;
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
  private readonly flags: Uint8Array;
  private readonly bits: Int32Array;
  private readonly amounts: Float64Array;
  private readonly concealedAtFirst: readonly number[];
  readonly rules: RuleBook;
  /** By move: 1 where the variation leaves it out. */
  readonly barred: Uint8Array;
  private isBarred = false;
  /** What the totals are sums of, in order: party and input of its salience; and the item's share. */
  private readonly salient: Int32Array;
  private readonly shares: Float64Array;
  private readonly ourSaliences: Int32Array;
  private readonly assumptionEffects: readonly (readonly number[])[];
  private readonly effectsOn: readonly Int32Array[];
  /** By item: the forum before which it lies whatever is done; -2 where moves decide. */
  private readonly lies: Int16Array;
  /** What is done differently, as `Variation` says. */
  forced: readonly Forced[] | undefined;
  offersOff: ReadonlySet<number> | undefined;
  before: Variation["before"];
  private strength: Float64Array | undefined;
  /** What has been observed, held fast in this world; undefined where nothing is. */
  pins: Pins | undefined;
  outcomeModel: OutcomeModelName = "compromise";

  constructor(model: Model) {
    this.model = model;
    const { moves, items, forums, effects, offers, parties, assumptions } = model;
    const plans = [model.plan, ...model.otherPlans];
    const steps = Math.max(1, ...plans.map((plan) => plan.paths.length));
    // What is nil before any move lies in one piece, so that it is cleared at a stroke: worlds are many.
    const flags = [moves.length, moves.length, items.length, items.length, forums.length, offers.length];
    flags.push(offers.length * parties.length, items.length * parties.length, steps);
    this.flags = new Uint8Array(flags.reduce((sum, size) => sum + size, 0));
    let from = 0;
    const [done, worked, admitted, dropped, broke, made, declined, known, reached] = flags.map((size) => {
      from += size;
      return this.flags.subarray(from - size, from);
    });
    this.done = done!;
    this.worked = worked!;
    this.admitted = admitted!;
    this.dropped = dropped!;
    this.broke = broke!;
    this.offers = made!;
    this.declined = declined!;
    this.knows = known!;
    this.reached = reached!;
    this.bits = new Int32Array(items.length * 2);
    this.refusers = this.bits.subarray(0, items.length);
    this.keepers = this.bits.subarray(items.length);
    this.amounts = new Float64Array(effects.length + moves.length);
    this.active = this.amounts.subarray(0, effects.length);
    this.typedPoints = this.amounts.subarray(effects.length);
    this.signal = new Int16Array(moves.length);
    this.result = new Int16Array(items.length);
    this.ended = new Uint8Array(items.length);
    this.itemPoints = new Float64Array(items.length);
    this.filled = new Int32Array(items.length);
    this.premiumShown = new Float64Array(offers.length);
    this.premiumOpen = new Float64Array(offers.length);
    this.totals = new Float64Array(parties.length);
    this.concealedAtFirst = items.flatMap((item, i) => (item.alwaysConcealed ? [i] : []));
    this.tables = items.map(createTable);
    this.effectsOn = items.map((item) => Int32Array.from(item.effects));
    this.lies = Int16Array.from(items, (item) => (item.raisedBy.length === 0 ? item.forum : -2));
    this.assumptionEffects = effectsOn(model, "assumption", assumptions.length);
    this.barred = new Uint8Array(moves.length);
    const seats = items.flatMap((item) => item.seats.map((seat) => ({ ...seat, share: item.share })));
    this.salient = Int32Array.from(seats.flatMap((seat) => [seat.party, seat.salience]));
    this.shares = Float64Array.from(seats, (seat) => seat.share);
    this.ourSaliences = Int32Array.from(
      items.flatMap((item) => (item.ourSeat < 0 ? [] : [item.seats[item.ourSeat]!.salience])),
    );
    this.rules = new RuleBook(this);
  }

  /** Takes up world `base / inputs.length`: what is the same for every plan in it. */
  begin(inputs: Float64Array, base: number): void {
    this.inputs = inputs;
    this.base = base;
    this.filled.fill(-1);
    const { totals, salient, shares, ourSaliences } = this;
    totals.fill(0);
    for (let k = 0; k < shares.length; k++) {
      const party = salient[2 * k]!;
      totals[party] = totals[party]! + inputs[base + salient[2 * k + 1]!]! * shares[k]!;
    }
    let ours = 0;
    for (let k = 0; k < ourSaliences.length; k++) ours += inputs[base + ourSaliences[k]!]!;
    this.ourAverage = ourSaliences.length === 0 ? 0 : ours / ourSaliences.length;
  }

  /** Takes the world back to before any move. */
  clear(variation: Variation): void {
    this.forced = variation.forced;
    this.offersOff = variation.offersOff;
    this.before = variation.before;
    this.strength = variation.strength;
    this.outcomeModel = variation.outcomeModel ?? this.drawnModel();
    this.bar(variation.without);
    // Offers not made (`offerState`), and care known as it is (`knows`), are nil too.
    this.flags.fill(0);
    this.bits.fill(0);
    this.amounts.fill(0);
    this.signal.fill(noSignal);
    this.result.fill(pending);
    this.ended.fill(why.notReached);
    this.rules.clear();
    for (let k = 0; k < this.concealedAtFirst.length; k++) this.conceal(this.concealedAtFirst[k]!);
  }

  private bar(moves: ReadonlySet<number> | undefined): void {
    if (this.isBarred) this.barred.fill(0);
    this.isBarred = moves !== undefined;
    if (moves !== undefined) for (const move of moves) this.barred[move] = 1;
  }

  private drawnModel(): OutcomeModelName {
    const { models, modelLuck } = this.model.method;
    if (models.length === 1) return models[0]!.model;
    let left = this.inputs[this.base + modelLuck]!;
    for (const entry of models) {
      left -= entry.share;
      if (left < fewestLuck) return entry.model;
    }
    return models[models.length - 1]!.model;
  }

  /** Hides how much we care about an item, if the framing under which it is carried is ours in this world. */
  conceal(item: number): void {
    const { framing, concealedFrom } = this.model.items[item]!;
    const { inputs, base } = this;
    if (framing !== undefined && inputs[base + framing.luck]! * 100 >= inputs[base + framing.chance]!) return;
    for (const party of concealedFrom) this.knows[item * this.model.parties.length + party] = knows.whatWeShow;
  }

  /** Shows these parties how much we care about an item, whatever they believed. */
  reveal(item: number, to: readonly number[]): void {
    for (const party of to) this.knows[item * this.model.parties.length + party] = knows.byOurWord;
  }

  /** Shows everybody. */
  publish(item: number): void {
    const parties = this.model.parties.length;
    this.knows.fill(knows.byOurWord, item * parties, (item + 1) * parties);
  }

  activate(effect: number): void {
    this.active[effect] = this.strength === undefined ? 1 : (this.strength[effect] ?? 1);
  }

  /** A chance in percent with the effects on it that act. */
  chance(effects: readonly number[], percent: number): number {
    let now = percent;
    for (let k = 0; k < effects.length; k++) {
      const index = effects[k]!;
      const strength = this.active[index]!;
      if (strength === 0) continue;
      const amount = this.inputs[this.base + this.model.effects[index]!.amount]!;
      now += strength * (this.model.effects[index]!.relative ? amount : amount - now);
    }
    return now < 0 ? 0 : now > 100 ? 100 : now;
  }

  /** Which of an item's effects act, as bits; -1 where they are too many, or not of the brief's own strength. */
  actingOn(item: number): number {
    const effects = this.effectsOn[item]!;
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
    const acting = this.actingOn(item);
    if (acting < 0 || this.filled[item] !== acting) {
      fillTable(table, item, this.model.effects, this.active, this.inputs, this.base);
      this.filled[item] = acting;
    }
    return table;
  }

  holds(assumption: number): boolean {
    const pinned = this.pins?.assumption[assumption];
    if (pinned !== undefined && pinned >= 0) return pinned === 1;
    const { forced } = this;
    if (forced !== undefined)
      for (const f of forced) if (f.kind === "assumption" && f.assumption === assumption) return f.holds;
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

  finish(index: number, result: number, ended: number): void {
    this.result[index] = result < 0 ? offScale : result;
    this.ended[index] = ended;
    this.rules.noteItem(index);
  }

  /** The forum before which the item now lies; -1 before none. */
  whereOf(index: number): number {
    const { before } = this;
    if (before !== undefined && before.item === index) return before.forum;
    const lies = this.lies[index]!;
    if (lies >= 0) return lies;
    const item = this.model.items[index]!;
    return this.pins?.admitted[index] === 1 ? item.forum : placeOf(item, this.done);
  }

  /** May the item lie before this forum at some time of the run? */
  mayLieBefore(index: number, forum: number): boolean {
    const { before } = this;
    if (before !== undefined && before.item === index) return before.forum === forum;
    const item = this.model.items[index]!;
    return item.forum === forum || item.nowBefore === forum || item.raisedTo.includes(forum);
  }
}

/** Effects on each of so many targets, by index. */
export function effectsOn(model: Model, on: "breakdown" | "assumption" | "move", count: number): number[][] {
  return Array.from({ length: count }, (_, target) =>
    model.effects.flatMap((effect, e) => (effect.on === on && effect.target === target ? [e] : [])),
  );
}
