import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestOf } from "../suggest.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { indexLines } from "./line-index.ts";

describe("decodeUtf8", () => {
  test("gives back every text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        // A lone half of a pair has no bytes of its own: the encoder replaces it.
        const bytes = new TextEncoder().encode(text);
        expect(decodeUtf8(bytes)).toEqual({ text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) });
      }),
    );
  });

  test("refuses exactly what the platform's strict decoder refuses", () => {
    const bytes = fc.uint8Array({ maxLength: 12 });
    const likely = fc
      .array(
        fc.constantFrom(
          0x41,
          0x80,
          0xbf,
          0xc0,
          0xc2,
          0xdf,
          0xe0,
          0xa0,
          0x9f,
          0xed,
          0xef,
          0xf0,
          0x90,
          0x8f,
          0xf4,
          0xf5,
          0xff,
        ),
        { maxLength: 8 },
      )
      .map((values) => Uint8Array.from(values));
    fc.assert(
      fc.property(fc.oneof(bytes, likely), (given) => {
        let expected: string | undefined;
        try {
          expected = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(given);
        } catch {
          expected = undefined;
        }
        const decoded = decodeUtf8(given);
        if (expected !== undefined) expect(decoded).toEqual({ text: expected });
        else {
          expect(decoded).toHaveProperty("badByteOffset");
          // What stands before the bad byte is a text by itself.
          const { badByteOffset } = decoded as { badByteOffset: number };
          expect(
            new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(given.subarray(0, badByteOffset)),
          ).toBe(decoded.text);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("indexLines", () => {
  test("counts lines and columns from 1, and a byte order mark not at all", () => {
    const { position } = indexLines("\uFEFFab\ncd\n");
    expect([1, 2, 4, 5, 7].map((at) => Object.values(position(at)))).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
      [3, 1],
    ]);
  });

  test("agrees with splitting the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "\n", "bc", "\r\n"), { maxLength: 20 }).map((pieces) => pieces.join("")),
        fc.nat(60),
        (text, offset) => {
          const at = Math.min(offset, text.length);
          const before = text.slice(0, at).split("\n");
          expect(indexLines(text).position(at)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
        },
      ),
    );
  });
});

test.each([
  ["frnace", ["france", "finland"], "france"],
  ["France", ["france"], "france"],
  ["uplnd", ["lowland", "upland"], "upland"],
  ["targt", ["target", "through"], "target"],
  ["x", ["y"], undefined],
  ["A", ["a"], "a"],
  ["uk", ["usa", "us"], "us"],
  ["britain", ["france", "italy"], undefined],
])("nearest to %s of %j is %s", (written: string, candidates: readonly string[], nearest: string | undefined) => {
  expect(nearestOf(written, candidates)).toBe(nearest);
});
