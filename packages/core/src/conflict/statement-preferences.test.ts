/** Option prioritising against the definition, state by state: statements are valued here, not by the engine. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileConflict } from "./compile.ts";
import { drawFrom } from "./drawn-model.test-data.ts";
import { stateIdAt } from "./graph.ts";
import type { OptionModel } from "./model.ts";

interface Drawn {
  readonly text: string;
  readonly holds: (digits: readonly number[]) => boolean;
}
type Draw = (below: number) => number;

/** A statement as text, and what it means. */
function drawStatement(sizes: readonly number[], draw: Draw, depth = 3): Drawn {
  const kind = depth === 0 ? 0 : draw(7);
  if (kind < 2) {
    const option = draw(sizes.length);
    const size = sizes[option]!;
    if (size === 2) return { text: `o${option}`, holds: (digits) => digits[option] === 1 };
    const value = draw(size);
    const negated = draw(3) === 0;
    return {
      text: `o${option} is ${negated ? "not " : ""}v${value}`,
      holds: (digits) => (digits[option] === value) !== negated,
    };
  }
  const left = drawStatement(sizes, draw, depth - 1);
  if (kind === 2) return { text: `not (${left.text})`, holds: (digits) => !left.holds(digits) };
  const right = drawStatement(sizes, draw, depth - 1);
  const word = (["and", "or", "if", "iff"] as const)[kind - 3]!;
  const meaning: Record<typeof word, (a: boolean, b: boolean) => boolean> = {
    and: (a, b) => a && b,
    or: (a, b) => a || b,
    if: (a, b) => !b || a,
    iff: (a, b) => a === b,
  };
  return {
    text: `(${left.text}) ${word} (${right.text})`,
    holds: (digits) => meaning[word](left.holds(digits), right.holds(digits)),
  };
}

function digitsOf(code: number, sizes: readonly number[]): readonly number[] {
  let rest = code;
  return sizes.map((size) => {
    const digit = rest % size;
    rest = Math.floor(rest / size);
    return digit;
  });
}

/** Dense ranks by comparing whole rows of truth values, the first difference deciding. */
function ranksByDefinition(codes: readonly number[], sizes: readonly number[], statements: readonly Drawn[]): number[] {
  const rows = codes.map((code) => statements.map(({ holds }) => (holds(digitsOf(code, sizes)) ? "1" : "0")).join(""));
  const levels = [...new Set(rows)].sort();
  return rows.map((row) => levels.indexOf(row));
}

function check(seed: number, mostOptions: number, mostStatements: number): void {
  const draw = drawFrom(seed);
  const sizes = Array.from({ length: 1 + draw(mostOptions) }, () => [2, 2, 2, 3, 5][draw(5)]!);
  const statements = Array.from({ length: draw(mostStatements + 1) }, () => drawStatement(sizes, draw));
  const isCut = draw(2) === 0 && sizes.length > 1;
  const model: OptionModel = {
    form: "option",
    options: sizes.map((size, o) => ({
      name: `o${o}`,
      owner: "a",
      ...(size === 2 ? {} : { values: Array.from({ length: size }, (_, v) => `v${v}`) }),
    })),
    preferences: { a: { statements: statements.map(({ text }) => text) } },
    // The first option is never taken together with the last.
    ...(isCut
      ? {
          infeasible: [`${sizes[0] === 2 ? "Y" : "1"}${"-".repeat(sizes.length - 2)}${sizes.at(-1) === 2 ? "Y" : "1"}`],
        }
      : {}),
  };
  const compiled = compileConflict(model);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join("\n"));
  const { graph, preferences } = compiled.value;
  const codes = Array.from({ length: graph.stateCount }, (_, s) => Number(stateIdAt(graph, s)));
  const [preference] = preferences;
  expect(preference?.kind === "ranks" ? [...preference.ranks] : undefined).toEqual(
    ranksByDefinition(codes, sizes, statements),
  );
}

describe("option prioritising", () => {
  it("ranks states by the first statement on which they differ", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => check(seed, 7, 6)),
      { numRuns: 300 },
    );
  });
  it("goes on where there are more statements than a score has bits", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => check(seed, 4, 120)),
      { numRuns: 60 },
    );
  });
});
