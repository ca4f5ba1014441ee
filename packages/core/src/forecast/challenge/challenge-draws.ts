import { medianWith } from "../weighted.ts";
import { paperRound } from "./paper-round.ts";
import { makeChallengeWork } from "./work.ts";

/** Draws of a table, actor by actor: entry `i * count + k` is actor i in draw k. Units as in `ScaleTable`. */
export interface DrawnTable {
  readonly actors: number;
  readonly count: number;
  readonly position: Float64Array;
  readonly salience: Float64Array;
  readonly capability: Float64Array;
}

/** Forecast of the printed reading in each draw after exactly `rounds` rounds: the median, in the positions' units. Cost O(count · rounds · n³). */
export function challengeDraws(drawn: DrawnTable, rounds: number): Float64Array {
  const { actors: n, count } = drawn;
  const work = makeChallengeWork(n);
  const position = new Float64Array(n);
  const salience = new Float64Array(n);
  const out = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < n; i++) {
      const at = i * count + k;
      position[i] = drawn.position[at]!;
      salience[i] = drawn.salience[at]!;
      work.weight[i] = drawn.salience[at]! * drawn.capability[at]!;
    }
    for (let round = 0; round < rounds; round++) {
      paperRound(position, salience, work);
      position.set(work.next);
    }
    out[k] = medianWith(position, work.weight, work.order);
  }
  return out;
}
