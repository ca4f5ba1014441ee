/** Laws of MODEL.md §10 that hold whatever the domain. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { analysePackages } from "./analyse.ts";
import type { PackageDomain } from "./domain.ts";
import type { PackageFindings } from "./findings.ts";

const value = fc.integer({ min: -3, max: 12 });
const domains: fc.Arbitrary<PackageDomain> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }))
  .chain(([parties, sizes]) => {
    const cells = (n: number) => fc.array(value, { minLength: n, maxLength: n });
    const party = fc.record({
      own: fc.tuple(...sizes.map(cells)),
      link: cells(sizes[0]! * sizes[1]!),
      noAgreement: fc.integer({ min: -5, max: 30 }),
    });
    return fc.array(party, { minLength: parties, maxLength: parties }).map((list) => ({
      issues: sizes.map((size, i) => ({ id: `i${i}`, options: Array.from({ length: size }, (_, o) => `o${o}`) })),
      parties: list.map(({ own, link, noAgreement }, p) => ({
        id: `p${p}`,
        tables: [...own.map((values, i) => ({ issues: [i], values })), { issues: [0, 1], values: link }],
        noAgreement,
      })),
    }));
  });
function find(domain: PackageDomain): PackageFindings {
  const analysis = analysePackages(domain);
  if ("problems" in analysis) throw new Error(analysis.problems[0]!.message);
  return analysis.findings;
}
const rows = (findings: PackageFindings, order: readonly number[]) =>
  findings.frontier.points
    .map(({ utilities, packages }) => `${order.map((p) => utilities[p]).join()} × ${packages}`)
    .sort();
const pick = <T>(list: readonly T[], order: readonly number[]) => order.map((k) => list[k]!);

test("reordering and renaming parties changes nothing but names and order", () => {
  fc.assert(
    fc.property(domains, fc.nat(), (domain, turn) => {
      const P = domain.parties.length;
      const order = domain.parties.map((_, p) => (p + turn) % P);
      const turned = find({
        ...domain,
        parties: pick(domain.parties, order).map((party, k) => ({ ...party, id: `9${k}` })),
      });
      const found = find(domain);
      const back = domain.parties.map((_, p) => order.indexOf(p));
      expect(rows(turned, back)).toEqual(
        rows(
          found,
          domain.parties.map((_, p) => p),
        ),
      );
      expect(turned.zone.count).toBe(found.zone.count);
      const product = ({ nash }: PackageFindings) =>
        nash?.utilities.reduce((all, u, p) => all * (u - nash.disagreement[p]!), 1);
      expect(product(turned)).toBe(product(found));
    }),
    { numRuns: 200 },
  );
});

test("reordering issues and turning options round changes nothing but names and order", () => {
  fc.assert(
    fc.property(domains, (domain) => {
      const N = domain.issues.length;
      const to = (i: number) => N - 1 - i;
      const mirrored: PackageDomain = {
        issues: domain.issues.map((_, i) => ({
          ...domain.issues[to(i)]!,
          options: [...domain.issues[to(i)]!.options].reverse(),
        })),
        // Turning every issue of a table round reverses its cells.
        parties: domain.parties.map((party) => ({
          ...party,
          tables: party.tables.map(({ issues, values }) => ({ issues: issues.map(to), values: [...values].reverse() })),
        })),
      };
      const order = domain.parties.map((_, p) => p);
      expect(rows(find(mirrored), order)).toEqual(rows(find(domain), order));
      const size = ({ zone: { count, share, slack } }: PackageFindings) => ({ count, share, slack });
      expect(size(find(mirrored))).toEqual(size(find(domain)));
    }),
    { numRuns: 200 },
  );
});

test("rescaling a party (a·u + b, its reservation with it) moves neither Nash nor Kalai–Smorodinsky, frontier nor zone", () => {
  fc.assert(
    fc.property(domains, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -20, max: 20 }), (domain, a, b) => {
      const [first, ...others] = domain.parties;
      const scaled = {
        ...first!,
        tables: [
          ...first!.tables.map((table) => ({ ...table, values: table.values.map((x) => `${Number(x) * a}/3`) })),
          { issues: [], values: [b] },
        ],
        noAgreement: `${Number(first!.noAgreement) * a + 3 * b}/3`,
      };
      const [before, after] = [find(domain), find({ ...domain, parties: [scaled, ...others] })];
      expect(after.zone.count).toBe(before.zone.count);
      expect(after.frontier.points.map((point) => point.package)).toEqual(
        before.frontier.points.map((point) => point.package),
      );
      for (const name of ["nash", "kalaiSmorodinsky"] as const) {
        expect(after[name]?.utilities.slice(1)).toEqual(before[name]?.utilities.slice(1));
      }
    }),
    { numRuns: 200 },
  );
});
