import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Diagnostic, formatDiagnostic, readBrief } from "./index.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.brief.yaml`, import.meta.url), "utf8");
const BRIEFS = [fixture("every-word"), fixture("small")];
/** Pieces that mean something to YAML or to the language, where a careless hand may put them. */
const PIECES = [
  ...Array.from("{}[]:,#&*!|>'\"%@`-?.\t\n \u0000\uFEFF"),
  " #x",
  ": ",
  "..",
  "unknown",
  "yes",
  "  ",
  "\n  ",
  "- ",
  "---\n",
  "or better",
  "is",
  "not ",
  "(",
  "%",
  "+5",
  "release",
  "upland",
  "same",
  "<<: *x",
  "é",
  "\u{1F4A7}",
];

interface Mutation {
  readonly at: number;
  readonly remove: number;
  readonly piece: string;
  readonly copyFrom: number;
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(12)),
  piece: fc.oneof(fc.constantFrom(...PIECES), fc.constant(""), fc.string({ maxLength: 6, unit: "binary" })),
  copyFrom: fc.oneof(fc.constant(-1), fc.double({ min: 0, max: 1, noNaN: true })),
});

function mutate(text: string, { at, remove, piece, copyFrom }: Mutation): string {
  const start = Math.floor(at * text.length);
  const from = Math.floor(copyFrom * text.length);
  const copied = copyFrom < 0 ? "" : text.slice(from, from + 40);
  return text.slice(0, start) + piece + copied + text.slice(start + remove);
}

function checkSound(text: string, diagnostics: readonly Diagnostic[], hasBrief: boolean): void {
  const lines = text.split("\n");
  for (const diagnostic of diagnostics) {
    const { line, column, length } = diagnostic.place;
    const where = formatDiagnostic(diagnostic);
    expect(line >= 1 && line <= lines.length, where).toBe(true);
    // A place may stand at the end of a line, where something is missing.
    expect(column >= 1 && column <= lines[line - 1]!.length + 2 && length >= 1, where).toBe(true);
    expect(diagnostic.message.endsWith("."), where).toBe(true);
  }
  expect(hasBrief).toBe(diagnostics.every(({ severity }) => severity !== "error"));
}

test("a brief with random mutations never throws, and every message has a place in the text", () => {
  fc.assert(
    fc.property(fc.constantFrom(...BRIEFS), fc.array(mutation, { minLength: 1, maxLength: 4 }), (text, mutations) => {
      const mutated = mutations.reduce(mutate, text);
      const { brief, diagnostics } = readBrief(mutated, { file: "b" });
      checkSound(mutated, diagnostics, brief !== undefined);
    }),
    { numRuns: 150 },
  );
});

test("random bytes never throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const { brief, diagnostics, text } = readBrief(bytes, { file: "b" });
      expect(brief).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
      checkSound(text, diagnostics, false);
    }),
    { numRuns: 300 },
  );
});

test("a value that is replaced by any other never throws", () => {
  const values = [...BRIEFS[0]!.matchAll(/: ([^{}[\],\n#]+)/gu)].map((match) => ({
    start: match.index + 2,
    end: match.index + match[0].length,
  }));
  const instead = fc.oneof(
    fc.constantFrom(
      "[]",
      "{}",
      "[a, b]",
      "{ a: b }",
      "[[x]]",
      "120",
      "-5..3",
      "likely",
      "60% a or 40% b",
      "a is b or better",
      "constructor",
      "to-string",
      "release",
      "dams",
      "water",
      "upland",
      "downstream",
      "works",
      "none",
    ),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...values), instead, ({ start, end }, value) => {
      const text = BRIEFS[0]!.slice(0, start) + value + BRIEFS[0]!.slice(end);
      const { brief, diagnostics } = readBrief(text, { file: "b" });
      checkSound(text, diagnostics, brief !== undefined);
    }),
    { numRuns: 150 },
  );
});

test("reading is deterministic, and file names do not change it", () => {
  for (const text of BRIEFS) expect(readBrief(text, { file: "a" }).brief).toEqual(readBrief(text, { file: "b" }).brief);
});
