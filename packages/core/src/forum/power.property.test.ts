/** Laws that indices obey whatever the rule. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fraction, fraction } from "./fraction.ts";
import type { VotesGame } from "./game.ts";
import { powerIndices } from "./indices.ts";
import { profileOf } from "./profile.ts";

const weightsOf = (size: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: most }), { minLength: size, maxLength: size });
const games = (requirements: number): fc.Arbitrary<VotesGame> =>
  fc.integer({ min: 2, max: 24 }).chain((size) =>
    fc
      .record({
        rules: fc.array(
          fc.record({
            weights: fc.oneof(weightsOf(size, 5), weightsOf(size, 80)).filter((list) => list.some((w) => w > 0)),
            part: fc.double({ min: 0.01, max: 1, noNaN: true }),
          }),
          { minLength: 1, maxLength: requirements },
        ),
        vetoes: fc.subarray([0, 1], { maxLength: requirements - 1 }),
      })
      .map(({ rules, vetoes }) => ({
        kind: "votes" as const,
        size,
        requirements: rules.map(({ weights, part }) => ({
          weights,
          quota: Math.max(1, Math.ceil(weights.reduce((a, b) => a + b, 0) * part)),
        })),
        vetoes,
        fewestToBlock: 0,
      })),
  );
const plus = (a: Fraction, b: Fraction) =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
const below = (a: Fraction, b: Fraction) => a.numerator * b.denominator < b.numerator * a.denominator;
const indicesOf = (game: VotesGame) => powerIndices(profileOf(game)!);

describe("indices", () => {
  it("sum to one, none below nought", () => {
    fc.assert(
      fc.property(games(3), (game) => {
        const { shapleyShubik, banzhaf } = indicesOf(game);
        for (const index of [shapleyShubik, banzhaf]) {
          expect(index.reduce(plus)).toEqual(fraction(1n, 1n));
          for (const { numerator } of index) expect(numerator >= 0n).toBe(true);
        }
      }),
    );
  });
  it("give members who bring the same the same, whoever stands first", () => {
    fc.assert(
      fc.property(games(3), fc.nat(), fc.nat(), (game, a, b) => {
        const [i, j] = [a % game.size, b % game.size];
        const swap = (k: number): number => (k === i ? j : k === j ? i : k);
        const swapped: VotesGame = {
          ...game,
          requirements: game.requirements.map(({ weights, quota }) => ({
            weights: weights.map((_, k) => weights[swap(k)]!),
            quota,
          })),
          vetoes: game.vetoes.map(swap),
        };
        const [before, after] = [indicesOf(game), indicesOf(swapped)];
        expect(after.shapleyShubik).toEqual(before.shapleyShubik.map((_, k) => before.shapleyShubik[swap(k)]));
        expect(after.banzhaf).toEqual(before.banzhaf.map((_, k) => before.banzhaf[swap(k)]));
      }),
    );
  });
  it("give nothing to one who brings nothing, and leave the others as they would be without", () => {
    fc.assert(
      fc.property(games(3), (game) => {
        const larger: VotesGame = {
          ...game,
          size: game.size + 1,
          requirements: game.requirements.map(({ weights, quota }) => ({ weights: [...weights, 0], quota })),
        };
        const [few, more] = [indicesOf(game), indicesOf(larger)];
        expect(more.shapleyShubik).toEqual([...few.shapleyShubik, fraction(0n, 1n)]);
        expect(more.banzhaf).toEqual([...few.banzhaf, fraction(0n, 1n)]);
        expect(more.winningCoalitions).toBe(2n * few.winningCoalitions);
      }),
    );
  });
  it("rise with weight under a single rule", () => {
    fc.assert(
      fc.property(games(1), (game) => {
        const { shapleyShubik, banzhaf } = indicesOf(game);
        const { weights } = game.requirements[0]!;
        for (let i = 0; i < game.size; i++) {
          for (let j = 0; j < game.size; j++) {
            if (weights[i]! < weights[j]!) continue;
            expect(below(shapleyShubik[i]!, shapleyShubik[j]!)).toBe(false);
            expect(below(banzhaf[i]!, banzhaf[j]!)).toBe(false);
          }
        }
      }),
    );
  });
});
