/** What a factor of moves may do, as sequences of which those that come to the same are one (traces of Mazurkiewicz 1977). */
import type { Factor } from "./factors.ts";

export interface Traces {
  /** Each as places in `factor.moves`, in its first order; the empty one first, shorter before longer. */
  readonly list: readonly (readonly number[])[];
  /** `next[trace * moves + move]`: the trace with that move made after it; -1 where it may not be, or is beyond the limit. */
  readonly next: Int32Array;
  /** All that the factor may do is listed. */
  readonly complete: boolean;
}

/**
 * Lists what the factor may do, up to `most` traces. Cost O(traces × moves²).
 * Two sequences are one trace when exchanging neighbours that commute turns the one into the other.
 */
export function tracesOf(factor: Factor, most: number): Traces {
  const n = factor.moves.length;
  const list: number[][] = [[]];
  const known = new Map<string, number>([["", 0]]);
  const next: number[] = [];
  let complete = true;
  for (let t = 0; t < list.length; t++)
    for (let m = 0; m < n; m++) {
      const trace = list[t]!;
      if (trace.some((other) => other === m || factor.before[m * n + other] === 1)) {
        next.push(-1);
        continue;
      }
      const longer = firstOrder(factor, [...trace, m]);
      const key = longer.join(",");
      let at = known.get(key);
      if (at === undefined) {
        if (list.length >= most) {
          complete = false;
          next.push(-1);
          continue;
        }
        at = list.push(longer) - 1;
        known.set(key, at);
      }
      next.push(at);
    }
  return { list, next: Int32Array.from(next), complete };
}

/** Of the orders that come to the same the one that is first, move by move. */
function firstOrder(factor: Factor, sequence: readonly number[]): number[] {
  const n = factor.moves.length;
  const left = [...sequence];
  const order: number[] = [];
  while (left.length > 0) {
    let pick = 0;
    for (let k = 1; k < left.length; k++) {
      const free = left.slice(0, k).every((earlier) => factor.commute[earlier * n + left[k]!] === 1);
      if (free && left[k]! < left[pick]!) pick = k;
    }
    order.push(left[pick]!);
    left.splice(pick, 1);
  }
  return order;
}
