import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceText } from "./chance-text.ts";

const at = (chance: number, low = chance, high = chance) => chanceText({ chance, low, high });

describe("chanceText", () => {
  it("prints to the nearest 5 %, with word and range", () => {
    expect(chanceText({ chance: 0.197, low: 0.112, high: 0.349 })).toEqual({
      number: "about 20 %",
      short: "20 %",
      word: "unlikely",
      range: "10–35 %",
      exact: "19.7 % (11.2–34.9 %)",
    });
  });
  it("prints 1–2 % up to 2.5 and 98–99 % from 97.5, without 'about', and so never 0 or 100", () => {
    expect(at(0.025).number).toBe("1–2 %");
    expect(at(0.026).number).toBe("about 5 %");
    expect(at(0.974).number).toBe("about 95 %");
    expect(at(0.975).number).toBe("98–99 %");
  });
  it("prints what is beyond doubt, with no range at all, as 0 and 100 %", () => {
    expect(at(0)).toEqual({ number: "0 %", short: "0 %", word: "almost no chance", range: "0 %", exact: "0 %" });
    expect(at(1)).toMatchObject({ number: "100 %", word: "almost certain" });
    expect(at(0, 0, 0.01).number).toBe("1–2 %");
  });
  it("prints a range whose ends round together as one number, and open ends as 1 and 99", () => {
    expect(at(0.2, 0.19, 0.21).range).toBe("20 %");
    expect(at(0.2, 0.01, 0.99).range).toBe("1–99 %");
    expect(at(0.01, 0.001, 0.02).range).toBe("1–2 %");
  });
  it("gives equal printed numbers equal words, in ICD 203's bands", () => {
    expect(at(0.2).word).toBe("unlikely");
    expect(at(0.53).word).toBe("likely");
    expect(at(0.52).word).toBe("roughly even");
    expect(at(0.001).word).toBe("almost no chance");
    expect(at(0.999).word).toBe("almost certain");
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        if (at(a).short === at(b).short) expect(at(a).word).toBe(at(b).word);
      }),
    );
  });
  it("uses PHIA's words where the brief chooses them", () => {
    expect(chanceText({ chance: 0.3, low: 0.3, high: 0.3 }, "phia").word).toBe("unlikely");
    expect(chanceText({ chance: 0.79, low: 0.79, high: 0.79 }, "phia").word).toBe("highly likely");
  });
});
