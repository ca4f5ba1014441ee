/** Growable lists of utility vectors with what is needed to find a package behind each: the engine's only storage. */

export interface PointList {
  readonly parties: number;
  length: number;
  /** `utilities[k * parties + p]`, integers. */
  utilities: Float64Array;
  /** How many packages share the vector; exact while below 2^53. */
  counts: Float64Array;
  /** Exact counts, kept only in a second run for spaces in which a count passed 2^53. */
  exactCounts: bigint[] | undefined;
  /** What was added (an option, or a point of the smaller list), and to which point of the larger list. */
  from: Int32Array;
  at: Int32Array;
  /** Other ways to the same vector, kept only where asked for. */
  ties: Ties | undefined;
}
/** `first[point]` heads a chain of entries through `next`; −1 ends it. */
export interface Ties {
  readonly first: Map<number, number>;
  readonly next: number[];
  readonly from: number[];
  readonly at: number[];
}

export function addTie(ties: Ties, point: number, from: number, at: number): void {
  ties.next.push(ties.first.get(point) ?? -1);
  ties.first.set(point, ties.next.length - 1);
  ties.from.push(from);
  ties.at.push(at);
}

export function createPoints(parties: number, capacity: number, exactCounts = false, ties = false): PointList {
  return {
    parties,
    length: 0,
    utilities: new Float64Array(capacity * parties),
    counts: new Float64Array(capacity),
    exactCounts: exactCounts ? [] : undefined,
    from: new Int32Array(capacity),
    at: new Int32Array(capacity),
    ties: ties ? { first: new Map(), next: [], from: [], at: [] } : undefined,
  };
}

/** Makes room for one more point. */
export function growPoints(points: PointList): void {
  const capacity = points.counts.length;
  if (points.length < capacity) return;
  const larger = Math.max(64, capacity * 2);
  const utilities = new Float64Array(larger * points.parties);
  utilities.set(points.utilities);
  points.utilities = utilities;
  const counts = new Float64Array(larger);
  counts.set(points.counts);
  points.counts = counts;
  const from = new Int32Array(larger);
  from.set(points.from);
  points.from = from;
  const at = new Int32Array(larger);
  at.set(points.at);
  points.at = at;
}

/** Gives back what only merging needed; the way back to the packages stays. */
export function dropUtilities(points: PointList): void {
  points.utilities = new Float64Array(0);
  points.counts = new Float64Array(0);
  points.exactCounts = undefined;
}

/** The one partial package that settles nothing: the neutral element of adding. */
export function createUnit(parties: number, exactCounts = false): PointList {
  const unit = createPoints(parties, 1, exactCounts);
  unit.length = 1;
  unit.counts[0] = 1;
  if (unit.exactCounts) unit.exactCounts[0] = 1n;
  return unit;
}
