/**
 * Bucket elimination with non-dominated vector messages: issues go one by one, and for every setting of the issues
 * that remain around them only the partial packages that no other dominates are passed on ([P7], [P8]).
 */
import { orderElimination } from "./elimination-order.ts";
import { type Budget, createMerger } from "./merge.ts";
import { createPoints, createUnit, dropUtilities, type PointList } from "./points.ts";
import type { Factor, Space } from "./space.ts";
import { createWalk, listFactors, maximaOf, strideOf } from "./tables.ts";
import { createTrace, type Step, type Trace } from "./trace.ts";

interface Message {
  readonly scope: readonly number[];
  /** Points of cell c: starts[c] .. starts[c + 1]. */
  readonly starts: Int32Array;
  readonly points: PointList;
  readonly step: number;
  /** Per party: the most that the factors added up in it can give; what the others can add follows. */
  readonly most: Float64Array;
}

export interface EliminationSettings {
  /** Per party: dropped although better by up to this much, at every merge. */
  readonly slack: Float64Array;
  /** Per party: packages below are of no interest (−Infinity: all are). */
  readonly floor: Float64Array;
  readonly budget: Budget;
  readonly exactCounts: boolean;
  /** Keeps every way to each vector, for `traceAll`. */
  readonly ties?: boolean;
}
export interface Elimination extends Trace {
  readonly points: PointList;
  /** Merges on the way: with slack δ, every vector is covered within merges × δ. */
  readonly merges: number;
}

/** Undefined: the budget ran out. */
export function eliminate(space: Space, settings: EliminationSettings): Elimination | undefined {
  const P = space.parties.length;
  const { sizes } = space;
  const factors = listFactors(space);
  const { order } = orderElimination(
    sizes,
    factors.map((factor) => factor.scope),
  );
  const steps: Step[] = [{ kind: "unit" }];
  const unit: Message = {
    scope: [],
    starts: Int32Array.of(0, 1),
    points: createUnit(P, settings.exactCounts),
    step: 0,
    most: new Float64Array(P),
  };
  const everything = new Float64Array(P);
  for (const factor of factors) addTo(everything, maximaOf(factor, P));
  /** Tables that forbid settings: a cell that breaks one is left empty before any work is done on it. */
  const forbidding = factors.filter((factor) => factor.values.includes(-Infinity));
  let waiting: Factor[] = [...factors];
  let messages: Message[] = [];
  let merges = 0;

  /** A partial vector from which even the best rest does not reach the floor is dropped at once. */
  const mergerFor = (most: Float64Array) =>
    createMerger(
      P,
      settings.slack,
      Float64Array.from(settings.floor, (low, p) => low - (everything[p]! - most[p]!)),
    );

  /** Walk over a scope, with a test whether a forbidding table inside it rules the cell out. */
  function walkAllowed(scope: readonly number[], inputs: readonly (readonly number[])[]) {
    const within = forbidding.filter((factor) => factor.scope.every((issue) => scope.includes(issue)));
    const walk = createWalk(sizes, scope, [...inputs, ...within.map((factor) => factor.scope)]);
    const offset = inputs.length;
    const allowed = (): boolean => {
      for (let k = 0; k < within.length; k++)
        if (within[k]!.values[walk.offsets[offset + k]! * P] === -Infinity) return false;
      return true;
    };
    return { walk, allowed };
  }

  function sum(a: Message, b: Message): Message | undefined {
    const [larger, smaller] = a.points.length >= b.points.length ? [a, b] : [b, a];
    const scope = [...new Set([...larger.scope, ...smaller.scope])].sort((x, y) => x - y);
    const { walk, allowed } = walkAllowed(scope, [larger.scope, smaller.scope]);
    const starts = new Int32Array(walk.cells + 1);
    const points = createPoints(P, larger.points.length, settings.exactCounts, settings.ties);
    const most = addTo(Float64Array.from(larger.most), smaller.most);
    const merger = mergerFor(most);
    for (let cell = 0; cell < walk.cells; cell++) {
      const from = walk.offsets[0]!;
      const to = walk.offsets[1]!;
      if (allowed()) {
        merger.open();
        for (let k = smaller.starts[to]!; k < smaller.starts[to + 1]!; k++) {
          const many = smaller.points.exactCounts?.[k] ?? 1n;
          merger.add(
            larger.starts[from]!,
            larger.starts[from + 1]!,
            smaller.points.utilities,
            k * P,
            smaller.points.counts[k]!,
            many,
            k,
          );
        }
        if (!merger.run(larger.points, points, settings.budget)) return undefined;
      }
      starts[cell + 1] = points.length;
      walk.advance();
    }
    merges++;
    dropUtilities(larger.points);
    if (smaller.points !== larger.points) dropUtilities(smaller.points);
    steps.push({ kind: "sum", points, larger: larger.step, smaller: smaller.step });
    return { scope, starts, points, step: steps.length - 1, most };
  }

  function removeIssue(issue: number, own: readonly Factor[], base: Message): Message | undefined {
    const scope = [...new Set([...base.scope, ...own.flatMap((f) => f.scope)])]
      .filter((i) => i !== issue)
      .sort((x, y) => x - y);
    const inputs = [base.scope, ...own.map((f) => f.scope)];
    const { walk, allowed } = walkAllowed(scope, inputs);
    const strides = inputs.map((input) => strideOf(sizes, input, issue));
    const starts = new Int32Array(walk.cells + 1);
    const points = createPoints(P, 64, settings.exactCounts, settings.ties);
    const most = Float64Array.from(base.most);
    for (const factor of own) addTo(most, maximaOf(factor, P));
    const merger = mergerFor(most);
    const shift = new Float64Array(P);
    const { copies } = space.issues[issue]!;
    for (let cell = 0; cell < walk.cells; cell++) {
      merger.open();
      for (let option = 0; allowed() && option < sizes[issue]!; option++) {
        shift.fill(0);
        for (let f = 0; f < own.length; f++) {
          const at = (walk.offsets[f + 1]! + option * strides[f + 1]!) * P;
          for (let p = 0; p < P; p++) shift[p]! += own[f]!.values[at + p]!;
        }
        if (shift[0] === -Infinity) continue;
        const list = walk.offsets[0]! + option * strides[0]!;
        const many = copies[option]!;
        merger.add(base.starts[list]!, base.starts[list + 1]!, shift, 0, many, BigInt(many), option);
      }
      if (!merger.run(base.points, points, settings.budget)) return undefined;
      starts[cell + 1] = points.length;
      walk.advance();
    }
    merges++;
    if (base !== unit) dropUtilities(base.points);
    steps.push({ kind: "eliminate", issue, points, base: base.step });
    return { scope, starts, points, step: steps.length - 1, most };
  }

  for (const issue of order) {
    const own = waiting.filter((factor) => factor.scope.includes(issue));
    waiting = waiting.filter((factor) => !factor.scope.includes(issue));
    const incoming = messages
      .filter((message) => message.scope.includes(issue))
      .sort((a, b) => a.points.length - b.points.length);
    messages = messages.filter((message) => !message.scope.includes(issue));
    let base = unit;
    for (const message of incoming) {
      const joined = base === unit ? message : sum(base, message);
      if (!joined) return undefined;
      base = joined;
    }
    const message = removeIssue(issue, own, base);
    if (!message) return undefined;
    messages.push(message);
  }

  // What is left stands alone: components are added up, the largest first, each as small a list as can be.
  messages.sort((a, b) => b.points.length - a.points.length);
  if (messages.length === 0 && settings.floor.some((low) => low > 0)) unit.points.length = 0;
  let total = messages[0] ?? unit;
  for (let k = 1; k < messages.length; k++) {
    const joined = sum(total, messages[k]!);
    if (!joined) return undefined;
    total = joined;
  }

  return { points: total.points, merges, ...createTrace(steps, total.step, sizes.length) };
}

function addTo(sum: Float64Array, more: Float64Array): Float64Array {
  for (let p = 0; p < sum.length; p++) sum[p]! += more[p]!;
  return sum;
}
