import type { ForecastTable } from "../forecast-table.ts";
import { type DenseTable, denseTable, outcomesAt } from "./dense-table.ts";
import { externalities } from "./externalities.ts";
import { type RealisedRound, realiseRound } from "./realise.ts";

export interface ExchangeSettings {
  /** How often all positions are traded anew (1). */
  readonly rounds?: number;
  readonly seed?: number;
  /** Over how many seeds the forecast is averaged where equally good trades were met (10). */
  readonly seeds?: number;
}
/** A trade in the units of the issues; actors and issues by index. */
export interface Trade {
  readonly round: number;
  readonly first: { readonly actor: number; readonly issue: number; readonly from: number; readonly to: number };
  readonly second: { readonly actor: number; readonly issue: number; readonly from: number; readonly to: number };
  /** What each of the two gains, in salience × points of a 0..100 scale. */
  readonly gain: number;
  /** By actor, the two included: what the trade brings or costs it, same unit. */
  readonly effects: readonly number[];
}
export interface ExchangeRound {
  readonly round: number;
  /** By issue, then by actor; null where it has no position. */
  readonly positions: readonly (readonly (number | null)[])[];
  /** By issue: weighted mean of the positions. */
  readonly outcomes: readonly number[];
}
export interface ExchangeResult {
  /** By issue, in its units, averaged over the seeds run. */
  readonly forecasts: readonly number[];
  /** Lowest and highest forecast over the seeds run, by issue. */
  readonly spread: readonly { readonly low: number; readonly high: number }[];
  /** Of the first seed. Entry 0 is the initial table. */
  readonly rounds: readonly ExchangeRound[];
  readonly trades: readonly Trade[];
  /** Trades that could have been made at the start of the first round. */
  readonly possible: number;
  /** How often, with the first seed, a draw chose between equally good trades. */
  readonly ties: number;
  readonly seedsRun: number;
}

/**
 * The position exchange model by the 2016 rules. Ties are broken by keyed draws and the forecast averaged over seeds; the
 * trades shown are those of the first seed. @throws RangeError when the table cannot be traded on
 */
export function exchange(table: ForecastTable, settings: ExchangeSettings = {}): ExchangeResult {
  const seed = settings.seed ?? 1;
  const most = settings.seeds ?? 10;
  const first = runSeed(table, settings.rounds ?? 1, seed, true);
  const runs = [first];
  // Without a tie, every seed gives the same.
  if (first.ties > 0) for (let s = 1; s < most; s++) runs.push(runSeed(table, settings.rounds ?? 1, seed + s, false));
  const { rounds, trades, possible, ties } = first;
  return {
    forecasts: table.issues.map((_, p) => runs.reduce((sum, run) => sum + run.outcomes[p]!, 0) / runs.length),
    spread: table.issues.map((_, p) => ({
      low: Math.min(...runs.map((run) => run.outcomes[p]!)),
      high: Math.max(...runs.map((run) => run.outcomes[p]!)),
    })),
    rounds,
    trades,
    possible,
    ties,
    seedsRun: runs.length,
  };
}

interface SeedRun {
  readonly outcomes: readonly number[];
  readonly rounds: readonly ExchangeRound[];
  readonly trades: readonly Trade[];
  readonly possible: number;
  readonly ties: number;
}

function runSeed(table: ForecastTable, most: number, seed: number, detailed: boolean): SeedRun {
  const dense = denseTable(table);
  const rounds = [stateOf(table, dense, dense.demand, 0)];
  const trades: Trade[] = [];
  let possible = 0;
  let ties = 0;
  for (let round = 1; round <= most; round++) {
    const start = outcomesAt(dense, dense.demand);
    const done = realiseRound(dense, seed);
    if (round === 1) possible = done.possible;
    ties += done.ties;
    if (detailed) trades.push(...tradesOf(table, dense, start, done, round));
    rounds.push(stateOf(table, dense, done.position, round));
    if (round < most) restart(dense, done.position);
  }
  return { outcomes: rounds[rounds.length - 1]!.outcomes, rounds, trades, possible, ties };
}

/**
 * Where an actor that has moved starts the next round: the share (1 − s) · 0.4 + 0.1 of the way it voted. From the second
 * version of the published program (2025).
 */
function restart({ demand, salience }: DenseTable, voted: Float64Array): void {
  for (let at = 0; at < demand.length; at++)
    demand[at] = demand[at]! + ((1 - salience[at]!) * 0.4 + 0.1) * (voted[at]! - demand[at]!);
}

const inUnits = (table: ForecastTable, issue: number, place: number): number => {
  const { low, high } = table.issues[issue]!;
  return low + ((high - low) * place) / 100;
};

function stateOf(table: ForecastTable, dense: DenseTable, position: Float64Array, round: number): ExchangeRound {
  return {
    round,
    positions: table.issues.map((_, p) =>
      table.actors.map((_actor, a) => {
        const at = p * dense.actors + a;
        return dense.known[at] === 0 ? null : inUnits(table, p, position[at]!);
      }),
    ),
    outcomes: Array.from(outcomesAt(dense, position), (place, p) => inUnits(table, p, place)),
  };
}

function tradesOf(
  table: ForecastTable,
  dense: DenseTable,
  start: Float64Array,
  done: RealisedRound,
  round: number,
): Trade[] {
  const effects = externalities(dense, start, done);
  const at = Float64Array.from(dense.demand);
  return done.trades.map((trade, k) => {
    const step = (actor: number, issue: number, move: number) => {
      const cell = issue * dense.actors + actor;
      const from = at[cell]!;
      at[cell] = from + move;
      return { actor, issue, from: inUnits(table, issue, from), to: inUnits(table, issue, from + move) };
    };
    return {
      round,
      first: step(trade.i, trade.q, trade.moveI),
      second: step(trade.j, trade.p, trade.moveJ),
      gain: trade.gain,
      effects: effects[k]!,
    };
  });
}
