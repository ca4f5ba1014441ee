import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const lines = readFileSync(new URL("../../../../data/deu3-residuals.csv", import.meta.url), "utf8")
  .trim()
  .split("\n");
const column = (name: string) => {
  const at = lines[0]!.split(",").indexOf(name);
  return lines.slice(1).map((line) => Number(line.split(",")[at]));
};

describe("the EU table's published errors, recomputed from the shipped rows", () => {
  const outcome = column("outcome");
  const misses = (name: string) => column(name).map((x, i) => Math.abs(x - outcome[i]!));
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  test.each([
    ["compromise_forecast", 22.99, 29.77],
    ["challenge_forecast", 26.83, 38.51],
  ])("%s: mean absolute error %f, root mean square %f", (name, absolute, square) => {
    const missed = misses(name);
    expect(missed).toHaveLength(351);
    expect(mean(missed)).toBeCloseTo(absolute, 2);
    expect(Math.sqrt(mean(missed.map((x) => x * x)))).toBeCloseTo(square, 2);
  });
  test("always 50 misses by 27.96, half and half by 23.96", () => {
    expect(mean(outcome.map((y) => Math.abs(50 - y)))).toBeCloseTo(27.96, 2);
    const half = column("compromise_forecast").map((x, i) => (x + column("challenge_forecast")[i]!) / 2);
    expect(mean(half.map((x, i) => Math.abs(x - outcome[i]!)))).toBeCloseTo(23.96, 2);
  });
});
