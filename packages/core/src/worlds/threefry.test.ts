import { describe, expect, test } from "vitest";
import { threefry2x32 } from "./threefry.ts";

const hex = (words: readonly [number, number]) => words.map((w) => (w >>> 0).toString(16).padStart(8, "0"));

describe("Threefry2x32-20 gives the known answers of Random123 (kat_vectors, Salmon et al. 2011)", () => {
  test.each([
    ["zeros", [0, 0], [0, 0], ["6b200159", "99ba4efe"]],
    ["ones", [0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], ["1cb996fc", "bb002be7"]],
    ["pi", [0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3], ["c4923a9c", "483df7a0"]],
  ] as const)("%s", (_, key, counter, answer) => {
    expect(hex(threefry2x32(key[0], key[1], counter[0], counter[1], 20))).toEqual(answer);
  });
});
