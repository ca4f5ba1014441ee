import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emissionTable } from "./fixtures/emission-standards.test-data.ts";
import { weightedMean, weightedMedian, weightsOf } from "./weighted.ts";

const rows = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 9 })), {
  minLength: 1,
  maxLength: 9,
});

describe("[F1] [F2] mean and median", () => {
  test("the emission case before anything happens", () => {
    const weights = weightsOf(emissionTable);
    expect(weightedMean(emissionTable.position, weights)).toBeCloseTo(7.389955686853767, 12);
    expect(weightedMedian(emissionTable.position, weights)).toBe(7);
  });
  test("the median loses no vote between it and any other place", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -50, max: 50 }), (table, other) => {
        const x = table.map((row) => row[0]);
        const w = table.map((row) => row[1]);
        fc.pre(w.some((weight) => weight > 0));
        const middle = weightedMedian(x, w);
        const votes = table.reduce(
          (sum, [place, weight]) => sum + weight * Math.sign(Math.abs(place - other) - Math.abs(place - middle)),
          0,
        );
        expect(votes).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  test("the order of the rows counts for nothing, and without weights all count alike", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const x = table.map((row) => row[0]);
        const w = table.map((row) => row[1]);
        expect(weightedMedian(x.toReversed(), w.toReversed())).toBe(weightedMedian(x, w));
        expect(weightedMean(x.toReversed(), w.toReversed())).toBeCloseTo(weightedMean(x, w), 9);
        const none = w.map(() => 0);
        const ones = w.map(() => 1);
        expect(weightedMedian(x, none)).toBe(weightedMedian(x, ones));
        expect(weightedMean(x, none)).toBeCloseTo(weightedMean(x, ones), 9);
      }),
    );
  });
});
