import fc from "fast-check";
import { expect, it } from "vitest";
import { fitted, wrapped } from "./lines.ts";

const count = (text: string) => [...new Intl.Segmenter("en").segment(text)].length;

it("cuts and fills to the width, whatever the letters", () => {
  expect(fitted("Ruhr", 6, true)).toBe("Ruhr  ");
  expect(fitted("Reparations", 6, true)).toBe("Repar…");
  expect(fitted("A new seat", 6, false)).toBe("A new~");
  expect(fitted("A new seat", 7, true)).toBe("A new… ");
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      (text, width, unicode) => {
        expect(count(fitted(text, width, unicode))).toBe(width);
      },
    ),
  );
});
it("breaks lines between words, loses none and exceeds the width only by a single word", () => {
  expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
  const word = fc.stringMatching(/^[a-z%’]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 1, max: 30 }), (words, width) => {
      const lines = wrapped(words.join(" "), width);
      expect(lines.join(" ")).toBe(words.join(" "));
      for (const line of lines) expect(line.length <= width || !line.includes(" ")).toBe(true);
      for (const [at, line] of lines.slice(1).entries())
        expect(`${lines[at]} ${line.split(" ")[0]}`.length).toBeGreaterThan(width);
    }),
  );
});
