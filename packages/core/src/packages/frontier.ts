/** The Pareto frontier of a space: exact where it can be, else an ε-frontier with a proven ε, and it says which ([P7]–[P11]). */
import type { Progress } from "../run/engine.ts";
import { createBoxGraph, solveBoxGraph } from "./box-graph.ts";
import { type Elimination, eliminate } from "./eliminate.ts";
import { orderElimination } from "./elimination-order.ts";
import type { Budget } from "./merge.ts";
import { partOf } from "./progress.ts";
import type { Space } from "./space.ts";
import { listFactors, maximaOf, minimaOf } from "./tables.ts";
import { computeWideFrontier } from "./wide.ts";

/** `all`: every package; `zone`: those that no party values below its reservation. */
export type Within = "all" | "zone";

export interface FrontierLimits {
  /** Vectors in one list (1,000,000). */
  readonly points?: number;
  /** Vectors looked at and nodes visited (200 million, some seconds; from six parties on 40 million). */
  readonly work?: number;
}
export interface Frontier {
  readonly within: Within;
  /** Per party: every vector is reached by a reported one up to this much, own units; all zero where exact. */
  readonly epsilon: readonly number[];
  readonly exact: boolean;
  /** Why not exact, and what was done instead; absent where exact. */
  readonly because?: string;
  readonly size: number;
  /** `integers[k * parties + p]` on the space's integer scales, falling lexicographically; nearest doubles where the space is wide. */
  readonly integers: Float64Array;
  /** Exact utilities of a point on the integer scales. */
  exactOf(point: number): readonly bigint[];
  /** Compiled options of one package behind a point. */
  packageOf(point: number): Int32Array;
  /** Packages (as given) with exactly these utilities; undefined where they are too many sets to add up, or ε > 0. */
  countOf(point: number): bigint | undefined;
}
export interface NoFrontier {
  readonly failed: "too large" | "too wide";
  readonly because: string;
}

const POINTS = 1_000_000;
const WORK = 200_000_000;
/** From six parties on: what needs more is too long a list to be of use. */
const WORK_OF_MANY = 40_000_000;
const MANY = 6;
/** Cells beyond which elimination is not tried. */
const CELLS = 40_000_000;
/** Tried in turn where the exact frontier is too large: share of each party's range. */
const EPSILONS = [0.02, 0.1, 0.3];
/** Share of the work that each of these may take. */
const EPSILON_WORK = 0.1;
/** Share of the waiting that the exact frontier is taken for. */
const EXACT_PART = 0.8;
const TIED_SETS = 20_000;
const SAFE = Number.MAX_SAFE_INTEGER;

export function computeFrontier(
  space: Space,
  within: Within,
  limits: FrontierLimits = {},
  progress?: Progress,
): Frontier | NoFrontier {
  const maxPoints = limits.points ?? POINTS;
  const maxWork = limits.work ?? (space.parties.length < MANY ? WORK : WORK_OF_MANY);
  if (space.exact) return computeWideFrontier(space, space.exact, within, maxPoints, maxWork);
  const P = space.parties.length;
  const floor = within === "zone" ? space.reservation : new Float64Array(P).fill(-Infinity);
  const { cells, width } = orderElimination(
    space.sizes,
    [...space.factors, ...space.boxes].map((factor) => factor.scope),
  );
  const budget = (): Budget => ({ work: 0, maxWork, maxPoints, progress: partOf(progress, 0, EXACT_PART) });
  const graph = space.boxes.length > 0 ? createBoxGraph(space) : undefined;
  if (graph && graph.cells < cells && graph.cells <= CELLS) {
    const solved = solveBoxGraph(space, graph, floor, budget());
    if (solved) {
      const counts = new Map<number, bigint | undefined>();
      return {
        within,
        epsilon: Array.from<number>({ length: P }).fill(0),
        exact: true,
        size: solved.size,
        integers: solved.utilities,
        exactOf: (point) => readPoint(solved.utilities, P, point),
        packageOf: solved.trace,
        countOf(point) {
          if (!counts.has(point)) counts.set(point, solved.count(point, TIED_SETS));
          return counts.get(point);
        },
      };
    }
  }
  if (cells > CELLS)
    return {
      failed: "too wide",
      because: `eliminating the issues would visit ${cells.toExponential(1)} cells (width ${width}); ${CELLS.toExponential(0)} are allowed`,
    };
  const run = (slack: Float64Array, exactCounts: boolean): Elimination | undefined =>
    eliminate(space, { slack, floor, budget: budget(), exactCounts });
  const none = new Float64Array(P);
  const exact = run(none, false);
  if (exact) {
    const overflow = exact.points.counts.subarray(0, exact.points.length).some((count) => count > SAFE);
    return present(space, within, (overflow ? run(none, true) : undefined) ?? exact, none, undefined);
  }
  const ranges = rangesOf(space);
  const merges = 2 * space.issues.length;
  // From five parties on a frontier within a few per cent is as large as the whole.
  const tried = P < 5 ? EPSILONS : EPSILONS.slice(-1);
  for (const [k, share] of tried.entries()) {
    const slack = ranges.map((range) => (share * range) / merges);
    const part = (1 - EXACT_PART) / tried.length;
    const found = eliminate(space, {
      slack,
      floor,
      budget: {
        ...budget(),
        maxWork: maxWork * EPSILON_WORK,
        progress: partOf(progress, EXACT_PART + k * part, EXACT_PART + (k + 1) * part),
      },
      exactCounts: false,
    });
    if (found) {
      const because = `the exact frontier passes ${grouped(maxPoints)} vectors or ${grouped(maxWork)} steps; every package is matched up to the ε given`;
      return present(
        space,
        within,
        found,
        slack.map((s) => s * found.merges),
        because,
      );
    }
  }
  return {
    failed: "too large",
    because: `not even a frontier within ${100 * EPSILONS.at(-1)!} % of every party's range keeps to ${grouped(maxPoints)} vectors and ${grouped(maxWork)} steps`,
  };
}

/** 400,000 */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

function present(
  space: Space,
  within: Within,
  found: Elimination,
  epsilon: Float64Array,
  because: string | undefined,
): Frontier {
  const P = space.parties.length;
  const { points } = found;
  return {
    within,
    epsilon: Array.from(epsilon, (e, p) => (e * Number(space.unit[p]!.num)) / Number(space.unit[p]!.den)),
    exact: because === undefined,
    ...(because === undefined ? {} : { because }),
    size: points.length,
    integers: points.utilities.subarray(0, points.length * P),
    exactOf: (point) => readPoint(points.utilities, P, point),
    packageOf: found.trace,
    countOf(point) {
      if (because !== undefined) return undefined;
      return points.exactCounts ? points.exactCounts[point]! : BigInt(points.counts[point]!);
    },
  };
}

function readPoint(integers: Float64Array, P: number, point: number): bigint[] {
  return Array.from(integers.subarray(point * P, (point + 1) * P), BigInt);
}

/** Bound on each party's range over the space, integer scale. */
export function rangesOf(space: Space): Float64Array {
  const P = space.parties.length;
  const ranges = new Float64Array(P);
  for (const factor of listFactors(space)) {
    const most = maximaOf(factor, P);
    const least = minimaOf(factor, P);
    for (let p = 0; p < P; p++) ranges[p]! += most[p]! - least[p]!;
  }
  return ranges;
}
