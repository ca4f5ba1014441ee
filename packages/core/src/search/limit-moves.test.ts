import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "./decision.ts";
import { shareMoves } from "./limit-moves.ts";
import { solve } from "./solve.ts";

/** A part whose moves are silent and independent: the k-th adds its worth in every world. */
function part(worths: readonly number[]): Decision {
  const n = worths.length;
  return {
    worlds: 1,
    factors: worths.map((worth) => ({
      traces: { list: [[], [0]], next: Int32Array.from([1, -1]), complete: true },
      table: { worlds: 1, values: Float64Array.from([0, worth]), codes: new Uint8Array(0), tellers: [] },
      most: Float64Array.from([Math.max(0, worth), worth]),
    })),
    moves: worths.map((_, m) => m),
    placesOf: worths.map((_, m) => [{ factor: m, place: 0 }]),
    tellerOf: worths.map(() => undefined),
    before: new Uint8Array(n * n),
    commute: new Uint8Array(n * n).fill(1),
  };
}

test("[S4] a limit on moves goes to the parts where they bring most", () => {
  const worths = fc.array(fc.array(fc.integer({ min: -5, max: 9 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(worths, fc.nat(8), (parts, most) => {
      const decisions = parts.map(part);
      const solved = shareMoves(decisions, { nodes: 1e6, fewest: 1 }, most);
      const gains = parts
        .flat()
        .filter((worth) => worth > 0)
        .sort((a, b) => b - a);
      const best = gains.slice(0, most).reduce((sum, worth) => sum + worth, 0);
      expect(solved.reduce((sum, each) => sum + each.value, 0)).toBeCloseTo(best, 9);
      expect(solved.reduce((sum, each) => sum + each.bound, 0)).toBeCloseTo(best, 9);
    }),
  );
});

test("[S4] without a limit each part is searched by itself", () => {
  const decisions = [part([3, -1]), part([2])];
  const alone = decisions.map((decision) => solve(decision, { nodes: 1e6, fewest: 1 }).value);
  expect(shareMoves(decisions, { nodes: 1e6, fewest: 1 }).map((each) => each.value)).toEqual(alone);
});
