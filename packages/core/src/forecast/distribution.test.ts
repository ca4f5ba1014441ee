import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanPlusResidualChances } from "../review/index.ts";
import { distributionOf, distributionOfDraws, sampleQuantile } from "./distribution.ts";
import { parisTable } from "./fixtures/paris-table.test-data.ts";
import type { TableIssue } from "./forecast-table.ts";
import { varyTable } from "./vary.ts";

const issues = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(
    ([places, rows]): TableIssue => ({
      id: "x",
      name: "x",
      low: 0,
      high: 100,
      options: places.toSorted((a, b) => a - b).map((at) => ({ id: `o${at}`, name: `o${at}`, at })),
      rows: rows.map(([position, w], actor) => ({ actor, position, salience: w / 10, capability: 1 })),
    }),
  );

describe("[F12] the mean with what it has missed", () => {
  test("chances of options are those of the residuals' distribution function, and sum to 1 with no agreement", () => {
    fc.assert(
      fc.property(issues, fc.integer({ min: 0, max: 10 }), (issue, tenths) => {
        const none = tenths / 10;
        const { mean, options } = distributionOf(issue, none);
        const wanted = meanPlusResidualChances(
          issue.options.map((option) => option.at),
          mean,
          none,
        );
        options.forEach((option, o) => {
          // There a residual that rounding has put beside a cut counts to one side: two of 702 at most, for two cuts.
          expect(Math.abs(option.chance - wanted[o]!)).toBeLessThan(2.01 / 702);
        });
        expect(options.reduce((sum, option) => sum + option.chance, none)).toBeCloseTo(1, 9);
      }),
    );
  });
  test("turns with the scale, and moves with its units", () => {
    fc.assert(
      fc.property(issues, (issue) => {
        const plain = distributionOf(issue);
        const places = (at: (x: number) => number, low: number, high: number): TableIssue => ({
          ...issue,
          low,
          high,
          options: issue.options.map((option) => ({ ...option, at: at(option.at) })).toSorted((a, b) => a.at - b.at),
          rows: issue.rows.map((row) => ({ ...row, position: at(row.position) })),
        });
        const turned = distributionOf(places((x) => 100 - x, 0, 100));
        const years = distributionOf(places((x) => 4 + x / 25, 4, 8));
        plain.sample.forEach((x, k) => {
          expect(turned.sample[plain.sample.length - 1 - k]).toBeCloseTo(100 - x, 9);
          expect(years.sample[k]).toBeCloseTo(4 + x / 25, 9);
        });
        for (const { id, chance } of plain.options)
          expect(turned.options.find((option) => option.id === id)!.chance).toBeCloseTo(chance, 9);
      }),
    );
  });
  test("uncertain inputs make it no narrower: drawn with an error of nothing it is the plain one, up to the draws", () => {
    const issue = parisTable.issues[0]!;
    const names = parisTable.actors.map((actor) => actor.id);
    const plain = distributionOf(issue);
    const count = 4000;
    const exact = distributionOfDraws(issue, varyTable(issue, names, 0, 2, count), 2, "residual x");
    const wide = distributionOfDraws(issue, varyTable(issue, names, 60, 2, count), 2, "residual x");
    expect(exact.mean).toBeCloseTo(plain.mean, 9);
    // Kolmogorov–Smirnov, 1.95 / √n: one false alarm in a thousand for a fixed seed, and the seed is fixed.
    const below = (sample: readonly number[], x: number) => sample.filter((y) => y <= x).length / sample.length;
    for (let x = 0; x < 100; x += 5)
      expect(Math.abs(below(exact.sample, x) - below(plain.sample, x))).toBeLessThan(1.95 / Math.sqrt(count));
    const spread = (sample: readonly number[]) => sampleQuantile(sample, 0.9) - sampleQuantile(sample, 0.1);
    expect(spread(wide.sample)).toBeGreaterThan(spread(exact.sample));
  });
  test("quantiles rise and stay on the scale", () => {
    fc.assert(
      fc.property(issues, (issue) => {
        const values = Object.values(distributionOf(issue).quantiles);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
        expect(values[0]).toBeGreaterThanOrEqual(0);
        expect(values.at(-1)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
