import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileSpace } from "../compile.ts";
import type { PackageDomain } from "../domain.ts";
import { computeFrontier } from "../frontier.ts";
import { computeWideGraphFrontier } from "./wide-graph.ts";

/** Every pair of issues linked: as wide as a graph can be. */
const dense = (parties: number) =>
  fc.array(fc.constant(2), { minLength: 3, maxLength: parties > 2 ? 3 : 4 }).chain((sizes) => {
    const pairs = sizes.flatMap((_, i) => sizes.slice(i + 1).map((_unused, k) => [i, i + 1 + k] as const));
    const values = (cells: number) => fc.array(fc.integer({ min: -4, max: 9 }), { minLength: cells, maxLength: cells });
    const party = fc.record({
      tables: fc.tuple(
        ...pairs.map(([i, j]) => values(sizes[i]! * sizes[j]!).map((list) => ({ issues: [i, j], values: list }))),
      ),
      boxes: fc.array(
        fc.record({
          value: fc.integer({ min: -5, max: 5 }),
          ranges: fc.constant([
            { issue: 0, from: 0, to: 0 },
            { issue: 2, from: 1, to: 1 },
          ]),
        }),
        { maxLength: 2 },
      ),
    });
    return fc.array(party, { minLength: parties, maxLength: parties }).map(
      (list): PackageDomain => ({
        issues: sizes.map((size, i) => ({ id: `i${i}`, options: Array.from({ length: size }, (_, o) => `o${o}`) })),
        parties: list.map((own, p) => ({ id: `p${p}`, ...own, noAgreement: 3 })),
      }),
    );
  });

describe("[P24] integer programming finds the same frontier as elimination", () => {
  test("two and three parties, whole space and zone", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }).chain(dense),
        fc.constantFrom("all" as const, "zone" as const),
        async (domain, within) => {
          const compiled = compileSpace(domain);
          if ("problems" in compiled) throw new Error(compiled.problems[0]!.message);
          const expected = computeFrontier(compiled.space, within);
          const found = await computeWideGraphFrontier(compiled.space, within);
          if ("failed" in expected || "failed" in found) throw new Error("no frontier");
          expect(Array.from(found.integers)).toEqual(Array.from(expected.integers));
        },
      ),
      { numRuns: 4 },
    );
  }, 180_000);
  test("stops at its limit and says so", async () => {
    const [domain] = fc.sample(dense(3), { numRuns: 1, seed: 5 });
    const compiled = compileSpace(domain!);
    if ("problems" in compiled) throw new Error(compiled.problems[0]!.message);
    expect(await computeWideGraphFrontier(compiled.space, "all", { solves: 1 })).toMatchObject({ failed: "too wide" });
  });
});
