/**
 * Thousands of small random domains against enumeration. The oracle shares nothing with the engine: it holds the
 * domain's numbers as whole numbers of 10^-digits, walks every package, and compares every pair of vectors.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSpace } from "./compile.ts";
import { findDisagreement } from "./disagreement.ts";
import type { PackageDomain } from "./domain.ts";
import { computeFrontier, type Frontier } from "./frontier.ts";
import { searchSolutions } from "./search-solutions.ts";
import { readSolutions, type Solutions } from "./solutions.ts";
import type { Space } from "./space.ts";

interface Whole {
  readonly sizes: readonly number[];
  readonly parties: readonly {
    readonly tables: readonly { readonly issues: readonly number[]; readonly values: readonly bigint[] }[];
    readonly boxes: readonly {
      readonly ranges: readonly (readonly [number, number, number])[];
      readonly value: bigint;
    }[];
    readonly noAgreement: bigint | undefined;
  }[];
  readonly digits: number;
}

/** Whole numbers written as decimals with the given digits. */
function asText(value: bigint, digits: number): string {
  const sign = value < 0n ? "-" : "";
  const text = String(value < 0n ? -value : value).padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
function asDomain(whole: Whole): PackageDomain {
  const text = (value: bigint) => asText(value, whole.digits);
  return {
    // Names that look like numbers, in an order that sorting would change.
    issues: whole.sizes.map((size, i) => ({
      id: String(10 - i),
      options: Array.from({ length: size }, (_, k) => String(9 - k)),
    })),
    parties: whole.parties.map((party, p) => ({
      id: String(7 - p),
      tables: party.tables.map(({ issues, values }) => ({ issues, values: values.map(text) })),
      boxes: party.boxes.map(({ ranges, value }) => ({
        ranges: ranges.map(([issue, from, to]) => ({ issue, from, to })),
        value: text(value),
      })),
      ...(party.noAgreement === undefined ? {} : { noAgreement: text(party.noAgreement) }),
    })),
  };
}

interface Package {
  readonly options: readonly number[];
  readonly u: readonly bigint[];
}
function enumerate(whole: Whole): Package[] {
  let packages: number[][] = [[]];
  for (const size of whole.sizes)
    packages = packages.flatMap((head) => Array.from({ length: size }, (_, k) => [...head, k]));
  return packages.map((options) => ({ options, u: whole.parties.map((party) => worth(whole, party, options)) }));
}
function worth(whole: Whole, party: Whole["parties"][number], options: readonly number[]): bigint {
  let sum = 0n;
  for (const { issues, values } of party.tables)
    sum += values[issues.reduce((at, i) => at * whole.sizes[i]! + options[i]!, 0)]!;
  for (const { ranges, value } of party.boxes)
    if (ranges.every(([i, from, to]) => options[i]! >= from && options[i]! <= to)) sum += value;
  return sum;
}
const dominates = (a: readonly bigint[], b: readonly bigint[]) =>
  a.every((x, p) => x >= b[p]!) && a.some((x, p) => x > b[p]!);
/** Undominated vectors with the number of packages behind each, all pairs compared. */
function bruteFrontier(packages: readonly Package[]): Map<string, number> {
  const vectors = new Map<string, { u: readonly bigint[]; count: number }>();
  for (const { u } of packages) {
    const entry = vectors.get(u.join()) ?? { u, count: 0 };
    entry.count++;
    vectors.set(u.join(), entry);
  }
  const all = [...vectors.values()];
  return new Map(all.filter((a) => !all.some((b) => dominates(b.u, a.u))).map(({ u, count }) => [u.join(), count]));
}

const wholes = (parties: number, digits: number): fc.Arbitrary<Whole> => {
  // Few distinct values make ties; many digits make integers beyond 2^53.
  const value =
    digits > 6
      ? fc.bigInt(-(10n ** 17n), 10n ** 17n)
      : fc.oneof(fc.bigInt(-3n, 6n), fc.bigInt(0n, 2n), fc.bigInt(-200n, 900n));
  return fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: parties > 4 ? 4 : 5 }).chain((sizes) => {
    const pick = (length: number) =>
      fc.shuffledSubarray(
        sizes.map((_, i) => i),
        { minLength: Math.min(length, sizes.length), maxLength: Math.min(length, sizes.length) },
      );
    const table = fc.oneof({ weight: 3, arbitrary: pick(1) }, pick(2), pick(3)).chain((issues) => {
      const cells = issues.reduce((n, i) => n * sizes[i]!, 1);
      return fc.array(value, { minLength: cells, maxLength: cells }).map((values) => ({ issues, values }));
    });
    const box = fc.oneof(pick(1), pick(2), pick(3)).chain((issues) =>
      fc.record({
        ranges: fc.tuple(
          ...issues.map((i) =>
            fc
              .tuple(fc.nat(sizes[i]! - 1), fc.nat(sizes[i]! - 1))
              .map(([a, b]) => [i, Math.min(a, b), Math.max(a, b)] as const),
          ),
        ),
        value: fc.oneof(fc.constant(3n), value),
      }),
    );
    const party = fc.record({
      tables: fc.array(table, { maxLength: sizes.length + 2 }),
      boxes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(box, { maxLength: 3 })),
      noAgreement: fc.option(fc.oneof(value, fc.constant(-(10n ** 6n)), fc.constant(10n ** 6n)), { nil: undefined }),
    });
    return fc
      .array(party, { minLength: parties, maxLength: parties })
      .map((list) => ({ sizes, parties: list, digits }));
  });
};
const anyDomain = fc
  .integer({ min: 1, max: 6 })
  .chain((parties) => fc.constantFrom(0, 2).chain((digits) => wholes(parties, digits)));
const wideDomain = fc.integer({ min: 1, max: 4 }).chain((parties) => wholes(parties, 16));
/** All links are bonuses on boxes, so that the graph over boxes is used. */
const boxDomain = fc.integer({ min: 1, max: 4 }).chain((parties) =>
  wholes(parties, 0).map((whole) => ({
    ...whole,
    parties: whole.parties.map((party) => ({
      ...party,
      tables: party.tables.filter((table) => table.issues.length === 1),
      boxes: party.boxes.map((box) => ({ ...box, value: box.value < 0n ? -box.value : box.value })),
    })),
  })),
);

function compiled(whole: Whole): Space {
  const result = compileSpace(asDomain(whole));
  if ("problems" in result) throw new Error(result.problems.map((problem) => problem.message).join("; "));
  return result.space;
}
/** Engine integers back to whole numbers of 10^-digits. */
function inWhole(space: Space, whole: Whole, integers: readonly bigint[]): bigint[] {
  return integers.map((value, p) => (value * space.unit[p]!.num * 10n ** BigInt(whole.digits)) / space.unit[p]!.den);
}
function exactFrontier(space: Space, within: "all" | "zone"): Frontier {
  const frontier = computeFrontier(space, within);
  if ("failed" in frontier) throw new Error(frontier.because);
  expect(frontier.exact).toBe(true);
  return frontier;
}
const byGiven = (space: Space, options: Int32Array): number[] =>
  Array.from(options, (k, i) => space.issues[i]!.representative[k]!);

function checkFrontier(whole: Whole, within: "all" | "zone"): void {
  const space = compiled(whole);
  const frontier = exactFrontier(space, within);
  const accepted = (u: readonly bigint[]) =>
    whole.parties.every((party, p) => party.noAgreement === undefined || u[p]! >= party.noAgreement);
  const packages = enumerate(whole).filter(({ u }) => within === "all" || accepted(u));
  const expected = bruteFrontier(packages);
  const found = new Map<string, number>();
  for (let k = 0; k < frontier.size; k++) {
    const u = inWhole(space, whole, frontier.exactOf(k));
    found.set(u.join(), Number(frontier.countOf(k)));
    const options = byGiven(space, frontier.packageOf(k));
    expect(whole.parties.map((party) => worth(whole, party, options))).toEqual(u);
  }
  expect(frontier.size).toBe(found.size);
  expect(found).toEqual(expected);
}

describe("[P7] the frontier equals enumeration: vectors, packages and their number", () => {
  test("whole space, 1–6 parties, with links, boxes, ties, negatives, numeric names", () => {
    fc.assert(
      fc.property(anyDomain, (whole) => checkFrontier(whole, "all")),
      { numRuns: 2000 },
    );
  });
  test("inside the zone, reachable or not", () => {
    fc.assert(
      fc.property(anyDomain, (whole) => checkFrontier(whole, "zone")),
      { numRuns: 1000 },
    );
  });
  test("[P2] integers beyond 2^53", () => {
    fc.assert(fc.property(wideDomain, fc.constantFrom("all" as const, "zone" as const), checkFrontier), {
      numRuns: 300,
    });
  });
  test("[P10] bonuses on boxes", () => {
    fc.assert(fc.property(boxDomain, fc.constantFrom("all" as const, "zone" as const), checkFrontier), {
      numRuns: 500,
    });
  });
});

/** Sorted gains as fractions of `by`, compared by cross-multiplication. */
function leximinBest(gains: readonly (readonly bigint[])[], by: readonly bigint[]): bigint[][] {
  const ratio = (g: readonly bigint[]) =>
    g
      .map((value, p) => [value, by[p]!] as const)
      .filter(([, width]) => width > 0n)
      .sort((a, b) => Number(a[0] * b[1] - b[0] * a[1]));
  const compare = (a: readonly bigint[], b: readonly bigint[]) => {
    const [x, y] = [ratio(a), ratio(b)];
    for (let k = 0; k < x.length; k++) {
      const d = x[k]![0] * y[k]![1] - y[k]![0] * x[k]![1];
      if (d !== 0n) return d > 0n ? 1 : -1;
    }
    return 0;
  };
  const best = gains.reduce((top, g) => (compare(g, top) > 0 ? g : top));
  return gains.filter((g) => compare(g, best) === 0).map((g) => [...g]);
}

type Solve = (space: Space, disagreement: readonly bigint[]) => Solutions;
const fromFrontier: Solve = (space, d) =>
  readSolutions(
    space,
    exactFrontier(space, "all"),
    d,
    d.map(() => 1n),
  );
const bySearch: Solve = (space, d) =>
  searchSolutions(
    space,
    d,
    d.map(() => 1n),
  )!;
/** Small domains would all be tried outright: here everything is branched on to the end. */
const byBranching: Solve = (space, d) =>
  searchSolutions(
    space,
    d,
    d.map(() => 1n),
    { settings: 60_000, branches: 600_000, outright: 1 },
  )!;

/** Ties go to the lexicographically greater vector. */
function greatestSum(packages: readonly Package[]): readonly bigint[] {
  const sum = (u: readonly bigint[]) => u.reduce((a, b) => a + b, 0n);
  const isAfter = (a: readonly bigint[], b: readonly bigint[]) => {
    const k = a.findIndex((x, p) => x !== b[p]);
    return k >= 0 && a[k]! > b[k]!;
  };
  return packages
    .map(({ u }) => u)
    .reduce((top, u) => (sum(u) > sum(top) || (sum(u) === sum(top) && isAfter(u, top)) ? u : top));
}

function checkSolutions(whole: Whole, solve: Solve): void {
  const space = compiled(whole);
  const packages = enumerate(whole);
  const d = whole.parties.map(
    (party, p) => party.noAgreement ?? packages.reduce((low, { u }) => (u[p]! < low ? u[p]! : low), packages[0]!.u[p]!),
  );
  const disagreement = findDisagreement(space)!;
  expect(inWhole(space, whole, disagreement)).toEqual(d);
  const found = solve(space, disagreement);
  expect(inWhole(space, whole, found.utilitarian!.integers)).toEqual(greatestSum(packages));
  const gains = packages.map(({ u }) => u.map((x, p) => x - d[p]!)).filter((g) => g.every((x) => x >= 0n));
  if (gains.length === 0) {
    expect(found.nash ?? found.kalaiSmorodinsky ?? found.egalitarian ?? found.ideal).toBeUndefined();
    return;
  }
  const gained = (solution: { integers: readonly bigint[] } | undefined) =>
    inWhole(space, whole, solution!.integers).map((x, p) => x - d[p]!);
  const product = (g: readonly bigint[]) => g.reduce((a, b) => a * b, 1n);
  const bestProduct = gains.reduce((top, g) => (product(g) > top ? product(g) : top), 0n);
  expect(product(gained(found.nash))).toBe(bestProduct);
  const ideal = d.map((_, p) => gains.reduce((top, g) => (g[p]! > top ? g[p]! : top), 0n));
  expect(inWhole(space, whole, found.ideal!)).toEqual(ideal.map((x, p) => x + d[p]!));
  expect(leximinBest(gains, ideal)).toContainEqual(gained(found.kalaiSmorodinsky));
  expect(
    leximinBest(
      gains,
      d.map(() => 1n),
    ),
  ).toContainEqual(gained(found.egalitarian));
}

/** Where digits are few: all in tiny units, reservations far off, or just what some package gives. */
const strained = fc
  .tuple(anyDomain, fc.constantFrom("tiny", "far", "at a package"), fc.nat())
  .map(([whole, how, at]): Whole => {
    if (how === "tiny") return { ...whole, digits: whole.digits + 9 };
    const packages = enumerate(whole);
    const { u } = packages[at % packages.length]!;
    const far = -(10n ** 9n) * 10n ** BigInt(whole.digits);
    return {
      ...whole,
      parties: whole.parties.map((party, p) => ({ ...party, noAgreement: how === "far" ? far : u[p]! })),
    };
  });
const unlinked = (whole: Whole): Whole => ({
  ...whole,
  parties: whole.parties.map((party) => ({
    ...party,
    tables: party.tables.filter(({ issues }) => issues.length === 1),
    boxes: [],
  })),
});

describe("[P12] [P13] solutions equal enumeration", () => {
  test("1–6 parties", () => {
    fc.assert(
      fc.property(anyDomain, (whole) => checkSolutions(whole, fromFrontier)),
      { numRuns: 1500 },
    );
  });
  test("[P14] by search, without the frontier", () => {
    fc.assert(
      fc.property(anyDomain, (whole) => checkSolutions(whole, bySearch)),
      { numRuns: 1500 },
    );
  });
  test("[P14] by branching, where nothing is linked", () => {
    fc.assert(
      fc.property(anyDomain, (whole) => checkSolutions(unlinked(whole), byBranching)),
      { numRuns: 1000 },
    );
  });
  test("tiny units, reservations far off or just reached", () => {
    fc.assert(
      fc.property(strained, (whole) => {
        checkSolutions(whole, fromFrontier);
        checkSolutions(whole, bySearch);
        checkSolutions(unlinked(whole), byBranching);
      }),
      { numRuns: 1000 },
    );
  });
  test("[P13] the utilitarian package of the zone, without the frontier", () => {
    fc.assert(
      fc.property(fc.oneof(anyDomain, strained), (whole) => {
        const space = compiled(whole);
        const disagreement = findDisagreement(space)!;
        const equal = disagreement.map(() => 1n);
        const found = searchSolutions(space, disagreement, equal, { within: "zone" })!;
        const inside = enumerate(whole).filter(({ u }) => u.every((x, p) => x >= (whole.parties[p]!.noAgreement ?? x)));
        if (inside.length === 0) expect(found.utilitarian).toBeUndefined();
        else expect(inWhole(space, whole, found.utilitarian!.integers)).toEqual(greatestSum(inside));
      }),
      { numRuns: 1000 },
    );
  });
  test("[P2] integers beyond 2^53", () => {
    fc.assert(
      fc.property(wideDomain, (whole) => checkSolutions(whole, fromFrontier)),
      { numRuns: 200 },
    );
  });
});
