import { expect, test } from "vitest";
import { drawKey, fillUniforms, normalQuantile } from "../worlds/index.ts";
import { crossing, fitLine, heightAt, isSloped } from "./fit.ts";

function noisy(seed: number, n: number, slope: number) {
  const x = new Float64Array(n);
  const noise = new Float64Array(n);
  fillUniforms(drawKey(seed, "test", "x"), { from: 0, count: n }, x);
  fillUniforms(drawKey(seed, "test", "noise"), { from: 0, count: n }, noise);
  return { x, y: Float64Array.from(x, (each, k) => slope * (each - 0.4) + normalQuantile(noise[k]!)) };
}

test("the interval of the crossing holds the true one in about nine of ten samples (Fieller 1954)", () => {
  let held = 0;
  const samples = 400;
  for (let seed = 0; seed < samples; seed++) {
    const { x, y } = noisy(seed, 200, 2);
    const turn = crossing(fitLine(x, y)!);
    if (turn === undefined || (turn.low < 0.4 && 0.4 < turn.high)) held++;
  }
  // Binomial error is 1.5 in a hundred.
  expect(held / samples).toBeGreaterThan(0.9 - 0.06);
  expect(held / samples).toBeLessThan(0.9 + 0.06);
});

test("an exact line is found exactly, and crosses where it does", () => {
  const x = Float64Array.of(0, 1, 2, 3);
  const line = fitLine(x, Float64Array.of(-3, -1, 1, 3))!;
  expect(heightAt(line, 5)).toEqual({ value: 7, low: 7, high: 7 });
  expect(crossing(line)!.at).toBeCloseTo(1.5, 12);
});

test("of 400 slopes of nothing but noise hardly ever one is told from noise", () => {
  let told = 0;
  for (let seed = 0; seed < 400; seed++) {
    const { x, y } = noisy(seed, 200, 0);
    if (isSloped(fitLine(x, y)!, 400)) told++;
  }
  expect(told).toBeLessThanOrEqual(1);
});

test("what does not vary has no line, and a flat one does not cross", () => {
  expect(fitLine(Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3))).toBeUndefined();
  expect(fitLine(Float64Array.of(1, 2), Float64Array.of(1, 2))).toBeUndefined();
  expect(crossing(fitLine(Float64Array.of(1, 2, 3), Float64Array.of(1, 1, 1))!)).toBeUndefined();
});
