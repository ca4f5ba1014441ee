/** Indices against all coalitions and all orders, gone through one by one; nothing is shared with the engine. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countDense } from "./count/dense.ts";
import { countByHalves } from "./count/halves.ts";
import type { LimitProblem } from "./count/problem.ts";
import { fractionText } from "./fraction.ts";
import { compound, type Game, onePerson, type VotesGame, wins } from "./game.ts";
import { powerIndices } from "./indices.ts";
import { profileOf } from "./profile.ts";

interface LiteralRule {
  readonly size: number;
  readonly requirements: readonly { readonly weights: readonly number[]; readonly quota: number }[];
  readonly vetoes: readonly number[];
  readonly fewestToBlock: number;
}

function adopted(rule: LiteralRule, coalition: readonly number[]): boolean {
  if (rule.vetoes.some((i) => !coalition.includes(i))) return false;
  if (rule.size - coalition.length < rule.fewestToBlock) return true;
  return rule.requirements.every(
    ({ weights, quota }) => coalition.map((i) => weights[i] ?? 0).reduce((a, b) => a + b, 0) >= quota,
  );
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
function written(part: number, whole: number): string {
  const divisor = gcd(part, whole);
  return whole === divisor ? `${part / divisor}` : `${part / divisor}/${whole / divisor}`;
}

/** Counts pivots over all orders, swings over all coalitions. */
function literal(size: number, decide: (coalition: readonly number[]) => boolean) {
  const members = Array.from({ length: size }, (_, i) => i);
  const table = Array.from({ length: 2 ** size }, (_, mask) => decide(members.filter((i) => (mask >> i) % 2 === 1)));
  const pivots = members.map(() => 0);
  let orders = 0;
  /** All orders that go on from here; once somebody has decided, the rest come in any order. */
  const goOn = (mask: number, left: number): void => {
    if (left === 0) orders++;
    for (const i of members) {
      const joined = mask | (1 << i);
      if (joined === mask) continue;
      if (table[joined] && !table[mask]) {
        const rest = factorial(left - 1);
        pivots[i]! += rest;
        orders += rest;
      } else goOn(joined, left - 1);
    }
  };
  goOn(0, size);
  const swings = members.map(() => 0);
  table.forEach((won, mask) => {
    if (won) for (const i of members) if ((mask >> i) & 1 && !table[mask - (1 << i)]) swings[i]!++;
  });
  const all = swings.reduce((a, b) => a + b, 0);
  return {
    shapleyShubik: pivots.map((count) => written(count, orders)),
    banzhaf: swings.map((count) => (all === 0 ? "0" : written(count, all))),
    winning: String(table.filter((won) => won).length),
  };
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function engine(game: Game) {
  const { shapleyShubik, banzhaf, winningCoalitions } = powerIndices(profileOf(game)!);
  return {
    shapleyShubik: shapleyShubik.map(fractionText),
    banzhaf: banzhaf.map(fractionText),
    winning: String(winningCoalitions),
  };
}

const ruleOf = (most: number): fc.Arbitrary<LiteralRule> =>
  fc.integer({ min: 1, max: most }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      requirements: fc.array(
        fc
          .record({
            weights: fc.oneof(
              fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size, maxLength: size }),
              fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: size, maxLength: size }),
              fc.constant(Array.from({ length: size }, () => 1)),
            ),
            part: fc.integer({ min: 0, max: 22 }),
          })
          .map(({ weights, part }) => ({
            weights,
            quota: Math.ceil((weights.reduce((a, b) => a + b, 0) * part) / 20),
          })),
        { minLength: 1, maxLength: 3 },
      ),
      vetoes: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        fc.subarray(Array.from({ length: size }, (_, i) => i)),
      ),
      fewestToBlock: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4 })),
    }),
  );
const asGame = (rule: LiteralRule): VotesGame => ({ kind: "votes", ...rule });

describe("indices of random rules", () => {
  it("equal a count over all orders and all coalitions", () => {
    fc.assert(
      fc.property(ruleOf(6), (rule) => {
        expect(engine(asGame(rule))).toEqual(literal(rule.size, (coalition) => adopted(rule, coalition)));
      }),
      { numRuns: 3000 },
    );
  });
  it("and of eight members", () => {
    fc.assert(
      fc.property(
        ruleOf(8).filter(({ size }) => size >= 7),
        (rule) => {
          expect(engine(asGame(rule))).toEqual(literal(rule.size, (coalition) => adopted(rule, coalition)));
        },
      ),
      { numRuns: 25 },
    );
  });
  it("of bodies within bodies too", () => {
    const parts = fc.array(fc.oneof(fc.constant(undefined), ruleOf(3)), { minLength: 1, maxLength: 3 });
    const both = parts.chain((inner) =>
      ruleOf(3)
        .filter(({ size }) => size === inner.length)
        .map((outer) => ({ inner, outer })),
    );
    fc.assert(
      fc.property(both, ({ inner, outer }) => {
        const game = compound(
          asGame(outer),
          inner.map((rule) => (rule === undefined ? onePerson : asGame(rule))),
        );
        const starts = inner.map((_, p) => inner.slice(0, p).reduce((sum, rule) => sum + (rule?.size ?? 1), 0));
        const decide = (coalition: readonly number[]): boolean =>
          adopted(
            outer,
            inner.flatMap((rule, p) => {
              const own = coalition.map((i) => i - starts[p]!).filter((i) => i >= 0 && i < (rule?.size ?? 1));
              return (rule === undefined ? own.length === 1 : adopted(rule, own)) ? [p] : [];
            }),
          );
        if (game.size > 7) return;
        expect(engine(game)).toEqual(literal(game.size, decide));
        for (let mask = 0; mask < 2 ** game.size; mask++) {
          const coalition = Array.from({ length: game.size }, (_, i) => i).filter((i) => (mask >> i) % 2 === 1);
          const consents = Uint8Array.from({ length: game.size }, (_, i) => (mask >> i) % 2);
          expect(wins(game, consents)).toBe(decide(coalition));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("the two ways of counting", () => {
  it("agree, also where counts need several moduli", () => {
    const problem: fc.Arbitrary<LimitProblem> = fc
      .record({
        count: fc.integer({ min: 1, max: 13 }),
        dimensions: fc.integer({ min: 1, max: 3 }),
      })
      .chain(({ count, dimensions }) =>
        fc.record({
          count: fc.constant(count),
          weights: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }), {
            minLength: dimensions,
            maxLength: dimensions,
          }),
          limits: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: dimensions, maxLength: dimensions }),
          largest: fc.integer({ min: 0, max: count }),
        }),
      );
    fc.assert(
      fc.property(problem, (each) => {
        const halves = countByHalves(each);
        const dense = countDense(each);
        expect(halves.all).toEqual(dense.all);
        expect(halves.without).toEqual(dense.without);
      }),
      { numRuns: 300 },
    );
  });
  it("put together counts above 2^53 as one BigInt table does", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 60, maxLength: 75 }),
        fc.double({ min: 0.4, max: 0.6, noNaN: true }),
        (weights, part) => {
          const limit = Math.floor(weights.reduce((a, b) => a + b, 0) * part);
          const counts = countDense({
            count: weights.length,
            weights: [weights],
            limits: [limit],
            largest: weights.length,
          });
          const literalCounts = (list: readonly number[]): bigint[] => {
            const table = new Map<string, bigint>([["0 0", 1n]]);
            for (const w of list) {
              for (const [key, number] of table) {
                const [size, weight] = key.split(" ").map(Number) as [number, number];
                const next = `${size + 1} ${weight + w}`;
                if (weight + w <= limit) added.set(next, (added.get(next) ?? 0n) + number);
              }
              for (const [key, number] of added) table.set(key, (table.get(key) ?? 0n) + number);
              added.clear();
            }
            const bySize = Array.from({ length: weights.length + 1 }, () => 0n);
            for (const [key, number] of table) bySize[Number(key.split(" ")[0])]! += number;
            return bySize;
          };
          const added = new Map<string, bigint>();
          expect(counts.all).toEqual(literalCounts(weights));
          expect(counts.without[7]).toEqual(literalCounts(weights.filter((_, i) => i !== 7)));
        },
      ),
      { numRuns: 3 },
    );
  });
});
