/**
 * Graphs of links too wide for elimination: the frontier by integer programming, one point at a time ([P24]).
 * Every part of the outcome space that may still hold an unknown efficient vector is a corner (a vector to be bettered
 * in every coordinate); a programme finds the best vector beyond it or proves that there is none (Klamroth, Lacour &
 * Vanderpooten 2015).
 */
import loadHighs from "highs";
import { evaluateOptions } from "../evaluate.ts";
import type { Frontier, NoFrontier, Within } from "../frontier.ts";
import type { Space } from "../space.ts";
import { addTerms, optionName, type Programme, writeProgramme, writeTerms } from "./linear-text.ts";

export interface ProgrammingLimits {
  /** Programmes solved (600). */
  readonly solves?: number;
  /** Branch-and-bound nodes in one (200,000). */
  readonly nodes?: number;
}
/** The frontier as plain data: a thread that found it can hand it on. */
export interface WideGraphFrontier {
  readonly within: Within;
  /** `integers[k * parties + p]`, falling lexicographically. */
  readonly integers: Float64Array;
  /** Compiled options of one package behind each vector. */
  readonly options: readonly Int32Array[];
}
/** Programmes solved so far, of how many at most, and vectors found. */
export type ProgrammingProgress = (solved: number, most: number, found: number) => void;

/** Beyond this the solver's tolerances could hide a unit: the integers are then not certain. */
const MOST_INTEGER = 10_000_000;

export async function computeWideGraphFrontier(
  space: Space,
  within: Within,
  limits: ProgrammingLimits = {},
  progress?: ProgrammingProgress,
): Promise<WideGraphFrontier | NoFrontier> {
  if (
    space.exact ||
    [...space.factors, ...space.boxes].some(({ values }) => values.some((value) => Math.abs(value) > MOST_INTEGER))
  )
    return {
      failed: "too wide",
      because: "the links are too many for elimination, and the integers too long for exact integer programming",
    };
  const P = space.parties.length;
  const highs = await load();
  const programme = writeProgramme(space);
  const found: Found[] = [];
  const least = space.parties.map((_, p) => (within === "zone" ? space.reservation[p]! : -Infinity));
  let solves = 0;
  const most = limits.solves ?? 600;
  const ask = (objective: string, floor: readonly number[]): Int32Array | undefined | "stopped" => {
    if (++solves > most) return "stopped";
    progress?.(solves - 1, most, found.length);
    const solution = highs.solve(writeQuestion(programme, objective, floor), {
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      mip_max_nodes: limits.nodes ?? 200_000,
      output_flag: false,
    });
    if (solution.Status === "Infeasible") return undefined;
    if (solution.Status !== "Optimal") return "stopped";
    return Int32Array.from(space.sizes, (size, i) => {
      let best = 0;
      for (let o = 1; o < size; o++)
        if (primal(solution, optionName(i, o)) > primal(solution, optionName(i, best))) best = o;
      return best;
    });
  };
  /** The best for the last party beyond the corner, then best for all: an efficient vector. */
  const findBeyond = (corner: readonly number[]): Found | undefined | "stopped" => {
    const floor = corner.map((value, p) => Math.max(value + 1, least[p]!));
    const first = ask(writeTerms(programme.utility[P - 1]!), floor);
    if (first === undefined || first === "stopped") return first;
    const top = Number(evaluateOptions(space, first)[P - 1]!);
    const second = ask(
      writeTerms(addTerms(programme.utility)),
      floor.map((value, p) => (p === P - 1 ? top : value)),
    );
    if (second === undefined || second === "stopped") return "stopped";
    return { options: second, u: evaluateOptions(space, second).map(Number) };
  };

  let corners: number[][] = [Array.from<number>({ length: P }).fill(-Infinity)];
  for (let corner = corners.pop(); corner; corner = corners.pop()) {
    const next = findBeyond(corner);
    if (next === "stopped")
      return {
        failed: "too wide",
        because: `the links are too many for elimination, and integer programming stopped at its limit after ${solves - 1} programmes with ${found.length} efficient vectors`,
      };
    if (!next) continue;
    found.push(next);
    corners = splitCorners([...corners, corner], next.u);
  }
  found.sort((a, b) => {
    const p = a.u.findIndex((value, k) => value !== b.u[k]);
    return p < 0 ? 0 : b.u[p]! - a.u[p]!;
  });
  return {
    within,
    integers: Float64Array.from(found.flatMap(({ u }) => u)),
    options: found.map(({ options }) => options),
  };
}

/** The same as every other frontier; packages are not counted. */
export function openWideGraphFrontier({ within, integers, options }: WideGraphFrontier, parties: number): Frontier {
  return {
    within,
    epsilon: Array.from<number>({ length: parties }).fill(0),
    exact: true,
    size: options.length,
    integers,
    exactOf: (point) => Array.from(integers.subarray(point * parties, (point + 1) * parties), BigInt),
    packageOf: (point) => options[point]!,
    countOf: () => undefined,
  };
}

interface Found {
  readonly options: Int32Array;
  readonly u: readonly number[];
}

/** Corners that the new vector lies beyond are moved up to it, one coordinate at a time; covered ones are dropped. */
function splitCorners(corners: readonly number[][], u: readonly number[]): number[][] {
  const beyond = corners.filter((corner) => corner.every((value, p) => u[p]! > value));
  const kept = corners.filter((corner) => !beyond.includes(corner));
  const moved = beyond.flatMap((corner) => u.map((value, p) => corner.map((own, q) => (q === p ? value : own))));
  const all = [...kept, ...moved];
  return all.filter(
    (a, i) =>
      !all.some(
        (b, j) => i !== j && b.every((value, p) => value <= a[p]!) && (j < i || b.some((value, p) => value < a[p]!)),
      ),
  );
}

// The package's types describe its CommonJS form; as a module, the import is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default;
type Solved = ReturnType<Awaited<ReturnType<typeof load>>["solve"]>;
function primal(solution: Solved, name: string): number {
  const column = solution.Columns[name];
  return column && "Primal" in column && typeof column.Primal === "number" ? column.Primal : 0;
}

function writeQuestion(
  { rows, bounds, binaries, utility }: Programme,
  objective: string,
  floor: readonly number[],
): string {
  const floors = floor.flatMap((value, p) => (value === -Infinity ? [] : [`${writeTerms(utility[p]!)} >= ${value}`]));
  return [
    "Maximize",
    ` obj: ${objective}`,
    "Subject To",
    ...[...rows, ...floors].map((row, k) => ` r${k}: ${row}`),
    "Bounds",
    ...bounds.map((bound) => ` ${bound}`),
    "Binary",
    ` ${binaries.join("\n ")}`,
    "End",
    "",
  ].join("\n");
}
