/** Certificates checked by a verifier of its own: it knows the tables and nothing of the engine. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSpace } from "./compile.ts";
import { findDisagreement } from "./disagreement.ts";
import { type DomainKind, generateDomain } from "./generate-domain.test-data.ts";
import { proveByWeights } from "./prove-by-weights.test-support.ts";
import { searchSolutions } from "./search-solutions.ts";
import type { Solution } from "./solutions.ts";
import { countZone } from "./zone.ts";
import { estimateZone } from "./zone-estimate.ts";

function prepare(kind: DomainKind, parties: number, issues: number, options: number, seed: number, noAgreement = 30) {
  const domain = generateDomain(kind, parties, issues, options, 0, seed);
  const compiled = compileSpace({ ...domain, parties: domain.parties.map((party) => ({ ...party, noAgreement })) });
  if ("problems" in compiled) throw new Error("does not compile");
  const { space } = compiled;
  const tables = domain.issues.map((issue, i) =>
    issue.options.map((_, o) => domain.parties.map((party) => Number(party.tables[i]!.values[o]!))),
  );
  return { space, tables, noAgreement };
}

/**
 * Ten lines: the greatest weights · gains is the sum of the issues' greatest, and every package within `threshold` of
 * it is walked (best options first, so that a branch ends as soon as it falls short); none may score above the value.
 */
function verify(
  tables: readonly (readonly (readonly number[])[])[],
  solution: Solution,
  scale: readonly number[],
  d: readonly number[],
  score: (gains: readonly number[]) => number,
) {
  if (solution.certificate.kind !== "search") throw new Error("not certified by search");
  const { weights, bound, threshold } = solution.certificate;
  const worth = (row: readonly number[]) => row.reduce((sum, x, p) => sum + weights[p]! * scale[p]! * x, 0);
  const sorted = tables.map((rows) => [...rows].sort((x, y) => worth(y) - worth(x)));
  const base = -worth(d);
  const after = sorted.map((_, i) => sorted.slice(i + 1).reduce((sum, rows) => sum + worth(rows[0]!), 0));
  const top = base + sorted.reduce((sum, rows) => sum + worth(rows[0]!), 0);
  expect(top).toBeLessThanOrEqual(bound + 1e-6 * Math.abs(bound));
  let best = -Infinity;
  let walked = 0;
  const walk = (i: number, gains: readonly number[], sum: number): void => {
    if (i === sorted.length) best = Math.max(best, score(gains));
    else
      for (const row of sorted[i]!) {
        const next = sum + worth(row);
        if (next + after[i]! < threshold - 1e-9 || ++walked > 3_000_000) break;
        walk(
          i + 1,
          gains.map((gain, p) => gain + scale[p]! * row[p]!),
          next,
        );
      }
  };
  walk(
    0,
    d.map((x, p) => -x * scale[p]!),
    base,
  );
  expect(walked).toBeLessThan(3_000_000);
  return best;
}

describe("[P14] certificates", () => {
  test.each([
    [8, 16, 6],
    [12, 14, 5],
  ])("%i parties: egalitarian, by weights of the verifier's own", (parties, issues, options) => {
    const { space, tables, noAgreement } = prepare("real", parties, issues, options, 5);
    const disagreement = findDisagreement(space)!;
    const equal = disagreement.map(() => 1n);
    const { certificate, utilities } = searchSolutions(space, disagreement, equal)!.egalitarian!;
    if (certificate.kind !== "search") throw new Error("not certified");
    const start = disagreement.map(() => -noAgreement);
    const { best, branches } = proveByWeights(tables, start, certificate.weights, certificate.threshold - 1e-9);
    expect(branches).toBeGreaterThan(10);
    expect(best).toBeCloseTo(Math.min(...utilities) - noAgreement, 6);
  });
  test.each([
    ["real", 3, 30, 10],
    ["real", 5, 12, 5],
    ["points", 4, 10, 6],
    ["conflict", 3, 20, 8],
  ] as const)("%s, %i parties, %i issues of %i options", (kind, parties, issues, options) => {
    const { space, tables, noAgreement } = prepare(kind, parties, issues, options, 7);
    const disagreement = findDisagreement(space)!;
    const found = searchSolutions(
      space,
      disagreement,
      disagreement.map(() => 1n),
    )!;
    const d = tables[0]![0]!.map(() => noAgreement);
    const ones = d.map(() => 1);
    const gains = (solution: Solution) => solution.utilities.map((u, p) => u - d[p]!);
    const least = (g: readonly number[]) => Math.min(...g);
    const logs = (g: readonly number[]) => (least(g) <= 0 ? -Infinity : g.reduce((sum, x) => sum + Math.log(x), 0));
    expect(verify(tables, found.egalitarian!, ones, d, least)).toBeCloseTo(least(gains(found.egalitarian!)), 6);
    expect(verify(tables, found.nash!, ones, d, logs)).toBeCloseTo(logs(gains(found.nash!)), 6);
    const ideal = found.ideal!.map(
      (x, p) => (Number(x - disagreement[p]!) * Number(space.unit[p]!.num)) / Number(space.unit[p]!.den),
    );
    const inverse = ideal.map((x) => 1 / x);
    // The solution's own measure here is ratios on the integer scale: the same weights over ratios of own units.
    const ratio = (g: readonly number[]) => Math.min(...g);
    expect(verify(tables, found.kalaiSmorodinsky!, inverse, d, ratio)).toBeCloseTo(
      Math.min(...gains(found.kalaiSmorodinsky!).map((x, p) => x * inverse[p]!)),
      9,
    );
  });
  test("at 10^30 packages: all three for three to eight parties, Nash for twelve", () => {
    for (const parties of [3, 5, 8, 12]) {
      const { space } = prepare("real", parties, 30, 10, 1);
      const disagreement = findDisagreement(space)!;
      const limits = { settings: 2000, branches: parties > 8 ? 2000 : 30_000 };
      const equal = disagreement.map(() => 1n);
      const { nash, kalaiSmorodinsky, egalitarian } = searchSolutions(space, disagreement, equal, limits)!;
      const kinds = [nash, kalaiSmorodinsky, egalitarian].map((solution) => solution!.certificate.kind);
      expect(kinds).toEqual(["search", ...Array<string>(2).fill(parties > 8 ? "bound" : "search")]);
    }
  });
  test("an empty zone is proven by weights", () => {
    const { space } = prepare("real", 4, 20, 6, 3, 90);
    const disagreement = findDisagreement(space)!;
    const { emptyZone, nash } = searchSolutions(
      space,
      disagreement,
      disagreement.map(() => 1n),
    )!;
    expect(nash).toBeUndefined();
    expect(emptyZone!.bound).toBeLessThan(0);
    expect(emptyZone!.weights.every((weight) => weight >= 0)).toBe(true);
  });
});

describe("[P15] the size of the zone", () => {
  test("5^20 packages exactly, against sums kept in a map", () => {
    const { space, tables, noAgreement } = prepare("points", 3, 20, 5, 1);
    let sums = new Map<string, bigint>([["0,0,0", 1n]]);
    for (const rows of tables) {
      const next = new Map<string, bigint>();
      for (const [key, count] of sums)
        for (const row of rows) {
          const to = key
            .split(",")
            .map((x, p) => Math.min(noAgreement, Number(x) + row[p]!))
            .join(",");
          next.set(to, (next.get(to) ?? 0n) + count);
        }
      sums = next;
    }
    const zone = countZone(space);
    expect([zone.exact, zone.count, zone.method]).toEqual([true, sums.get("30,30,30"), "table"]);
  });
  test("the estimate's interval holds the exact share in about 95 of 100 draws, also at a millionth", () => {
    for (const [noAgreement, rare] of [
      [45, false],
      [60, true],
    ] as const) {
      const { space } = prepare("points", 5, rare ? 12 : 8, 5, 1, noAgreement);
      const { share, exact } = countZone(space, { settings: 10_000_000 });
      expect(exact).toBe(true);
      if (rare) expect(share).toBeLessThan(1e-6);
      let held = 0;
      let sum = 0;
      for (let seed = 1; seed <= 60; seed++) {
        const estimate = estimateZone(space, 4000, seed);
        if (estimate.low <= share && share <= estimate.high) held++;
        sum += estimate.share;
      }
      // 60 draws of a 95 % interval: fewer than 51 would be a chance of one in ten thousand.
      expect(held).toBeGreaterThanOrEqual(51);
      expect(sum / 60 / share).toBeGreaterThan(0.85);
      expect(sum / 60 / share).toBeLessThan(1.15);
    }
  });
  test("table, search and enumeration agree on small random domains", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.nat(1000),
        fc.integer({ min: 20, max: 80 }),
        (parties, seed, noAgreement) => {
          const { space, tables } = prepare("points", parties, 4, 4, seed, noAgreement);
          let count = 0;
          const walk = (i: number, sums: readonly number[]): void => {
            if (i === tables.length) count += sums.every((x) => x >= noAgreement) ? 1 : 0;
            else
              for (const row of tables[i]!)
                walk(
                  i + 1,
                  sums.map((x, p) => x + row[p]!),
                );
          };
          walk(
            0,
            tables[0]![0]!.map(() => 0),
          );
          expect(countZone(space).count).toBe(BigInt(count));
          // The search, not the table: links make the table step aside.
          expect(
            countZone({
              ...space,
              factors: [
                ...space.factors,
                { scope: [0, 1], values: new Float64Array(space.sizes[0]! * space.sizes[1]! * parties) },
              ],
            }).count,
          ).toBe(BigInt(count));
        },
      ),
      { numRuns: 100 },
    );
  });
});
