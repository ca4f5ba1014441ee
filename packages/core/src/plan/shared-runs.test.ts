/** What is not worked out again must come to the same as if it were: memories, rules not asked, variants not rolled out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import { moveBrief } from "../search/move-brief.test-support.ts";
import { Draws } from "./draws.ts";
import { offerState } from "./offer-state.ts";
import { Roll } from "./roll.ts";
import { variantsOf } from "./variants.ts";
import { WrittenRun } from "./written-run.ts";

const worlds = 12;

/** Models of small briefs in which moves, rules, signals, offers and bundles touch one another. */
const models: fc.Arbitrary<Model> = moveBrief
  .map((text) => {
    const { brief } = readBrief(text, { file: "small.yaml" });
    return brief === undefined ? undefined : compile(brief).model;
  })
  .filter((model) => model !== undefined);

function drawsOf(model: Model, seed: number): Draws {
  const draws = new Draws(model, seed, worlds);
  draws.fill(0, worlds);
  return draws;
}

/** All that can be read of a world after a run. */
function stateOf(roll: Roll): unknown {
  const lists = [roll.done, roll.worked, roll.signal, roll.result, roll.ended, roll.admitted, roll.dropped, roll.broke];
  const more = [roll.offers, roll.declined, roll.refusers, roll.keepers, roll.reached, roll.knows, roll.active];
  // Premiums are those of offers that have been answered.
  const asked = (premiums: Float64Array) =>
    premiums.map((points, k) => (roll.offers[k]! >= offerState.declined ? points : 0));
  const points = [roll.itemPoints, roll.typedPoints, asked(roll.premiumShown), asked(roll.premiumOpen)];
  return [roll.value, roll.rules.fired, ...lists, ...more, ...points].map((list) =>
    typeof list === "number" ? list : Array.from(list),
  );
}

describe("plans of one world that share what they have worked out", () => {
  test("come to the same as each by itself", () => {
    fc.assert(
      fc.property(models, fc.nat(), (model, seed) => {
        const draws = drawsOf(model, seed);
        const shared = new Roll(model);
        for (let w = 0; w < worlds; w++) {
          shared.begin(draws.values, w * draws.width);
          for (const { plan, variation } of variantsOf(model)) {
            shared.run(plan, variation);
            const alone = new Roll(model);
            alone.begin(draws.values, w * draws.width);
            alone.run(plan, variation);
            expect(stateOf(shared)).toEqual(stateOf(alone));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("fire the same rules as where every rule is asked after every move", () => {
    fc.assert(
      fc.property(models, fc.nat(), (model, seed) => {
        const draws = drawsOf(model, seed);
        const lazy = new Roll(model);
        const eager = new Roll(model);
        Object.assign(eager.rules, { isRestless: true, restless: new Uint8Array(model.rules.length).fill(1) });
        for (let w = 0; w < worlds; w++) {
          lazy.begin(draws.values, w * draws.width);
          eager.begin(draws.values, w * draws.width);
          for (const { plan, variation } of variantsOf(model)) {
            lazy.run(plan, variation);
            eager.run(plan, variation);
            expect(stateOf(lazy)).toEqual(stateOf(eager));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("are not rolled out only where they come to the same as the plan as written", () => {
    let skipped = 0;
    fc.assert(
      fc.property(models, fc.nat(), (model, seed) => {
        const draws = drawsOf(model, seed);
        const roll = new Roll(model);
        const written = new WrittenRun(model);
        for (let w = 0; w < worlds; w++) {
          roll.begin(draws.values, w * draws.width);
          roll.run(model.plan);
          written.keep(roll);
          for (const variant of variantsOf(model)) {
            if (!written.isSame(variant)) continue;
            skipped++;
            roll.run(variant.plan, variant.variation);
            expect([roll.value, [...roll.itemPoints], [...roll.done]]).toEqual([
              written.value,
              [...written.itemPoints],
              [...written.done],
            ]);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(skipped).toBeGreaterThan(50);
  });
});
