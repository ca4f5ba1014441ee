import fc from "fast-check";
import { expect, it } from "vitest";
import { barOf } from "./bars.ts";

it("draws shares in their order, densest first", () => {
  expect(barOf([0.25, 0.5, 0.1], 20, true)).toBe("█████▓▓▓▓▓▓▓▓▓▓▒▒···");
  expect(barOf([0.25, 0.5, 0.1], 20, false)).toBe("#####==========--...");
  expect(barOf([0, 0, 0], 4, true)).toBe("····");
  expect(barOf([1], 4, true)).toBe("████");
});
it("shows a small share, hides none of no size, and is as long as it should be", () => {
  expect(barOf([0.01, 0, 0.02], 20, false)).toBe("#-..................");
  const shares = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100));
  fc.assert(
    fc.property(shares, fc.integer({ min: 4, max: 60 }), (parts, width) => {
      const total = parts.reduce((sum, part) => sum + part, 0) || 1;
      const [ask = 0, rung = 0, worse = 0] = parts.map((part) => part / total);
      const bar = barOf([ask, rung, worse], width, false);
      expect(bar).toMatch(/^#*=*-*\.*$/);
      expect(bar).toHaveLength(width);
      expect(bar.includes("#")).toBe(ask > 0.005);
      expect(Math.abs(bar.split("#").length - 1 - ask * width)).toBeLessThanOrEqual(1);
    }),
  );
});
