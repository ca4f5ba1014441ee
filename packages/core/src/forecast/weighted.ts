/** The two baselines that need no story: where the weight lies, and where it is cut in half. */
import type { ScaleTable } from "./scale-table.ts";

/** Capability × salience of each actor. */
export function weightsOf({ salience, capability }: ScaleTable): Float64Array {
  return Float64Array.from({ length: salience.length }, (_, i) => salience[i]! * capability[i]!);
}

/**
 * The compromise model: Σ w x / Σ w with w = capability × salience, in the units of x; the plain mean where nobody has
 * weight. Source: Van den Bos 1991; Achen 2006.
 */
export function weightedMean(position: ArrayLike<number>, weight: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  let plain = 0;
  for (let i = 0; i < position.length; i++) {
    sum += weight[i]! * position[i]!;
    total += weight[i]!;
    plain += position[i]!;
  }
  return total > 0 ? sum / total : plain / position.length;
}

/**
 * The lower weighted median: the least position with at least half the weight at or below it; it loses to no other
 * position where each actor votes for the nearer (Black 1958). All alike where nobody has weight.
 */
export function weightedMedian(position: ArrayLike<number>, weight: ArrayLike<number>): number {
  return medianWith(position, weight, new Uint16Array(position.length));
}

/** As `weightedMedian`, sorting row numbers in `order` (room for n; what stands there is written over). */
export function medianWith(position: ArrayLike<number>, weight: ArrayLike<number>, order: Uint16Array): number {
  const n = position.length;
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += weight[i]!;
    // Insertion: actors are few, and hardly change places from round to round.
    let at = i;
    while (at > 0 && position[order[at - 1]!]! > position[i]!) {
      order[at] = order[at - 1]!;
      at--;
    }
    order[at] = i;
  }
  const flat = total <= 0;
  if (flat) total = n;
  let below = 0;
  for (let k = 0; k < n; k++) {
    below += flat ? 1 : weight[order[k]!]!;
    // Slack for rounding: halves that rounding has parted are halves.
    if (2 * below >= total * (1 - 1e-12)) return position[order[k]!]!;
  }
  return position[order[n - 1]!]!;
}
