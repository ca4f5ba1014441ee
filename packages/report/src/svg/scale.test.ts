import { describe, expect, it } from "vitest";
import { linearScale, niceTicks } from "./scale.ts";

describe("scales", () => {
  it("may fall, and hold what lies beyond at their ends", () => {
    const scale = linearScale(12, 0, 100, 200);
    expect(scale.place(12)).toBe(100);
    expect(scale.place(0)).toBe(200);
    expect(scale.place(3)).toBe(175);
    expect(scale.place(20)).toBe(100);
  });
  it("put all in the middle where both ends are the same", () => {
    expect(linearScale(5, 5, 0, 10).place(5)).toBe(5);
  });
  it("are ticked with round numbers", () => {
    expect(niceTicks(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(niceTicks(-1.2, 3.1, 6)).toEqual([-1, 0, 1, 2, 3]);
    expect(niceTicks(0, Number.POSITIVE_INFINITY, 6)).toEqual([0]);
    expect(niceTicks(120, 400, 5)).toEqual([200, 300, 400]);
    expect(niceTicks(0, 0.04, 4)).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
    expect(niceTicks(3, 3, 4)).toEqual([3]);
  });
});
