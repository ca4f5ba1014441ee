import type { ForecastTable } from "../forecast-table.ts";

/** All issues on 0..100 in dense arrays, entry `issue * actors + actor`. Cells without a position have weight 0 and `known` 0. */
export interface DenseTable {
  readonly actors: number;
  readonly issues: number;
  readonly known: Uint8Array;
  /** Position at the start of the round: what is demanded; never moves within it. */
  readonly demand: Float64Array;
  readonly salience: Float64Array;
  /** Capability × salience over the issue's sum: how far the outcome moves when the actor moves by one. */
  readonly pull: Float64Array;
}

/** @throws RangeError where nobody has weight on an issue, or a scale is no scale */
export function denseTable(table: ForecastTable): DenseTable {
  const actors = table.actors.length;
  const issues = table.issues.length;
  const size = actors * issues;
  const dense = {
    actors,
    issues,
    known: new Uint8Array(size),
    demand: new Float64Array(size),
    salience: new Float64Array(size),
    pull: new Float64Array(size),
  };
  table.issues.forEach((issue, p) => {
    const width = issue.high - issue.low;
    const total = issue.rows.reduce((sum, row) => sum + row.capability * row.salience, 0);
    if (!(width > 0)) throw new RangeError(`exchange: issue ${issue.id}: its scale has no width`);
    if (!(total > 0)) throw new RangeError(`exchange: issue ${issue.id}: nobody has both salience and capability`);
    for (const row of issue.rows) {
      const at = p * actors + row.actor;
      dense.known[at] = 1;
      dense.demand[at] = ((row.position - issue.low) / width) * 100;
      dense.salience[at] = row.salience;
      dense.pull[at] = (row.capability * row.salience) / total;
    }
  });
  return dense;
}

/** The outcome of each issue, 0..100: Σ pull × position. */
export function outcomesAt({ actors, issues, pull }: DenseTable, position: Float64Array): Float64Array {
  const out = new Float64Array(issues);
  for (let p = 0; p < issues; p++) {
    let sum = 0;
    for (let i = p * actors; i < (p + 1) * actors; i++) sum += pull[i]! * position[i]!;
    out[p] = sum;
  }
  return out;
}
