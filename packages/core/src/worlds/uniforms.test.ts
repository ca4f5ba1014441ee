import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawKey } from "./draw-key.ts";
import { threefry2x32 } from "./threefry.ts";
import { fillUniforms, uniformAt } from "./uniforms.ts";

const int32 = fc.integer({ min: -2147483648, max: 2147483647 });
const uint32 = fc.integer({ min: 0, max: 4294967295 });
const anyKey = fc.record({ k0: int32, k1: int32 });

describe("uniform draws", () => {
  test("are the words of Threefry2x32-13 at counter (k >> 1, 0), as mid-points of 2^32 cells", () => {
    fc.assert(
      fc.property(anyKey, uint32, (key, k) => {
        const word = threefry2x32(key.k0, key.k1, k >>> 1, 0, 13)[k & 1]!;
        expect(uniformAt(key, k)).toBe(((word >>> 0) + 0.5) / 2 ** 32);
      }),
      { numRuns: 1000 },
    );
  });

  test("lie inside (0, 1) and turn into finite scores even at the outermost cells", () => {
    expect(0.5 / 2 ** 32).toBeGreaterThan(0);
    expect((2 ** 32 - 0.5) / 2 ** 32).toBeLessThan(1);
  });

  test("are pinned: a change of these numbers changes every plan", () => {
    const key = drawKey(1, "residual", "ruhr");
    expect([uniformAt(key, 0), uniformAt(key, 1), uniformAt(key, 4294967295)]).toEqual([
      0.8437918104464188, 0.4133615881437436, 0.49747650360222906,
    ]);
  });

  test("of a world depend on the key and the world only: any run, any choice, any order", () => {
    fc.assert(
      fc.property(
        anyKey,
        fc.oneof(fc.nat(1000), fc.integer({ min: 4294967200, max: 4294967280 })),
        fc.nat(12),
        fc.nat(5),
        fc.array(uint32, { maxLength: 12 }),
        (key, from, count, offset, chosen) => {
          const out = new Float64Array(offset + count + 1).fill(-1);
          fillUniforms(key, { from, count }, out, offset);
          for (let i = 0; i < out.length; i++)
            expect(out[i]).toBe(i < offset || i >= offset + count ? -1 : uniformAt(key, from + i - offset));
          const picked = new Float64Array(chosen.length);
          fillUniforms(key, Uint32Array.from(chosen), picked);
          expect([...picked]).toEqual(chosen.map((k) => uniformAt(key, k)));
        },
      ),
    );
  });

  test("refuse an array that is too short", () => {
    expect(() => fillUniforms({ k0: 1, k1: 2 }, { from: 0, count: 4 }, new Float64Array(4), 1)).toThrow(/5 places/);
  });
});
