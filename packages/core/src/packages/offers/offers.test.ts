/** Offers against enumeration on small random domains; published and hand-made cases for the rest. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSpace } from "../compile.ts";
import { findDisagreement } from "../disagreement.ts";
import type { PackageDomain } from "../domain.ts";
import { computeFrontier } from "../frontier.ts";
import { readOptions } from "../named-package.ts";
import type { Space } from "../space.ts";
import { countZone } from "../zone.ts";
import { divideByAdjustedWinner } from "./adjusted-winner.ts";
import { findBestForParty } from "./best-for-party.ts";
import { analyseCoalitions, listMinimalWinning } from "./coalitions.ts";
import { findEquivalentOffers, findImprovements } from "./efficient-offers.ts";
import { findNearestAcceptable } from "./nearest-acceptable.ts";
import { findTrades } from "./trades.ts";

interface Small {
  readonly sizes: readonly number[];
  /** values[party][issue][option]; link[party] over the first two issues; need[party]. */
  readonly values: readonly (readonly (readonly number[])[])[];
  readonly link: readonly (readonly number[])[];
  readonly need: readonly number[];
}
const value = fc.integer({ min: -2, max: 9 });
const small: fc.Arbitrary<Small> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }))
  .chain(([parties, sizes]) => {
    const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: parties, maxLength: parties });
    return fc.record({
      sizes: fc.constant(sizes),
      values: each(fc.tuple(...sizes.map((size) => fc.array(value, { minLength: size, maxLength: size })))),
      link: each(fc.array(value, { minLength: sizes[0]! * sizes[1]!, maxLength: sizes[0]! * sizes[1]! })),
      need: each(fc.integer({ min: -5, max: 25 })),
    });
  });
const domainOf = ({ sizes, values, link, need }: Small): PackageDomain => ({
  issues: sizes.map((size, i) => ({ id: `i${i}`, options: Array.from({ length: size }, (_, k) => `o${k}`) })),
  parties: values.map((own, p) => ({
    id: `p${p}`,
    tables: [...own.map((list, i) => ({ issues: [i], values: list })), { issues: [0, 1], values: link[p]! }],
    noAgreement: need[p]!,
  })),
});
const worth = ({ sizes, values, link }: Small, p: number, options: readonly number[]): number =>
  options.reduce((sum, option, i) => sum + values[p]![i]![option]!, link[p]![options[0]! * sizes[1]! + options[1]!]!);
function enumerate(domain: Small): { readonly options: number[]; readonly u: number[] }[] {
  let all: number[][] = [[]];
  for (const size of domain.sizes) all = all.flatMap((head) => Array.from({ length: size }, (_, k) => [...head, k]));
  return all.map((options) => ({ options, u: domain.values.map((_, p) => worth(domain, p, options)) }));
}
const acceptable = (domain: Small) => enumerate(domain).filter(({ u }) => u.every((x, p) => x >= domain.need[p]!));
function compiled(domain: PackageDomain): Space {
  const result = compileSpace(domain);
  if ("problems" in result) throw new Error(result.problems[0]!.message);
  return result.space;
}
const optionsOf = (named: Readonly<Record<string, string>>, count: number) =>
  Array.from({ length: count }, (_, i) => Number(named[`i${i}`]!.slice(1)));

describe("offers equal enumeration", () => {
  test("[P18] the k best of the zone", () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 5 }), (domain, k) => {
        const space = compiled(domainOf(domain));
        const { offers, complete } = findBestForParty(space, 0, k)!;
        expect(complete).toBe(true);
        for (const offer of offers)
          expect(domain.values.map((_, p) => worth(domain, p, optionsOf(offer.package, domain.sizes.length)))).toEqual(
            offer.utilities,
          );
        // Options that nobody tells apart are one class, so that the best values are compared as sets.
        const best = [...new Set(acceptable(domain).map(({ u }) => u.join()))]
          .map((text) => Number(text.split(",")[0]))
          .sort((a, b) => b - a);
        if (best.length === 0) expect(offers).toEqual([]);
        else expect(offers[0]!.utilities[0]).toBe(best[0]);
        for (let n = 1; n < offers.length; n++)
          expect(offers[n]!.utilities[0]!).toBeLessThanOrEqual(offers[n - 1]!.utilities[0]!);
        const last = offers.at(-1);
        if (last && offers.length === k) expect(best.filter((x) => x > last.utilities[0]!).length).toBeLessThan(k);
      }),
      { numRuns: 300 },
    );
  });
  test("[P19] the acceptable package nearest to an ask", () => {
    fc.assert(
      fc.property(small, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (domain, draws) => {
        const space = compiled(domainOf(domain));
        const asked = domain.sizes.map((size, i) => draws[i]! % size);
        const ask = readOptions(space, Object.fromEntries(asked.map((option, i) => [`i${i}`, `o${option}`])))!;
        const found = findNearestAcceptable(space, ask, 0);
        const compiledAway = (options: readonly number[]) =>
          options.filter((option, i) => space.issues[i]!.classOf[option] !== ask[i]).length;
        const all = acceptable(domain);
        expect(found !== undefined).toBe(all.length > 0);
        if (all.length === 0) return;
        const least = Math.min(...all.map(({ options }) => compiledAway(options)));
        expect(found!.changed.length).toBe(least);
        expect(found!.utilities[0]).toBe(
          Math.max(...all.filter(({ options }) => compiledAway(options) === least).map(({ u }) => u[0]!)),
        );
      }),
      { numRuns: 300 },
    );
  });
  test("[P19] improvements of a deal are efficient, and none is missing", () => {
    fc.assert(
      fc.property(small, fc.nat(), (domain, draw) => {
        const space = compiled(domainOf(domain));
        const all = enumerate(domain);
        const deal = all[draw % all.length]!;
        const frontier = computeFrontier(space, "all");
        if ("failed" in frontier) throw new Error(frontier.because);
        const inIntegers = deal.u.map((x, p) => (BigInt(x) * space.unit[p]!.den) / space.unit[p]!.num);
        const found = findImprovements(space, frontier, inIntegers).map(({ utilities }) => utilities.join());
        const beats = (a: readonly number[], b: readonly number[]) =>
          a.every((x, p) => x >= b[p]!) && a.some((x, p) => x > b[p]!);
        const expected = new Set(
          all.filter(({ u }) => beats(u, deal.u) && !all.some((other) => beats(other.u, u))).map(({ u }) => u.join()),
        );
        expect(found.sort()).toEqual([...expected].sort());
      }),
      { numRuns: 300 },
    );
  });
  test("[P18] equivalent offers are efficient, acceptable, within the tolerance, and differ", () => {
    fc.assert(
      fc.property(
        small,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 8 }),
        (domain, target, tolerance) => {
          const space = compiled(domainOf(domain));
          const frontier = computeFrontier(space, "zone");
          if ("failed" in frontier) throw new Error(frontier.because);
          const offers = findEquivalentOffers(space, frontier, {
            party: 0,
            target,
            tolerance,
            count: 3,
            disagreement: findDisagreement(space)!,
          });
          const all = acceptable(domain);
          const efficient = all.filter(
            ({ u }) => !all.some((b) => b.u.every((x, p) => x >= u[p]!) && b.u.some((x, p) => x > u[p]!)),
          );
          const fitting = efficient.filter(({ u }) => Math.abs(u[0]! - target) <= tolerance);
          expect(offers.length > 0).toBe(fitting.length > 0);
          expect(new Set(offers.map((offer) => JSON.stringify(offer.package))).size).toBe(offers.length);
          for (const { utilities } of offers) expect(fitting.map(({ u }) => u.join())).toContain(utilities.join());
        },
      ),
      { numRuns: 300 },
    );
  });
  test("[P20] a pair's trade is the best one that costs nobody anything", () => {
    fc.assert(
      fc.property(small, (domain) => {
        const space = compiled(domainOf(domain));
        const { separate, pairs } = findTrades(space)!;
        const given = Array.from(separate, (k, i) => space.issues[i]!.representative[k]!);
        const before = domain.values.map((_, p) => worth(domain, p, given));
        for (const { issues, least } of pairs) {
          const [i, j] = issues.map((id) => Number(id.slice(1))) as [number, number];
          let best = 0;
          for (let a = 0; a < domain.sizes[i]!; a++)
            for (let b = 0; b < domain.sizes[j]!; b++) {
              const options = given.map((option, k) => (k === i ? a : k === j ? b : option));
              best = Math.max(best, Math.min(...domain.values.map((_, p) => worth(domain, p, options) - before[p]!)));
            }
          expect(least).toBe(best);
        }
      }),
      { numRuns: 300 },
    );
  });
  test("[P22] coalitions: the members' packages, whatever the others think", () => {
    fc.assert(
      fc.property(small, (domain) => {
        const space = compiled(domainOf(domain));
        const parties = domain.values.length;
        const majority = listMinimalWinning(parties, (members) => 2 * members.length > parties)!;
        for (const { members, zone, nash } of analyseCoalitions(space, majority)) {
          const own = members.map((id) => Number(id.slice(1)));
          const all = enumerate(domain).filter(({ u }) => own.every((p) => u[p]! >= domain.need[p]!));
          expect(zone.count).toBe(BigInt(all.length));
          expect(countZone(space, { needed: own }).count).toBe(BigInt(all.length));
          const product = (u: readonly number[]) => own.reduce((x, p) => x * (u[p]! - domain.need[p]!), 1);
          if (all.length > 0)
            expect(nash!.utilities.reduce((x, value, k) => x * (value - domain.need[own[k]!]!), 1)).toBe(
              Math.max(...all.map(({ u }) => product(u))),
            );
        }
      }),
      { numRuns: 200 },
    );
  });
});

test("[P22] minimal winning coalitions of a weighted rule", () => {
  const weights = [4, 3, 2, 1];
  expect(listMinimalWinning(4, (members) => members.reduce((sum, p) => sum + weights[p]!, 0) >= 6)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2, 3],
  ]);
});

describe("[P23] Adjusted Winner", () => {
  const divide = (a: readonly number[], b: readonly number[]) =>
    divideByAdjustedWinner(
      compiled({
        issues: a.map((_, i) => ({ id: `i${i}`, options: ["theirs", "mine"] })),
        parties: [
          { id: "a", tables: a.map((x, i) => ({ issues: [i], values: [0, x] })) },
          { id: "b", tables: b.map((x, i) => ({ issues: [i], values: [x, 0] })) },
        ],
      }),
    )!;
  test("the Camp David points of Brams & Taylor 1996 end level, with one issue split", () => {
    // Sinai, recognition, West Bank, East Jerusalem, Palestinian rights, Golan-type security: Israel's and Egypt's points.
    const { points, shares, split } = divide([35, 10, 20, 15, 10, 10], [55, 5, 10, 5, 20, 5]);
    expect(points[0]).toBeCloseTo(points[1], 12);
    expect(points[0]).toBeGreaterThan(50);
    expect(shares.filter((share) => share > 0 && share < 1).length).toBe(split === undefined ? 0 : 1);
  });
  test("equal shares of points, efficient and at least half, on random prizes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), {
          minLength: 1,
          maxLength: 7,
        }),
        (prizes) => {
          const { points, shares } = divide(
            prizes.map(([a]) => a),
            prizes.map(([, b]) => b),
          );
          expect(points[0]).toBeCloseTo(points[1], 9);
          expect(points[0]).toBeGreaterThan(50 - 1e-9);
          // Efficient: no two prizes go against the order of relative worth.
          prizes.forEach(([a, b], i) => {
            prizes.forEach(([c, d], j) => {
              if (shares[i]! > 0 && shares[j]! < 1) expect(a * d).toBeGreaterThanOrEqual(b * c);
            });
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});
