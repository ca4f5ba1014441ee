import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { abbreviate, textWidth, wrapText } from "./text-fit.ts";

const words = fc.array(fc.string({ unit: "grapheme-composite", minLength: 1, maxLength: 24 }), {
  minLength: 1,
  maxLength: 12,
});

describe("fitting text", () => {
  it("wraps to lines no wider than asked, and loses no letter where it may use as many lines as it needs", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 300 }), (list, width) => {
        const text = list.join(" ").trim();
        const { lines, cut } = wrapText(text, width, 12);
        expect(cut).toBe(false);
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width + 0.001);
        const letters = (joined: string) => joined.replace(/[\s-]/gu, "");
        expect(letters(lines.join(""))).toBe(letters(text));
      }),
    );
  });
  it("cuts to the lines allowed, with an ellipsis that says so", () => {
    const { lines, cut } = wrapText("one two three four five six seven eight nine ten", 60, 12, 2);
    expect(lines).toHaveLength(2);
    expect(cut).toBe(true);
    expect(lines[1]).toMatch(/…$/u);
  });
  it("abbreviates between whole characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 20, max: 120 }), (text, width) => {
        const short = abbreviate(text, width, 12);
        expect(textWidth(short, 12)).toBeLessThanOrEqual(Math.max(width, textWidth("…", 12)));
        expect(short).not.toMatch(/[\ud800-\udbff]$/);
      }),
    );
  });
  it("knows that a W is wider than an i, and that an accent takes no room", () => {
    expect(textWidth("W", 12)).toBeGreaterThan(3 * textWidth("i", 12));
    expect(textWidth("é", 12)).toBeCloseTo(textWidth("e", 12));
  });
});
