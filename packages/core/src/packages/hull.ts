/**
 * Optima over mixtures of packages: their duals are weights under which no package does better, which is what
 * certifies optima over packages proper ([P14]).
 */
import type { ScalarSolver } from "./scalar.ts";

/** Gains of a package: (integer − disagreement) × scale, per party. */
export interface GainScale {
  readonly disagreement: Float64Array;
  readonly scale: Float64Array;
}
export interface HullOptimum {
  /** Weights on gains, per party; not negative. */
  readonly weights: Float64Array;
  /** max over packages of weights · gains: no mixture does better. */
  readonly bound: number;
  /** Gains of the optimal mixture. */
  readonly gains: Float64Array;
  /** Packages met on the way, for a first good guess. */
  readonly met: readonly Int32Array[];
}

interface Oracle {
  /** Best package under weights on gains; its gains are written to `into`. */
  best(weights: Float64Array, into: Float64Array): { readonly value: number; readonly options: Int32Array };
}

export function createOracle(solver: ScalarSolver, { disagreement, scale }: GainScale): Oracle {
  const P = scale.length;
  const lifted = new Float64Array(P);
  return {
    best(weights, into) {
      for (let p = 0; p < P; p++) lifted[p] = weights[p]! * scale[p]!;
      solver.solve(lifted);
      const options = solver.best();
      solver.evaluate(options, into);
      let value = 0;
      for (let p = 0; p < P; p++) {
        into[p] = (into[p]! - disagreement[p]!) * scale[p]!;
        value += weights[p]! * into[p]!;
      }
      return { value, options };
    },
  };
}

/**
 * max over mixtures of min over parties of gains: a linear programme by column generation, the packages its columns.
 * Variables are kept in the order [mixture weights and slacks …, t]; the basis inverse is dense, (P + 1)².
 */
export function maximinOverMixtures(oracle: Oracle, parties: number, maxPivots = 2000): HullOptimum {
  const P = parties;
  const n = P + 1;
  const met: Int32Array[] = [];
  const gains = new Float64Array(P);
  const even = new Float64Array(P).fill(1 / P);
  met.push(oracle.best(even, gains).options);
  // Counted from near where the gains are: a reservation far off would leave no digits for what differs.
  const base = gains.reduce((least, gain) => Math.min(least, gain), Infinity);
  const column = () => packageColumn(gains.map((gain) => gain - base));
  let worst = 0;
  for (let p = 1; p < P; p++) if (gains[p]! < gains[worst]!) worst = p;
  // Columns of the basis: 0 = t, 1 = first package, then the slacks of all parties but the worst.
  const columns: Float64Array[] = [Float64Array.from({ length: n }, (_, r) => (r < P ? -1 : 0)), column()];
  const kinds: string[] = ["t", "package"];
  for (let p = 0; p < P; p++)
    if (p !== worst) {
      columns.push(slackColumn(p, n));
      kinds.push("slack");
    }
  let inverse = invert(columns);
  let weights = even;
  let bound = Infinity;
  for (let pivot = 0; pivot < maxPivots; pivot++) {
    if (pivot % 50 === 49) inverse = invert(columns);
    // Prices: t alone has a cost.
    const price = inverse[0]!;
    let entering: Float64Array | undefined;
    let kind = "slack";
    let lowest = -1e-11;
    for (let p = 0; p < P; p++)
      if (-price[p]! < lowest) {
        lowest = -price[p]!;
        entering = slackColumn(p, n);
      }
    if (!entering) {
      const mu = Float64Array.from({ length: P }, (_, p) => Math.max(0, -price[p]!));
      const total = mu.reduce((a, b) => a + b, 0);
      for (let p = 0; p < P; p++) mu[p] = mu[p]! / total;
      const found = oracle.best(mu, gains);
      if (found.value < bound) [bound, weights] = [found.value, mu];
      const reached = inverse[0]![P]! + base;
      if (found.value - reached <= 1e-10 * (1 + Math.abs(reached - base)) + 1e-15 * Math.abs(reached)) break;
      met.push(found.options);
      entering = column();
      kind = "package";
    }
    const direction = inverse.map((row) => row.reduce((sum, x, r) => sum + x * entering[r]!, 0));
    let leaving = -1;
    let step = Infinity;
    for (let k = 1; k < n; k++) {
      if (direction[k]! <= 1e-12) continue;
      const ratio = Math.max(0, inverse[k]![P]!) / direction[k]!;
      if (ratio < step) [step, leaving] = [ratio, k];
    }
    if (leaving < 0) break;
    columns[leaving] = entering;
    kinds[leaving] = kind;
    const row = inverse[leaving]!.map((x) => x / direction[leaving]!);
    for (let k = 0; k < n; k++)
      if (k !== leaving) for (let r = 0; r < n; r++) inverse[k]![r]! -= direction[k]! * row[r]!;
    inverse[leaving] = row;
  }
  const mixture = new Float64Array(P);
  for (let k = 1; k < n; k++)
    if (kinds[k] === "package") for (let p = 0; p < P; p++) mixture[p]! += inverse[k]![P]! * (columns[k]![p]! + base);
  return { weights, bound, gains: mixture, met };
}

const packageColumn = (gains: Float64Array) => Float64Array.from({ length: gains.length + 1 }, (_, r) => gains[r] ?? 1);
function slackColumn(party: number, n: number): Float64Array {
  const column = new Float64Array(n);
  column[party] = -1;
  return column;
}

/** Inverse of the matrix with the given columns, by Gauss–Jordan with row pivoting. */
function invert(columns: readonly Float64Array[]): Float64Array[] {
  const n = columns.length;
  const work = Array.from({ length: n }, (_, r) =>
    Float64Array.from({ length: 2 * n }, (_, c) => (c < n ? columns[c]![r]! : c - n === r ? 1 : 0)),
  );
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(work[r]![c]!) > Math.abs(work[pivot]![c]!)) pivot = r;
    [work[c], work[pivot]] = [work[pivot]!, work[c]!];
    const head = work[c]![c]!;
    for (let k = 0; k < 2 * n; k++) work[c]![k]! /= head;
    for (let r = 0; r < n; r++) {
      const factor = work[r]![c]!;
      if (r !== c && factor !== 0) for (let k = 0; k < 2 * n; k++) work[r]![k]! -= factor * work[c]![k]!;
    }
  }
  return work.map((row) => row.slice(n));
}

/**
 * max over mixtures of Σ w log gains, all gains positive: Frank–Wolfe with pairwise steps from a mixture that is
 * positive already. `tolerance` is on the dual gap.
 */
export function nashOverMixtures(
  oracle: Oracle,
  exponents: Float64Array,
  start: readonly Float64Array[],
  tolerance = 1e-7,
  maxSteps = 4000,
): HullOptimum {
  const P = exponents.length;
  const vertices = start.map((gains) => gains.slice());
  const shares = vertices.map(() => 1 / vertices.length);
  const mixture = new Float64Array(P);
  const met: Int32Array[] = [];
  const gains = new Float64Array(P);
  const weights = new Float64Array(P);
  let best: { weights: Float64Array; bound: number; gap: number } | undefined;
  // Where reservations are far off all gains are alike, and little is left to be gained at all.
  let enough: number | undefined;
  const mix = () => {
    mixture.fill(0);
    vertices.forEach((vertex, k) => {
      for (let p = 0; p < P; p++) mixture[p]! += shares[k]! * vertex[p]!;
    });
  };
  mix();
  for (let step = 0; step < maxSteps; step++) {
    let reached = 0;
    for (let p = 0; p < P; p++) {
      weights[p] = exponents[p]! / mixture[p]!;
      reached += exponents[p]!;
    }
    const found = oracle.best(weights, gains);
    const gap = found.value - reached;
    enough ??= Math.max(tolerance * Math.min(1, gap), 1e-14 * reached);
    if (!best || gap < best.gap) best = { weights: weights.slice(), bound: found.value, gap };
    if (gap <= enough) break;
    met.push(found.options);
    let away = -1;
    let least = Infinity;
    for (let k = 0; k < vertices.length; k++) {
      if (shares[k]! <= 0) continue;
      let value = 0;
      for (let p = 0; p < P; p++) value += weights[p]! * vertices[k]![p]!;
      if (value < least) [least, away] = [value, k];
    }
    let into = vertices.findIndex((vertex) => vertex.every((x, p) => x === gains[p]));
    if (into < 0) {
      vertices.push(gains.slice());
      shares.push(0);
      into = vertices.length - 1;
    }
    if (into === away) break;
    const direction = Float64Array.from(mixture, (_, p) => vertices[into]![p]! - vertices[away]![p]!);
    const length = lineSearch(mixture, direction, exponents, shares[away]!);
    shares[into] = shares[into]! + length;
    shares[away] = shares[away]! - length;
    mix();
  }
  return { weights: best!.weights, bound: best!.bound, gains: mixture, met };
}

/** Maximises Σ w log(x + s·direction) over 0 ≤ s ≤ most, by bisection on the slope. */
function lineSearch(x: Float64Array, direction: Float64Array, exponents: Float64Array, most: number): number {
  const slope = (s: number): number => {
    let sum = 0;
    for (let p = 0; p < x.length; p++) {
      const value = x[p]! + s * direction[p]!;
      if (value <= 0) return -Infinity;
      sum += (exponents[p]! * direction[p]!) / value;
    }
    return sum;
  };
  if (slope(most) >= 0) return most;
  let low = 0;
  let high = most;
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (slope(middle) >= 0) low = middle;
    else high = middle;
  }
  return low;
}
