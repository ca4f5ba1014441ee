/**
 * Wide spaces whose links are bonuses on boxes. Boxes whose sides are intervals have a package in common as soon as
 * any two of them have (Helly's theorem), so that the frontier is that of sets of boxes without a conflicting pair:
 * a graph over the boxes, far narrower than the one over the issues ([P10]).
 */
import { eliminate } from "./eliminate.ts";
import { orderElimination } from "./elimination-order.ts";
import type { Budget } from "./merge.ts";
import type { BoxFactor, Factor, Space } from "./space.ts";

export interface BoxGraph {
  readonly boxes: readonly BoxFactor[];
  /** One issue per box: left out (0) or paid (1). */
  readonly space: Space;
  /** Paid to everyone on any package. */
  readonly base: Float64Array;
  readonly cells: number;
}

/**
 * Undefined where the method does not apply: a link that is no box, or a negative bonus. Sides are runs of compiled
 * options: classes follow their first appearance, and a range of options holds each class whole or not at all.
 */
export function createBoxGraph(space: Space): BoxGraph | undefined {
  const P = space.parties.length;
  if (space.factors.some((factor) => factor.scope.length > 1)) return undefined;
  if (space.boxes.some((box) => box.values.some((value) => value < 0))) return undefined;
  const base = new Float64Array(P);
  const boxes = [...space.boxes, ...space.factors.flatMap((factor) => boxesOfOptions(space, factor, base))].filter(
    (box) => box.values.some((value) => value > 0),
  );
  const exclusions: Factor[] = [];
  for (let a = 0; a < boxes.length; a++)
    for (let b = a + 1; b < boxes.length; b++)
      if (conflict(boxes[a]!, boxes[b]!)) {
        const values = new Float64Array(4 * P);
        values.fill(-Infinity, 3 * P);
        exclusions.push({ scope: [a, b], values });
      }
  const bonuses = boxes.map((box, b): Factor => {
    const values = new Float64Array(2 * P);
    values.set(box.values, P);
    return { scope: [b], values };
  });
  const graph: Space = {
    parties: space.parties,
    issues: boxes.map((_, b) => ({
      id: `box ${b}`,
      options: ["left out", "paid"],
      representative: Int32Array.of(0, 1),
      copies: Float64Array.of(1, 1),
      classOf: Int32Array.of(0, 1),
    })),
    sizes: new Int32Array(boxes.length).fill(2),
    factors: [...bonuses, ...exclusions],
    boxes: [],
    unit: space.unit,
    reservation: Float64Array.from(space.reservation, (value, p) => value - base[p]!),
    outcomes: space.outcomes,
    exact: undefined,
  };
  const { cells } = orderElimination(
    graph.sizes,
    exclusions.map((factor) => factor.scope),
  );
  return { boxes, space: graph, base, cells };
}

/** An issue's own table as bonuses over its worst option for each party; the worst itself goes to `base`. */
function boxesOfOptions(space: Space, factor: Factor, base: Float64Array): BoxFactor[] {
  const P = base.length;
  const issue = factor.scope[0]!;
  const worst = new Float64Array(P).fill(Infinity);
  for (let k = 0; k < factor.values.length; k++) worst[k % P] = Math.min(worst[k % P]!, factor.values[k]!);
  for (let p = 0; p < P; p++) base[p]! += worst[p]!;
  return Array.from({ length: space.sizes[issue]! }, (_, option) => {
    const allowed = new Uint8Array(space.sizes[issue]!);
    allowed[option] = 1;
    const values = Float64Array.from(worst, (low, p) => factor.values[option * P + p]! - low);
    return { scope: [issue], allowed: [allowed], values };
  });
}

function conflict(a: BoxFactor, b: BoxFactor): boolean {
  return a.scope.some((issue, k) => {
    const other = b.scope.indexOf(issue);
    return other >= 0 && !a.allowed[k]!.some((yes, option) => yes === 1 && b.allowed[other]![option] === 1);
  });
}

export interface BoxFrontier {
  readonly utilities: Float64Array;
  readonly size: number;
  /** Compiled options of one package behind a point. */
  trace(point: number): Int32Array;
  /** Packages behind a point; undefined where more than `limit` sets of boxes lead to it. */
  count(point: number, limit: number): bigint | undefined;
}

export function solveBoxGraph(
  space: Space,
  graph: BoxGraph,
  floor: Float64Array,
  budget: Budget,
): BoxFrontier | undefined {
  const P = space.parties.length;
  const result = eliminate(graph.space, {
    slack: new Float64Array(P),
    floor: Float64Array.from(floor, (low, p) => low - graph.base[p]!),
    budget,
    exactCounts: false,
    ties: true,
  });
  if (!result) return undefined;
  const { points } = result;
  const utilities = points.utilities.slice(0, points.length * P);
  for (let k = 0; k < utilities.length; k++) utilities[k]! += graph.base[k % P]!;
  /** Options of every issue that all paid boxes allow. */
  const optionsLeft = (paid: Int32Array): Uint8Array[] => {
    const left = Array.from(space.sizes, (size) => new Uint8Array(size).fill(1));
    graph.boxes.forEach((box, b) => {
      if (paid[b] === 0) return;
      box.scope.forEach((issue, k) => {
        for (let option = 0; option < left[issue]!.length; option++)
          if (box.allowed[k]![option] === 0) left[issue]![option] = 0;
      });
    });
    return left;
  };
  return {
    utilities,
    size: points.length,
    trace: (point) => Int32Array.from(optionsLeft(result.trace(point)), (options) => options.indexOf(1)),
    count(point, limit) {
      const sets = result.traceAll(point, limit);
      return sets?.reduce(
        (sum, paid) =>
          sum + optionsLeft(paid).reduce((product, options, i) => product * copiesIn(space, i, options), 1n),
        0n,
      );
    },
  };
}

function copiesIn(space: Space, issue: number, options: Uint8Array): bigint {
  let copies = 0;
  options.forEach((yes, option) => {
    if (yes === 1) copies += space.issues[issue]!.copies[option]!;
  });
  return BigInt(copies);
}
