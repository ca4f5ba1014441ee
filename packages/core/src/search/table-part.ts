/** A block of worlds tabulated, with what else is asked of the same worlds; and blocks put together. */
import type { Draws } from "../plan/draws.ts";
import { joined } from "../plan/merged.ts";
import type { Roll } from "../plan/roll.ts";
import type { WorldSet } from "./budget.ts";
import { ceilingOf } from "./ceiling.ts";
import type { Factor } from "./factors.ts";
import { type FactorTable, joinTables, type Tabulator } from "./tabulate.ts";
import type { Traces } from "./traces.ts";

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

/** Everything of one set of worlds. */
export type TableSet = Omit<TablePart, "kind" | "set">;

export function joinParts(parts: readonly TablePart[]): TableSet {
  const first = parts[0]!;
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
