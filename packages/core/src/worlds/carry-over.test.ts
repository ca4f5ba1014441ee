import fc from "fast-check";
import { expect, test } from "vitest";
import { carryOver } from "./carry-over.ts";

const unit = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

test("at correlation 1 the earlier draw returns, at 0 the own, at −1 the earlier one turned round", () => {
  fc.assert(
    fc.property(unit, unit, (first, own) => {
      expect(carryOver(first, own, 1)).toBe(first);
      expect(carryOver(first, own, 0)).toBe(own);
      expect(carryOver(first, own, -1)).toBeCloseTo(1 - first, 9);
    }),
  );
});

test("stays in (0, 1), rises with both draws, and is symmetric about one half", () => {
  fc.assert(
    fc.property(unit, unit, unit, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (first, own, more, rho) => {
      const u = carryOver(first, own, rho);
      expect(u > 0 && u < 1).toBe(true);
      if (more > first) expect(carryOver(more, own, rho)).toBeGreaterThanOrEqual(u - 1e-15);
      if (more > own) expect(carryOver(first, more, rho)).toBeGreaterThanOrEqual(u - 1e-15);
      expect(carryOver(1 - first, 1 - own, rho)).toBeCloseTo(1 - u, 7);
    }),
  );
});

test("is a draw still when both draws are the outermost", () => {
  const last = 1 - 2 ** -33;
  expect(carryOver(last, last, 0.8)).toBeLessThan(1);
  expect(carryOver(1 - last, 1 - last, 0.8)).toBeGreaterThan(0);
});

test("refuses what is no correlation", () => {
  expect(() => carryOver(0.5, 0.5, 1.01)).toThrow(RangeError);
  expect(() => carryOver(0.5, 0.5, Number.NaN)).toThrow(RangeError);
});
