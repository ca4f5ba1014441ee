/**
 * Counting by a generating function: the coefficients of Π (1 + x·y₁^w₁·y₂^w₂…) up to the limits, a row for each power of x (the
 * size), a box over the powers of y. One factor is taken out again without dividing: sets without member i are
 * Σₖ (−1)ᵏ F(t − k, limits − k·wᵢ) with F the cumulated counts. SPEC.md [G4].
 */
import { binomials, type LimitCounts, type LimitProblem } from "./problem.ts";
import { joinerOf, moduliFor, ROUNDS_BETWEEN_REDUCTIONS } from "./residues.ts";

interface Box {
  /** Dimensions with the longest last: that one lies together in memory. */
  readonly limits: readonly number[];
  /** By dimension and member; members by their weight in the last dimension, lightest first. */
  readonly weights: readonly (readonly number[])[];
  readonly strides: readonly number[];
  readonly cells: number;
  /** Sets larger than this break a limit. */
  readonly rows: number;
  /** Place of each member of the problem in this order. */
  readonly placeOf: readonly number[];
  /** Sums of the lightest weights of the last dimension: 0, w₀, w₀ + w₁ … */
  readonly lightest: readonly number[];
}

export interface DenseCost {
  /** Additions of one cell, roughly. */
  readonly steps: number;
  readonly bytes: number;
}

/** What counting would take. */
export function denseCost(problem: LimitProblem): DenseCost {
  const { cells, rows } = boxOf(problem);
  const planes = Math.max(1, moduliFor(mostSets(problem.count, rows)).length);
  return { steps: (problem.count * (rows + 1) * cells * planes) / 3, bytes: (rows + 1) * cells * 8 };
}

export function countDense(problem: LimitProblem): LimitCounts {
  const box = boxOf(problem);
  const moduli = moduliFor(mostSets(problem.count, box.rows));
  const kinds = kindsOf(box, problem.count);
  const residues: Float64Array[][] = [];
  const planes = moduli.length === 0 ? [Number.POSITIVE_INFINITY] : moduli;
  const rows = Array.from({ length: box.rows + 1 }, () => new Float64Array(box.cells));
  for (const modulus of planes) {
    for (const row of rows) row.fill(0);
    fill(rows, box, problem.count, modulus);
    for (const row of rows) cumulate(row, box, modulus);
    residues.push([sums(rows), ...kinds.weights.map((weight) => without(rows, box, weight, modulus))]);
  }
  const join = joinerOf(moduli);
  const joined = residues[0]!.map((_, list) =>
    Array.from({ length: problem.count + 1 }, (_none, t) =>
      t > box.rows ? 0n : join(residues.map((plane) => plane[list]![t]!)),
    ),
  );
  return {
    all: joined[0]!,
    without: box.placeOf.map((place) => joined[kinds.kindOf[place]! + 1]!),
  };
}

function boxOf({ count, weights, limits, largest }: LimitProblem): Box {
  const dimensions = limits.map((_, d) => d).sort((a, b) => limits[a]! - limits[b]!);
  const last = dimensions.at(-1)!;
  const members = Array.from({ length: count }, (_, i) => i).sort((a, b) => weights[last]![a]! - weights[last]![b]!);
  const boxLimits = dimensions.map((d) => limits[d]!);
  const strides = boxLimits.map((_, d) => boxLimits.slice(d + 1).reduce((cells, limit) => cells * (limit + 1), 1));
  const rows = dimensions.reduce(
    (least, d) => Math.min(least, mostWithin(weights[d]!, limits[d]!)),
    Math.min(largest, count),
  );
  const placeOf: number[] = [];
  members.forEach((member, place) => {
    placeOf[member] = place;
  });
  const lightest = [0];
  for (const member of members) lightest.push(lightest.at(-1)! + weights[last]![member]!);
  return {
    limits: boxLimits,
    weights: dimensions.map((d) => members.map((member) => weights[d]![member]!)),
    strides,
    cells: boxLimits.reduce((cells, limit) => cells * (limit + 1), 1),
    rows,
    placeOf,
    lightest,
  };
}

/** How many of the lightest come within the limit. */
function mostWithin(weights: readonly number[], limit: number): number {
  let [sum, most] = [0, 0];
  for (const weight of [...weights].sort((a, b) => a - b)) {
    sum += weight;
    if (sum > limit) break;
    most++;
  }
  return most;
}

function mostSets(count: number, rows: number): bigint {
  return binomials(count)[Math.min(rows, Math.floor(count / 2))]!;
}

function kindsOf({ weights }: Box, count: number) {
  const found = new Map<string, number>();
  const distinct: (readonly number[])[] = [];
  const kindOf = Array.from({ length: count }, (_, place) => {
    const weight = weights.map((list) => list[place]!);
    const key = weight.join(" ");
    const known = found.get(key);
    if (known !== undefined) return known;
    found.set(key, distinct.length);
    distinct.push(weight);
    return distinct.length - 1;
  });
  return { kindOf, weights: distinct };
}

function fill(rows: readonly Float64Array[], box: Box, count: number, modulus: number): void {
  const last = box.limits.length - 1;
  const reach = box.limits.map(() => 0);
  rows[0]![0] = 1;
  let rounds = 0;
  for (let place = 0; place < count; place++) {
    const shift = box.weights.map((list) => list[place]!);
    const fits = shift.every((w, d) => w <= box.limits[d]!);
    for (let d = 0; d <= last; d++) reach[d] = Math.min(box.limits[d]!, reach[d]! + shift[d]!);
    for (let t = fits ? Math.min(box.rows, place + 1) : 0; t >= 1; t--) {
      // No set of t is lighter than the t lightest, none of those so far heavier than the t heaviest.
      const from = Math.max(shift[last]!, box.lightest[t]!);
      const to = Math.min(reach[last]!, box.lightest[place + 1]! - box.lightest[place + 1 - t]!);
      if (from <= to) addShifted(rows[t]!, rows[t - 1]!, box.strides, shift, reach, from, to);
    }
    rounds++;
    if (modulus !== Number.POSITIVE_INFINITY && (rounds === ROUNDS_BETWEEN_REDUCTIONS || place === count - 1)) {
      for (const row of rows) reduce(row, modulus);
      rounds = 0;
    }
  }
}

/** target[at] += source[at − shift] for all places within reach. */
function addShifted(
  target: Float64Array,
  source: Float64Array,
  strides: readonly number[],
  shift: readonly number[],
  reach: readonly number[],
  from: number,
  to: number,
): void {
  const last = shift.length - 1;
  const step = shift.reduce((sum, w, d) => sum + w * strides[d]!, 0);
  const outer = shift.slice(0, last);
  for (;;) {
    let base = 0;
    for (let d = 0; d < last; d++) base += outer[d]! * strides[d]!;
    addLine(target, source, base + from, base + to, step);
    let d = last - 1;
    while (d >= 0 && outer[d] === reach[d]) {
      outer[d] = shift[d]!;
      d--;
    }
    if (d < 0) return;
    outer[d]!++;
  }
}

function addLine(target: Float64Array, source: Float64Array, from: number, to: number, step: number): void {
  for (let at = from; at <= to; at++) target[at]! += source[at - step]!;
}

function reduce(row: Float64Array, modulus: number): void {
  for (let at = 0; at < row.length; at++) {
    const value = row[at]!;
    if (value >= modulus) row[at] = value - modulus * Math.floor(value / modulus);
  }
}

/** Counts at a place become counts at or below it, in every dimension. */
function cumulate(row: Float64Array, { limits, strides }: Box, modulus: number): void {
  limits.forEach((limit, d) => {
    const stride = strides[d]!;
    for (let at = stride; at < row.length; at++) {
      if (Math.floor(at / stride) % (limit + 1) === 0) continue;
      const sum = row[at]! + row[at - stride]!;
      row[at] = sum >= modulus ? sum - modulus : sum;
    }
  });
}

function sums(rows: readonly Float64Array[]): Float64Array {
  return Float64Array.from(rows, (row) => row.at(-1)!);
}

function without(rows: readonly Float64Array[], box: Box, weight: readonly number[], modulus: number): Float64Array {
  const step = weight.reduce((sum, w, d) => sum + w * box.strides[d]!, 0);
  const most = weight.reduce(
    (least, w, d) => (w === 0 ? least : Math.min(least, Math.floor(box.limits[d]! / w))),
    Number.POSITIVE_INFINITY,
  );
  return Float64Array.from(rows, (_, t) => {
    let value = 0;
    for (let k = 0; k <= t && k <= most; k++) {
      const count = rows[t - k]![box.cells - 1 - k * step]!;
      value = k % 2 === 0 ? value + count : value - count;
      if (modulus === Number.POSITIVE_INFINITY) continue;
      if (value < 0) value += modulus;
      else if (value >= modulus) value -= modulus;
    }
    return value;
  });
}
