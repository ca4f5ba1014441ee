import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "./data-file.ts";
import { Stop } from "./stop.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) =>
  Uint8Array.from(
    `\uFEFF${text}`.split("").flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
function refused(bytes: Uint8Array): string {
  try {
    decodeText("f.json", bytes);
  } catch (error) {
    if (error instanceof Stop) return error.message;
    throw error;
  }
  return "read";
}

describe("text of a data file", () => {
  it("is read from UTF-8 and, by its mark, from UTF-16", () => {
    const text = fc.string({ unit: "binary" }).filter((each) => !/[\0\uFEFF]/.test(each));
    fc.assert(
      fc.property(text, (each) => {
        for (const bytes of [utf8(each), utf8(`\uFEFF${each}`), utf16(each, false), utf16(each, true)])
          expect(decodeText("f", bytes)).toBe(each);
      }),
    );
  });
  it("is refused at the first byte that cannot be", () => {
    const broken = Uint8Array.of(...utf8("{\n ü"), 0xfc, 0x20, ...utf8("ü}"));
    expect(refused(broken)).toMatch(/^f\.json:2:3 not-utf8 Byte 6 of the file, 0xFC, cannot stand/);
    expect(refused(Uint8Array.of(...utf8("ab"), 0xe2, 0x82))).toContain("f.json:1:3 not-utf8 The file ends within");
    expect(refused(Uint8Array.of(0xe2, 0x48))).toContain("f.json:1:1 not-utf8 Byte 1 of the file, 0xE2,");
    expect(refused(Uint8Array.of(...utf8("\uFEFFab"), 0xff))).toContain("Byte 6 of the file, 0xFF,");
    expect(refused(Uint8Array.of(...utf8("！"), 0xff))).toContain("Byte 4 of the file, 0xFF,");
    expect(refused(utf16("ab", false).subarray(0, 5))).toContain("The file ends within a character of UTF-16");
    expect(refused(Uint8Array.of(...utf16("a", true), 0xd8, 0, 0, 0x41))).toContain("Byte 5 of the file, 0xD8,");
  });
  it("has no null characters", () => {
    expect(refused(utf16("{}", false).subarray(2))).toMatch(/^f\.json:1:2 not-text .*\n.*UTF-16 without its mark/);
  });
});
