/**
 * The search for the best plan as an engine: first tables of what each trace comes to in each world, on any number of threads;
 * then the search over the tables; then the plan found, rolled out on the worlds of the run.
 * Cost O(worlds × runs of the schedule) roll-outs, then O(choices looked at × worlds).
 */
import type { Brief, Step } from "../brief/brief.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import type { Selection } from "../model/past.ts";
import { Draws } from "../plan/draws.ts";
import { addAll } from "../plan/merged.ts";
import { Roll } from "../plan/roll.ts";
import { movesOf } from "../plan/variants.ts";
import type { Engine } from "../run/engine.ts";
import type { Contradiction } from "../run/findings.ts";
import { type SearchBudget, searchSeed, type WorldSet } from "./budget.ts";
import { candidatesOf } from "./candidates.ts";
import { factorsOf } from "./factors.ts";
import { listTraces } from "./list-traces.ts";
import { withLooks } from "./looks.ts";
import { type BestPart, rollBest } from "./roll-best.ts";
import { type Searched, type Study, searchTables } from "./search-tables.ts";
import { alongside, joinParts, type TablePart } from "./table-part.ts";
import { Tabulator } from "./tabulate.ts";

export interface SearchSettings {
  readonly seed: number;
  /** Worlds of the run, on which the plan found is valued. */
  readonly worlds: number;
  /** Those of the run, where something has been observed; and those of the search. */
  readonly selection?: Selection;
  readonly searchSelection?: Selection;
  readonly budget: SearchBudget;
}
export type SearchTask =
  | { readonly kind: "table"; readonly set: WorldSet; readonly from: number; readonly count: number }
  | { readonly kind: "best"; readonly steps: readonly Step[]; readonly from: number; readonly count: number };
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
  const { moves, leftOut } = candidatesOf(brief, model, contradictions);
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
  const start = () => {
    made ??= tools();
    return made;
  };
  const { traces, starts } = listTraces(wide, factors, budget.traces, movesOf(model.plan), () => ({
    roll: start().searchRoll,
    draws: start().apart,
  }));
  let tabulator: Tabulator | undefined;
  let best: { readonly roll: Roll; readonly draws: Draws } | undefined;
  const sizes = sizesOf(settings);
  const firsts: Record<WorldSet, number> = { searched: 0, pruned: sizes.searched, valued: 0 };
  const tasks: SearchTask[] = [];
  if (moves.length > 0)
    for (const set of ["searched", "pruned", "valued"] as const)
      for (let from = 0; from < sizes[set]; from += worldsInTask)
        tasks.push({ kind: "table", set, from: firsts[set] + from, count: Math.min(worldsInTask, sizes[set] - from) });
  let study: Study | undefined;
  const studied = (parts: readonly SearchPart[]): Study => {
    const tables = parts.filter((part) => part.kind === "table");
    return searchTables(
      { brief: looks.brief, model: wide, factors, traces, looks, starts },
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
    valued: Math.min(budget.valued, worlds),
  };
}

/** @throws Error where the plan rolled out is not what its parts add up to: something changes what it was not known to */
function compare(expected: Float64Array, values: Float64Array): void {
  for (let w = 0; w < expected.length; w++)
    if (Math.abs(expected[w]! - values[w]!) > 1e-6)
      throw new Error(`the best plan comes to ${values[w]!} points in world ${w}, its parts to ${expected[w]!}`);
}
