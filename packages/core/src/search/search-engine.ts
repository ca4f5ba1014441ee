/**
 * The search for the best plan as an engine: first tables of what each trace comes to in each world, on any number of threads;
 * then the search over the tables; then the plan found, rolled out on the worlds of the run.
 * Cost O(worlds × runs of the schedule) roll-outs, then O(choices looked at × worlds).
 */
import type { Brief, Step } from "../brief/brief.ts";
import { compile } from "../model/compile.ts";
import { compilePlan } from "../model/compile-plan.ts";
import type { Model, ModelPlan } from "../model/model.ts";
import { collectNames } from "../model/names.ts";
import type { Selection } from "../model/past.ts";
import { categoriesOf, categoryOf } from "../plan/categories.ts";
import { Draws } from "../plan/draws.ts";
import { Roll } from "../plan/roll.ts";
import type { Engine } from "../run/engine.ts";
import type { Contradiction } from "../run/findings.ts";
import { candidatesOf } from "./candidates.ts";
import { ceilingOf } from "./ceiling.ts";
import { type Factor, factorsOf } from "./factors.ts";
import { withLooks } from "./looks.ts";
import { type Searched, type Study, searchTables } from "./search-tables.ts";
import { type FactorTable, joinTables, Tabulator } from "./tabulate.ts";
import { worthIn } from "./trace-worth.ts";
import { type Traces, tracesOf } from "./traces.ts";

export interface SearchSettings {
  readonly seed: number;
  /** Worlds of the run, on which the plan found is valued. */
  readonly worlds: number;
  /** Those of the run, where something has been observed; and those of the search. */
  readonly selection?: Selection;
  readonly searchSelection?: Selection;
  readonly budget: SearchBudget;
}
/** How much is looked at. Counted, never timed, so that the same input gives the same plan. */
export interface SearchBudget {
  /** Worlds searched on, and held against; each choice is valued on as many as it is held against. */
  readonly searched: number;
  readonly pruned: number;
  /** Choices looked at, in all. */
  readonly nodes: number;
  /** Traces listed of each factor; where there are more, the promising ones. */
  readonly traces: number;
  /** Worlds that may be a set of their own (MODEL.md §8). */
  readonly fewest: number;
  readonly mostMoves?: number;
  /** Whether plans are looked for that trade our utility off against other objectives; it takes a dozen searches for each. */
  readonly tradeoffs?: boolean;
}
export const usualBudget: SearchBudget = { searched: 2000, pruned: 1000, nodes: 100_000, traces: 256, fewest: 200 };

/** The three sets of worlds. The first two are drawn by a seed of their own: no world of the run is among them. */
export type WorldSet = "searched" | "pruned" | "valued";
export const searchSeed = (seed: number): number => -1 - seed;

export type SearchTask =
  | { readonly kind: "table"; readonly set: WorldSet; readonly from: number; readonly count: number }
  | { readonly kind: "best"; readonly steps: readonly Step[]; readonly from: number; readonly count: number };
export interface TablePart {
  readonly kind: "table";
  readonly set: WorldSet;
  readonly tables: readonly FactorTable[];
  /** By factor whose traces are not all listed: the most conceivable, by world. */
  readonly ceilings: readonly (Float64Array | undefined)[];
  /** What the plan as written comes to, by factor and world. */
  readonly written: readonly Float64Array[];
  /** What no move of ours changes, by world: our value as written less its factors. */
  readonly rest: Float64Array;
  /** By assumption and world. */
  readonly holds: readonly Uint8Array[];
}
export interface BestPart {
  readonly kind: "best";
  readonly values: Float64Array;
  /** By item: worlds in each of its categories. */
  readonly categories: readonly Float64Array[];
  readonly done: Float64Array;
}
export type SearchPart = TablePart | BestPart;

/** What a search came to; undefined where the brief allows no move. */
export interface SearchFound {
  readonly searched: Searched;
  readonly values: Float64Array;
  readonly categories: readonly Float64Array[];
  readonly budget: SearchBudget;
}
export type SearchEngine = Engine<SearchTask, SearchPart, SearchFound | undefined>;

const worldsInTask = 250;

export function createSearchEngine(
  brief: Brief,
  model: Model,
  contradictions: readonly Contradiction[],
  settings: SearchSettings,
): SearchEngine {
  const { seed, worlds, budget } = settings;
  const { moves, leftOut } = candidatesOf(model, contradictions);
  const looks = withLooks(brief, moves.length === 0 ? undefined : model);
  const wide = looks.brief === brief ? model : widened(looks.brief);
  const factors = factorsOf(looks.brief, wide, [...moves, ...looksOf(model, wide)]);
  const tools = () => ({
    roll: new Roll(wide, settings.selection?.forced),
    searchRoll: new Roll(wide, settings.searchSelection?.forced),
    own: new Draws(wide, seed, worldsInTask, settings.selection?.worlds),
    apart: new Draws(wide, searchSeed(seed), worldsInTask, settings.searchSelection?.worlds),
  });
  // Made once a runner and reused from task to task; what they hold never outlives a world.
  let made: ReturnType<typeof tools> | undefined;
  const traces = factors.factors.map((factor) =>
    tracesOf(factor, budget.traces, (list) => {
      made ??= tools();
      return worthIn(made.searchRoll, made.apart, factor)(list);
    }),
  );
  let tabulator: Tabulator | undefined;
  let best: { readonly roll: Roll; readonly draws: Draws } | undefined;
  const sizes = sizesOf(settings);
  const starts: Record<WorldSet, number> = { searched: 0, pruned: sizes.searched, valued: 0 };
  const tasks: SearchTask[] = [];
  if (moves.length > 0)
    for (const set of ["searched", "pruned", "valued"] as const)
      for (let from = 0; from < sizes[set]; from += worldsInTask)
        tasks.push({ kind: "table", set, from: starts[set] + from, count: Math.min(worldsInTask, sizes[set] - from) });
  let study: Study | undefined;
  const studied = (parts: readonly SearchPart[]): Study => {
    const tables = parts.filter((part) => part.kind === "table");
    return searchTables(
      { brief: looks.brief, model: wide, factors, traces, looks },
      (set) => joinParts(tables.filter((part) => part.set === set)),
      budget,
    );
  };
  return {
    tasks,
    step(task) {
      if (task.kind === "best") {
        best ??= {
          roll: new Roll(model, settings.selection?.forced),
          draws: new Draws(model, seed, worldsInTask, settings.selection?.worlds),
        };
        return rollBest(brief, model, best.roll, best.draws, task);
      }
      made ??= tools();
      tabulator ??= new Tabulator(wide, factors.factors, traces);
      const draws = task.set === "valued" ? made.own : made.apart;
      const roll = task.set === "valued" ? made.roll : made.searchRoll;
      draws.fill(task.from, task.count);
      return {
        kind: "table",
        set: task.set,
        tables: tabulator.tabulate(roll, draws.values, draws.width, task.count),
        ...alongside(tabulator, roll, draws, task.count, factors.factors, traces),
      };
    },
    more(parts) {
      if (moves.length === 0) return [];
      study = studied(parts);
      const later: SearchTask[] = [];
      for (let from = 0; from < worlds; from += worldsInTask)
        later.push({ kind: "best", steps: study.steps, from, count: Math.min(worldsInTask, worlds - from) });
      return later;
    },
    merge(parts) {
      if (moves.length === 0) return undefined;
      const { steps, explain, expected } = study ?? studied(parts);
      const rolled = parts.filter((part) => part.kind === "best");
      const values = Float64Array.from(rolled.flatMap((part) => [...part.values]));
      compare(expected(), values);
      return {
        searched: { ...explain(), steps, leftOut },
        values,
        categories: model.items.map((_, i) => addAll(rolled.map((part) => part.categories[i]!))),
        budget: { ...budget, searched: sizes.searched, pruned: sizes.pruned },
      };
    },
  };
}

export function widened(brief: Brief): Model {
  const { model } = compile(brief);
  if (model === undefined) throw new Error("a brief that compiles no longer does once its plan may branch on results");
  return model;
}

/** Moves of the wider model that are not of the brief, but for those whose time is over. */
export const looksOf = (model: Model, wide: Model): number[] =>
  wide.moves.flatMap((_, m) => (m >= model.moves.length && wide.past?.over.includes(m) !== true ? [m] : []));

/** Where few worlds agree with what has been observed, two in three of them are searched on. */
export function sizesOf({ budget, worlds, searchSelection }: SearchSettings): Record<WorldSet, number> {
  const available = searchSelection?.worlds.length ?? budget.searched + budget.pruned;
  const searched = Math.min(budget.searched, Math.ceil((2 * available) / 3));
  return {
    searched,
    pruned: Math.min(budget.pruned, available - searched),
    valued: Math.min(budget.pruned, worlds),
  };
}

/** In the same worlds: the ceilings, the plan as written, and which assumptions hold before any move. */
export function alongside(
  tabulator: Tabulator,
  roll: Roll,
  draws: Draws,
  count: number,
  factors: readonly Factor[],
  traces: readonly Traces[],
): Pick<TablePart, "ceilings" | "written" | "rest" | "holds"> {
  const { model } = roll;
  const ceilings = traces.map((each) => (each.complete ? undefined : new Float64Array(count)));
  const written = factors.map(() => new Float64Array(count));
  const rest = new Float64Array(count);
  const holds = model.assumptions.map(() => new Uint8Array(count));
  for (let w = 0; w < count; w++) {
    roll.begin(draws.values, w * draws.width);
    roll.run(model.plan);
    rest[w] = roll.value;
    for (const f of factors.keys()) {
      written[f]![w] = tabulator.points(roll, f);
      rest[w] = rest[w]! - written[f]![w]!;
      if (ceilings[f] !== undefined) ceilings[f][w] = ceilingOf(roll, factors[f]!);
    }
    for (const [a, { luck, chance }] of model.assumptions.entries())
      holds[a]![w] = roll.inputs[roll.base + luck]! * 100 < roll.inputs[roll.base + chance]! ? 1 : 0;
  }
  return { ceilings, written, rest, holds };
}

export function compileSteps(brief: Brief, model: Model, steps: readonly Step[]): ModelPlan {
  return compilePlan(collectNames(brief), model, "best", steps);
}

function rollBest(
  brief: Brief,
  model: Model,
  roll: Roll,
  draws: Draws,
  { steps, from, count }: Extract<SearchTask, { kind: "best" }>,
): BestPart {
  const plan = compileSteps(brief, model, steps);
  const values = new Float64Array(count);
  const categories = model.items.map((item) => new Float64Array(categoriesOf(item).count));
  const done = new Float64Array(model.moves.length);
  draws.fill(from, count);
  for (let w = 0; w < count; w++) {
    roll.begin(draws.values, w * draws.width);
    roll.run(plan);
    values[w] = roll.value;
    for (const [i, counts] of categories.entries()) counts[categoryOf(roll, i)]!++;
    for (let m = 0; m < done.length; m++) done[m] = done[m]! + roll.done[m]!;
  }
  return { kind: "best", values, categories, done };
}

/** Everything of one set of worlds. */
export type TableSet = Omit<TablePart, "kind" | "set">;

export function joinParts(parts: readonly TablePart[]): TableSet {
  const first = parts[0]!;
  const joined = (arrays: readonly Float64Array[]) => Float64Array.from(arrays.flatMap((array) => [...array]));
  return {
    tables: first.tables.map((_, f) => joinTables(parts.map((part) => part.tables[f]!))),
    ceilings: first.ceilings.map((ceiling, f) =>
      ceiling === undefined ? undefined : joined(parts.map((part) => part.ceilings[f]!)),
    ),
    rest: joined(parts.map((part) => part.rest)),
    written: first.written.map((_, f) => joined(parts.map((part) => part.written[f]!))),
    holds: first.holds.map((_, a) => Uint8Array.from(parts.flatMap((part) => [...part.holds[a]!]))),
  };
}

/** @throws Error where the plan rolled out is not what its parts add up to: something changes what it was not known to */
function compare(expected: Float64Array, values: Float64Array): void {
  for (let w = 0; w < expected.length; w++)
    if (Math.abs(expected[w]! - values[w]!) > 1e-6)
      throw new Error(`the best plan comes to ${values[w]!} points in world ${w}, its parts to ${expected[w]!}`);
}

function addAll(arrays: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(arrays[0]!.length);
  for (const array of arrays) for (let k = 0; k < total.length; k++) total[k] = total[k]! + array[k]!;
  return total;
}
