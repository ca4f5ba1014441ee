/** Counted while an item is rolled out before one forum. Counts only, so that parts can be added. */
import type { Model } from "../model/model.ts";
import { why } from "../model/state.ts";
import { addAll, addTallies, joined } from "../plan/merged.ts";
import { offerState } from "../plan/offer-state.ts";
import type { RolledWorld } from "../plan/rolled-world.ts";
import { createItemTally, type ItemTally, tallyItem } from "../plan/tally.ts";
import { needsOf } from "../settle/settle-item.ts";
import { isWinning } from "../settle/voting.ts";
import type { Candidate } from "./candidates.ts";

export interface ForumTally {
  readonly item: ItemTally;
  /** Our value, world by world. */
  readonly values: Float64Array;
  /** Of which for everything but this issue: its shadow on the rest. */
  readonly elsewhere: Float64Array;
  /** By seat: worlds in which it would take our ask. */
  readonly takesAsk: Float64Array;
  /** Worlds in which something is agreed that we would not have accepted, and in which those who take our ask are enough. */
  readonly sums: Float64Array;
}
export const sums = { againstUs: 0, enoughForAsk: 1 } as const;

export function createForumTally(model: Model, item: number, worlds: number): ForumTally {
  return {
    item: createItemTally(model, item),
    values: new Float64Array(worlds),
    elsewhere: new Float64Array(worlds),
    takesAsk: new Float64Array(model.items[item]!.seats.length),
    sums: new Float64Array(2),
  };
}

/** Counts the world just rolled out; `accepts` is scratch for as many members as the largest forum has. */
export function tallyForum(
  roll: RolledWorld,
  { item, forum }: Candidate,
  world: number,
  tally: ForumTally,
  accepts: Uint8Array,
): void {
  const { model } = roll;
  const entry = model.items[item]!;
  const { members, rule } = model.forums[forum]!;
  tally.values[world] = roll.value;
  tally.elsewhere[world] = roll.value - roll.itemPoints[item]!;
  tallyItem(roll, item, tally.item);
  if (isAgainstUs(roll, item)) add(tally, sums.againstUs);
  const ask = entry.ladder[0]!;
  const takes = (party: number): boolean => party === model.us || roll.accepts(item, party, ask);
  for (let j = 0; j < entry.seats.length; j++)
    if (takes(entry.seats[j]!.party)) tally.takesAsk[j] = tally.takesAsk[j]! + 1;
  for (let k = 0; k < members.length; k++) accepts[k] = takes(members[k]!) ? 1 : 0;
  const needed = needsOf(model.forums[forum]!, item);
  if (isWinning(rule, accepts) && needed.every(takes)) add(tally, sums.enoughForAsk);
}

/** Agreed without our consent: what we give in an offer or a bundle has it, though we would not take it by itself. */
function isAgainstUs(roll: RolledWorld, item: number): boolean {
  const { model } = roll;
  if (roll.ended[item] !== why.agreed || roll.dropped[item] === 1 || model.items[item]!.bundle >= 0) return false;
  if (roll.accepts(item, model.us, roll.result[item]!)) return false;
  return !model.offers.some(
    (offer, k) => roll.offers[k] === offerState.accepted && offer.gives.some((given) => given.item === item),
  );
}

function add(tally: ForumTally, at: number): void {
  tally.sums[at] = tally.sums[at]! + 1;
}

export function addForumTallies(tallies: readonly ForumTally[]): ForumTally {
  const added = (pick: (tally: ForumTally) => Float64Array) => addAll(tallies.map(pick));
  return {
    item: addTallies(tallies.map((tally) => tally.item)),
    values: joined(tallies.map((tally) => tally.values)),
    elsewhere: joined(tallies.map((tally) => tally.elsewhere)),
    takesAsk: added((tally) => tally.takesAsk),
    sums: added((tally) => tally.sums),
  };
}
