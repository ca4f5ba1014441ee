/** What is to be filled, and with whom. Rules: SPEC.md. */
import type { Fraction } from "../../forum/fraction.ts";

/** Names that share bounds on how many of them may be elected. Nobody is in two groups. */
export interface Group {
  readonly names: readonly number[];
  readonly least: number;
  readonly most: number;
}
export interface Contest {
  /** Names are 0..names − 1, in the order that settles ties: who comes earlier stays. */
  readonly names: number;
  readonly seats: number;
  readonly groups: readonly Group[];
  /** Names struck beforehand (vetoed): they are not counted. */
  readonly struck: readonly number[];
}
export interface Ballot {
  /** Names, best first; who is not on it is not wanted. */
  readonly ranking: readonly number[];
  /** Above 0: ballots alike, or a voter's weight. */
  readonly weight: Fraction;
}
/** Where each name stands while it is counted. */
export const standing = { hopeful: 0, elected: 1, out: 2 } as const;

/**
 * Can all seats still be filled within the groups' bounds by the elected and enough of the hopeful? Cost O(names).
 * Bounds of disjoint groups can be met together iff each can, and the seats left lie between what all groups still need
 * and what all can still take.
 */
export function canFill(contest: Contest, state: Uint8Array): boolean {
  const { groups, seats, names } = contest;
  let free = 0;
  let left = seats;
  for (let name = 0; name < names; name++) {
    if (state[name] === standing.elected) left--;
    else if (state[name] === standing.hopeful) free++;
  }
  let needed = 0;
  let room = free;
  for (const { names: list, least, most } of groups) {
    let elected = 0;
    let hopeful = 0;
    for (const name of list) {
      if (state[name] === standing.elected) elected++;
      else if (state[name] === standing.hopeful) hopeful++;
    }
    if (elected > most || elected + hopeful < least) return false;
    needed += Math.max(0, least - elected);
    room -= hopeful - Math.min(hopeful, most - elected);
  }
  return left >= needed && left >= 0 && left <= room;
}

/** Would the seats still be filled if this name were elected, or put out? */
export function canFillWith(contest: Contest, state: Uint8Array, name: number, as: number): boolean {
  const before = state[name]!;
  state[name] = as;
  const can = canFill(contest, state);
  state[name] = before;
  return can;
}

/** All hopeful but those struck. */
export function openState({ names, struck }: Contest): Uint8Array {
  const state = new Uint8Array(names);
  for (const name of struck) state[name] = standing.out;
  return state;
}
