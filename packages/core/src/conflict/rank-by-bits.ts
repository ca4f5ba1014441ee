import { bitAt, type StateBits } from "./statement-bits.ts";

/**
 * Dense ranks of the states when they are compared by the first of the rows on which they differ, a set bit being better.
 * O(states × rows), and memory of about 12 bytes a state, whatever the number of rows.
 */
export function rankByFirstDifference(rows: readonly StateBits[], stateCount: number): Int32Array {
  const scores = new Int32Array(stateCount);
  // Scores grow by a bit a row; where they no longer fit the table, they are drawn together first.
  const mostScores = Math.max(1 << 16, 4 * stateCount);
  let bound = 1;
  for (const row of rows) {
    if (2 * bound > mostScores) bound = drawTogether(scores, bound);
    for (let s = 0; s < stateCount; s++) scores[s] = (scores[s]! << 1) | bitAt(row, s);
    bound *= 2;
  }
  drawTogether(scores, bound);
  return scores;
}

/** Scores below `bound` to dense ranks from 0, in place; how many there are. */
function drawTogether(scores: Int32Array, bound: number): number {
  const rankOf = new Int32Array(bound);
  for (let s = 0; s < scores.length; s++) rankOf[scores[s]!] = 1;
  let levels = 0;
  for (let score = 0; score < bound; score++) if (rankOf[score] === 1) rankOf[score] = levels++;
  for (let s = 0; s < scores.length; s++) scores[s] = rankOf[scores[s]!]!;
  return levels;
}
