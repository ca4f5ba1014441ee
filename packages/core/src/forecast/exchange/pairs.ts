/** Who could trade with whom, and what it would bring both: the 2016 rules (Stokman & Van Oosten; Equal Gain). */
import type { DenseTable } from "./dense-table.ts";

/** Actor i moves on q (its supply) towards what j demands there; j moves on p towards what i demands. */
export interface Pairs {
  readonly count: number;
  readonly i: Int32Array;
  readonly j: Int32Array;
  readonly p: Int32Array;
  readonly q: Int32Array;
  /** Equal for both, in salience × scale points; 0 where there is nothing (or nothing more) to trade. */
  readonly gain: Float64Array;
  /** Signed: how far i moves on q, and j on p. */
  readonly moveI: Float64Array;
  readonly moveJ: Float64Array;
  /** Pairs in which an actor moves on an issue, by `issue * actors + actor`. */
  readonly touching: readonly (readonly number[])[];
}

/** All pairs on opposite sides of the outcome on both issues, each oriented so that i cares relatively more for p. */
export function findPairs(table: DenseTable, outcome: Float64Array): Pairs {
  const { actors, issues, known, demand, salience } = table;
  const found: number[][] = [[], [], [], []];
  const touching: number[][] = Array.from({ length: actors * issues }, () => []);
  /** −1 below the outcome, 1 above, 0 on it (as far as rounding can tell) or not known. */
  const side = Int8Array.from(demand, (x, at) => {
    const middle = outcome[Math.floor(at / actors)]!;
    return known[at] === 0 || Math.abs(x - middle) < 1e-9 ? 0 : x < middle ? -1 : 1;
  });
  for (let p = 0; p < issues; p++)
    for (let q = p + 1; q < issues; q++)
      for (let a = 0; a < actors; a++)
        for (let b = a + 1; b < actors; b++) {
          const ap = p * actors + a;
          const aq = q * actors + a;
          const bp = p * actors + b;
          const bq = q * actors + b;
          if (side[ap]! * side[bp]! !== -1 || side[aq]! * side[bq]! !== -1) continue;
          // s_ap / s_aq against s_bp / s_bq, multiplied out: a salience may be 0.
          const first = salience[ap]! * salience[bq]! >= salience[bp]! * salience[aq]!;
          const [i, j] = first ? [a, b] : [b, a];
          const pair = found[0]!.length;
          [i, j, p, q].forEach((value, k) => {
            found[k]!.push(value);
          });
          touching[q * actors + i]!.push(pair);
          touching[p * actors + j]!.push(pair);
        }
  const count = found[0]!.length;
  const [i, j, p, q] = found.map((values) => Int32Array.from(values)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  return {
    count,
    i,
    j,
    p,
    q,
    gain: new Float64Array(count),
    moveI: new Float64Array(count),
    moveJ: new Float64Array(count),
    touching,
  };
}

/**
 * What pair k would trade from the voting positions `at`: j moves fully, at the rate (s_ip + s_jp) / (s_iq + s_jq) that
 * makes gains equal, unless i cannot move so far; then i moves fully. Nothing where a move is nil, or would turn back
 * what the same actor has moved on that issue before.
 */
export function weighPair(table: DenseTable, pairs: Pairs, at: Float64Array, k: number): void {
  const { actors, demand, salience, pull } = table;
  const i = pairs.i[k]!;
  const j = pairs.j[k]!;
  const ip = pairs.p[k]! * actors + i;
  const jp = pairs.p[k]! * actors + j;
  const iq = pairs.q[k]! * actors + i;
  const jq = pairs.q[k]! * actors + j;
  pairs.gain[k] = 0;
  const wayJ = demand[ip]! - at[jp]!;
  const wayI = demand[jq]! - at[iq]!;
  if (turnsBack(wayJ, at[jp]! - demand[jp]!) || turnsBack(wayI, at[iq]! - demand[iq]!)) return;
  if (pull[jp] === 0 || pull[iq] === 0) return;
  const rate = (salience[ip]! + salience[jp]!) / (salience[iq]! + salience[jq]!);
  let lengthJ = Math.abs(wayJ);
  let shiftP = lengthJ * pull[jp]!;
  let shiftQ = rate * shiftP;
  let lengthI = shiftQ / pull[iq]!;
  if (lengthI > Math.abs(wayI)) {
    lengthI = Math.abs(wayI);
    shiftQ = lengthI * pull[iq]!;
    shiftP = shiftQ / rate;
    lengthJ = shiftP / pull[jp]!;
  }
  // Below this a move is what rounding has left of one already made.
  if (lengthI < 1e-9 || lengthJ < 1e-9) return;
  pairs.gain[k] = Math.abs(salience[ip]! * shiftP - salience[iq]! * shiftQ);
  pairs.moveI[k] = wayI < 0 ? -lengthI : lengthI;
  pairs.moveJ[k] = wayJ < 0 ? -lengthJ : lengthJ;
}

function turnsBack(way: number, moved: number): boolean {
  return way * moved < 0;
}
