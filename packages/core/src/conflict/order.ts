/** States in ascending order of a rank; scores to ranks. */

/** Counting sort: the states by ascending rank, equal ranks by ascending index. O(n + ranks). */
export function orderByRank(ranks: Int32Array): Int32Array {
  let top = 0;
  for (let s = 0; s < ranks.length; s++) if (ranks[s]! > top) top = ranks[s]!;
  const cursor = new Int32Array(top + 2);
  for (let s = 0; s < ranks.length; s++) cursor[ranks[s]! + 1]!++;
  for (let r = 0; r <= top; r++) cursor[r + 1] = cursor[r + 1]! + cursor[r]!;
  const order = new Int32Array(ranks.length);
  for (let s = 0; s < ranks.length; s++) {
    const rank = ranks[s]!;
    const at = cursor[rank]!;
    order[at] = s;
    cursor[rank] = at + 1;
  }
  return order;
}

/** Scores of any size to dense ranks from 0, equal scores to equal ranks. O(n log n). */
export function denseRanks(scores: ArrayLike<number>): Int32Array {
  const sorted = Float64Array.from(scores).sort();
  let levels = 0;
  for (let k = 0; k < sorted.length; k++) if (k === 0 || sorted[k] !== sorted[k - 1]) sorted[levels++] = sorted[k]!;
  const ranks = new Int32Array(scores.length);
  for (let s = 0; s < ranks.length; s++) {
    let low = 0;
    let high = levels - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < scores[s]!) low = middle + 1;
      else high = middle;
    }
    ranks[s] = low;
  }
  return ranks;
}
