import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mirroredResiduals, residualCdf } from "../worlds/index.ts";
import {
  type Case,
  crps,
  crpsOf,
  logLoss,
  meanPlusResidualChances,
  mixWithEven,
  noneShareOfOthers,
  scoreSettings,
  uniformChances,
} from "./index.ts";

const one = (chances: number[], outcome: number, options = [0, 100], forecastMean = 50): Case => ({
  id: "ruhr",
  options,
  forecastMean,
  chances,
  outcome,
});
const places = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 });
const simplex = (count: number) =>
  fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: count, maxLength: count }).map((parts) => {
    const total = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => part / total);
  });

describe("log loss", () => {
  test("worked by hand: a half, a quarter and certainty", () => {
    expect(logLoss([one([0.5, 0.25, 0.25], 0), one([0.5, 0.25, 0.25], 2), one([0, 1, 0], 1)])).toBeCloseTo(
      (Math.LN2 + 2 * Math.LN2) / 3,
      12,
    );
  });
  test("is infinite where what came out was called impossible", () => {
    expect(logLoss([one([0, 1, 0], 0)])).toBe(Infinity);
  });
  test("is least on average for the true chances", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }).chain((count) => fc.tuple(simplex(count), simplex(count))),
        ([truth, said]) => {
          const options = truth.slice(1).map((_, i) => i * 10);
          const expected = (chances: number[]) =>
            truth.reduce((sum, p, outcome) => sum + p * logLoss([one(chances, outcome, options)]), 0);
          expect(expected(truth)).toBeLessThanOrEqual(expected(said) + 1e-12);
        },
      ),
    );
  });
});

describe("CRPS", () => {
  test("worked by hand: an even chance of 0 and 100 misses either by 25, a certain one by nothing or 100", () => {
    expect(crpsOf(one([0.4, 0.4, 0.2], 0))).toBeCloseTo(25, 12);
    expect(crpsOf(one([1, 0, 0], 0))).toBe(0);
    expect(crpsOf(one([1, 0, 0], 1))).toBe(100);
  });
  test("is the squared distance of the distribution functions, summed along the scale", () => {
    fc.assert(
      fc.property(
        places.chain((options) => fc.tuple(fc.constant(options), simplex(options.length), fc.nat(options.length - 1))),
        ([options, shares, outcome]) => {
          let area = 0;
          for (let x = 0; x < 100; x++) {
            const below = options.reduce((sum, place, i) => sum + (place <= x ? shares[i]! : 0), 0);
            area += (below - (options[outcome]! <= x ? 1 : 0)) ** 2;
          }
          const chances = [...shares.map((share) => 0.7 * share), 0.3];
          expect(crpsOf(one(chances, outcome, options))).toBeCloseTo(area, 8);
        },
      ),
    );
  });
  test("leaves out what ended without agreement", () => {
    expect(crps([one([0.4, 0.4, 0.2], 2)])).toBeUndefined();
    expect(crps([one([0.4, 0.4, 0.2], 2), one([0.4, 0.4, 0.2], 0)])).toBeCloseTo(25, 12);
  });
});

describe("the baselines", () => {
  test("uniform scores log(m + 1) whatever comes out", () => {
    for (const outcome of [0, 1, 2, 3])
      expect(logLoss([one(uniformChances([0, 50, 100]), outcome, [0, 50, 100])])).toBeCloseTo(Math.log(4), 12);
  });
  test("mean plus residual is what 702 draws give, each read off at the nearest option", () => {
    fc.assert(
      fc.property(
        places,
        fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (options, mean, none) => {
          const counted = options.map(() => 0);
          for (const residual of mirroredResiduals) {
            const x = Math.min(100, Math.max(0, mean + residual));
            const distances = options.map((place) => Math.abs(place - x));
            const least = Math.min(...distances);
            const nearest = distances.map((d) => (d < least + 1e-9 ? 1 : 0));
            // Equally near: half to each side, within a side alike.
            const sides = new Set(options.filter((_, i) => nearest[i])).size;
            options.forEach((place, i) => {
              const alike = options.filter((other) => other === place).length;
              if (nearest[i]) counted[i]! += (1 - none) / 702 / sides / alike;
            });
          }
          meanPlusResidualChances(options, mean, none).forEach((chance, i) => {
            expect(chance).toBeCloseTo(i < options.length ? counted[i]! : none, 9);
          });
        },
      ),
    );
  });
  test("mean plus residual turns with the scale", () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 100 }), (options, mean) => {
        const turned = meanPlusResidualChances(
          options.map((place) => 100 - place),
          100 - mean,
          0.2,
        );
        meanPlusResidualChances(options, mean, 0.2).forEach((chance, i) => {
          expect(chance).toBeCloseTo(turned[i]!, 12);
        });
      }),
    );
  });
  test("an option put in between leaves the chance of a half-line that it does not touch", () => {
    const without = meanPlusResidualChances([0, 40, 60, 100], 45, 0.1);
    const within = meanPlusResidualChances([0, 40, 60, 80, 100], 45, 0.1);
    expect(within[0]! + within[1]!).toBeCloseTo(without[0]! + without[1]!, 12);
  });
  test("mixing with the even spread leaves no zero and a sum of 1", () => {
    const mixed = mixWithEven([1, 0, 0, 0], 0.1);
    expect(mixed[0]).toBeCloseTo(0.925, 12);
    expect(mixed[3]).toBeCloseTo(0.025, 12);
    expect(mixed.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  });
  test("the share of no agreement is that of the others", () => {
    const cases = [one([1, 0, 0], 2), one([1, 0, 0], 0), one([1, 0, 0], 0)];
    expect(noneShareOfOthers(cases)).toEqual([1 / 4, 2 / 4, 2 / 4]);
  });
});

describe("scoreSettings", () => {
  const cases = [one([0.6, 0.2, 0.2], 0, [0, 100], 20), one([0.6, 0.2, 0.2], 2, [0, 100], 50)];
  const asNow = cases.map((each) => each.chances);
  test("sets out the settings and both baselines against the first", () => {
    const scores = scoreSettings(cases, {
      now: asNow,
      surer: [
        [0.8, 0.1, 0.1],
        [0.8, 0.1, 0.1],
      ],
    });
    expect(scores.map((score) => score.name)).toEqual(["now", "surer", "uniform", "mean plus residual"]);
    const [now, surer, uniform, residual] = scores;
    expect(now?.logLoss).toBeCloseTo(logLoss(cases), 12);
    expect([now?.difference, now?.differenceError]).toEqual([0, 0]);
    // By hand: −log .8 + log .6 = −.2877 and −log .1 + log .2 = .6931; mean .2027, half their distance .4904.
    expect(surer?.difference).toBeCloseTo(0.2027, 4);
    expect(surer?.differenceError).toBeCloseTo(0.4904, 4);
    expect(uniform?.logLoss).toBeCloseTo(Math.log(3), 12);
    // The second case: one of the other cases failed in none of one, so (0 + 1) / (1 + 2) for none, mixed with a third.
    expect(residual?.byCase[1]).toBeCloseTo(-Math.log(0.9 / 3 + 0.1 / 3), 12);
    // The first: (1 + 1) / (1 + 2) for none; of the rest, residuals up to 30 bring a mean of 20 no further than half-way.
    expect(residual?.byCase[0]).toBeCloseTo(-Math.log((0.9 / 3) * residualCdf(30) + 0.1 / 3), 12);
  });
  test("says infinite, and leaves out what is then undefined, where a setting called the outcome impossible", () => {
    const [never, again, now, other] = scoreSettings(cases, {
      never: [
        [0, 1, 0],
        [0.6, 0.2, 0.2],
      ],
      again: [
        [0, 1, 0],
        [0.6, 0.2, 0.2],
      ],
      now: asNow,
      other: [
        [0.6, 0.2, 0.2],
        [0, 1, 0],
      ],
    });
    expect(never?.logLoss).toBe(Infinity);
    expect([again?.difference, again?.differenceError]).toEqual([0, 0]);
    expect(now?.difference).toBe(-Infinity);
    expect(now).not.toHaveProperty("differenceError");
    expect(other).not.toHaveProperty("difference");
  });
  test("names what is wrong", () => {
    expect(() => scoreSettings([], {})).toThrow(/no case/);
    expect(() => scoreSettings(cases, { now: [[1, 0, 0]] })).toThrow(/setting now has 1 lists of chances for 2 cases/);
    expect(() =>
      scoreSettings(cases, {
        now: [
          [1, 0, 0],
          [0.5, 0, 0],
        ],
      }),
    ).toThrow(/case ruhr: chances/);
    expect(() => logLoss([one([1, 0], 0)])).toThrow(/needs 3 chances/);
    expect(() => logLoss([one([1, 0, 0], 3)])).toThrow(/outcome must be a whole number within 0..2/);
    expect(() => logLoss([one([1, 0, 0], 0, [0, 101])])).toThrow(/places within 0..100/);
    expect(() => logLoss([one([1, 0, 0], 0, [0, 100], Number.NaN)])).toThrow(/forecast mean/);
  });
});
