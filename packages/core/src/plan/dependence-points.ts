/** Values that do not add: what a party gains by how items come out together (dependences, MODEL.md §3). */
import type { InputIndex, Model, ModelDependence, Predicate } from "../model/model.ts";
import { why } from "../model/state.ts";
import type { Options } from "../settle/package.ts";
import type { RolledWorld } from "./rolled-world.ts";

/** A row of a dependence as one party has it. */
export interface Row {
  readonly if: Predicate;
  readonly points: readonly InputIndex[];
}

/** Rows that bring the party something, in the order in which they are listed. */
export function rowsOf(dependences: readonly ModelDependence[], party: number): Row[] {
  return dependences
    .flatMap((dependence) => dependence.rows)
    .map((row) => ({ if: row.if, points: row.worth.flatMap((w) => (w.party === party ? [w.points] : [])) }))
    .filter((row) => row.points.length > 0);
}

/** Points that the rows whose conditions hold now are worth. */
export function pointsOf(world: RolledWorld, rows: readonly Row[]): number {
  const { inputs, base } = world;
  let points = 0;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!;
    if (row.if(world)) for (let p = 0; p < row.points.length; p++) points += inputs[base + row.points[p]!]!;
  }
  return points;
}

/** What dependences bring each party by a package over how things stand, before it is settled. */
export class DependenceGain {
  private readonly model: Model;
  private readonly items: readonly number[];
  private readonly rows: readonly (readonly Row[])[];
  private readonly result: Int16Array;
  private readonly ended: Uint8Array;

  /** For packages of these items. */
  constructor(model: Model, items: readonly number[]) {
    const touched = model.dependences.filter((d) => touches(d, items));
    this.model = model;
    this.items = items;
    this.rows = model.parties.map((_, party) => rowsOf(touched, party));
    this.result = new Int16Array(items.length);
    this.ended = new Uint8Array(items.length);
  }

  of(world: RolledWorld, party: number, pick: Options): number {
    const rows = this.rows[party]!;
    if (rows.length === 0) return 0;
    const { items, model } = this;
    const before = pointsOf(world, rows);
    for (let k = 0; k < items.length; k++) {
      const item = items[k]!;
      this.result[k] = world.result[item]!;
      this.ended[k] = world.ended[item]!;
    }
    for (let k = 0; k < items.length; k++) {
      const item = items[k]!;
      world.result[item] = pick[k]!;
      world.ended[item] = pick[k] === model.items[item]!.otherwise ? why.notReached : why.agreed;
    }
    const after = pointsOf(world, rows);
    for (let k = 0; k < items.length; k++) {
      world.result[items[k]!] = this.result[k]!;
      world.ended[items[k]!] = this.ended[k]!;
    }
    return after - before;
  }
}

/** May it be worth another sum when these items come out differently? */
export const touches = (dependence: ModelDependence, items: readonly number[]): boolean =>
  dependence.items.some((item) => items.includes(item));
