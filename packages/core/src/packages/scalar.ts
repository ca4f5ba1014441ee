/**
 * One weighted sum instead of vectors: the best package under weights λ, and every package within a given regret of it.
 * The messages give the exact best completion of any partial package, so that enumeration never runs into a dead end.
 */
import { orderElimination } from "./elimination-order.ts";
import { type Factor, type Space, toUnits } from "./space.ts";
import { createWalk, listFactors, maximaOf, minimaOf, strideOf } from "./tables.ts";

interface Bucket {
  readonly issue: number;
  readonly options: number;
  readonly cells: number;
  /** Issues that the message knows, and their strides in it. */
  readonly scope: readonly number[];
  readonly strides: readonly number[];
  readonly factors: readonly Factor[];
  /** Per factor: its cell at each (message cell, option). */
  readonly factorCells: readonly Int32Array[];
  readonly incoming: readonly { readonly bucket: number; readonly cells: Int32Array }[];
  /** Value of each (message cell, option) with the best completion, and the best per message cell. */
  readonly values: Float64Array;
  readonly message: Float64Array;
  /** Options of an issue that stands alone, the best first; else in their own order. */
  readonly ranked: Int32Array;
}

export interface ScalarSolver {
  /** Best weighted sum λ·u over all packages (floating point), leaving the messages ready for `best` and `enumerate`. */
  solve(weights: Float64Array): number;
  /** The package found by the last `solve`. */
  best(): Int32Array;
  /** Its integer utilities, written to `into`. */
  evaluate(options: Int32Array, into: Float64Array): void;
  /**
   * Visits every package whose weighted sum falls short of the best by at most `visitor.budget` (read anew at each step,
   * so that it may shrink) and that `visitor.hopeful` does not rule out. False: more than `maxNodes` were looked at.
   */
  enumerate(visitor: RegretVisitor, maxNodes: number): boolean;
  /** Settings looked at by the last `enumerate`. */
  readonly nodes: number;
  /** Per depth, the most each party can still gain: `rest[depth * parties + p]`. */
  readonly rest: Float64Array;
  /** Issues in the order in which `enumerate` settles them. */
  readonly settled: readonly number[];
}
export interface RegretVisitor {
  budget: number;
  /** `sums`: utilities settled so far at this depth (complete: depth = issues). False prunes. */
  hopeful(sums: Float64Array, start: number, depth: number, regret: number): boolean;
  visit(options: Int32Array, sums: Float64Array, start: number): void;
}

/** Cells of all messages together, times options, beyond which the graph is too wide. */
const CELLS = 20_000_000;

/** Undefined: the graph is too wide. */
export function createScalarSolver(space: Space): ScalarSolver | undefined {
  const P = space.parties.length;
  const planned = planBuckets(space);
  if (!planned) return undefined;
  const buckets = planned;
  const N = buckets.length;
  const chosen = new Int32Array(space.issues.length);
  const rest = new Float64Array((N + 1) * P);
  // Depth d settles bucket N − 1 − d: what the buckets before it can still add, at most.
  for (let depth = N - 1; depth >= 0; depth--) {
    const bucket = buckets[N - 1 - depth]!;
    for (let p = 0; p < P; p++) rest[depth * P + p] = rest[(depth + 1) * P + p]!;
    for (const factor of bucket.factors) {
      const most = maximaOf(factor, P);
      for (let p = 0; p < P; p++) rest[depth * P + p]! += most[p]!;
    }
  }
  const sums = new Float64Array((N + 1) * P);
  let constant = 0;
  let nodes = 0;
  let left = 0;

  function cellOf(bucket: Bucket): number {
    let cell = 0;
    for (let k = 0; k < bucket.scope.length; k++) cell += bucket.strides[k]! * chosen[bucket.scope[k]!]!;
    return cell;
  }

  function descend(depth: number, regret: number, visitor: RegretVisitor): boolean {
    if (depth === N) {
      visitor.visit(chosen, sums, depth * P);
      return true;
    }
    const bucket = buckets[N - 1 - depth]!;
    const cell = cellOf(bucket);
    const top = bucket.message[cell]!;
    for (let rank = 0; rank < bucket.options; rank++) {
      const option = bucket.ranked[rank]!;
      const at = cell * bucket.options + option;
      const total = regret + (top - bucket.values[at]!);
      if (!(total <= visitor.budget)) continue;
      if (--left < 0) return false;
      const from = depth * P;
      const to = from + P;
      for (let p = 0; p < P; p++) sums[to + p] = sums[from + p]!;
      for (let f = 0; f < bucket.factors.length; f++) {
        const { values } = bucket.factors[f]!;
        const start = bucket.factorCells[f]![at]! * P;
        for (let p = 0; p < P; p++) sums[to + p]! += values[start + p]!;
      }
      if (!visitor.hopeful(sums, to, depth + 1, total)) continue;
      chosen[bucket.issue] = option;
      if (!descend(depth + 1, total, visitor)) return false;
    }
    return true;
  }

  return {
    rest,
    settled: buckets.map((bucket) => bucket.issue).reverse(),
    get nodes() {
      return nodes;
    },
    solve(weights) {
      constant = 0;
      for (const bucket of buckets) {
        const { values, message, options } = bucket;
        values.fill(0);
        for (let f = 0; f < bucket.factors.length; f++) {
          const table = bucket.factors[f]!.values;
          const cells = bucket.factorCells[f]!;
          for (let k = 0; k < values.length; k++) {
            const start = cells[k]! * P;
            let sum = 0;
            for (let p = 0; p < P; p++) sum += weights[p]! * table[start + p]!;
            values[k]! += sum;
          }
        }
        for (const { bucket: source, cells } of bucket.incoming) {
          const table = buckets[source]!.message;
          for (let k = 0; k < values.length; k++) values[k]! += table[cells[k]!]!;
        }
        for (let cell = 0; cell < bucket.cells; cell++) {
          let top = -Infinity;
          for (let k = cell * options; k < (cell + 1) * options; k++) if (values[k]! > top) top = values[k]!;
          message[cell] = top;
        }
        if (bucket.scope.length === 0) {
          constant += message[0]!;
          bucket.ranked.sort((a, b) => values[b]! - values[a]! || a - b);
        }
      }
      return constant;
    },
    best() {
      for (let b = N - 1; b >= 0; b--) {
        const bucket = buckets[b]!;
        const cell = cellOf(bucket);
        let option = 0;
        while (bucket.values[cell * bucket.options + option] !== bucket.message[cell]) option++;
        chosen[bucket.issue] = option;
      }
      return chosen.slice();
    },
    evaluate(options, into) {
      into.fill(0);
      chosen.set(options);
      for (const bucket of buckets) {
        const at = cellOf(bucket) * bucket.options + chosen[bucket.issue]!;
        for (let f = 0; f < bucket.factors.length; f++) {
          const start = bucket.factorCells[f]![at]! * P;
          for (let p = 0; p < P; p++) into[p]! += bucket.factors[f]!.values[start + p]!;
        }
      }
    },
    enumerate(visitor, maxNodes) {
      left = maxNodes;
      sums.fill(0, 0, P);
      const complete = descend(0, 0, visitor);
      nodes = maxNodes - Math.max(0, left);
      return complete;
    },
  };
}

/** The largest difference that an issue makes to any party, in the parties' own units. */
function stakeOf(space: Space, issue: number): number {
  const P = space.parties.length;
  let stake = 0;
  for (const factor of space.factors) {
    if (factor.scope.length !== 1 || factor.scope[0] !== issue) continue;
    const most = maximaOf(factor, P);
    const least = minimaOf(factor, P);
    for (let p = 0; p < P; p++) stake = Math.max(stake, toUnits(space, p, most[p]! - least[p]!));
  }
  return stake;
}

function planBuckets(space: Space): Bucket[] | undefined {
  const { sizes } = space;
  const factors = listFactors(space);
  const { order, cells } = orderElimination(
    sizes,
    factors.map((factor) => factor.scope),
  );
  if (cells > CELLS) return undefined;
  const buckets: Bucket[] = [];
  // Enumeration settles the last eliminated issue first: where nothing is linked, that with the most at stake.
  const isAdditive = factors.every((factor) => factor.scope.length <= 1);
  const ordered = isAdditive ? [...order].sort((a, b) => stakeOf(space, a) - stakeOf(space, b)) : order;
  let waiting = [...factors];
  let messages: { readonly bucket: number; readonly scope: readonly number[] }[] = [];
  for (const issue of ordered) {
    const own = waiting.filter((factor) => factor.scope.includes(issue));
    waiting = waiting.filter((factor) => !factor.scope.includes(issue));
    const incoming = messages.filter((message) => message.scope.includes(issue));
    messages = messages.filter((message) => !message.scope.includes(issue));
    const inputs = [...own.map((factor) => factor.scope), ...incoming.map((message) => message.scope)];
    const scope = [...new Set(inputs.flat())].filter((i) => i !== issue).sort((a, b) => a - b);
    const walk = createWalk(sizes, scope, inputs);
    const strides = inputs.map((input) => strideOf(sizes, input, issue));
    const options = sizes[issue]!;
    const places = inputs.map(() => new Int32Array(walk.cells * options));
    for (let cell = 0; cell < walk.cells; cell++) {
      for (let option = 0; option < options; option++)
        for (let i = 0; i < inputs.length; i++)
          places[i]![cell * options + option] = walk.offsets[i]! + option * strides[i]!;
      walk.advance();
    }
    buckets.push({
      issue,
      options,
      cells: walk.cells,
      scope,
      strides: scope.map((i) => strideOf(sizes, scope, i)),
      factors: own,
      factorCells: places.slice(0, own.length),
      incoming: incoming.map((message, k) => ({ bucket: message.bucket, cells: places[own.length + k]! })),
      values: new Float64Array(walk.cells * options),
      message: new Float64Array(walk.cells),
      ranked: Int32Array.from({ length: options }, (_, option) => option),
    });
    messages.push({ bucket: buckets.length - 1, scope });
  }
  return buckets;
}
