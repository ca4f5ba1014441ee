/** What would pay a party for a name that it refuses: concessions of ours on other items, by the utilities of the brief. */
import type { Model } from "../model/model.ts";
import { addAll } from "../plan/merged.ts";
import type { RolledWorld } from "../plan/rolled-world.ts";
import { needsOf } from "../settle/settle-item.ts";
import { type Table, tolerance } from "../settle/table.ts";
import { isWinning } from "../settle/voting.ts";
import type { Panel } from "./panel.ts";

/** By party concerned, option of the slate and item of the brief; only over worlds in which the party refuses the option. */
export interface TradeTally {
  /** By party and option: worlds looked at in which it refuses. */
  readonly refused: Float64Array;
  readonly pays: Float64Array;
  readonly worthIt: Float64Array;
  /** Points, where it pays. */
  readonly cost: Float64Array;
  /** The same by option of the item: how often it is the cheapest that pays. Items end to end, `optionsAt` where each begins. */
  readonly cheapest: Float64Array;
}

/** Where each item's options begin when all are laid end to end, and how many there are in all. */
export function optionsAt(model: Model): { readonly starts: readonly number[]; readonly all: number } {
  const starts: number[] = [];
  let all = 0;
  for (const item of model.items) {
    starts.push(all);
    all += item.options.length;
  }
  return { starts, all };
}

export function createTradeTally(model: Model, panel: Panel): TradeTally {
  const pairs = panel.parties.length * panel.most.length;
  const floats = (n: number) => new Float64Array(n);
  return {
    refused: floats(pairs),
    pays: floats(pairs * model.items.length),
    worthIt: floats(pairs * model.items.length),
    cost: floats(pairs * model.items.length),
    cheapest: floats(pairs * optionsAt(model).all),
  };
}

/** Concessions weighed in a run, and worlds in which they are weighed at least. */
const mostWeighed = 1e7;
const fewestWorlds = 50;

/** Worlds in which concessions are looked for: all, unless parties, names and options are too many for that. */
export function tradeWorlds(model: Model, panel: Panel): number {
  const inOne = panel.parties.length * panel.most.length * optionsAt(model).all;
  return Math.max(fewestWorlds, Math.floor(mostWeighed / inOne));
}

/**
 * In each world in which a party refuses a name: for each other item on which both it and we have a place, the option
 * cheapest to us, of those that cost us something, that brings it at least what the name costs it beyond its limit, against what the item comes out at, and
 * that all others whose consent it takes there would accept.
 */
export function tallyTrades(roll: RolledWorld, panel: Panel, accepts: Uint8Array, tally: TradeTally): void {
  const { model } = roll;
  const slate = model.items[panel.item]!;
  const names = slate.options.length;
  const table = roll.table(panel.item);
  const { starts, all } = optionsAt(model);
  const ourWeight = slate.ourSeat < 0 ? 0 : roll.weigh(panel.item, slate.ourSeat);
  const now = standsAt(roll, panel.item, slate.ourSeat, table);
  for (const [p, party] of panel.parties.entries()) {
    if (party === model.us) continue;
    const seat = slate.seatOf[party]!;
    const weight = roll.weigh(panel.item, seat);
    for (let o = 0; o < names; o++) {
      const pair = p * names + o;
      if (accepts[pair] === 1) continue;
      tally.refused[pair] = tally.refused[pair]! + 1;
      // What it never takes cannot be bought.
      if (table.red[seat * names + o] === 1) continue;
      const asked = weight * (table.limit[seat]! - table.value[seat * names + o]!);
      const gain = ourWeight * (table.value[slate.ourSeat * names + o]! - now);
      for (let item = 0; item < model.items.length; item++) {
        const found = item === panel.item ? undefined : cheapestThatPays(roll, item, party, asked);
        if (found === undefined) continue;
        const at = pair * model.items.length + item;
        tally.pays[at] = tally.pays[at]! + 1;
        tally.cost[at] = tally.cost[at]! + found.cost;
        if (found.cost < gain) tally.worthIt[at] = tally.worthIt[at]! + 1;
        const option = pair * all + starts[item]! + found.option;
        tally.cheapest[option] = tally.cheapest[option]! + 1;
      }
    }
  }
}

function cheapestThatPays(
  roll: RolledWorld,
  item: number,
  party: number,
  asked: number,
): { option: number; cost: number } | undefined {
  const entry = roll.model.items[item]!;
  const theirs = entry.seatOf[party]!;
  const ours = entry.ourSeat;
  if (theirs < 0 || ours < 0 || !entry.seats[theirs]!.known) return undefined;
  const table = roll.table(item);
  const [theirWeight, ourWeight] = [roll.weigh(item, theirs), roll.weigh(item, ours)];
  // Nothing on an item brings more than all that it weighs.
  if (theirWeight * 100 < asked) return undefined;
  const n = entry.options.length;
  const theirNow = standsAt(roll, item, theirs, table);
  const ourNow = standsAt(roll, item, ours, table);
  const { bottomLine, bottomOption } = entry.seats[ours]!;
  const bounded = bottomLine !== undefined || bottomOption !== undefined;
  let best = -1;
  let cost = 0;
  for (let x = 0; x < n; x++) {
    if (table.red[ours * n + x] === 1 || table.red[theirs * n + x] === 1) continue;
    if (theirWeight * (table.value[theirs * n + x]! - theirNow) < asked - tolerance) continue;
    const here = ourWeight * (ourNow - table.value[ours * n + x]!);
    // What costs us nothing is no payment; nor is what we have said that we do not go below.
    if (here < 0 || (bounded && table.value[ours * n + x]! < table.limit[ours]! - tolerance)) continue;
    if ((best >= 0 && here >= cost) || !othersTake(roll, item, x, party)) continue;
    best = x;
    cost = here;
  }
  return best < 0 ? undefined : { option: best, cost };
}

/** Would enough take it, this party and we among them, where the item is settled and wherever it must be confirmed? */
function othersTake(roll: RolledWorld, item: number, option: number, paid: number): boolean {
  const { model } = roll;
  const entry = model.items[item]!;
  const takes = (party: number) => party === paid || party === model.us || roll.accepts(item, party, option);
  return [entry.forum, ...entry.confirmedIn].every((index) => {
    const forum = model.forums[index]!;
    const accepts = Uint8Array.from(forum.members, (party) => (takes(party) ? 1 : 0));
    return needsOf(forum, item).every(takes) && isWinning(forum.rule, accepts);
  });
}

/** What the item, as it came out in this world, is worth to a seat: 0..100. */
function standsAt(roll: RolledWorld, item: number, seat: number, table: Table): number {
  if (seat < 0) return 0;
  const result = roll.result[item]!;
  return result < 0 ? table.otherwise[seat]! : table.value[seat * table.item.options.length + result]!;
}

export function addTradeTallies(tallies: readonly TradeTally[]): TradeTally {
  const added = (pick: (tally: TradeTally) => Float64Array) => addAll(tallies.map(pick));
  return {
    refused: added((t) => t.refused),
    pays: added((t) => t.pays),
    worthIt: added((t) => t.worthIt),
    cost: added((t) => t.cost),
    cheapest: added((t) => t.cheapest),
  };
}
