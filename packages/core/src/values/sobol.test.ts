import { expect, test } from "vitest";
import { drawKey, fillUniforms } from "../worlds/index.ts";
import { sobolIndices } from "./sobol.ts";

const n = 60_000;
function column(seed: number, input: number): Float64Array {
  const out = new Float64Array(n);
  fillUniforms(drawKey(seed, "input", `x${input}`), { from: 0, count: n }, out);
  return out;
}
function indices(f: (x: readonly number[]) => number, inputs: number) {
  const a = Array.from({ length: inputs }, (_, i) => column(1, i));
  const b = Array.from({ length: inputs }, (_, i) => column(2, i));
  const run = (columns: readonly Float64Array[]) =>
    Float64Array.from({ length: n }, (_, w) => f(columns.map((each) => each[w]!)));
  return a.map((_, i) => sobolIndices(run(a), run(b), run(a.map((each, k) => (k === i ? b[k]! : each)))));
}

test("Ishigami's function has its published indices", () => {
  const found = indices((u) => {
    const [x, y, z] = u.map((each) => Math.PI * (2 * each - 1)) as [number, number, number];
    return Math.sin(x) + 7 * Math.sin(y) * Math.sin(y) + 0.1 * z * z * z * z * Math.sin(x);
  }, 3);
  // Ishigami & Homma 1990 with a = 7, b = 0.1; Saltelli et al. 2008, section 4.
  for (const [i, [first, total]] of [
    [0.3139, 0.5576],
    [0.4424, 0.4424],
    [0, 0.2437],
  ].entries()) {
    expect(found[i]!.first.value).toBeCloseTo(first!, 1);
    expect(Math.abs(found[i]!.first.value - first!)).toBeLessThan(0.02);
    expect(Math.abs(found[i]!.total.value - total!)).toBeLessThan(0.02);
    expect(found[i]!.total.low).toBeLessThan(found[i]!.total.value);
  }
});

test("Sobol's G function has the indices of its formula", () => {
  const a = [0, 1, 4.5, 9];
  const parts = a.map((each) => 1 / 3 / ((1 + each) * (1 + each)));
  const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  const found = indices(
    (u) => u.reduce((product, x, i) => (product * (Math.abs(4 * x - 2) + a[i]!)) / (1 + a[i]!), 1),
    4,
  );
  for (const [i, part] of parts.entries()) {
    const others = parts.reduce((product, each, k) => (k === i ? product : product * (1 + each)), 1);
    expect(Math.abs(found[i]!.first.value - part / variance)).toBeLessThan(0.02);
    expect(Math.abs(found[i]!.total.value - (part * others) / variance)).toBeLessThan(0.02);
  }
});

test("what does not vary has no drivers", () => {
  const same = new Float64Array(10).fill(3);
  expect(sobolIndices(same, same, same)).toEqual({
    first: { value: 0, low: 0, high: 0 },
    total: { value: 0, low: 0, high: 0 },
  });
});
