/**
 * What things are worth by difference, as an engine: tables of what moves come to and the plans rolled out with each thing taken
 * away; then tables of the largest, and roll-outs with groups of inputs drawn anew; then the searches over the tables.
 * Cost O(worlds × (runs of the schedule × (1 + things searched again) + things screened)) roll-outs, then the searches.
 */
import type { Brief } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import type { Engine } from "../run/engine.ts";
import type { Contradiction } from "../run/findings.ts";
import type { WorldSet } from "../search/budget.ts";
import { candidatesOf } from "../search/candidates.ts";
import { withLooks } from "../search/looks.ts";
import { looksOf, sizesOf, widened } from "../search/search-engine.ts";
import type { TablePart } from "../search/table-part.ts";
import { withNil } from "./changes.ts";
import type { ValuesFinding } from "./findings.ts";
import { largest, mergeScreened } from "./merge-screened.ts";
import { type Screened, Screening } from "./screening.ts";
import type { ValuesSettings } from "./settings.ts";
import { openTables, planOn } from "./study.ts";
import { TableMaker, worldsInTask } from "./table-maker.ts";
import { driverSets, valuesFinding } from "./values-finding.ts";

export type ValuesTask =
  /** `change`: which of the changes is made; -1 none. */
  | {
      readonly kind: "table";
      readonly change: number;
      readonly set: WorldSet;
      readonly from: number;
      readonly count: number;
    }
  | { readonly kind: "screen"; readonly from: number; readonly count: number }
  | {
      readonly kind: "mix";
      readonly sets: readonly (readonly number[])[];
      readonly from: number;
      readonly count: number;
    };
export type ValuesPart =
  | { readonly kind: "table"; readonly change: number; readonly part: TablePart }
  | { readonly kind: "screen"; readonly screened: Screened }
  | { readonly kind: "mix"; readonly b: Float64Array; readonly mixed: readonly Float64Array[] };
/** Undefined where the brief allows no move and has nothing to take away. */
export type ValuesEngine = Engine<ValuesTask, ValuesPart, ValuesFinding>;

export function createValuesEngine(
  brief: Brief,
  model: Model,
  contradictions: readonly Contradiction[],
  settings: ValuesSettings,
): ValuesEngine {
  const { moves } = candidatesOf(brief, model, contradictions);
  const looks = withLooks(brief, moves.length === 0 ? undefined : model);
  const plain = looks.brief === brief ? model : widened(looks.brief);
  const wide = withNil(plain);
  const all = [...moves, ...looksOf(model, wide)];
  const screening = new Screening(brief, wide, moves, settings);
  const makers = new Map<number, TableMaker>();
  const makerOf = (change: number): TableMaker => {
    let maker = makers.get(change);
    if (maker === undefined) {
      maker = new TableMaker(looks.brief, change < 0 ? wide : screening.changes[change]!.model, all, settings);
      makers.set(change, maker);
    }
    return maker;
  };
  const valued = Math.min(settings.worlds, settings.budget.valued);
  const sizes = { ...sizesOf(settings), valued };
  const starts = { searched: 0, pruned: sizes.searched, valued: 0 };
  const inTurn = <T>(size: number, task: (from: number, count: number) => T): T[] =>
    Array.from({ length: Math.ceil(size / worldsInTask) }, (_, k) =>
      task(k * worldsInTask, Math.min(worldsInTask, size - k * worldsInTask)),
    );
  const tablesOf = (change: number): ValuesTask[] =>
    moves.length === 0
      ? []
      : (["searched", "pruned", "valued"] as const).flatMap((set) =>
          inTurn(sizes[set], (from, count) => ({ kind: "table", change, set, from: starts[set] + from, count })),
        );
  const tablesIn = (parts: readonly ValuesPart[], change: number) =>
    parts.flatMap((part) => (part.kind === "table" && part.change === change ? [part.part] : []));
  const screenedIn = (parts: readonly ValuesPart[]) =>
    mergeScreened(parts.flatMap((part) => (part.kind === "screen" ? [part.screened] : [])));
  // Where worlds are chosen by what was observed, inputs are no longer drawn apart from one another.
  const isApart = settings.selection === undefined;
  return {
    tasks: [...tablesOf(-1), ...inTurn(valued, (from, count): ValuesTask => ({ kind: "screen", from, count }))],
    step(task) {
      switch (task.kind) {
        case "table":
          return {
            kind: "table",
            change: task.change,
            part: makerOf(task.change).make(task.set, task.from, task.count),
          };
        case "screen":
          return { kind: "screen", screened: screening.screen(task.from, task.count) };
        case "mix":
          return { kind: "mix", ...screening.mix(task.from, task.count, task.sets) };
      }
    },
    more(parts) {
      const screened = screenedIn(parts);
      const sets = isApart ? driverSets(wide, screening, screened, settings.budget.drivers) : [];
      return [
        ...largest(screened, screening.changes, settings.budget.resolved).flatMap(tablesOf),
        ...(sets.length === 0
          ? []
          : inTurn(
              valued,
              (from, count): ValuesTask => ({ kind: "mix", sets: sets.map((set) => set.inputs), from, count }),
            )),
      ];
    },
    merge(parts) {
      const screened = screenedIn(parts);
      const { budget } = settings;
      const limits = { nodes: budget.nodes, fewest: budget.fewest };
      const open = (change: number) => {
        const tables = openTables(makerOf(change), tablesIn(parts, change));
        return { tables, plan: planOn(tables, limits, budget) };
      };
      const mixes = parts.flatMap((part) => (part.kind === "mix" ? [part] : []));
      return valuesFinding({
        brief: looks.brief,
        model: wide,
        screening,
        screened,
        settings,
        limits,
        isOurs: (move) => looks.issueOf(wide.moves[move]!.id) === undefined,
        factors: moves.length === 0 ? undefined : makerOf(-1).factors,
        base: moves.length === 0 ? undefined : open(-1),
        resolved: moves.length === 0 ? [] : largest(screened, screening.changes, budget.resolved),
        open,
        mixes,
        worlds: sizes,
      });
    },
  };
}
