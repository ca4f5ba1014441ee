import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parisActors, parisIssues, parisTrades } from "../fixtures/paris-2015.test-data.ts";
import { parisTable } from "../fixtures/paris-table.test-data.ts";
import type { ForecastTable } from "../forecast-table.ts";
import { exchange } from "./exchange.ts";

const issues = Object.keys(parisIssues);

describe("[F8] the 2016 rules on three issues of Paris 2015", () => {
  const { trades, ties, rounds, forecasts, seedsRun } = exchange(parisTable);
  test("the published 20 trades in order, gains and places to 1e-9", () => {
    expect(
      trades.map(({ first, second }) => [
        parisActors[first.actor],
        issues[first.issue],
        parisActors[second.actor],
        issues[second.issue],
      ]),
    ).toEqual(parisTrades.map((row) => row.slice(0, 4)));
    trades.forEach((trade, k) => {
      const [, , , , gain, first, second] = parisTrades[k]!;
      expect(Math.abs(trade.gain - gain)).toBeLessThan(1e-9);
      expect(Math.abs(trade.first.to - first)).toBeLessThan(1e-9);
      expect(Math.abs(trade.second.to - second)).toBeLessThan(1e-9);
    });
  });
  test("no tie is met, so one seed is enough", () => {
    expect([ties, seedsRun]).toEqual([0, 1]);
  });
  test("the forecast is the mean of the positions after the last trade", () => {
    expect(forecasts).toEqual(rounds[1]!.outcomes);
  });
  test("what the two traders get of their trade is their gain, equal for both", () => {
    for (const { first, second, gain, effects } of trades) {
      // Each gives on its supply what it values less, and gets on its demand; neither passes what it demands here.
      const of = (actor: number) => effects[actor]!;
      if (Math.abs(of(first.actor) - gain) < 1e-9) expect(of(second.actor)).toBeCloseTo(gain, 9);
    }
    const [best] = trades;
    expect(best!.effects[best!.first.actor]).toBeCloseTo(best!.gain, 9);
    expect(best!.effects[best!.second.actor]).toBeCloseTo(best!.gain, 9);
  });
});

const cell = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 }))
  .chain(([actors, count]) =>
    fc.array(fc.array(cell, { minLength: actors, maxLength: actors }), { minLength: count, maxLength: count }),
  )
  .map(
    (cells): ForecastTable => ({
      actors: cells[0]!.map((_, a) => ({ id: `a${a}`, name: `A${a}` })),
      issues: cells.map((rows, p) => ({
        id: `i${p}`,
        name: `I${p}`,
        low: 0,
        high: 20,
        options: [],
        rows: rows.map(([position, salience, capability], actor) => ({
          actor,
          position,
          salience: salience / 10,
          capability,
        })),
      })),
    }),
  );
const mapRows = (table: ForecastTable, at: (x: number) => number, low: number, high: number): ForecastTable => ({
  ...table,
  issues: table.issues.map((issue) => ({
    ...issue,
    low,
    high,
    rows: issue.rows.map((row) => ({ ...row, position: at(row.position) })),
  })),
});

describe("the exchange model", () => {
  test("scale, translation and turning round of the positions change nothing else", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 }), (table, shift, factor) => {
        const plain = exchange(table);
        fc.pre(plain.ties === 0);
        const moved = exchange(mapRows(table, (x) => shift + factor * x, shift, shift + 20 * factor));
        const turned = exchange(mapRows(table, (x) => 20 - x, 0, 20));
        plain.forecasts.forEach((x, p) => {
          expect(moved.forecasts[p]).toBeCloseTo(shift + factor * x, 6);
          expect(turned.forecasts[p]).toBeCloseTo(20 - x, 6);
        });
      }),
    );
  });
  test("the order of actors and of issues changes nothing", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const plain = exchange(table);
        fc.pre(plain.ties === 0);
        const n = table.actors.length;
        const turned = exchange({
          actors: table.actors.toReversed(),
          issues: table.issues.toReversed().map((issue) => ({
            ...issue,
            rows: issue.rows.toReversed().map((row) => ({ ...row, actor: n - 1 - row.actor })),
          })),
        });
        plain.forecasts.toReversed().forEach((x, p) => {
          expect(turned.forecasts[p]).toBeCloseTo(x, 6);
        });
      }),
    );
  });
  test("a unanimous table does not move, nor one with a single issue", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const alike = mapRows(table, () => 7, 0, 20);
        expect(exchange(alike).trades).toEqual([]);
        exchange(alike).forecasts.forEach((x) => {
          expect(x).toBeCloseTo(7, 9);
        });
        expect(exchange({ ...table, issues: table.issues.slice(0, 1) }).trades).toEqual([]);
      }),
    );
  });
  test("nobody moves beyond what another demands, nor back", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { rounds } = exchange(table, { rounds: 3 });
        for (const { positions } of rounds)
          positions.forEach((places, p) => {
            const demands = table.issues[p]!.rows.map((row) => row.position);
            for (const x of places)
              expect(x! >= Math.min(...demands) - 1e-6 && x! <= Math.max(...demands) + 1e-6).toBe(true);
          });
      }),
    );
  });
  test("who has voted away from its demand starts the next round the share (1 - s) 0.4 + 0.1 of the way there", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const two = exchange(table, { rounds: 2, seeds: 1 });
        fc.pre(two.ties === 0);
        const again = exchange({
          ...table,
          issues: table.issues.map((issue, p) => ({
            ...issue,
            rows: issue.rows.map((row) => {
              const voted = two.rounds[1]!.positions[p]![row.actor]!;
              return { ...row, position: row.position + ((1 - row.salience) * 0.4 + 0.1) * (voted - row.position) };
            }),
          })),
        });
        again.rounds[1]!.outcomes.forEach((x, p) => {
          expect(two.rounds[2]!.outcomes[p]).toBeCloseTo(x, 6);
        });
      }),
    );
  });
  test("ties are averaged over seeds, and their spread is told", () => {
    // Two pairs exactly alike but for their names.
    const rows = [0, 20, 0, 20].map((position, actor) => ({ actor, position, capability: 1 }));
    const salience = [
      [0.9, 0.3, 0.9, 0.3],
      [0.3, 0.9, 0.3, 0.9],
    ];
    const table: ForecastTable = {
      actors: ["a", "b", "c", "d"].map((id) => ({ id, name: id })),
      issues: salience.map((values, p) => ({
        id: `i${p}`,
        name: `i${p}`,
        low: 0,
        high: 20,
        options: [],
        rows: rows.map((row) => ({ ...row, salience: values[row.actor]! })),
      })),
    };
    const result = exchange(table, { seeds: 5 });
    expect(result.ties).toBeGreaterThan(0);
    expect(result.seedsRun).toBe(5);
    // All trade fully whoever begins: both issues go where they are cared for most.
    expect(result.forecasts[0]).toBeCloseTo(0, 9);
    expect(result.forecasts[1]).toBeCloseTo(20, 9);
  });
  test("names an issue on which nobody has weight", () => {
    const [first, ...rest] = parisTable.issues;
    const none = { ...first!, rows: first!.rows.map((row) => ({ ...row, salience: 0 })) };
    expect(() => exchange({ ...parisTable, issues: [none, ...rest] })).toThrow(/issue differentiation: nobody/);
    expect(() => exchange({ ...parisTable, issues: [{ ...first!, high: 0 }, ...rest] })).toThrow(/no width/);
  });
});
