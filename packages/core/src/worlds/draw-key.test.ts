import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawKey } from "./draw-key.ts";

const text = (key: { k0: number; k1: number }) => `${key.k0},${key.k1}`;

describe("drawKey", () => {
  test("is the same for the same name, whatever was named before", () => {
    const before = drawKey(7, "cost", "ussr/poland");
    drawKey(7, "cost", "another");
    expect(drawKey(7, "cost", "ussr/poland")).toEqual(before);
    expect(drawKey(7, "cost", "ussr/poland", 0)).toEqual(before);
  });

  test("is pinned: a change of these numbers changes every plan", () => {
    expect(drawKey(1, "residual", "ruhr")).toEqual({ k0: 1086085243, k1: -480734688 });
  });

  test("tells every part of the name from every other", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.maxSafeInteger(), fc.string(), fc.string(), fc.nat()),
        fc.tuple(fc.maxSafeInteger(), fc.string(), fc.string(), fc.nat()),
        (a, b) => {
          fc.pre(JSON.stringify(a) !== JSON.stringify(b));
          expect(text(drawKey(...a))).not.toBe(text(drawKey(...b)));
        },
      ),
    );
    // Where one part ends and the next begins, or a text ends in what fills its last block.
    const near = [
      drawKey(1, "ab", "c"),
      drawKey(1, "a", "bc"),
      drawKey(1, "", "abc"),
      drawKey(1, "abc", ""),
      drawKey(1, "a", "b\0"),
      drawKey(1, "a", "b"),
      drawKey(1, "a", "b", 1),
      drawKey(2, "a", "b"),
      drawKey(-1, "a", "b"),
      drawKey(4294967297, "a", "b"),
    ];
    expect(new Set(near.map(text)).size).toBe(near.length);
  });

  test("has no two alike among 60,000 names that differ little", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 20; seed++)
      for (let id = 0; id < 1000; id++)
        for (let occurrence = 0; occurrence < 3; occurrence++)
          seen.add(text(drawKey(seed, "position", `party-${id}/issue`, occurrence)));
    expect(seen.size).toBe(60_000);
  });

  test("turns about half of its bits when one character changes", () => {
    const ones = (x: number) => {
      let count = 0;
      for (let bits = x; bits !== 0; bits &= bits - 1) count++;
      return count;
    };
    let turned = 0;
    const trials = 2000;
    for (let i = 0; i < trials; i++) {
      const a = drawKey(1, "kind", `name-${i}-a`);
      const b = drawKey(1, "kind", `name-${i}-b`);
      turned += ones(a.k0 ^ b.k0) + ones(a.k1 ^ b.k1);
    }
    // 64 fair bits a trial: mean 32, five standard errors of √16 / √2000.
    expect(Math.abs(turned / trials - 32)).toBeLessThan((5 * 4) / Math.sqrt(trials));
  });

  test("refuses what is no whole number", () => {
    expect(() => drawKey(1.5, "a", "b")).toThrow(RangeError);
    expect(() => drawKey(Number.NaN, "a", "b")).toThrow(/seed/);
    expect(() => drawKey(1, "a", "b", 0.5)).toThrow(/occurrence/);
  });
});
