/** Actors in a space of some dimensions, everything scaled: what a turn reads. Entry `actor * dimensions + dimension`. */
export interface SpatialTable {
  readonly actors: number;
  readonly dimensions: number;
  /** 0..1. */
  readonly position: Float64Array;
  /** 0..1, an actor's over all dimensions at most 1 together. */
  readonly salience: Float64Array;
  /** An actor's salience over all dimensions. */
  readonly total: Float64Array;
  readonly capability: Float64Array;
}

/** How far actor i finds it from its own place `at` of `from` to the place in `to`, 0..1, weighing dimensions by its salience; 0 where it has none. */
export function distance(
  { dimensions, salience }: SpatialTable,
  i: number,
  from: Float64Array,
  at: number,
  to: Float64Array,
  there: number,
): number {
  let sum = 0;
  let weights = 0;
  for (let k = 0; k < dimensions; k++) {
    const s = salience[i * dimensions + k]!;
    const apart = s * (from[at + k]! - to[there + k]!);
    sum += apart * apart;
    weights += s * s;
  }
  return weights > 0 ? Math.sqrt(sum / weights) : 0;
}

/** Worth of something at distance d with a taste for risk ρ within −1..1 (0: neutral). */
export function utility(d: number, risk: number): number {
  return d <= 1 ? (1 - d) * (1 + d * risk) : (1 - d) * (1 + risk);
}
