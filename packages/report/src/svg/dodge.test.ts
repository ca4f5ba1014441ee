import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dodge } from "./dodge.ts";

const spans = fc
  .array(
    fc.record({ at: fc.double({ min: 0, max: 500, noNaN: true }), width: fc.double({ min: 5, max: 60, noNaN: true }) }),
    {
      maxLength: 8,
    },
  )
  .map((list) => list.toSorted((a, b) => a.at - b.at));

describe("dodging labels", () => {
  it("keeps them apart, in order and within the line, where there is room", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const middles = dodge(list, -50, 600, 4);
        expect(middles).toHaveLength(list.length);
        list.forEach((span, i) => {
          const middle = middles[i] ?? Number.NaN;
          expect(middle - span.width / 2).toBeGreaterThanOrEqual(-50 - 1e-6);
          expect(middle + span.width / 2).toBeLessThanOrEqual(600 + 1e-6);
          const before = list[i - 1];
          if (!before) return;
          const room = middle - span.width / 2 - ((middles[i - 1] ?? 0) + before.width / 2);
          expect(room).toBeGreaterThanOrEqual(4 - 1e-6);
        });
      }),
    );
  });
  it("moves nothing that is already apart", () => {
    expect(
      dodge(
        [
          { at: 50, width: 20 },
          { at: 100, width: 20 },
        ],
        0,
        200,
        4,
      ),
    ).toEqual([50, 100]);
  });
  it("shares the shift between two at the same place", () => {
    expect(
      dodge(
        [
          { at: 100, width: 20 },
          { at: 100, width: 20 },
        ],
        0,
        200,
        4,
      ),
    ).toEqual([88, 112]);
  });
});
