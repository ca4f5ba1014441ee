import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Distribution } from "./distribution.ts";
import { drawKey } from "./draw-key.ts";
import { fillDraws } from "./fill-draws.ts";
import { meanOf } from "./mean-of.ts";
import { makePertTable, pertAt } from "./pert.ts";
import { quantile } from "./quantile.ts";
import { uniformAt } from "./uniforms.ts";

const scale = fc.double({ min: 0, max: 100, noNaN: true, noDefaultInfinity: true });
const rising = (count: number) =>
  fc.array(scale, { minLength: count, maxLength: count }).map((values) => values.sort((a, b) => a - b));
const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  scale.map((value) => ({ kind: "exact" as const, value })),
  rising(2).map(([low, high]) => ({ kind: "normal" as const, low: low!, high: high!, min: 0, max: 100 })),
  rising(4).map(([min, low, high, max]) => ({
    kind: "normal" as const,
    low: low!,
    high: high!,
    min: min!,
    max: max!,
  })),
  rising(3).map(([least, likeliest, most]) => ({
    kind: "pert" as const,
    least: least!,
    likeliest: likeliest!,
    most: most!,
  })),
  rising(2).map(([low, high]) => ({ kind: "uniform" as const, low: low!, high: high! })),
  fc.double({ min: 1, max: 200, noNaN: true }).map((mean) => ({ kind: "exponential" as const, mean, max: 100 })),
  fc
    .array(fc.record({ share: fc.double({ min: 0.1, max: 9, noNaN: true }), value: scale }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => ({ kind: "mixture" as const, parts })),
);
const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

/** The mean by the mid-point rule over the inverse CDF, which no formula for the mean shares. */
function meanByQuantiles(d: Distribution, points: number): number {
  let sum = 0;
  for (let i = 0; i < points; i++) sum += quantile(d, (i + 0.5) / points);
  return sum / points;
}

describe("every distribution", () => {
  test("has a quantile that never falls and stays on the scale", () => {
    fc.assert(
      fc.property(anyDistribution, share, share, (d, a, b) => {
        const [low, high] = [quantile(d, Math.min(a, b)), quantile(d, Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
      }),
      { numRuns: 1000 },
    );
  });

  test("has the mean that its quantiles have", () => {
    fc.assert(
      fc.property(anyDistribution, (d) => {
        expect(Math.abs(meanOf(d) - meanByQuantiles(d, 4000))).toBeLessThan(0.05);
      }),
    );
  });

  test("is drawn at the keyed uniform of each world, whatever worlds are drawn with it", () => {
    fc.assert(
      fc.property(anyDistribution, fc.nat(), fc.nat(50), fc.nat(20), (d, seed, from, count) => {
        const key = drawKey(seed, "test", "draws");
        const run = new Float64Array(count + 2).fill(-1);
        fillDraws(d, key, { from, count }, run, 1);
        const chosen = Uint32Array.from({ length: count }, (_, i) => from + count - 1 - i);
        const back = new Float64Array(count);
        fillDraws(d, key, chosen, back);
        for (let i = 0; i < count; i++) {
          expect(run[i + 1]).toBe(quantile(d, uniformAt(key, from + i)));
          expect(back[count - 1 - i]).toBe(run[i + 1]);
        }
        expect([run[0], run[count + 1]]).toEqual([-1, -1]);
      }),
    );
  });
});

test("10,000 draws of each kind have pinned bytes, the same on every machine and Node version", () => {
  const hash = createHash("sha256");
  const kinds: Distribution[] = [
    { kind: "normal", low: 20, high: 60, min: 0, max: 100 },
    { kind: "normal", low: -1, high: 90, min: 50, max: Infinity },
    { kind: "uniform", low: 0, high: 100 },
    { kind: "exponential", mean: 30, max: 100 },
    ...[0, 13.3, 50, 77.7, 100].map((likeliest) => ({ kind: "pert" as const, least: 0, likeliest, most: 100 })),
  ];
  const out = new Float64Array(10_000);
  kinds.forEach((d, i) => {
    fillDraws(d, drawKey(1, "pinned", d.kind, i), { from: 0, count: out.length }, out);
    hash.update(new Uint8Array(out.buffer)).update(String(meanOf(d)));
  });
  expect(hash.digest("hex")).toBe("530fac53f34c24ee1e84df2ac8a964346ddbb7d1c564b97bdc678d1426589510");
});

describe("a range", () => {
  const wide: Distribution = { kind: "normal", low: 20, high: 60, min: -Infinity, max: Infinity };
  test("has its two numbers at 5 % and 95 % before truncation", () => {
    expect(quantile(wide, 0.05)).toBeCloseTo(20, 5);
    expect(quantile(wide, 0.95)).toBeCloseTo(60, 5);
    expect(quantile(wide, 0.5)).toBe(40);
    expect(meanOf(wide)).toBe(40);
  });
  test("cut in half at its middle has the half-normal's mean and median", () => {
    const half: Distribution = { ...wide, min: 40 };
    const deviation = 40 / (2 * 1.6448536269514722);
    expect(meanOf(half)).toBeCloseTo(40 + deviation * Math.sqrt(2 / Math.PI), 9);
    expect(quantile(half, 0.5)).toBeCloseTo(40 + deviation * 0.6744897501960817, 5);
  });
  test("far outside its limits stays finite, inside, and turned as its mirror image", () => {
    for (const distance of [20, 100, 300, 5000]) {
      const above: Distribution = { kind: "normal", low: -1, high: 1, min: distance, max: distance + 5 };
      const below: Distribution = { kind: "normal", low: -1, high: 1, min: -distance - 5, max: -distance };
      for (const u of [0.001, 0.3, 0.999]) {
        const value = quantile(above, u);
        expect(value).toBeGreaterThanOrEqual(distance);
        expect(value).toBeLessThanOrEqual(distance + 5);
        expect(quantile(below, 1 - u)).toBeCloseTo(-value, 6);
      }
      expect(meanOf(above)).toBeCloseTo(-meanOf(below), 9);
    }
  });
  test("of no width is its number, held to the limits", () => {
    expect(quantile({ kind: "normal", low: 120, high: 120, min: 0, max: 100 }, 0.3)).toBe(100);
  });
});

describe("a triple (PERT)", () => {
  /** With mode j/4 the beta has whole parameters 1 + j and 5 − j, and its CDF is a binomial tail of five throws. */
  const binomialTail = (j: number, x: number) => {
    const choose = [1, 5, 10, 10, 5, 1];
    let sum = 0;
    for (let k = j + 1; k <= 5; k++) sum += choose[k]! * x ** k * (1 - x) ** (5 - k);
    return sum;
  };
  test.each([0, 1, 2, 3, 4])("with its mode at %i quarters has the binomial CDF, to 1e-6 in the middle", (j) => {
    const table = makePertTable(j / 4);
    for (let i = 1; i < 5000; i++) {
      const x = i / 5000;
      const u = binomialTail(j, x);
      // Beyond, the double u no longer tells places apart; no draw lies there.
      if (u > 1 - 1e-10) continue;
      const miss = Math.abs(pertAt(table, u) - x);
      expect(miss, `x ${x}`).toBeLessThan(u > 0.001 && u < 0.999 ? 1e-6 : 2e-5);
    }
  });
  test("with any mode agrees with plain integration of its density", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (m, x) => {
          // Mid-points in the angle φ of x = sin²φ, where the density has no corner.
          const density = (angle: number) => Math.sin(angle) ** (8 * m + 1) * Math.cos(angle) ** (9 - 8 * m);
          const mass = (to: number) => {
            let sum = 0;
            for (let i = 0; i < 4000; i++) sum += density(((i + 0.5) * to) / 4000);
            return sum * to;
          };
          const u = mass(Math.asin(Math.sqrt(x))) / mass(Math.PI / 2);
          fc.pre(u > 0.001 && u < 0.999);
          expect(Math.abs(pertAt(makePertTable(m), u) - x)).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 60 },
    );
  });
  test("is a constant when its three numbers are one", () => {
    expect(quantile({ kind: "pert", least: 7, likeliest: 7, most: 7 }, 0.9)).toBe(7);
  });
});

describe("the others", () => {
  test("a cost without limit is the exponential", () => {
    const d: Distribution = { kind: "exponential", mean: 30, max: Infinity };
    expect(quantile(d, 0.5)).toBeCloseTo(30 * Math.LN2, 12);
    expect(meanOf(d)).toBe(30);
  });
  test("a cost of mean 30 truncated to 0..100 averages 26.3", () => {
    // 30 − 100 e^(−10/3) / (1 − e^(−10/3)), by hand: e^(−10/3) = 0.035674.
    expect(meanOf({ kind: "exponential", mean: 30, max: 100 })).toBeCloseTo(26.3, 2);
  });
  test("a mixture takes its values in rising order by share", () => {
    const d: Distribution = {
      kind: "mixture",
      parts: [
        { share: 30, value: 100 },
        { share: 50, value: 0 },
        { share: 20, value: 40 },
        { share: 0, value: 60 },
      ],
    };
    expect([0.1, 0.499, 0.501, 0.699, 0.701, 0.999].map((u) => quantile(d, u))).toEqual([0, 0, 40, 40, 100, 100]);
    expect(meanOf(d)).toBe(38);
  });
});

describe("an impossible distribution is refused by name", () => {
  const worlds = { from: 0, count: 1 };
  test.each<[Distribution, RegExp]>([
    [{ kind: "exact", value: Number.NaN }, /exact: the value must be finite/],
    [{ kind: "normal", low: 3, high: 2, min: 0, max: 100 }, /normal: low/],
    [{ kind: "normal", low: 1, high: 2, min: 3, max: 2 }, /normal: min/],
    [{ kind: "pert", least: 0, likeliest: 5, most: 4 }, /pert: must rise/],
    [{ kind: "pert", least: 0, likeliest: 5, most: Infinity }, /pert: bounds/],
    [{ kind: "uniform", low: 1, high: 0 }, /uniform: low/],
    [{ kind: "exponential", mean: 0, max: 100 }, /exponential: mean/],
    [{ kind: "mixture", parts: [] }, /mixture: shares must sum/],
    [{ kind: "mixture", parts: [{ share: -1, value: 0 }] }, /mixture: shares must be/],
  ])("%j", (d, message) => {
    expect(() => quantile(d, 0.5)).toThrow(message);
    expect(() => meanOf(d)).toThrow(RangeError);
    expect(() => fillDraws(d, drawKey(1, "a", "b"), worlds, new Float64Array(1))).toThrow(message);
  });
});
