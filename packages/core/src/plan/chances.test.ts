import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { planBrief } from "../run/index.ts";
import { categoriesOf, categoryOf } from "./categories.ts";
import { rangeAround, sampleQuantile, shownChance, shrink } from "./shown-chance.ts";
import { luckOfResidual, SmallWorld } from "./small-world.test-support.ts";
import { differenceWithInterval, meanWithInterval } from "./value-range.ts";

const text = (ours: string) => `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b], gatekeepers: nobody, breakdown: 10% } }
agenda:
  - issue: tariff
    options: { o0: 0, o30: 30, o60: 60, o80: 80, o100: 100 }
    otherwise: o0
    positions:
      a: { ${ours}, salience: 50 }
      b: { ideal: 40, salience: 50, cost of disagreement: 100 }
`;
const category = (world: SmallWorld, residual: number): number =>
  categoryOf(world.set({ "luck of residual tariff": luckOfResidual(residual) }).run().roll, 0);

describe("[P14] categories", () => {
  test("the ask or better, each rung or better and not the one before, worse, nothing by reason", () => {
    // We are at 100 and ask 80, falling back to 60. Mean 70: midpoints at 15, 45, 70, 90.
    const world = new SmallWorld(text("ideal: 100, ask: o80, fallbacks: [o60]"));
    const item = world.model.items[0]!;
    expect(categoriesOf(item)).toEqual({ rungs: 2, worse: 2, none: 3, count: 8 });
    expect([25, 10, -10, -35].map((e) => category(world, e))).toEqual([0, 0, 1, 2]);
    // Kept at 0 it is not reached (5 of the reasons); broken down, 3.
    expect(category(world, -79)).toBe(2 + 5);
    world.set({ "luck of breakdown talks": 0.05 });
    expect(category(world, 10)).toBe(2 + 3);
  });
  test("better is by our own values: beyond an ideal of 80 things get worse again", () => {
    // v(100) = 80 = v(60): as good as the fallback, not as the ask.
    const world = new SmallWorld(text("ideal: 80, ask: o80, fallbacks: [o60]"));
    // Mean 60; 100 from 90 on.
    expect(category(world, 37)).toBe(1);
    expect(category(world, 20)).toBe(0);
  });
  test("where we ask that things stay, nothing agreed is our ask", () => {
    const world = new SmallWorld(text("ideal: 0, ask: o0"));
    expect(category(world, -79)).toBe(0);
    expect(category(world, 10)).toBe(0);
  });
});

describe("[P15] shown chances", () => {
  test("p' = (1 − s)·p + s/m", () => {
    expect(shrink(0.3, 4, 0.1)).toBeCloseTo(0.9 * 0.3 + 0.025, 12);
    expect(shrink(0, 5, 0.1)).toBeCloseTo(0.02, 12);
  });
  test("of a partition sum to 1 again", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }), (parts) => {
        const total = parts.reduce((sum, x) => sum + x, 0);
        expect(parts.reduce((sum, x) => sum + shrink(x / total, parts.length, 0.1), 0)).toBeCloseTo(1, 9);
      }),
    );
  });
  test("[P16] the range is the 10th to 90th percentile about the chance, and the widest group is named", () => {
    const even = Array.from({ length: 101 }, (_, k) => k / 100);
    expect(sampleQuantile(even, 0.1)).toBeCloseTo(0.1, 12);
    expect(sampleQuantile([0, 1], 0.25)).toBeCloseTo(0.25, 12);
    // Mean 0.5 over the outer draws, 0.4 over all worlds: 0.4 − 0.4 and 0.4 + 0.4.
    const { low, high } = rangeAround(0.4, even);
    expect(low).toBeCloseTo(0, 12);
    expect(high).toBeCloseTo(0.8, 12);
    const narrow = even.map((x) => 0.45 + x / 10);
    expect(shownChance(0.4, [narrow, even, narrow], 4, 0)).toMatchObject({ widest: 1 });
    expect(shownChance(0.4, [narrow, narrow], 4, 0.1).chance).toBeCloseTo(0.385, 12);
  });
  test("an item's are those of its worlds, shrunk", () => {
    const { brief } = readBrief(text("ideal: 100, ask: o80, fallbacks: [o60]"), { file: "b.yaml" });
    const [item] = planBrief(brief!, { worlds: 500, seed: 6 }).findings!.items;
    // m: the ask, one rung, worse, nothing.
    expect(item!.ask.chance).toBeCloseTo(0.9 * item!.unshrunk.ask + 0.025, 12);
    expect(item!.rungs[0]!.chance).toBeCloseTo(0.9 * item!.unshrunk.rungs[0]! + 0.025, 12);
    // 10 ± 6 % break down: five standard errors of 1.3 %.
    const { brokeDown, notReached } = item!.none.because;
    const raw = (shown: number) => (shown / item!.none.chance) * item!.unshrunk.none;
    expect(Math.abs(raw(brokeDown) - 0.1)).toBeLessThan(0.067);
    expect(raw(brokeDown) + raw(notReached)).toBeCloseTo(item!.unshrunk.none, 9);
  });
});

describe("values over worlds", () => {
  test("mean and 90 % interval, worked by hand; a difference on the same worlds has its own", () => {
    // 1, 2, 3: mean 2, variance 1, error 1.645/√3.
    const { value, low, high } = meanWithInterval(Float64Array.of(1, 2, 3));
    expect([value, high - value, value - low].map((x) => x.toFixed(4))).toEqual(["2.0000", "0.9497", "0.9497"]);
    expect(differenceWithInterval(Float64Array.of(5, 1, 9), Float64Array.of(4, 0, 8))).toEqual({
      value: 1,
      low: 1,
      high: 1,
    });
  });
});
