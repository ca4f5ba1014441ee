import type { ChallengeResult } from "../challenge/challenge.ts";
import type { ExchangeResult } from "../exchange/exchange.ts";
import { columnsOf, type ForecastTable, type TableIssue } from "../forecast-table.ts";
import { weightedMean, weightedMedian, weightsOf } from "../weighted.ts";
import type { SpatialRun } from "./spatial-of-table.ts";

/** Where all stand after a round; entry 0 of a trajectory is the initial table. */
export interface TrajectoryEntry {
  readonly round: number;
  /** By the actors' names, in the issue's units. */
  readonly positions: Readonly<Record<string, number>>;
  readonly median: number;
  readonly mean: number;
}

export function entryOf(
  table: ForecastTable,
  issue: TableIssue,
  round: number,
  positions: readonly number[],
): TrajectoryEntry {
  const weights = weightsOf(columnsOf(issue));
  return {
    round,
    positions: Object.fromEntries(issue.rows.map((row, i) => [table.actors[row.actor]!.id, positions[i]!])),
    median: weightedMedian(positions, weights),
    mean: weightedMean(positions, weights),
  };
}

export function challengeTrajectory(
  table: ForecastTable,
  issue: TableIssue,
  result: ChallengeResult,
): TrajectoryEntry[] {
  return result.rounds.map(({ round, positions }) => entryOf(table, issue, round, positions));
}

export function exchangeTrajectory(table: ForecastTable, issue: number, result: ExchangeResult): TrajectoryEntry[] {
  const { rows } = table.issues[issue]!;
  return result.rounds.map(({ round, positions }) =>
    entryOf(
      table,
      table.issues[issue]!,
      round,
      // A row's actor has a position, by the table it was made from.
      rows.map((row) => positions[issue]![row.actor]!),
    ),
  );
}

export function spatialTrajectory(table: ForecastTable, issue: number, run: SpatialRun): TrajectoryEntry[] {
  const { low, high, rows } = table.issues[issue]!;
  const dimension = run.issues.indexOf(issue);
  return run.result.turns.map(({ turn, positions }) =>
    entryOf(
      table,
      table.issues[issue]!,
      turn,
      rows.map((row) => low + (high - low) * positions[run.actors.indexOf(row.actor)]![dimension]!),
    ),
  );
}
