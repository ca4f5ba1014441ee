/** Minimal coalitions, pivots, win-sets and persuasion against going through everything. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VotingRule } from "../model/model.ts";
import { isWinning } from "../settle/voting.ts";
import { gameOfRule } from "./from-brief/game-of-rule.ts";
import { type VotesGame, wins } from "./game.ts";
import { blockAlone, minimalBlocking, minimalWinning } from "./minimal-coalitions.ts";
import { cheapestPersuasion } from "./persuade.ts";
import { chairsProposal, pivotsOf, winSet } from "./positions.ts";

const game: fc.Arbitrary<VotesGame> = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.record({
    kind: fc.constant("votes" as const),
    size: fc.constant(size),
    requirements: fc.array(
      fc.record({
        weights: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size, maxLength: size }),
        quota: fc.integer({ min: 0, max: 20 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    vetoes: fc.subarray(Array.from({ length: size }, (_, i) => i)),
    fewestToBlock: fc.integer({ min: 0, max: 2 }),
  }),
);
const setsOf = (size: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** size }, (_, mask) =>
    Array.from({ length: size }, (_none, i) => i).filter((i) => (mask >> i) % 2 === 1),
  );
const consents = (size: number, coalition: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => (coalition.includes(i) ? 1 : 0));
const sorted = (sets: readonly (readonly number[])[]): readonly string[] => sets.map((set) => set.join(",")).sort();

describe("coalitions", () => {
  it("minimal winning and blocking ones are all that there are", () => {
    fc.assert(
      fc.property(game, (each) => {
        const all = setsOf(each.size);
        const win = (set: readonly number[]): boolean => wins(each, consents(each.size, set));
        const block = (set: readonly number[]): boolean =>
          !win(Array.from({ length: each.size }, (_, i) => i).filter((i) => !set.includes(i)));
        const minimal = (enough: (set: readonly number[]) => boolean) =>
          all.filter(
            (set) => set.length > 0 && enough(set) && set.every((i) => !enough(set.filter((other) => other !== i))),
          );
        const importance = Array.from({ length: each.size }, (_, i) => each.requirements[0]!.weights[i]!);
        expect(sorted(minimalWinning(each, importance, 1000).coalitions)).toEqual(sorted(minimal(win)));
        expect(sorted(minimalBlocking(each, importance, 1000).coalitions)).toEqual(sorted(minimal(block)));
        expect(blockAlone(each)).toEqual(Array.from({ length: each.size }, (_, i) => i).filter((i) => block([i])));
      }),
      { numRuns: 400 },
    );
  });
  it("says so where there are more than asked for", () => {
    const each: VotesGame = {
      kind: "votes",
      size: 30,
      requirements: [{ weights: Array.from({ length: 30 }, () => 1), quota: 16 }],
      vetoes: [],
      fewestToBlock: 0,
    };
    const importance = Array.from({ length: 30 }, () => 1);
    const { coalitions, complete } = minimalWinning(each, importance, 12);
    expect(coalitions).toHaveLength(12);
    expect(complete).toBe(false);
  });
});

describe("persuasion", () => {
  it("costs no more than any other way", () => {
    fc.assert(
      fc.property(
        game,
        fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), { minLength: 7, maxLength: 7 }),
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        (each, costs, favour) => {
          const own = costs.slice(0, each.size);
          const start = favour.slice(0, each.size);
          const ways = setsOf(each.size)
            .filter((set) => set.every((i) => !start[i] && own[i] !== undefined))
            .filter((set) => wins(each, consents(each.size, [...set, ...start.flatMap((yes, i) => (yes ? [i] : []))])));
          const found = cheapestPersuasion(each, own, start);
          const cost = (set: readonly number[]): number => set.reduce((sum, i) => sum + own[i]!, 0);
          if (ways.length === 0) expect(found).toBeUndefined();
          else {
            expect(found!.cost).toBe(Math.min(...ways.map(cost)));
            expect(cost(found!.members)).toBe(found!.cost);
            expect(sorted(ways)).toContain(found!.members.join(","));
            expect(found!.cheapest).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("on a scale", () => {
  const placed = game.chain((each) =>
    fc.record({
      each: fc.constant(each),
      positions: fc.array(
        fc.integer({ min: 0, max: 10 }).map((p) => 2 * p),
        { minLength: each.size, maxLength: each.size },
      ),
      otherwise: fc.integer({ min: -3, max: 23 }),
      chair: fc.integer({ min: -5, max: 25 }),
    }),
  );
  it("the win-set holds exactly what a winning coalition prefers", () => {
    fc.assert(
      fc.property(placed, ({ each, positions, otherwise, chair }) => {
        // Where nobody's consent is needed, or nobody's is enough, there is no pivot to speak of.
        fc.pre(!wins(each, new Uint8Array(each.size)));
        const stretches = winSet(pivotsOf(each, positions), otherwise);
        const passes = (place: number): boolean =>
          wins(
            each,
            Uint8Array.from(positions, (p) => (Math.abs(place - p) < Math.abs(otherwise - p) ? 1 : 0)),
          );
        const grid = Array.from({ length: 401 }, (_, k) => (k - 150) / 4);
        for (const place of grid) {
          expect(stretches.some(({ above, below }) => above < place && place < below)).toBe(passes(place));
        }
        const proposed = chairsProposal(stretches, otherwise, chair);
        const nearest = Math.min(...[otherwise, ...grid.filter(passes)].map((place) => Math.abs(place - chair)));
        // The edge itself does not pass, but all that is just inside does; the grid has quarters.
        expect(Math.abs(proposed - chair)).toBeLessThanOrEqual(nearest);
        expect(Math.abs(proposed - chair)).toBeGreaterThanOrEqual(nearest - 0.25);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a brief's rule", () => {
  it("wins as a game exactly where it wins in the roll-out", () => {
    const plain = (size: number, and: VotingRule | undefined): fc.Arbitrary<VotingRule> =>
      fc
        .record({
          weights: fc.array(
            fc.oneof(
              fc.integer({ min: 0, max: 5 }),
              fc.integer({ min: 0, max: 500 }).map((w) => w / 100),
            ),
            {
              minLength: size,
              maxLength: size,
            },
          ),
          share: fc.constantFrom(0.5, 2 / 3, 0.55, 0.65, 1, 3 / 5),
          strict: fc.boolean(),
          vetoes: fc.subarray(
            Array.from({ length: size }, (_, i) => i),
            { maxLength: 1 },
          ),
        })
        .map(({ weights, share, strict, vetoes }) => ({
          weights,
          quota: share * weights.reduce((a, b) => a + b, 0),
          strict,
          vetoes,
          and,
        }));
    const rule = fc.integer({ min: 1, max: 6 }).chain((size) =>
      fc.oneof(
        plain(size, undefined),
        plain(size, undefined).chain((and) => plain(size, and)),
      ),
    );
    fc.assert(
      fc.property(rule, (each) => {
        const asGame = gameOfRule(each)!;
        for (const set of setsOf(each.weights.length)) {
          const accepts = consents(each.weights.length, set);
          expect(wins(asGame, accepts)).toBe(isWinning(each, accepts));
        }
      }),
      { numRuns: 400 },
    );
  });
});
