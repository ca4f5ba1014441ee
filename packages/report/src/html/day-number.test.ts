import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, monthStarts } from "./day-number.ts";

describe("days", () => {
  it("are as far apart as the calendar says", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1800-01-01"), max: new Date("2200-12-31"), noInvalidDate: true }),
        fc.date({ min: new Date("1800-01-01"), max: new Date("2200-12-31"), noInvalidDate: true }),
        (a, b) => {
          const [from, to] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)];
          expect(dayNumber(to) - dayNumber(from)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
        },
      ),
    );
  });
  it("begin months where they begin", () => {
    const starts = monthStarts(dayNumber("1945-11-29"), dayNumber("1946-02-10"));
    expect(starts.map(({ year, month }) => `${year}-${month}`)).toEqual(["1945-12", "1946-1", "1946-2"]);
    expect(starts[0]?.day).toBe(dayNumber("1945-12-01"));
  });
});
