/** Offers: what a package that gives something and wants something in turn does to items settled one by one (MODEL.md §4.3). */
import type { Model, ModelOffer } from "../model/model.ts";
import { why } from "../model/state.ts";
import { type Beyond, type Joint, nextPackage, orderPackages, type PackageOrder, type Weigh } from "./package.ts";
import type { Setting } from "./setting.ts";
import { needsOf } from "./settle-item.ts";
import { tolerance } from "./table.ts";
import { isWinning } from "./voting.ts";

/** How the items stand after separate settlement, by index. */
export interface Separate {
  readonly result: Int16Array;
  readonly ended: Uint8Array;
}
/** Reused from one answer to the next. */
export interface OfferVerdict {
  accepted: boolean;
  /** By party: 1 for members and needed parties who decline the package nearest to the means. */
  readonly declines: Uint8Array;
  /** The package that replaces the separate result, in the order of the items. */
  readonly pick: Int32Array;
}
/** In one package, by party: not asked yet, takes it, declines it. */
const mind = { unasked: 0, takes: 1, declines: 2 } as const;

/** The answer to one offer, in one world after another. */
export class OfferTalks {
  private readonly model: Model;
  private readonly offer: ModelOffer;
  private readonly verdict: OfferVerdict;
  /** Of the package now looked at, its options by item; and of each item the options that may be in one. */
  private readonly options: Int32Array;
  private readonly choices: number[][];
  private readonly sizes: number[];
  private readonly pick: number[];
  /** By party: whether worked out in this world, then what each option of each item would bring it over what stands. */
  private readonly known: Uint8Array;
  private readonly gains: Float64Array;
  private readonly from: readonly number[];
  private readonly width: number;
  private readonly minds: Uint8Array;
  /** Forums asked, and parties whose consent they need, while the items lie as they last did. */
  private readonly lay: Int32Array;
  private asked: readonly number[] = [];
  private needs: readonly number[] = [];

  constructor(model: Model, offer: ModelOffer) {
    const items = [...offer.gives, ...offer.wants].map((entry) => model.items[entry.item]!);
    let width = 0;
    this.from = items.map((item) => {
      width += item.options.length;
      return width - item.options.length;
    });
    this.width = width;
    this.model = model;
    this.offer = offer;
    this.verdict = {
      accepted: false,
      declines: new Uint8Array(model.parties.length),
      pick: new Int32Array(items.length),
    };
    this.options = new Int32Array(items.length);
    this.choices = items.map((_, i) => (i < offer.gives.length ? [offer.gives[i]!.option] : []));
    this.sizes = items.map(() => 1);
    this.pick = items.map(() => 0);
    this.known = new Uint8Array(model.parties.length);
    this.gains = new Float64Array(model.parties.length * width);
    this.minds = new Uint8Array(model.parties.length);
    this.lay = new Int32Array(items.length).fill(-1);
  }

  /**
   * Answers the offer, which has been made. Among the packages that give what it asks, the one that every needed member and we
   * take, and that the outcome model takes first, replaces the separate result. Items may lie before several forums: then each
   * of these must take it, and each in which an item must be confirmed. Adds a package and removes none.
   * `joint` holds what the offer gives, then what it wants; `keepers` kept an item of it off, and let it on if they take it.
   */
  answer(
    setting: Setting,
    joint: Joint,
    separate: Separate,
    weigh: Weigh,
    better: (item: number, option: number, than: number) => boolean,
    beyond: Beyond,
    keepers: readonly number[],
  ): OfferVerdict {
    const { verdict, options, choices, pick } = this;
    const packages = this.listChoices(better);
    this.lookUp(joint);
    this.known.fill(0);
    verdict.accepted = false;
    verdict.declines.fill(0);
    // Of one package there is no first and last.
    const order = packages > 1 ? orderPackages(setting, joint) : undefined;
    let least = Number.POSITIVE_INFINITY;
    let nearest = Number.POSITIVE_INFINITY;
    pick.fill(0);
    do {
      for (let i = 0; i < options.length; i++) options[i] = choices[i]![pick[i]!]!;
      const away = order === undefined ? 0 : order.distance(options);
      // Nothing further than what is taken already can replace it.
      if (verdict.accepted && away > least + tolerance) continue;
      // Who declines is told of the nearest package; of the others it is enough to know that somebody does.
      const isNearest = !verdict.accepted && away < nearest - tolerance;
      this.minds.fill(mind.unasked);
      const wins = this.isTaken(setting, joint, separate, weigh, beyond, keepers, isNearest);
      if (wins && (away < least - tolerance || this.isBefore(order, away, least))) {
        least = Math.min(least, away);
        verdict.accepted = true;
        verdict.pick.set(options);
      } else if (isNearest) {
        nearest = away;
        for (let p = 0; p < this.minds.length; p++) verdict.declines[p] = this.minds[p] === mind.declines ? 1 : 0;
      }
    } while (nextPackage(pick, this.sizes));
    if (verdict.accepted) verdict.declines.fill(0);
    return verdict;
  }

  /** Options that may be in a package, by item; how many packages that makes. */
  private listChoices(better: (item: number, option: number, than: number) => boolean): number {
    const { gives, wants } = this.offer;
    let packages = 1;
    for (let k = 0; k < wants.length; k++) {
      const want = wants[k]!;
      const list = this.choices[gives.length + k]!;
      const count = this.model.items[want.item]!.options.length;
      list.length = 0;
      for (let o = 0; o < count; o++)
        if (o === want.option || (want.orBetter && better(want.item, o, want.option))) list.push(o);
      this.sizes[gives.length + k] = list.length;
      packages *= list.length;
    }
    return packages;
  }

  /** Which forums are asked, and whose consent they need. */
  private lookUp({ forums, tables, items }: Joint): void {
    const { lay, model } = this;
    let same = true;
    for (let i = 0; i < lay.length; i++) {
      if (lay[i] !== forums[i]) same = false;
      lay[i] = forums[i]!;
    }
    if (same) return;
    this.asked = [...new Set([...forums, ...tables.flatMap((table) => table.item.confirmedIn)])];
    this.needs = [...new Set(this.asked.flatMap((f) => items.flatMap((item) => needsOf(model.forums[f]!, item))))];
  }

  private isBefore(order: PackageOrder | undefined, away: number, least: number): boolean {
    const { verdict, options } = this;
    return (
      order !== undefined &&
      verdict.accepted &&
      Math.abs(away - least) <= tolerance &&
      order.isBefore(options, verdict.pick)
    );
  }

  /** Do all whose consent it takes take the package? `everybody`: ask on after the first who does not. */
  private isTaken(
    setting: Setting,
    joint: Joint,
    separate: Separate,
    weigh: Weigh,
    beyond: Beyond,
    keepers: readonly number[],
    everybody: boolean,
  ): boolean {
    const { model } = this;
    const { accepts } = setting.ballot;
    const takes = (party: number): boolean => {
      if (this.minds[party] === mind.unasked)
        this.minds[party] = this.takes(setting, party, joint, separate, weigh, beyond) ? mind.takes : mind.declines;
      return this.minds[party] === mind.takes;
    };
    let wins = model.us < 0 || takes(model.us);
    for (let a = 0; a < this.asked.length; a++) {
      if (!wins && !everybody) return false;
      const { members, rule } = model.forums[this.asked[a]!]!;
      for (let k = 0; k < members.length; k++) accepts[k] = takes(members[k]!) ? 1 : 0;
      if (!isWinning(rule, accepts)) wins = false;
    }
    for (let k = 0; k < keepers.length; k++) if (!takes(keepers[k]!)) wins = false;
    for (let k = 0; k < this.needs.length; k++) if (!takes(this.needs[k]!)) wins = false;
    return wins;
  }

  private takes(
    setting: Setting,
    party: number,
    joint: Joint,
    separate: Separate,
    weigh: Weigh,
    beyond: Beyond,
  ): boolean {
    const { options, gains, from, width } = this;
    if (this.known[party] === 0) this.workOut(setting, party, joint, separate, weigh);
    let gain = -beyond(party, options);
    for (let i = 0; i < options.length; i++) gain += gains[party * width + from[i]! + options[i]!]!;
    return gain >= -tolerance;
  }

  /** What each option would bring a party over how the item stands; a broken red line is minus infinity. */
  private workOut(setting: Setting, party: number, joint: Joint, { result, ended }: Separate, weigh: Weigh): void {
    const { model, gains } = this;
    const gateShare = setting.inputs[setting.base + model.method.gateShare]!;
    this.known[party] = 1;
    for (let i = 0; i < joint.items.length; i++) {
      const item = joint.items[i]!;
      const table = joint.tables[i]!;
      const seat = table.item.seatOf[party]!;
      const n = table.item.options.length;
      const start = party * this.width + this.from[i]!;
      // Who has no part in an item neither gains nor loses by it.
      if (seat < 0) {
        gains.fill(0, start, start + n);
        continue;
      }
      let stands = result[item]! >= 0 ? table.value[seat * n + result[item]!]! : table.otherwise[seat]!;
      // Refusal costs what disagreement costs; keeping off, the share of it that the gate already brings.
      if (party !== model.us && ended[item] === why.refused) stands = table.otherwise[seat]! - table.cost[seat]!;
      else if (party !== model.us && ended[item] === why.notAdmitted)
        stands = table.otherwise[seat]! - gateShare * table.cost[seat]!;
      const weight = weigh(item, seat);
      for (let o = 0; o < n; o++)
        gains[start + o] =
          table.red[seat * n + o] === 1 ? Number.NEGATIVE_INFINITY : weight * (table.value[seat * n + o]! - stands);
    }
  }
}
