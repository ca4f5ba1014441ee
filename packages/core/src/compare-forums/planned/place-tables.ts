/**
 * Tables of what moves come to with an issue before one forum and another, in the same worlds. What is the same wherever the issue
 * lies, or has been tabulated for another issue, is not rolled out again.
 */
import { Draws } from "../../plan/draws.ts";
import { Roll } from "../../plan/roll.ts";
import { searchSeed, type WorldSet } from "../../search/budget.ts";
import { ceilingOf } from "../../search/ceiling.ts";
import { type Decision, decisionOf } from "../../search/decision.ts";
import type { Factors } from "../../search/factors.ts";
import type { Listed } from "../../search/list-traces.ts";
import { type FactorTable, joinTables, Tabulator } from "../../search/tabulate.ts";
import type { ForumPlanSettings } from "./budget.ts";
import { keysOf, type Placed } from "./placed.ts";

/** One forum's part in a question. */
export interface Planning extends Listed {
  readonly placed: Placed;
  /** Those that are planned. */
  readonly factors: Factors;
  /** What may be other before one of the forums of its issue than before another. */
  readonly affected: ReadonlySet<string>;
}
interface Table {
  readonly table: FactorTable;
  /** Where not all traces are listed: the most conceivable, by world. */
  readonly ceiling: Float64Array | undefined;
}

const worldsInBlock = 250;

export class PlaceTables {
  private readonly settings: ForumPlanSettings;
  private readonly known = new Map<string, Table>();

  constructor(settings: ForumPlanSettings) {
    this.settings = settings;
  }

  /** Rolls and draws of the search for one forum; forums that do not differ in their looks share them. */
  toolsFor({ model }: Placed, most = worldsInBlock): { readonly roll: Roll; readonly draws: Draws } {
    const { seed, searchSelection } = this.settings;
    return {
      roll: new Roll(model, searchSelection?.forced),
      draws: new Draws(model, searchSeed(seed), most, searchSelection?.worlds),
    };
  }

  /** By forum, then component: the decision over `count` worlds from `from` on. Cost O(worlds × runs of what is not known yet). */
  decisions(list: readonly Planning[], set: WorldSet, from: number, count: number): Decision[][] {
    const keys = list.map((planning) => planning.factors.factors.map((_, f) => `${set} ${keyOf(planning, f)}`));
    const wanted = new Set<string>();
    const jobs = list.flatMap((planning, p) => {
      const all = [...planning.factors.factors.keys()];
      const factors = all.filter((f) => !this.known.has(keys[p]![f]!) && !wanted.has(keys[p]![f]!));
      for (const f of factors) wanted.add(keys[p]![f]!);
      return factors.length === 0 ? [] : [{ planning, factors, keys: factors.map((f) => keys[p]![f]!) }];
    });
    this.tabulate(jobs, from, count);
    return list.map(({ placed, traces, factors }, p) => {
      const found = keys[p]!.map((key) => this.known.get(key)!);
      const tables = found.map(({ table }) => table);
      const ceilings = found.map(({ ceiling }) => ceiling);
      return factors.components.map((component) =>
        decisionOf(placed.there, factors, component, traces, tables, ceilings),
      );
    });
  }

  private tabulate(
    jobs: readonly {
      readonly planning: Planning;
      readonly factors: readonly number[];
      readonly keys: readonly string[];
    }[],
    from: number,
    count: number,
  ): void {
    for (const group of groupsOf(jobs, ({ planning }) => looksOf(planning.placed))) {
      const { roll, draws } = this.toolsFor(group[0]!.planning.placed);
      const parts = group.map(({ planning: { placed, factors: planned, traces }, factors }) => {
        const list = factors.map((f) => planned.factors[f]!);
        const own = factors.map((f) => traces[f]!);
        return {
          list,
          own,
          before: { before: placed.candidate },
          tabulator: new Tabulator(placed.model, list, own),
          tables: [] as FactorTable[][],
          ceilings: own.map((each) => (each.complete ? undefined : new Float64Array(count))),
        };
      });
      for (let done = 0; done < count; done += worldsInBlock) {
        const worlds = Math.min(worldsInBlock, count - done);
        draws.fill(from + done, worlds);
        for (const part of parts) part.tables.push(part.tabulator.createTables(worlds));
        for (let w = 0; w < worlds; w++) {
          roll.begin(draws.values, w * draws.width);
          for (const { list, tabulator, tables, ceilings, before } of parts) {
            tabulator.fillWorld(roll, w, tables[tables.length - 1]!, before);
            for (const [k, ceiling] of ceilings.entries())
              if (ceiling !== undefined) ceiling[done + w] = ceilingOf(roll, list[k]!);
          }
        }
      }
      for (const [g, { tables, ceilings }] of parts.entries())
        for (const [k, key] of group[g]!.keys.entries())
          this.known.set(key, { table: joinTables(tables.map((block) => block[k]!)), ceiling: ceilings[k] });
    }
  }
}

/** The looks that a model has among its moves, by name and day: models with the same ones draw and roll alike. */
function looksOf({ model, looks }: Placed): string {
  return JSON.stringify(
    model.moves.flatMap((move) => (looks.issueOf(move.id) === undefined ? [] : [[move.id, move.from]])),
  );
}

function groupsOf<T>(list: readonly T[], keyOf: (entry: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

/** What a factor is, and where what it comes to may hang on the forum, that too. */
function keyOf({ placed, factors, affected, traces }: Planning, f: number): string {
  const keys = keysOf(placed, factors.factors[f]!);
  const { item, forum } = placed.candidate;
  const differs = !placed.isUsual && keys.some((key) => affected.has(key));
  return JSON.stringify([differs ? `${item}@${forum}` : "", keys, traces[f]!.list]);
}
