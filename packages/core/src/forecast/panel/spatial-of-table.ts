import type { ForecastTable } from "../forecast-table.ts";
import type { SpatialSettings } from "../spatial/settings.ts";
import { type SpatialResult, spatial } from "../spatial/spatial.ts";

/** The spatial model run on issues of a table: together as dimensions of one space, or one by one. */
export interface SpatialRun {
  /** Indices of the issues that are its dimensions. */
  readonly issues: readonly number[];
  /** Indices of the actors in it, in its order. */
  readonly actors: readonly number[];
  readonly result: SpatialResult;
}

/** Whether all issues can be dimensions of one space: each actor has a place on each, and saliences of at most 1 together. */
export function isOneSpace(table: ForecastTable): boolean {
  return table.actors.every((_, actor) => {
    const rows = table.issues.map((issue) => issue.rows.find((row) => row.actor === actor));
    const total = rows.reduce((sum, row) => sum + (row?.salience ?? 0), 0);
    const same = rows.every((row) => row !== undefined && row.capability === rows[0]?.capability);
    return same && total <= 1 + 1e-9;
  });
}

/** One run in all dimensions where that can be, else one an issue. */
export function spatialOfTable(table: ForecastTable, settings: SpatialSettings): SpatialRun[] {
  const all = table.issues.map((_, p) => p);
  return isOneSpace(table) ? [runOn(table, all, settings)] : all.map((p) => runOn(table, [p], settings));
}

function runOn(table: ForecastTable, issues: readonly number[], settings: SpatialSettings): SpatialRun {
  const actors = table.issues[issues[0]!]!.rows.map((row) => row.actor);
  const rowsOf = (actor: number) => issues.map((p) => table.issues[p]!.rows.find((row) => row.actor === actor)!);
  const result = spatial(
    actors.map((actor) => {
      const rows = rowsOf(actor);
      return {
        capability: rows[0]!.capability,
        position: rows.map(({ position }, k) => {
          const { low, high } = table.issues[issues[k]!]!;
          return (position - low) / (high - low);
        }),
        salience: rows.map((row) => row.salience),
      };
    }),
    settings,
  );
  return { issues, actors, result };
}
