import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brierOf, logScoreOf, reliability } from "./event-scores.ts";
import { centralInterval, holds, sampleCrps } from "./sample-scores.ts";

const samples = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 })
  .map((xs) => xs.toSorted((a, b) => a - b));

describe("CRPS of a sample", () => {
  test("is the squared distance of the distribution functions, summed along the scale", () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 40 }), (sample, truth) => {
        let area = 0;
        for (let x = 0; x < 40; x++)
          area += (sample.filter((y) => y <= x).length / sample.length - (truth <= x ? 1 : 0)) ** 2;
        expect(sampleCrps(sample, truth)).toBeCloseTo(area, 9);
      }),
    );
  });
});

describe("intervals", () => {
  test("hold at least what they claim of the sample, and lie within it", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(50, 80, 90), (sample, percent) => {
        const interval = centralInterval(sample, percent);
        const share = sample.filter((x) => holds(interval, x)).length / sample.length;
        expect(share).toBeGreaterThanOrEqual(percent / 100 - 1e-9);
        expect(interval.low >= sample[0]! && interval.high <= sample.at(-1)!).toBe(true);
      }),
    );
  });
});

describe("chances of events", () => {
  test("by hand", () => {
    expect(brierOf(0.7, 1)).toBeCloseTo(0.09, 12);
    expect(brierOf(0.7, 0)).toBeCloseTo(0.49, 12);
    expect(logScoreOf(0.25, 1)).toBeCloseTo(2 * Math.LN2, 12);
    expect(logScoreOf(0.5, 0.5)).toBeCloseTo(Math.LN2, 12);
    expect(logScoreOf(1, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(logScoreOf(1, 1)).toBe(0);
  });
  test("no chance scores better on average than the true one", () => {
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(chance, chance, (truth, said) => {
        for (const score of [brierOf, logScoreOf]) {
          const expected = (p: number) => truth * score(p, 1) + (1 - truth) * score(p, 0);
          expect(expected(truth)).toBeLessThanOrEqual(expected(said) + 1e-12);
        }
      }),
    );
  });
  test("reliability: each pair in one bin, ends included", () => {
    const bins = reliability([
      { chance: 0, came: 0 },
      { chance: 0.1, came: 1 },
      { chance: 0.2, came: 0.5 },
      { chance: 1, came: 1 },
    ]);
    expect(bins.map(({ from, count, said, came }) => [from, count, said, came])).toEqual([
      [0, 2, 0.05, 0.5],
      [0.2, 1, 0.2, 0.5],
      [0.8, 1, 1, 1],
    ]);
  });
});
