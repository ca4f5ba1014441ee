/** What each trace of each factor comes to in each world, and what it tells us: the tables from which plans are chosen. */
import type { Model, ModelPlan, ModelStep } from "../model/model.ts";
import { noSignal } from "../model/state.ts";
import { pointsOf as pointsOfRows, type Row, rowsOf } from "../plan/dependence-points.ts";
import type { Roll } from "../plan/roll.ts";
import type { Variation } from "../plan/rolled-world.ts";
import { type Factor, stageOf, tells } from "./factors.ts";
import { type Run, scheduleOf } from "./schedule.ts";
import type { Traces } from "./traces.ts";

/** What we have seen of a move once it was to be made. A signal s is `seen.signal + s`. */
export const seen = { notDone: 0, nothing: 1, failed: 2, worked: 3, signal: 4 } as const;

/** A table of one factor over a run of worlds, trace after trace. */
export interface FactorTable {
  readonly worlds: number;
  /** `values[trace * worlds + w]`: points of our whole agenda. */
  readonly values: Float64Array;
  /** `codes[(trace * tellers + k) * worlds + w]`: what move `tellers[k]` (a place in the factor's moves) told us; 0 before it is made. */
  readonly codes: Uint8Array;
  readonly tellers: readonly number[];
}

/** Places in the factor's moves of those of its acts that tell us something. */
export function tellersOf(model: Model, factor: Factor): number[] {
  return factor.moves.flatMap((m, k) => (factor.acts.includes(m) && tells(model, m) ? [k] : []));
}

export class Tabulator {
  private readonly model: Model;
  private readonly factors: readonly Factor[];
  private readonly traces: readonly Traces[];
  private readonly runs: readonly { readonly plan: ModelPlan; readonly reads: Run["reads"] }[];
  private readonly rows: readonly (readonly Row[])[];

  constructor(model: Model, factors: readonly Factor[], traces: readonly Traces[]) {
    this.model = model;
    this.factors = factors;
    this.traces = traces;
    this.runs = scheduleOf(factors, traces).map(({ sequence, reads }) => ({ plan: inTurn(model, sequence), reads }));
    this.rows = factors.map((factor) => rowsFor(model, factor));
  }

  /** Tables over the worlds drawn: `inputs` are theirs, world after world. Cost O(worlds × runs of the schedule). */
  tabulate(roll: Roll, inputs: Float64Array, width: number, count: number, variation: Variation = {}): FactorTable[] {
    const tables = this.createTables(count);
    for (let w = 0; w < count; w++) {
      roll.begin(inputs, w * width);
      this.fillWorld(roll, w, tables, variation);
    }
    return tables;
  }

  createTables(worlds: number): FactorTable[] {
    return this.factors.map((factor, f): FactorTable => {
      const size = this.traces[f]!.list.length * worlds;
      const tellers = tellersOf(this.model, factor);
      return { worlds, values: new Float64Array(size), codes: new Uint8Array(size * tellers.length), tellers };
    });
  }

  /** Fills in the world that `roll` has taken up: number `world` of the tables. */
  fillWorld(roll: Roll, world: number, tables: readonly FactorTable[], variation: Variation): void {
    for (const { plan, reads } of this.runs) {
      roll.run(plan, variation);
      for (const { factor, trace } of reads) this.read(roll, factor, trace, world, tables[factor]!);
    }
  }

  private read(roll: Roll, f: number, trace: number, w: number, table: FactorTable): void {
    const { worlds, values, codes, tellers } = table;
    const { moves } = this.factors[f]!;
    values[trace * worlds + w] = this.points(roll, f);
    for (let k = 0; k < tellers.length; k++)
      codes[(trace * tellers.length + k) * worlds + w] = this.told(roll, moves[tellers[k]!]!);
  }

  points(roll: Roll, f: number): number {
    return pointsOf(roll, this.factors[f]!, this.rows[f]!);
  }

  private told(roll: Roll, move: number): number {
    if (roll.done[move] === 0) return seen.notDone;
    if (this.model.moves[move]!.success) return roll.worked[move] === 1 ? seen.worked : seen.failed;
    const signal = roll.signal[move]!;
    return signal === noSignal ? seen.nothing : seen.signal + signal;
  }
}

/** What a factor's terms come to in the world as it has been rolled out. */
export function pointsOf(roll: Roll, { items, acts }: Pick<Factor, "items" | "acts">, rows: readonly Row[]): number {
  let points = 0;
  for (const item of items) points += roll.itemPoints[item]!;
  for (const move of acts) points += roll.typedPoints[move]!;
  return points + pointsOfRows(roll, rows);
}

/** What a factor's dependences bring us. */
export function rowsFor(model: Model, { dependences }: Pick<Factor, "dependences">): readonly Row[] {
  return rowsOf(
    dependences.map((d) => model.dependences[d]!),
    model.us,
  );
}

/** The plan that makes these moves one after another, each at its stage. */
export function inTurn(model: Model, sequence: readonly number[]): ModelPlan {
  const stages: ModelStep[][] = Array.from({ length: model.order.length + 1 }, () => []);
  for (const move of sequence) stages[stageOf(model, move)]!.push({ step: "do", move, index: 0 });
  return { id: "trace", stages, paths: [] };
}

/** Tables of consecutive runs of worlds as one. */
export function joinTables(parts: readonly FactorTable[]): FactorTable {
  const worlds = parts.reduce((n, part) => n + part.worlds, 0);
  const first = parts[0]!;
  const rows = first.values.length / first.worlds;
  const values = new Float64Array(rows * worlds);
  const codes = new Uint8Array(rows * first.tellers.length * worlds);
  let from = 0;
  for (const part of parts) {
    for (let r = 0; r < rows; r++)
      values.set(part.values.subarray(r * part.worlds, (r + 1) * part.worlds), r * worlds + from);
    for (let r = 0; r < rows * first.tellers.length; r++)
      codes.set(part.codes.subarray(r * part.worlds, (r + 1) * part.worlds), r * worlds + from);
    from += part.worlds;
  }
  return { worlds, values, codes, tellers: first.tellers };
}
