/**
 * An unbiased estimate of the zone's share that also works for zones of a millionth of the space: options are drawn with
 * chances tilted towards what the parties need (exp of θ · utility), and every hit is weighted back ([P15]).
 */
import { orderElimination } from "./elimination-order.ts";
import { createRandomStream } from "./random-stream.ts";
import type { Factor, Space } from "./space.ts";
import { countCells, createWalk, listFactors, strideOf } from "./tables.ts";
import { findTilt } from "./zone-tilt.ts";

export interface ZoneEstimate {
  readonly share: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly hits: number;
}

/** Draws for finding the strength of the tilt, and the share of hits that is aimed at. */
const PILOT = 500;
const AIM = 0.35;

export function estimateZone(space: Space, samples: number, seed: number): ZoneEstimate {
  const factors = listFactors(space);
  const full = findTilt(space, factors);
  const random = createRandomStream(seed);
  // The averages behind the tilt are rough where issues are linked: a tilt that hits nearly always makes uneven weights.
  let weak = 0;
  let strong = 1;
  const at = (strength: number) =>
    createSampler(
      space,
      factors,
      full.map((theta) => theta * strength),
    );
  if (at(1).draw(PILOT, random).hits > AIM * PILOT) {
    for (let step = 0; step < 6; step++) {
      const middle = (weak + strong) / 2;
      if (at(middle).draw(PILOT, random).hits > AIM * PILOT) strong = middle;
      else weak = middle;
    }
  }
  const sampler = at(strong);
  const { hits, mean, squares, worst } = sampler.draw(samples, random);
  const variance = Math.max(0, squares - mean * mean) / (samples - 1);
  return { share: Math.min(1, mean), hits, ...interval(mean, variance, hits, samples, worst, sampler.ceiling) };
}

interface Drawn {
  readonly hits: number;
  readonly mean: number;
  readonly squares: number;
  readonly worst: number;
}
interface Sampler {
  draw(samples: number, random: () => number): Drawn;
  /** No weight of a package in the zone can pass this. */
  readonly ceiling: number;
}

function createSampler(space: Space, factors: readonly Factor[], tilt: Float64Array): Sampler {
  const P = space.parties.length;
  const { sizes } = space;
  const { order } = orderElimination(
    sizes,
    factors.map((factor) => factor.scope),
  );
  const settled = [...order].reverse();
  const N = settled.length;
  const depthOf = new Int32Array(N);
  settled.forEach((issue, depth) => {
    depthOf[issue] = depth;
  });
  const paid = settled.map((_, depth) =>
    factors.filter((factor) => Math.max(...factor.scope.map((i) => depthOf[i]!)) === depth),
  );
  /** exp(θ · value) of every cell over its greatest, and the logarithms of those. */
  const lifted = paid.map((list) => list.map((factor) => tiltTable(factor, tilt, P)));
  const shares = settled.map((issue) => {
    const all = space.issues[issue]!.copies.reduce((a, b) => a + b, 0);
    return space.issues[issue]!.copies.map((copies) => copies / all);
  });
  const inputs = lookAhead(sizes, settled, shares, lifted);
  const chances = settled.map((issue) => new Float64Array(sizes[issue]!));
  const chosen = new Int32Array(N);

  /** Cumulated chances of the options at a depth, given what was drawn before. */
  function prepare(depth: number): void {
    const into = chances[depth]!;
    into.set(shares[depth]!);
    for (const { values, scope, strides, own } of inputs[depth]!) {
      let at = 0;
      for (let k = 0; k < scope.length; k++) at += strides[k]! * chosen[scope[k]!]!;
      for (let option = 0; option < into.length; option++) into[option]! *= values[at + option * own]!;
    }
    for (let option = 1; option < into.length; option++) into[option]! += into[option - 1]!;
  }
  // A depth that depends on nothing drawn before is prepared once.
  const fixed = inputs.map((list) => list.every(({ scope }) => scope.length === 0));
  for (let depth = 0; depth < N; depth++) if (fixed[depth]) prepare(depth);

  const sums = new Float64Array(P);
  const needed = Float64Array.from(space.reservation);
  // Where the doubles are roundings, a package at the very reservation may fall on either side: said in SPEC.md.
  function draw(samples: number, random: () => number): Drawn {
    let hits = 0;
    let mean = 0;
    let squares = 0;
    let worst = 0;
    for (let n = 0; n < samples; n++) {
      sums.fill(0);
      let log = 0;
      for (let depth = 0; depth < N; depth++) {
        if (!fixed[depth]) prepare(depth);
        const table = chances[depth]!;
        const total = table[table.length - 1]!;
        const draw = random() * total;
        let option = 0;
        while (option < table.length - 1 && table[option]! <= draw) option++;
        chosen[settled[depth]!] = option;
        const chance = (table[option]! - (option > 0 ? table[option - 1]! : 0)) / total;
        log += Math.log(shares[depth]![option]! / chance);
        for (const { values, scope } of paid[depth]!) {
          let at = 0;
          for (let k = 0; k < scope.length; k++) at = at * sizes[scope[k]!]! + chosen[scope[k]!]!;
          for (let p = 0; p < P; p++) sums[p]! += values[at * P + p]!;
        }
      }
      let accepted = true;
      for (let p = 0; p < P; p++) if (sums[p]! < needed[p]!) accepted = false;
      if (!accepted) continue;
      hits++;
      const weight = Math.exp(log);
      mean += weight;
      squares += weight * weight;
      if (weight > worst) worst = weight;
    }
    return { hits, mean: mean / samples, squares: squares / samples, worst };
  }
  // The tables are at most one, and every need is met in the zone.
  let ceiling = lifted.flat().reduce((sum, table) => sum + table.log, 0);
  for (let p = 0; p < P; p++) if (tilt[p]! > 0) ceiling -= tilt[p]! * needed[p]!;
  return { draw, ceiling: Math.exp(Math.min(0, ceiling)) };
}

/** Normal, and three more hits of the greatest weight seen are allowed for: it matters where hits are few or uneven. */
function interval(
  mean: number,
  variance: number,
  hits: number,
  samples: number,
  worst: number,
  ceiling: number,
): { low: number; high: number } {
  if (hits === 0) return { low: 0, high: Math.min(1, (3 / samples) * ceiling) };
  const half = 1.96 * Math.sqrt(variance);
  const few = (3 * worst) / samples;
  return { low: Math.max(0, mean - half - few), high: Math.min(1, mean + half + few) };
}

interface Lifted {
  readonly scope: readonly number[];
  readonly values: Float64Array;
  readonly log: number;
}
/** exp(θ · value) of every cell over the greatest of them, and that one's logarithm. */
function tiltTable(factor: Factor, tilt: Float64Array, P: number): Lifted {
  const values = new Float64Array(factor.values.length / P);
  let top = -Infinity;
  for (let cell = 0; cell < values.length; cell++) {
    let power = 0;
    for (let p = 0; p < P; p++) power += tilt[p]! * factor.values[cell * P + p]!;
    values[cell] = power;
    if (power > top) top = power;
  }
  for (let cell = 0; cell < values.length; cell++) values[cell] = Math.exp(values[cell]! - top);
  return { scope: factor.scope, values, log: top };
}

interface Input {
  readonly values: Float64Array;
  /** Issues drawn before on which it depends, with their strides; `own` is the stride of the issue drawn. */
  readonly scope: readonly number[];
  readonly strides: readonly number[];
  readonly own: number;
}
const MAX_CELLS = 2_000_000;

/**
 * What weighs on each draw: the tables paid there and, where the links are narrow enough, what they let expect of the
 * issues still to be drawn (sums over their options), so that all weights come out even.
 */
function lookAhead(
  sizes: Int32Array,
  settled: readonly number[],
  shares: readonly Float64Array[],
  lifted: readonly (readonly Lifted[])[],
): Input[][] {
  const tables = lifted.map((list) => list.map(({ scope, values }) => ({ scope, values })));
  const asInput = (
    depth: number,
    { scope, values }: { readonly scope: readonly number[]; readonly values: Float64Array },
  ): Input => {
    const others = scope.filter((issue) => issue !== settled[depth]);
    return {
      values,
      scope: others,
      strides: others.map((issue) => strideOf(sizes, scope, issue)),
      own: strideOf(sizes, scope, settled[depth]!),
    };
  };
  const all = (): Input[][] => tables.map((list, depth) => list.map((table) => asInput(depth, table)));
  const depthOf = new Map(settled.map((issue, depth) => [issue, depth]));
  for (let depth = settled.length - 1; depth > 0; depth--) {
    const scope = [...new Set(tables[depth]!.flatMap((table) => table.scope))]
      .filter((issue) => issue !== settled[depth])
      .sort((a, b) => a - b);
    if (scope.length === 0) continue;
    if (countCells(sizes, scope) * sizes[settled[depth]!]! > MAX_CELLS) {
      for (let d = 0; d < tables.length; d++)
        tables[d] = lifted[d]!.map(({ scope: own, values }) => ({ scope: own, values }));
      return all();
    }
    const walk = createWalk(
      sizes,
      scope,
      tables[depth]!.map((table) => table.scope),
    );
    const message = new Float64Array(walk.cells);
    const strides = tables[depth]!.map((table) => strideOf(sizes, table.scope, settled[depth]!));
    let top = 0;
    for (let cell = 0; cell < walk.cells; cell++) {
      shares[depth]!.forEach((share, option) => {
        let product = share;
        for (const [t, table] of tables[depth]!.entries())
          product *= table.values[walk.offsets[t]! + option * strides[t]!]!;
        message[cell]! += product;
      });
      top = Math.max(top, message[cell]!);
      walk.advance();
    }
    for (let cell = 0; cell < walk.cells; cell++) message[cell]! /= top || 1;
    const before = Math.max(...scope.map((issue) => depthOf.get(issue)!));
    tables[before]!.push({ scope, values: message });
  }
  return all();
}
