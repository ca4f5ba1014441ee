/** Who stands where on what: the one input of all outcome models. Plain data, in the source's own units. */
export interface ForecastTable {
  readonly title?: string;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly issues: readonly TableIssue[];
}
export interface TableIssue {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  /** Lower and upper end of the scale; low < high. */
  readonly low: number;
  readonly high: number;
  /** Named places, rising. May be empty. */
  readonly options: readonly { readonly id: string; readonly name: string; readonly at: number }[];
  /** Where the matter lies without agreement. */
  readonly otherwise?: number;
  /** One for each actor with a position here; no actor twice. */
  readonly rows: readonly TableRow[];
}
export interface TableRow {
  /** Index in `actors`. */
  readonly actor: number;
  readonly position: number;
  /** 0..1. */
  readonly salience: number;
  /** At least 0. */
  readonly capability: number;
}

/** The columns of one issue, in the order of its rows. */
export function columnsOf({ rows }: TableIssue): {
  readonly position: readonly number[];
  readonly salience: readonly number[];
  readonly capability: readonly number[];
} {
  return {
    position: rows.map((row) => row.position),
    salience: rows.map((row) => row.salience),
    capability: rows.map((row) => row.capability),
  };
}
