import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weightedMean, weightsOf } from "../weighted.ts";
import { kalaiSmorodinskyOnScale, nashOnScale } from "./bargaining.ts";

const tables = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 2,
    maxLength: 6,
  })
  .map((rows) => ({
    position: rows.map((row) => row[0]),
    salience: rows.map((row) => row[1] / 10),
    capability: rows.map((row) => row[2]),
  }));
const scale = { low: 0, high: 100 };
const rules = [nashOnScale, kalaiSmorodinskyOnScale] as const;

describe("[F10] Nash", () => {
  test("tends to the weighted mean as disagreement becomes costly", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 100 }), (table, otherwise) => {
        const found = nashOnScale(table, { ...scale, otherwise, cost: 1e4 });
        expect(Math.abs(found - weightedMean(table.position, weightsOf(table)))).toBeLessThan(0.05);
      }),
    );
  });
  test("by hand: two of equal weight between 0 and 100, and no cost, meet where the product of gains peaks", () => {
    const table = { position: [0, 100], salience: [1, 1], capability: [1, 1] };
    // q = 50: both lose by any move away from it.
    expect(nashOnScale(table, { ...scale, otherwise: 50, cost: 0 })).toBeCloseTo(50, 6);
    // With a cost of 1 and q = 0 the first gains 1 − x², the second 2 − (1 − x)²: the derivative of their logs is nil at .4063…
    const found = nashOnScale(table, { ...scale, otherwise: 0, cost: 1 }) / 100;
    const slope = (-2 * found) / (1 - found * found) + (2 * (1 - found)) / (2 - (1 - found) * (1 - found));
    expect(slope).toBeCloseTo(0, 5);
  });
  test("is the best of a fine grid", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 20 }), (table, q, tenths) => {
        const cost = tenths / 10;
        const gain = (i: number, x: number) => {
          const loss = (place: number) => table.salience[i]! * ((place - table.position[i]!) / 100) ** 2;
          return cost + loss(q) - loss(x);
        };
        let best = 0;
        let most = Number.NEGATIVE_INFINITY;
        for (let x = 0; x <= 100; x += 0.25) {
          const gains = table.position.map((_, i) => gain(i, x));
          if (gains.some((g) => g <= 0)) continue;
          const sum = gains.reduce((total, g, i) => total + table.capability[i]! * Math.log(g), 0);
          if (sum > most) [most, best] = [sum, x];
        }
        expect(Math.abs(nashOnScale(table, { ...scale, otherwise: q, cost }) - best)).toBeLessThan(0.3);
      }),
    );
  });
});

describe("[F11] Kalai–Smorodinsky", () => {
  test("two at the ends of the scale with equal stakes meet in the middle, whatever their capability", () => {
    expect(kalaiSmorodinskyOnScale({ position: [0, 100], salience: [1, 1], capability: [1, 9] }, scale)).toBeCloseTo(
      50,
      6,
    );
  });
  test("leaves those who get the least of what they could get equal, unless one has all it could", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const place = kalaiSmorodinskyOnScale(table, { ...scale, cost: 1 });
        const shares = table.position.map((x, i) => 1 - table.salience[i]! * ((place - x) / 100) ** 2);
        const least = Math.min(...shares);
        // Nobody can be helped without harming one who has as little: those at the least stand on both sides.
        const worst = table.position.filter((_, i) => shares[i]! < least + 1e-6);
        expect(worst.some((x) => x <= place + 1e-3) && worst.some((x) => x >= place - 1e-3)).toBe(true);
      }),
    );
  });
});

describe("both", () => {
  test.each(rules)("%o: scale, translation and turning round", (rule) => {
    fc.assert(
      fc.property(tables, fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 }), (table, shift, factor) => {
        const found = rule(table, { ...scale, otherwise: 30 });
        const moved = { ...table, position: table.position.map((x) => shift + factor * x) };
        const there = { low: shift, high: shift + 100 * factor, otherwise: shift + 30 * factor };
        expect(Math.abs(rule(moved, there) - (shift + factor * found))).toBeLessThan(1e-3);
        const turned = { ...table, position: table.position.map((x) => 100 - x) };
        expect(Math.abs(rule(turned, { ...scale, otherwise: 70 }) - (100 - found))).toBeLessThan(1e-3);
      }),
    );
  });
  test.each(rules)(
    "%o: a unanimous table stays where it is, and without a stretch on which all gain, what is without agreement",
    (rule) => {
      const alike = { position: [40, 40], salience: [0.5, 1], capability: [1, 2] };
      expect(rule(alike, scale)).toBeCloseTo(40, 4);
      expect(
        rule({ position: [0, 100], salience: [1, 1], capability: [1, 1] }, { ...scale, otherwise: 20, cost: 0 }),
      ).toBeCloseTo(20, 4);
    },
  );
});
