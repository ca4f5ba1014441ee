import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ktabActors, ktabRuns } from "../fixtures/ktab-sample.test-data.ts";
import { type SpatialActor, spatial } from "./spatial.ts";

const sample: readonly SpatialActor[] = ktabActors.map(([capability, position, salience]) => ({
  capability,
  position: position.map((x) => x / 100),
  salience: salience.map((s) => s / 100),
}));

describe("[F9] KTAB's own program, position for position", () => {
  test.each(ktabRuns.map((run) => [JSON.stringify(run.settings), run] as const))("%s", (_, { settings, turns }) => {
    const { turns: found, ended } = spatial(sample, { ...settings, literal: true });
    const printed = found.map(({ positions }) =>
      positions.map((places) => places.map((x) => Math.round(x * 10_000) / 100).join(" ")).join(" / "),
    );
    expect(printed).toEqual(turns);
    expect(ended).toBe("at rest");
  });
  test("its two defects are corrected unless asked for: only the bargains that have them change", () => {
    for (const { settings } of ktabRuns) {
      const literal = spatial(sample, { ...settings, literal: true }).turns;
      const corrected = spatial(sample, settings).turns;
      if (settings.bargain === "both") expect(corrected).not.toEqual(literal);
      else expect(corrected).toEqual(literal);
    }
    const byPower = spatial(sample, { bargain: "by power" }).turns;
    expect(spatial(sample, { bargain: "by power", literal: true }).turns).not.toEqual(byPower);
  });
});

const actors = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 3 }))
  .chain(([count, dimensions]) =>
    fc.array(
      fc.record({
        capability: fc.integer({ min: 1, max: 100 }),
        position: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: dimensions, maxLength: dimensions }),
        salience: fc.array(fc.integer({ min: 1, max: 33 }), { minLength: dimensions, maxLength: dimensions }),
      }),
      { minLength: count, maxLength: count },
    ),
  )
  .map((rows): SpatialActor[] =>
    rows.map((row) => ({
      capability: row.capability,
      position: row.position.map((x) => x / 100),
      salience: row.salience.map((s) => s / 100),
    })),
  );
const places = (table: readonly SpatialActor[]) => spatial(table, { turns: 2 }).turns.map((turn) => turn.positions);
/** Where a shake of a billionth leads elsewhere, rounding decides: no case for a property. */
const steady = (table: readonly SpatialActor[]) =>
  [1, -1].every((sign) => {
    const shaken = table.map((actor, i) => ({
      ...actor,
      capability: actor.capability * (1 + sign * 1e-9 * ((i * 7) % 5)),
    }));
    return JSON.stringify(places(shaken)) === JSON.stringify(places(table));
  });
const near = (found: readonly (readonly number[])[], wanted: readonly (readonly number[])[]) =>
  wanted.forEach((row, i) => {
    row.forEach((x, k) => {
      // A ten-thousandth is the grain of the rounding.
      expect(Math.abs(found[i]![k]! - x)).toBeLessThan(2.1e-4);
    });
  });

describe("the spatial model", () => {
  test("the order of the actors, and of the dimensions, changes nothing", () => {
    fc.assert(
      fc.property(actors, (table) => {
        fc.pre(steady(table));
        const turned = places(table.toReversed()).map((rows) => rows.toReversed());
        const sideways = places(
          table.map((actor) => ({
            ...actor,
            position: actor.position.toReversed(),
            salience: actor.salience.toReversed(),
          })),
        ).map((rows) => rows.map((row) => row.toReversed()));
        places(table).forEach((rows, t) => {
          near(turned[t]!, rows);
          near(sideways[t]!, rows);
        });
      }),
    );
  });
  test("turning a dimension round turns the result; capabilities count by their ratios", () => {
    fc.assert(
      fc.property(actors, (table) => {
        fc.pre(steady(table));
        const turned = places(table.map((actor) => ({ ...actor, position: actor.position.map((x) => 1 - x) })));
        places(table).forEach((rows, t) => {
          near(
            turned[t]!.map((row) => row.map((x) => 1 - x)),
            rows,
          );
        });
      }),
      { numRuns: 60 },
    );
  });
  test("a unanimous table does not move, whatever the settings", () => {
    fc.assert(
      fc.property(
        actors,
        fc.constantFrom("linear", "square", "quartic", "octic", "binary"),
        fc.constantFrom("conditional", "markov uniform", "markov incentive"),
        fc.constantFrom("proportional", "binary", "mixed binary", "mixed cubic", "cubic", "asymmetric"),
        (table, victory, chances, voting) => {
          const alike = table.map((actor) => ({ ...actor, position: table[0]!.position }));
          const result = spatial(alike, { victory, chances, voting });
          expect(result.challenges).toEqual([]);
          for (const turn of result.turns) expect(turn.positions).toEqual(alike.map((actor) => actor.position));
          expect(result.ended).toBe("at rest");
        },
      ),
    );
  });
  test("chances by lot: the same seed gives the same, and nobody leaves the box of the initial places", () => {
    fc.assert(
      fc.property(
        actors,
        fc.nat(),
        fc.constantFrom("S2P2", "S1P1", "S2PMax"),
        fc.constantFrom("initiator", "both", "by power"),
        (table, seed, weighing, bargain) => {
          const settings = { transitions: "stochastic", seed, weighing, bargain, turns: 5 } as const;
          const run = spatial(table, settings);
          expect(spatial(table, settings)).toEqual(run);
          for (const { positions } of run.turns)
            for (const row of positions)
              row.forEach((x, k) => {
                const all = table.map((actor) => actor.position[k]!);
                expect(x >= Math.min(...all) - 1e-4 && x <= Math.max(...all) + 1e-4).toBe(true);
              });
        },
      ),
    );
  });
  test("malformed actors are named", () => {
    const one = { capability: 1, position: [0.5], salience: [0.5] };
    expect(() => spatial([])).toThrow(/must be an actor/);
    expect(() => spatial([one, { ...one, position: [2] }])).toThrow(/actor 1: positions and saliences must be within/);
    expect(() => spatial([one, { ...one, salience: [0.5, 0.5] }])).toThrow(/actor 1: needs 1/);
    expect(() => spatial([{ capability: 1, position: [0, 0], salience: [0.8, 0.8] }])).toThrow(/at most 1/);
    expect(() => spatial([{ ...one, capability: -1 }])).toThrow(/capability/);
  });
});
