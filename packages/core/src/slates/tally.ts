/** Counted of a slate world by world, on the positions as the plan has left them. Counts and sums only, so that parts can be added. */
import type { Model } from "../model/model.ts";
import { addAll } from "../plan/merged.ts";
import type { RolledWorld } from "../plan/rolled-world.ts";
import { seatAccepts, type Table, tolerance } from "../settle/table.ts";
import { countWorld, waysOfCounting } from "./elections.ts";
import { coalitionsOf, isEnough, type Panel } from "./panel.ts";
import { Prevailing } from "./prevail.ts";
import { addTradeTallies, createTradeTally, type TradeTally, tallyTrades, tradeWorlds } from "./trades.ts";

/** What is counted of a composition. */
export const perComposition = 3;

export interface SlateTally {
  /** By party concerned and option. */
  readonly accepts: Float64Array;
  readonly alone: Float64Array;
  /** By option: enough, all; the last of `enough` counts worlds without any. */
  readonly enough: Float64Array;
  readonly all: Float64Array;
  /** By coalition: each option, then any. */
  readonly coalitions: Float64Array;
  /** By way of counting and option: seats; and ties by way. */
  readonly seats: Float64Array;
  readonly ties: Float64Array;
  /** By composition: enough, all, and comes out; the last counts worlds without any. */
  readonly compositions: Float64Array;
  readonly trades: TradeTally;
}

/** Counts one slate; scratch is reused from world to world. */
export class SlateCounter {
  readonly panel: Panel;
  private readonly model: Model;
  private readonly coalitions: readonly (readonly number[])[];
  private readonly seatOf: readonly number[];
  private readonly values: Float64Array;
  private readonly accepts: Uint8Array;
  private readonly column: Uint8Array;
  private readonly enough: Uint8Array;
  private readonly tradeWorlds: number;
  private readonly prevailing: Prevailing;
  /** By composition and party concerned: the mean of its seats; by composition: whether it finds enough takers. */
  private readonly worth: Float64Array;
  private readonly taken: Uint8Array;

  constructor(model: Model, panel: Panel) {
    const entry = model.items[panel.item]!;
    this.model = model;
    this.panel = panel;
    this.coalitions = coalitionsOf(panel).coalitions;
    this.seatOf = panel.parties.map((party) => entry.seatOf[party]!);
    this.values = new Float64Array(panel.parties.length * entry.options.length);
    this.accepts = new Uint8Array(this.values.length);
    this.column = new Uint8Array(panel.parties.length);
    this.enough = new Uint8Array(entry.options.length);
    this.tradeWorlds = tradeWorlds(model, panel);
    const compositions = panel.compositions?.length ?? 0;
    this.prevailing = new Prevailing(model, panel);
    this.worth = new Float64Array(compositions * panel.parties.length);
    this.taken = new Uint8Array(compositions);
  }

  createTally(): SlateTally {
    const { parties, item, compositions } = this.panel;
    const options = this.model.items[item]!.options.length;
    const floats = (n: number) => new Float64Array(n);
    return {
      accepts: floats(parties.length * options),
      alone: floats(parties.length * options),
      enough: floats(options + 1),
      all: floats(options),
      coalitions: floats(this.coalitions.length * (options + 1)),
      seats: floats(waysOfCounting.length * options),
      ties: floats(waysOfCounting.length),
      compositions: floats((compositions?.length ?? 0) * perComposition + 1),
      trades: createTradeTally(this.model, this.panel),
    };
  }

  /** Counts world number `world`, just rolled out; ballots in the first so many only. */
  count(roll: RolledWorld, tally: SlateTally, world: number, ballots: number): void {
    const { item, parties } = this.panel;
    const { options } = this.model.items[item]!;
    const n = options.length;
    const table = roll.table(item);
    for (let p = 0; p < parties.length; p++)
      for (let o = 0; o < n; o++) {
        const k = p * n + o;
        this.values[k] = table.value[this.seatOf[p]! * n + o]!;
        this.accepts[k] = seatAccepts(table, this.seatOf[p]!, o) ? 1 : 0;
        tally.accepts[k] = tally.accepts[k]! + this.accepts[k]!;
      }
    let any = 0;
    for (let o = 0; o < n; o++) any |= this.countOption(o, n, tally);
    if (any === 0) add(tally.enough, n);
    this.countCoalitions(n, tally);
    this.countCompositions(roll, table, n, tally);
    if (world < ballots) this.countBallots(roll, n, tally);
    if (world < this.tradeWorlds) tallyTrades(roll, this.panel, this.accepts, tally.trades);
  }

  private countOption(option: number, n: number, tally: SlateTally): number {
    const { panel, column, accepts } = this;
    let all = 1;
    for (let p = 0; p < column.length; p++) {
      column[p] = accepts[p * n + option]!;
      all &= column[p]!;
    }
    const enough = isEnough(panel, column) ? 1 : 0;
    this.enough[option] = enough;
    if (enough === 1) add(tally.enough, option);
    if (all === 1) add(tally.all, option);
    for (let p = 0; p < column.length && enough === 0; p++) {
      if (column[p] === 1) continue;
      column[p] = 1;
      if (isEnough(panel, column)) add(tally.alone, p * n + option);
      column[p] = 0;
    }
    return enough;
  }

  private countCoalitions(n: number, tally: SlateTally): void {
    for (const [c, members] of this.coalitions.entries()) {
      let any = false;
      for (let o = 0; o < n; o++) {
        if (!members.every((p) => this.accepts[p * n + o] === 1)) continue;
        any = true;
        add(tally.coalitions, c * (n + 1) + o);
      }
      if (any) add(tally.coalitions, c * (n + 1) + n);
    }
  }

  /** A party takes a composition whose seats are worth enough to it on average, without any that it never takes. */
  private countCompositions(roll: RolledWorld, table: Table, n: number, tally: SlateTally): void {
    const { panel, column, values, seatOf, worth: worthOf, taken } = this;
    for (const [c, seats] of (panel.compositions ?? []).entries()) {
      let all = 1;
      for (let p = 0; p < column.length; p++) {
        let worth = 0;
        let red = 0;
        for (let o = 0; o < n; o++) {
          if (seats[o] === 0) continue;
          worth += seats[o]! * values[p * n + o]!;
          red |= table.red[seatOf[p]! * n + o]!;
        }
        worthOf[c * column.length + p] = worth / panel.seats;
        column[p] = red === 0 && worth / panel.seats >= table.limit[seatOf[p]!]! - tolerance ? 1 : 0;
        all &= column[p]!;
      }
      if (all === 1) add(tally.compositions, perComposition * c + 1);
      taken[c] = isEnough(panel, column) ? 1 : 0;
      if (taken[c] === 1) add(tally.compositions, perComposition * c);
    }
    const out = taken.length === 0 ? -1 : this.prevailing.pick(roll, table, worthOf, taken);
    add(tally.compositions, out < 0 ? tally.compositions.length - 1 : perComposition * out + 2);
  }

  private countBallots(roll: RolledWorld, n: number, tally: SlateTally): void {
    const lots = this.model.items[this.panel.item]!.optionResiduals.map((input) => roll.inputs[roll.base + input]!);
    for (const [way, { seats, tied }] of countWorld(
      this.panel,
      this.values,
      this.accepts,
      this.enough,
      lots,
    ).entries()) {
      if (tied) add(tally.ties, way);
      for (let o = 0; o < n; o++) tally.seats[way * n + o] = tally.seats[way * n + o]! + (seats?.[o] ?? 0);
    }
  }
}

function add(counts: Float64Array, at: number): void {
  counts[at] = counts[at]! + 1;
}

export function addSlateTallies(tallies: readonly SlateTally[]): SlateTally {
  const added = (pick: (tally: SlateTally) => Float64Array) => addAll(tallies.map(pick));
  return {
    accepts: added((t) => t.accepts),
    alone: added((t) => t.alone),
    enough: added((t) => t.enough),
    all: added((t) => t.all),
    coalitions: added((t) => t.coalitions),
    seats: added((t) => t.seats),
    ties: added((t) => t.ties),
    compositions: added((t) => t.compositions),
    trades: addTradeTallies(tallies.map((t) => t.trades)),
  };
}
