import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandOf, wordFor, type Yardstick, yardsticks } from "./yardsticks.ts";

const names: Yardstick[] = ["icd203", "phia"];
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe("yardsticks", () => {
  test("ICD 203: bands touch from .01 to .99", () => {
    const bands = yardsticks.icd203;
    expect(bands.map((band) => band.low)).toEqual([0.01, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95]);
    expect(bands.slice(1).map((band) => band.low)).toEqual(bands.slice(0, -1).map((band) => band.high));
    expect(bands.at(-1)?.high).toBe(0.99);
  });
  test("PHIA: bands as published, in percent", () => {
    expect(yardsticks.phia.map(({ word, low, high }) => [word, Math.round(low * 100), Math.round(high * 100)])).toEqual(
      [
        ["remote chance", 0, 5],
        ["highly unlikely", 10, 20],
        ["unlikely", 25, 35],
        ["realistic possibility", 40, 50],
        ["likely or probable", 55, 75],
        ["highly likely", 80, 90],
        ["almost certain", 95, 100],
      ],
    );
  });
  test("a word means what its own yardstick says, and nothing in one that lacks it", () => {
    expect(bandOf("unlikely", "icd203")).toEqual({ word: "unlikely", low: 0.2, high: 0.45 });
    expect(bandOf("unlikely", "phia")).toEqual({ word: "unlikely", low: 0.25, high: 0.35 });
    expect(bandOf("roughly even", "phia")).toBeUndefined();
    expect(bandOf("remote chance", "icd203")).toBeUndefined();
  });
});

describe("wordFor", () => {
  test.each([
    [0, "almost no chance"],
    [0.009, "almost no chance"],
    [0.049, "almost no chance"],
    [0.05, "very unlikely"],
    [0.2, "unlikely"],
    [1 - 0.8, "unlikely"],
    [0.4499, "unlikely"],
    [0.45, "roughly even"],
    [0.55, "likely"],
    [0.8, "very likely"],
    [0.95, "almost certain"],
    [1, "almost certain"],
  ] as const)("ICD 203, half-open bands: %d is %s", (p, word) => {
    expect(wordFor(p, "icd203")).toBe(word);
  });
  test.each([
    [0.05, "remote chance"],
    [0.074, "remote chance"],
    [0.075, "highly unlikely"],
    [0.224, "highly unlikely"],
    [0.225, "unlikely"],
    [0.375, "realistic possibility"],
    [0.525, "realistic possibility"],
    [0.526, "likely or probable"],
    [0.775, "likely or probable"],
    [0.776, "highly likely"],
    [0.925, "highly likely"],
    [0.926, "almost certain"],
  ] as const)("PHIA, the nearest word in a gap and the less certain halfway: %d is %s", (p, word) => {
    expect(wordFor(p, "phia")).toBe(word);
  });
  test("gives a word back for every chance in its band, and never a lower word for a higher chance", () => {
    fc.assert(
      fc.property(chance, chance, fc.constantFrom(...names), (a, b, yardstick) => {
        const bands = yardsticks[yardstick];
        const rank = (p: number) => bands.findIndex((band) => band.word === wordFor(p, yardstick));
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)));
        for (const band of bands)
          expect(wordFor(band.low + (band.high - band.low) * a * 0.999, yardstick)).toBe(band.word);
      }),
    );
  });
  test("refuses what is no chance", () => {
    expect(() => wordFor(1.01, "phia")).toThrow(RangeError);
    expect(() => wordFor(Number.NaN, "icd203")).toThrow(RangeError);
  });
});
