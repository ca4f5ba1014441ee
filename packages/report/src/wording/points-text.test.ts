import { expect, it } from "vitest";
import { levelText, pointsCompact, pointsSign, pointsText, spreadText } from "./points-text.ts";

it("prints a worth with its sign, one decimal at most, and its interval", () => {
  expect(pointsText({ value: 3.4449, low: 1, high: 5.81 })).toBe("+3.4 points (+1 to +5.8)");
  expect(pointsText({ value: -1, low: -2, high: 0.04 })).toBe("−1 point (−2 to 0)");
  expect(pointsText({ value: 0.01, low: 0.01, high: 0.01 })).toBe("0 points");
});
it("prints a level without a sign", () => {
  expect(levelText({ value: 52.64, low: 52.2, high: 53 })).toBe("52.6 points (52.2 to 53)");
});
it("prints a typed spread", () => {
  expect(spreadText({ low: 2, median: 4, high: 6 })).toBe("+2 to +6 points");
});
it("says what the interval says about the sign", () => {
  expect(pointsSign({ value: 1, low: 0.1, high: 2 })).toBe("for");
  expect(pointsSign({ value: -1, low: -2, high: -0.1 })).toBe("against");
  expect(pointsSign({ value: 1, low: -0.1, high: 2 })).toBe("unclear");
});
it("prints a worth for narrow columns", () => {
  expect(pointsCompact({ value: 0.2, low: 0.1, high: 0.31 })).toBe("+0.2 (+0.1 to +0.3)");
  expect(pointsCompact({ value: 0.21, low: 0.18, high: 0.23 })).toBe("+0.2");
});
