import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { normalScore } from "./normal-score.ts";

const digits = 10n ** 60n;
/** √(2π) to 50 places, for the oracle only. */
const rootTwoPi = 2506628274631000502415765284811045253006986740609938n;

/**
 * Φ(x) − 1/2 by its Taylor series in whole numbers of 10^−60: Σ (−1)^n x^(2n+1) / (n! 2^n (2n+1)) / √(2π).
 * x in thousandths, so that the argument is exact.
 */
function halfBySeries(thousandths: number): number {
  const x = (BigInt(thousandths) * digits) / 1000n;
  const square = (x * x) / digits;
  let power = x;
  let sum = 0n;
  for (let n = 0n; power !== 0n; n++) {
    sum += (n % 2n === 0n ? power : -power) / (2n * n + 1n);
    power = (power * square) / digits / (2n * (n + 1n));
  }
  return Number((sum * 10n ** 51n) / rootTwoPi / 10n ** 30n) / 1e30;
}

describe("normalCdf", () => {
  test("agrees with the series in exact arithmetic to 1e-14, from −7.5 to 7.5", () => {
    for (let t = -7500; t <= 7500; t += 50)
      expect(Math.abs(normalCdf(t / 1000) - 0.5 - halfBySeries(t)), `at ${t / 1000}`).toBeLessThan(1e-14);
  });
  test("keeps its precision in the lower tail", () => {
    // Abramowitz & Stegun table 26.2: Q(5), Q(10); Φ(−20) from its asymptotic expansion.
    expect(normalCdf(-5) / 2.866515718791939e-7).toBeCloseTo(1, 9);
    expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 7);
    expect(normalCdf(-20) / 2.7536241186062337e-89).toBeCloseTo(1, 8);
    expect(normalCdf(-40)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-Infinity)).toBe(0);
  });
  test("is point-symmetric", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (x) => {
        expect(normalCdf(x)).toBe(1 - normalCdf(-x));
      }),
    );
  });
});

describe("normalQuantile", () => {
  test("gives the values that Wichura prints for checking", () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.2623400897984, 13);
  });
  test("undoes Φ", () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (x) => {
        const density = Math.exp(-0.5 * x * x) / 2.5066282746310002;
        expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(1e-14 + 2e-14 / density);
      }),
    );
  });
  test("has limits at 0 and 1 and no value outside", () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
  });
});

describe("normalScore", () => {
  test("is normalQuantile within 1e-7, never falls, and joins without a jump", () => {
    let last = -Infinity;
    let worst = 0;
    let falls = 0;
    for (let i = 1; i < 300_000; i++) {
      const score = normalScore(i / 300_000);
      worst = Math.max(worst, Math.abs(score - normalQuantile(i / 300_000)));
      if (score < last) falls++;
      last = score;
    }
    expect(worst).toBeLessThan(1e-7);
    expect(falls).toBe(0);
    for (const seam of [20 / 1024, 1004 / 1024])
      expect(Math.abs(normalScore(seam) - normalScore(seam - 1e-12))).toBeLessThan(1e-9);
  });
});
