/** Tables of what moves come to in each world, of a model as it is or with something changed, as the search for the best plan makes them. */
import type { Brief } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import { Draws } from "../plan/draws.ts";
import { Roll } from "../plan/roll.ts";
import { searchSeed, type WorldSet } from "../search/budget.ts";
import { type Factors, factorsOf } from "../search/factors.ts";
import { alongside, type TablePart } from "../search/table-part.ts";
import { Tabulator } from "../search/tabulate.ts";
import { worthIn } from "../search/trace-worth.ts";
import { type Traces, tracesOf } from "../search/traces.ts";
import type { ValuesSettings } from "./settings.ts";

export const worldsInTask = 250;

export class TableMaker {
  readonly model: Model;
  readonly factors: Factors;
  readonly traces: readonly Traces[];
  private readonly rolls: Readonly<Record<"own" | "apart", Roll>>;
  private readonly draws: Readonly<Record<"own" | "apart", Draws>>;
  private tabulator: Tabulator | undefined;

  /** `brief` and `model` with the looks among their moves; `moves` may be made. */
  constructor(brief: Brief, model: Model, moves: readonly number[], settings: ValuesSettings) {
    const { seed, selection, searchSelection, budget } = settings;
    this.model = model;
    this.rolls = { own: new Roll(model, selection?.forced), apart: new Roll(model, searchSelection?.forced) };
    this.draws = {
      own: new Draws(model, seed, worldsInTask, selection?.worlds),
      apart: new Draws(model, searchSeed(seed), worldsInTask, searchSelection?.worlds),
    };
    this.factors = factorsOf(brief, model, moves);
    this.traces = this.factors.factors.map((factor) =>
      tracesOf(factor, budget.traces, (list) => worthIn(this.rolls.apart, this.draws.apart, factor)(list)),
    );
  }

  make(set: WorldSet, from: number, count: number): TablePart {
    const which = set === "valued" ? "own" : "apart";
    const roll = this.rolls[which];
    const draws = this.draws[which];
    const { factors } = this.factors;
    this.tabulator ??= new Tabulator(this.model, factors, this.traces);
    draws.fill(from, count);
    return {
      kind: "table",
      set,
      tables: this.tabulator.tabulate(roll, draws.values, draws.width, count),
      ...alongside(this.tabulator, roll, draws, count, factors, this.traces),
    };
  }
}
