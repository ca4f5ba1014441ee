import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Chance, Change, Citation, OptionBound, Place, Quantity, Spread } from "../brief.ts";
import { ICD203_WORDS, PHIA_WORDS, parseChance, printChance } from "./chance.ts";
import { parseChange, printChange } from "./change.ts";
import { parseCitation, printCitation } from "./citation.ts";
import { parseWrittenCondition } from "./condition.ts";
import { parseDate, parseDates } from "./date.ts";
import { isNameLike, parseName, toName } from "./name.ts";
import { parseNumber, printNumber } from "./number.ts";
import { parsePlace, printPlace } from "./place.ts";
import { parseShare, printShare } from "./share.ts";
import { parseQuantity, printQuantity } from "./spread.ts";

/** Checks a statement for any value, with fresh seeds. */
function always<T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      check(value);
    }),
  );
}

const number = fc
  .oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 1000) / 1000),
  )
  .map((value) => value + 0);
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(?:-[a-z0-9]{1,4}){0,2}$/u).filter(isNameLike);

function spread<B>(bound: fc.Arbitrary<B>): fc.Arbitrary<Spread<B>> {
  return fc.oneof(
    fc.constant<Spread<B>>({ kind: "unknown" }),
    bound.map((value): Spread<B> => ({ kind: "exact", value })),
    fc.tuple(bound, bound).map(([low, high]): Spread<B> => ({ kind: "range", low, high })),
    fc.tuple(bound, bound).map(([low, high]): Spread<B> => ({ kind: "uniform", low, high })),
    fc
      .tuple(bound, bound, bound)
      .map(([least, likeliest, most]): Spread<B> => ({ kind: "triple", least, likeliest, most })),
  );
}
const quantity: fc.Arbitrary<Quantity> = spread(number);
const bound = fc.oneof<[fc.Arbitrary<number>, fc.Arbitrary<OptionBound>]>(
  number,
  name.map((option) => ({ option })),
);
const mix = fc.tuple(fc.integer({ min: 1, max: 99 }), name, name).map(
  ([percent, a, b]): Place => ({
    kind: "mix",
    parts: [
      { percent, option: a },
      { percent: 100 - percent, option: b },
    ],
  }),
);
const place: fc.Arbitrary<Place> = fc.oneof(spread<number | OptionBound>(bound), mix);
const chance: fc.Arbitrary<Chance> = fc.oneof(
  quantity,
  fc.constantFrom(...ICD203_WORDS, ...PHIA_WORDS).map((word): Chance => ({ kind: "word", word })),
);

test("numbers", () => always(number, (value) => expect(parseNumber(printNumber(value))).toEqual({ value })));
test("tiny and huge numbers are written out", () =>
  always(fc.constantFrom(1e-7, 2.5e-9, 1e15, 123456789012), (value) =>
    expect(parseNumber(printNumber(value))).toEqual({ value }),
  ));
test("quantities", () => always(quantity, (value) => expect(parseQuantity(printQuantity(value))).toEqual({ value })));
test("places", () => always(place, (value) => expect(parsePlace(printPlace(value))).toEqual({ value })));
test("chances", () => always(chance, (value) => expect(parseChance(printChance(value))).toEqual({ value })));

test("changes", () => {
  const by = spread(fc.integer({ min: -100, max: 100 })).filter(({ kind }) => kind !== "unknown" && kind !== "uniform");
  const relative = by.map((value): Change => ({ relative: true, by: value }));
  fc.assert(
    fc.property(relative, fc.boolean(), (value, percent) => {
      expect(
        parseChange(printChange(value, percent), () => ({ value: { kind: "unknown" as const } }), percent),
      ).toEqual({ value });
    }),
  );
  const positive = spread(fc.nat(100));
  always(positive, (to) =>
    expect(parseChange(printChange({ relative: false, to }, false), parsePlace, false)).toEqual({
      value: { relative: false, to },
    }),
  );
});

test("shares", () =>
  always(fc.integer({ min: 0, max: 100 }), (percent) =>
    expect(parseShare(printShare(percent / 100))).toEqual({ value: percent / 100 }),
  ));

test("citations", () => {
  const passage = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9./-]{0,5}$/u);
  const citation: fc.Arbitrary<Citation> = fc.oneof(
    fc.constantFrom<Citation>({ kind: "judgement" }, { kind: "hindsight" }),
    name.map((source): Citation => ({ kind: "source", source })),
    fc.tuple(name, passage).map(([source, label]): Citation => ({ kind: "source", source, passage: label })),
  );
  always(citation, (value) => expect(parseCitation(printCitation(value))).toEqual({ value }));
});

test("dates stand for whole periods, from the first day to the last", () => {
  const year = fc.integer({ min: 1000, max: 2999 });
  fc.assert(
    fc.property(year, fc.integer({ min: 1, max: 12 }), (y, m) => {
      const month = `${y}-${String(m).padStart(2, "0")}`;
      const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
      expect(parseDate(month)).toEqual({ value: { from: `${month}-01`, to: `${month}-${last}`, text: month } });
      expect(parseDate(`${month}-${last}`)).toMatchObject({ value: { to: `${month}-${last}` } });
      expect(parseDate(`${month}-${last + 1}`)).toHaveProperty("problem");
      expect(parseDates(`${y}..${y + 1}`)).toMatchObject({ value: { from: `${y}-01-01`, to: `${y + 1}-12-31` } });
      expect(parseDates(`..${month}`)).toEqual({ value: { to: `${month}-${last}`, text: `..${month}` } });
      expect(parseDates(`${month}..`)).toEqual({ value: { from: `${month}-01`, text: `${month}..` } });
    }),
  );
});

test("a proposed name is a name, or nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const proposed = toName(text);
      if (proposed !== "" && isNameLike(proposed)) expect(parseName(proposed)).toEqual({ value: proposed });
    }),
  );
  expect(["Südmark", "Cod quota (EU)", "3rd way", "—"].map(toName)).toEqual(["sudmark", "cod-quota-eu", "rd-way", ""]);
});

test("no text makes a mini-form throw, and a problem lies within the text", () => {
  const piece = fc.constantFrom(
    "..",
    "%",
    "+",
    "-",
    "unknown",
    "uniform ",
    " or ",
    "60% a",
    "1",
    "2.5",
    "a",
    "a-b",
    "(",
    ")",
    "not ",
    " and ",
    "is ",
    "better",
    "likely",
    "#",
    "/",
    "1945",
    "-11",
    " ",
    "accepts",
    "on",
    "broke",
    "down",
    "after",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    fc.string(),
  );
  const parsers = [
    parseNumber,
    parseQuantity,
    parsePlace,
    parseChance,
    parseShare,
    parseCitation,
    parseDate,
    parseDates,
    parseName,
    parseWrittenCondition,
    (given: string) => parseChange(given, parsePlace, false),
    (given: string) => parseChange<Chance>(given, parseChance, true),
  ];
  fc.assert(
    fc.property(text, fc.constantFrom(...parsers), (given, parse) => {
      const parsed = parse(given);
      if (!("problem" in parsed)) return;
      const { at } = parsed.problem;
      if (at !== undefined) expect(at.offset >= 0 && at.offset <= given.length && at.length >= 1).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
