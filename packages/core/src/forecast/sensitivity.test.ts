import { describe, expect, test } from "vitest";
import { parisTable } from "./fixtures/paris-table.test-data.ts";
import { swingsOf } from "./sensitivity.ts";
import { varyTable } from "./vary.ts";
import { weightedMean } from "./weighted.ts";

const issue = parisTable.issues[0]!;
const names = parisTable.actors.map((actor) => actor.id);
const count = 400;
const drawn = varyTable(issue, names, 10, 5, count);

describe("[F14] what moves the forecast", () => {
  const swings = swingsOf(drawn);
  test("each input is there once, the widest first", () => {
    expect(swings).toHaveLength(45);
    const widths = swings.map((swing) => Math.abs(swing.atHigh - swing.atLow));
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });
  test("each end is the mean of the forecasts with that one number replaced", () => {
    for (const { row, what, low, atLow } of swings.slice(0, 12)) {
      let sum = 0;
      for (let k = 0; k < count; k++) {
        const of = (part: "position" | "salience" | "capability") =>
          issue.rows.map((_, i) => (part === what && i === row ? low : drawn[part][i * count + k]!));
        const salience = of("salience");
        const weight = of("capability").map((c, i) => c * salience[i]!);
        sum += weightedMean(of("position"), weight);
      }
      expect(atLow).toBeCloseTo(sum / count, 9);
    }
  });
  test("what is exact has no swing", () => {
    expect(swingsOf(varyTable(issue, names, 0, 5, 50))).toEqual([]);
  });
});

describe("coder's error", () => {
  test("nine tenths of the draws lie within it, before the scale cuts them, and none off the scale", () => {
    const inside = issue.rows.findIndex((row) => row.position === 50);
    const own = drawn.position.subarray(inside * count, (inside + 1) * count);
    const within = own.filter((x) => x >= 40 && x <= 60).length / count;
    // Five standard errors about 0.9.
    expect(Math.abs(within - 0.9)).toBeLessThan(5 * Math.sqrt((0.9 * 0.1) / count));
    expect(drawn.position.every((x) => x >= 0 && x <= 100)).toBe(true);
    expect(drawn.salience.every((s) => s >= 0 && s <= 1)).toBe(true);
    expect(drawn.capability.every((c) => c >= 0)).toBe(true);
  });
  test("a draw is the actor's own: another table with the same actor gives the same", () => {
    const fewer = { ...issue, rows: issue.rows.slice(3) };
    const again = varyTable(fewer, names, 10, 5, count);
    expect([...again.position.subarray(0, 20)]).toEqual([...drawn.position.subarray(3 * count, 3 * count + 20)]);
  });
});
