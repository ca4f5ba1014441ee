/** The kernel against every package, for as many parties, options and orders of magnitude as it is written for. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { branchAndBound } from "./branch.ts";
import type { Space } from "./space.ts";

interface Table {
  /** Per issue and option what each party has of it. */
  readonly rows: readonly (readonly (readonly number[])[])[];
  readonly disagreement: readonly number[];
}

const MOST_PACKAGES = 6000;
const tables: fc.Arbitrary<Table> = fc
  .tuple(
    fc.integer({ min: 1, max: 20 }),
    fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 7 }),
    fc.constantFrom(0.001, 1, 1e6),
    fc.constantFrom(3, 1000),
  )
  .filter(([, sizes]) => sizes.reduce((a, b) => a * b, 1) <= MOST_PACKAGES)
  .chain(([parties, sizes, unit, spread]) => {
    const whole = fc.integer({ min: -Math.floor(spread / 3), max: spread });
    const row = fc.array(
      whole.map((x) => x * unit),
      { minLength: parties, maxLength: parties },
    );
    return fc.record({
      rows: fc.tuple(...sizes.map((size) => fc.array(row, { minLength: size, maxLength: size }))),
      disagreement: fc.array(
        fc.integer({ min: -spread, max: spread }).map((x) => x * unit),
        { minLength: parties, maxLength: parties },
      ),
    });
  });

/** As it stands: the compiler would merge options that nobody can tell apart. */
function asSpace(rows: Table["rows"]): Space {
  const parties = rows[0]![0]!.length;
  return {
    parties: Array.from({ length: parties }, (_, p) => `p${p}`),
    issues: rows.map((issue, i) => ({
      id: `i${i}`,
      options: issue.map((_, k) => `o${k}`),
      representative: Int32Array.from(issue, (_, k) => k),
      copies: new Float64Array(issue.length).fill(1),
      classOf: Int32Array.from(issue, (_, k) => k),
    })),
    sizes: Int32Array.from(rows, (issue) => issue.length),
    factors: rows.map((issue, i) => ({ scope: [i], values: Float64Array.from(issue.flat()) })),
    boxes: [],
    unit: Array.from({ length: parties }, () => ({ num: 1n, den: 1n })),
    reservation: new Float64Array(parties).fill(-Infinity),
    outcomes: rows.reduce((product, issue) => product * BigInt(issue.length), 1n),
    exact: undefined,
  };
}

function gainsOf({ rows, disagreement }: Table, options: ArrayLike<number>): number[] {
  return disagreement.map((d, p) => rows.reduce((sum, issue, i) => sum + issue[options[i]!]![p]!, -d));
}
function* walk(sizes: readonly number[]): Generator<number[]> {
  const options = sizes.map(() => 0);
  for (let i = 0; i < sizes.length; ) {
    yield options;
    for (i = 0; i < sizes.length && ++options[i]! === sizes[i]; i++) options[i] = 0;
  }
}
/** The least gain of those raised, where none of the others is below zero (by more than rounding). */
function scoreOf(gains: readonly number[], raised: readonly number[], slack: number): number {
  const isLeft = gains.some((gain, p) => !raised.includes(p) && gain < -slack);
  return isLeft ? -Infinity : Math.min(...raised.map((p) => gains[p]!));
}

test.each([512, 1])("[P14] what it finds is the best of all packages (outright: %i)", (outright) => {
  fc.assert(
    fc.property(tables, fc.uniqueArray(fc.nat(19)), fc.boolean(), (table, some, everybody) => {
      const { rows, disagreement } = table;
      const parties = disagreement.length;
      const all = disagreement.map((_, p) => p);
      const known = all.filter((p) => everybody || some.includes(p));
      const raised = known.length > 0 ? known : all;
      const sizes = rows.map((issue) => issue.length);
      const greatest = Math.max(...rows.flat(2).map(Math.abs), ...disagreement.map(Math.abs));
      const slack = 1e-12 * (1 + greatest * (sizes.length + 1));
      let best = -Infinity;
      let expected = -Infinity;
      for (const options of walk(sizes)) expected = Math.max(expected, scoreOf(gainsOf(table, options), raised, slack));
      const { complete } = branchAndBound(
        asSpace(rows),
        {
          scale: { scale: new Float64Array(parties).fill(1), disagreement: Float64Array.from(disagreement) },
          raised,
          weights: Float64Array.from(all, (p) => (raised.includes(p) ? 1 / raised.length : 0)),
          bar: () => (best === -Infinity ? -1e15 : best - slack),
          consider(options) {
            best = Math.max(best, scoreOf(gainsOf(table, options), raised, slack));
          },
        },
        { branches: 1_000_000, outright },
      );
      expect(complete).toBe(true);
      if (expected === -Infinity) expect(best).toBe(-Infinity);
      else expect(Math.abs(best - expected)).toBeLessThanOrEqual(2 * slack);
    }),
    { numRuns: 2500 },
  );
});

test("branches run out", () => {
  const rows = Array.from({ length: 12 }, (_, i) =>
    Array.from({ length: 8 }, (_unused, k) => [(i * k * 7) % 11, (k * 5 + i) % 13, (k + 3 * i) % 7]),
  );
  const question = {
    scale: { scale: new Float64Array(3).fill(1), disagreement: new Float64Array(3) },
    raised: [0, 1, 2],
    weights: new Float64Array(3).fill(1 / 3),
    bar: () => -1,
    consider: () => {},
  };
  expect(branchAndBound(asSpace(rows), question, { branches: 50, outright: 1 })).toEqual({
    complete: false,
    branches: 50,
  });
});
