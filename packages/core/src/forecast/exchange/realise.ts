import { drawKey, uniformAt } from "../../worlds/index.ts";
import { type DenseTable, outcomesAt } from "./dense-table.ts";
import { findPairs, type Pairs, weighPair } from "./pairs.ts";

/** One trade as realised; places on 0..100. */
export interface RealisedTrade {
  readonly i: number;
  readonly j: number;
  /** i moves on q, j on p. */
  readonly p: number;
  readonly q: number;
  readonly gain: number;
  readonly moveI: number;
  readonly moveJ: number;
  /** How far the outcomes of p and q move. */
  readonly shiftP: number;
  readonly shiftQ: number;
}
export interface RealisedRound {
  readonly trades: readonly RealisedTrade[];
  /** Voting positions after the last trade. */
  readonly position: Float64Array;
  /** Trades that could have been made at the start. */
  readonly possible: number;
  /** How often two or more trades were equally good. */
  readonly ties: number;
}

/** Gains nearer than this share of the largest are a tie: rounding must not decide, a keyed draw does. */
const tieShare = 1e-9;
/** A gain below this, in salience × scale points, is rounding. */
const leastGain = 1e-10;

/** Greedy: the trade with the highest gain is made, those that share an actor and its supply with it are weighed anew, and so on. */
export function realiseRound(table: DenseTable, seed: number): RealisedRound {
  const { actors, demand, pull } = table;
  const position = Float64Array.from(demand);
  const pairs = findPairs(table, outcomesAt(table, position));
  let possible = 0;
  for (let k = 0; k < pairs.count; k++) {
    weighPair(table, pairs, position, k);
    if (pairs.gain[k]! > leastGain) possible++;
  }
  const trades: RealisedTrade[] = [];
  let ties = 0;
  for (;;) {
    const { pair, tied } = best(pairs, seed, trades.length);
    if (pair < 0) break;
    if (tied) ties++;
    const i = pairs.i[pair]!;
    const j = pairs.j[pair]!;
    const p = pairs.p[pair]!;
    const q = pairs.q[pair]!;
    const moveI = pairs.moveI[pair]!;
    const moveJ = pairs.moveJ[pair]!;
    const iq = q * actors + i;
    const jp = p * actors + j;
    const trade = {
      i,
      j,
      p,
      q,
      gain: pairs.gain[pair]!,
      moveI,
      moveJ,
      shiftP: moveJ * pull[jp]!,
      shiftQ: moveI * pull[iq]!,
    };
    trades.push(trade);
    position[iq] = position[iq]! + moveI;
    position[jp] = position[jp]! + moveJ;
    for (const k of pairs.touching[iq]!) weighPair(table, pairs, position, k);
    for (const k of pairs.touching[jp]!) weighPair(table, pairs, position, k);
  }
  return { trades, position, possible, ties };
}

function best(pairs: Pairs, seed: number, step: number): { readonly pair: number; readonly tied: boolean } {
  const { gain, count } = pairs;
  let pair = -1;
  let most = leastGain;
  for (let k = 0; k < count; k++)
    if (gain[k]! > most) {
      most = gain[k]!;
      pair = k;
    }
  if (pair < 0) return { pair, tied: false };
  const floor = most * (1 - tieShare);
  let tied = false;
  for (let k = 0; k < count && !tied; k++) tied = k !== pair && gain[k]! >= floor;
  return tied ? { pair: drawn(pairs, floor, seed, step), tied } : { pair, tied };
}

/** Each of the tied has its own draw, by what it is and not by where it stands; the highest is made. */
function drawn(pairs: Pairs, floor: number, seed: number, step: number): number {
  let pair = -1;
  let highest = -1;
  for (let k = 0; k < pairs.count; k++) {
    if (pairs.gain[k]! < floor) continue;
    const id = `${pairs.i[k]}/${pairs.q[k]} ${pairs.j[k]}/${pairs.p[k]}`;
    const luck = uniformAt(drawKey(seed, "exchange tie", id), step);
    if (luck > highest) {
      highest = luck;
      pair = k;
    }
  }
  return pair;
}
