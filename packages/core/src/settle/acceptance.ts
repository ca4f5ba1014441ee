/** The acceptance set of one item before one forum, and who stands in its way. */
import type { ModelForum } from "../model/model.ts";
import { seatAccepts, type Table, tolerance } from "./table.ts";
import { isWinning } from "./voting.ts";

/** Scratch for one forum: which member accepts, in the forum's order. */
export interface Ballot {
  readonly accepts: Uint8Array;
}
export const createBallot = (members: number): Ballot => ({ accepts: new Uint8Array(members) });

/**
 * Marks in `table.accepted` every option that a winning coalition of the forum, and each needed party, accepts; returns
 * how many of them are not `otherwise`. Cost O(options × members).
 */
export function acceptanceSet(table: Table, forum: ModelForum, needs: readonly number[], ballot: Ballot): number {
  const { item, accepted } = table;
  if (forum.consensus) {
    if (table.isInterval) acceptedByAll(table, forum.members);
    else {
      accepted.fill(1);
      for (let k = 0; k < forum.members.length; k++) strikeRefused(table, item.seatOf[forum.members[k]!]!);
    }
  } else for (let o = 0; o < accepted.length; o++) accepted[o] = coalitionAccepts(table, forum, o, ballot, -1) ? 1 : 0;
  for (let k = 0; k < needs.length; k++) strikeRefused(table, item.seatOf[needs[k]!]!);
  let open = 0;
  for (let o = 0; o < accepted.length; o++) if (accepted[o] === 1 && o !== item.otherwise) open++;
  return open;
}

/**
 * On a scale without exponent or red lines each seat accepts an interval around its ideal, so what all accept is one
 * interval too: the same set as option by option, for less.
 */
function acceptedByAll({ item, ideal, limit, at, accepted }: Table, members: readonly number[]): void {
  const { seatOf } = item;
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  for (let k = 0; k < members.length; k++) {
    const seat = seatOf[members[k]!]!;
    const here = ideal[seat]!;
    const reach = 100 - limit[seat]! + tolerance;
    if (here - reach > from) from = here - reach;
    if (here + reach < to) to = here + reach;
  }
  for (let o = 0; o < accepted.length; o++) {
    const place = at[o]!;
    accepted[o] = place >= from && place <= to ? 1 : 0;
  }
}

/** Takes out of the acceptance set what this seat does not consent to, settled alone. */
function strikeRefused({ accepted, value, limit, red }: Table, seat: number): void {
  const least = limit[seat]! - tolerance;
  const n = accepted.length;
  for (let o = 0, k = seat * n; o < n; o++, k++) if (value[k]! < least || red[k] === 1) accepted[o] = 0;
}

function coalitionAccepts(table: Table, forum: ModelForum, option: number, ballot: Ballot, with_: number): boolean {
  const { members } = forum;
  for (let k = 0; k < members.length; k++) {
    const party = members[k]!;
    ballot.accepts[k] = party === with_ || seatAccepts(table, table.item.seatOf[party]!, option) ? 1 : 0;
  }
  return isWinning(forum.rule, ballot.accepts);
}

/** Does a needed party accept any option other than `otherwise`? If not, the forum has no competence in this world. */
export function anyAcceptable(table: Table, party: number): boolean {
  const seat = table.item.seatOf[party]!;
  for (let o = 0; o < table.item.options.length; o++)
    if (o !== table.item.otherwise && seatAccepts(table, seat, o)) return true;
  return false;
}

/**
 * The parties each of whose consent alone would have opened the (empty) acceptance set, as bits by seat; 0 is 'jointly'.
 * Cost O(members × options × members).
 */
export function refusers(table: Table, forum: ModelForum, needs: readonly number[], ballot: Ballot): number {
  const { item } = table;
  let bits = 0;
  if (forum.consensus) {
    for (let o = 0; o < item.options.length; o++) {
      if (o === item.otherwise) continue;
      const seat = onlyRefuser(table, forum.members, needs, o);
      if (seat >= 0 && seat < 31) bits |= 1 << seat;
    }
    return bits;
  }
  for (const party of [...forum.members, ...needs]) {
    const seat = item.seatOf[party]!;
    for (let o = 0; o < item.options.length; o++) {
      if (o === item.otherwise || seatAccepts(table, seat, o)) continue;
      if (!needs.every((p) => p === party || seatAccepts(table, item.seatOf[p]!, o))) continue;
      if (coalitionAccepts(table, forum, o, ballot, party)) {
        bits |= seat < 31 ? 1 << seat : 0;
        break;
      }
    }
  }
  return bits;
}

/** Where all must accept: the one seat that does not; -1 where none or several do not. */
function onlyRefuser(table: Table, members: readonly number[], needs: readonly number[], option: number): number {
  const { seatOf } = table.item;
  let only = -1;
  for (let k = 0; k < members.length + needs.length; k++) {
    const seat = seatOf[k < members.length ? members[k]! : needs[k - members.length]!]!;
    if (seat === only || seatAccepts(table, seat, option)) continue;
    if (only >= 0) return -1;
    only = seat;
  }
  return only;
}
