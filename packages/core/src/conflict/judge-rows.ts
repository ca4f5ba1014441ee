/**
 * The stability definitions over rows of bits, for anything that a ranking cannot tell: coalitions, unknown preferences,
 * strengths. One skeleton serves all: who moves, what it seeks, how the others answer, and what deters it.
 */
import { type BitRows, columnsOf, intersectRows, rowsMeet, rowWithin } from "./bits.ts";

/** All rows are n × n; row s speaks of state s. */
export interface Judgement {
  /** Where the mover can go. */
  readonly moves: BitRows;
  /** States it seeks: departures to them count. */
  readonly sought: BitRows;
  /** Where any moves of the others lead. */
  readonly answers: BitRows;
  /** Where credible moves of the others lead. */
  readonly credibleAnswers: BitRows;
  /** States that deter it from leaving s. */
  readonly deterring: BitRows;
  /** States among which all countermoves must end for an answer to stand; the complement of an escape. Usually `deterring`. */
  readonly noEscape: BitRows;
}

/** Per state: bit k set where CONCEPTS[k] (nash, gmr, smr, seq, sseq) holds. O(n × departures × n/32), with answers checked for escapes in between. */
export function judgeRows(judgement: Judgement, n: number): Uint8Array {
  const { moves, answers, credibleAnswers, deterring, noEscape } = judgement;
  const departures = intersectRows(moves, judgement.sought);
  const stable = new Uint8Array(n);
  const standing: BitRows = { words: deterring.words, bits: new Uint32Array(deterring.words) };
  for (let s = 0; s < n; s++) {
    const leaving = columnsOf(departures, s);
    if (leaving.length === 0) {
      stable[s] = 31;
      continue;
    }
    let flags = 0;
    if (leaving.every((t) => rowsMeet(answers, t, deterring, s))) {
      flags |= 2;
      standing.bits.fill(0);
      for (const u of columnsOf(deterring, s)) {
        if (rowWithin(moves, u, noEscape, s)) standing.bits[u >>> 5] = standing.bits[u >>> 5]! | (1 << (u & 31));
      }
      if (leaving.every((t) => rowsMeet(answers, t, standing, 0))) {
        flags |= 4;
        if (leaving.every((t) => rowsMeet(credibleAnswers, t, standing, 0))) flags |= 16;
      }
      if (leaving.every((t) => rowsMeet(credibleAnswers, t, deterring, s))) flags |= 8;
    }
    stable[s] = flags;
  }
  return stable;
}
