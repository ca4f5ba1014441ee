/** The acceptance set of one item before one forum, and who stands in its way. */
import type { ModelForum } from "../model/model.ts";
import { seatAccepts, type Table } from "./table.ts";
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
  let open = 0;
  for (let o = 0; o < item.options.length; o++) {
    const ok = forum.consensus ? allAccept(table, forum, o) : coalitionAccepts(table, forum, o, ballot, -1);
    accepted[o] = ok && needsAccept(table, needs, o) ? 1 : 0;
    if (accepted[o] === 1 && o !== item.otherwise) open++;
  }
  return open;
}

function allAccept(table: Table, forum: ModelForum, option: number): boolean {
  const { members } = forum;
  for (let k = 0; k < members.length; k++) {
    const seat = table.item.seatOf[members[k]!]!;
    if (!seatAccepts(table, seat, option)) return false;
  }
  return true;
}

function coalitionAccepts(table: Table, forum: ModelForum, option: number, ballot: Ballot, with_: number): boolean {
  const { members } = forum;
  for (let k = 0; k < members.length; k++) {
    const party = members[k]!;
    ballot.accepts[k] = party === with_ || seatAccepts(table, table.item.seatOf[party]!, option) ? 1 : 0;
  }
  return isWinning(forum.rule, ballot.accepts);
}

function needsAccept(table: Table, needs: readonly number[], option: number): boolean {
  for (const party of needs) if (!seatAccepts(table, table.item.seatOf[party]!, option)) return false;
  return true;
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
