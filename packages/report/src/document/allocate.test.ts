import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, type Section } from "./allocate.ts";
import { type Block, bullets, heading, plain } from "./document.ts";
import { atomsIn, pageCount } from "./height.ts";
import { layout } from "./layout.ts";

/** A section of one-line rows. */
function section(rows: number, least: number, wanted: number): Section {
  return {
    rows,
    least,
    wanted,
    build: (count): readonly Block[] => [
      heading(2, "Heading"),
      bullets(Array.from({ length: Math.min(count, rows) }, () => plain("one line"))),
    ],
  };
}

describe("allocate", () => {
  it("gives every section all its rows where there is room", () => {
    expect(allocate([], [section(5, 1, 2), section(9, 2, 4)])).toEqual([5, 9]);
  });
  it("gives what is wanted before more, and never less than the least", () => {
    const rows = allocate([], [section(500, 1, 20), section(30, 1, 30), section(3, 3, 3)]);
    expect(rows[1]).toBe(30);
    expect(rows[2]).toBe(3);
    expect(rows[0]).toBeGreaterThan(20);
    expect(rows[0]).toBeLessThan(500);
  });
  it("fills two sides and no more, whatever the sections", () => {
    const sections = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(sections, (sizes) => {
        const given = sizes.map(([rows, wanted]) => section(rows, Math.min(2, rows), wanted));
        const rows = allocate([], given);
        const pages = (counts: readonly number[]): number =>
          pageCount(atomsIn(given.flatMap((entry, at) => entry.build(counts[at]!))), layout.titleHeight);
        expect(pages(rows)).toBeLessThanOrEqual(2);
        for (const [at, entry] of given.entries()) {
          expect(rows[at]).toBeLessThanOrEqual(entry.rows);
          if (rows[at]! < entry.rows) expect(pages(rows.map((count, place) => count + Number(place === at)))).toBe(3);
        }
      }),
    );
  });
});

describe("pageCount", () => {
  const room = layout.pageHeight - layout.footLoss;
  it("moves what does not fit to the next page whole, with the head that it repeats", () => {
    expect(pageCount([{ height: room }], 0)).toBe(1);
    expect(pageCount([{ height: room }], 1)).toBe(2);
    const half = { height: room / 2 };
    expect(pageCount([half, half, half, half], 0)).toBe(2);
    expect(pageCount([half, half, { ...half, again: 10 }, half], 0)).toBe(3);
  });
  it("keeps a heading with what follows it", () => {
    const head = { height: 20, keepsNext: true };
    expect(pageCount([{ height: room - 30 }, head, { height: 20 }, { height: room - 30 }], 0)).toBe(3);
    expect(pageCount([{ height: room - 30 }, { height: 20 }, { height: 20 }, { height: room - 30 }], 0)).toBe(2);
  });
});
