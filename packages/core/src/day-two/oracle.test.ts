/** Worlds kept, against the literal reading of settlement that shares no code with the engine. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Draws } from "../plan/draws.ts";
import { type OracleItem, settleLiterally } from "../plan/oracle.test-support.ts";
import { residualQuantile } from "../worlds/index.ts";
import { inputOf, keptOf, modelOf, observing } from "./day-two.test-support.ts";

const names = ["a", "b", "c"] as const;
const places = { none: 0, some: 40, most: 70, all: 100 };
type Option = keyof typeof places;

/** One forum, one item, three parties with ranges; whatever is observed of the item is asked of the oracle, world by world. */
const text = (keepers: readonly string[], otherwise: Option, ideals: readonly string[]) => `demarche: 1
us: a
method: { gate share: uniform 0..1 }
parties: { a: A, b: B, c: C }
forums: { talks: { members: [a, b, c], gatekeepers: [${keepers.join(", ")}], breakdown: 20% } }
agenda:
  - issue: toll
    options: { none: 0, some: 40, most: 70, all: 100 }
    otherwise: ${otherwise}
    positions:
      a: { ideal: ${ideals[0]}, salience: 20..80 }
      b: { ideal: ${ideals[1]}, salience: 20..80 }
      c: { ideal: ${ideals[2]}, salience: 20..80 }
`;

test("[O1] observed of an item, just those worlds are kept in which the oracle has it so", () => {
  const range = fc
    .tuple(fc.nat(8), fc.nat(6))
    .map(([low, width]) => `${10 * low}..${Math.min(100, 10 * low + 10 * width + 5)}`);
  const facts = [
    "not toll admitted",
    "toll admitted",
    "toll is most",
    "toll settled",
    "toll refused",
    "not toll is none",
  ];
  let checked = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...facts),
      fc.subarray([...names], { minLength: 1 }),
      fc.constantFrom<Option>("none", "some", "all"),
      fc.tuple(range, range, range),
      fc.nat(1000),
      (fact, keepers, otherwise, ideals, seed) => {
        const model = modelOf(text(keepers, otherwise, ideals));
        const worlds = 300;
        const draws = new Draws(model, seed, worlds);
        draws.fill(0, worlds);
        const so: boolean[] = [];
        const sure: boolean[] = [];
        for (let w = 0; w < worlds; w++) {
          const get = (key: string) => inputOf(model, draws, w, key);
          const item: OracleItem = {
            ordered: true,
            exponent: 1,
            options: Object.keys(places),
            at: new Map(Object.entries(places)),
            otherwise,
            members: names,
            rule: { quota: 3, strict: false, weights: new Map(names.map((p) => [p, 1])), vetoes: [] },
            needs: [],
            competent: true,
            broken: get("luck of breakdown talks") < 0.2,
            us: "a",
            proposers: ["a"],
            gatekeepers: keepers,
            thirds: new Map(),
            typedAdmission: undefined,
            gateShare: get("gate share method"),
            party: new Map(
              names.map((p) => [
                p,
                {
                  ideal: get(`ideal toll ${p}`),
                  values: new Map(),
                  salience: get(`salience toll ${p}`),
                  influence: 50,
                  cost: get(`cost toll ${p}`),
                  bottomLine: undefined,
                  redLines: [],
                  discussing: 0,
                },
              ]),
            ),
            residual: () => residualQuantile(get("luck of residual toll")),
            tieLuck: get("luck of tie toll"),
            outcomeModel: "compromise",
          };
          const { ended, option, admitted, margin } = settleLiterally(item);
          const result = option ?? otherwise;
          const holds: Record<string, boolean> = {
            "not toll admitted": !admitted,
            "toll admitted": admitted,
            "toll is most": result === "most",
            "toll settled": ended === "agreed",
            "toll refused": ended === "refused",
            "not toll is none": result !== "none",
          };
          so.push(holds[fact]!);
          sure.push(margin > 1e-6);
        }
        // So many are asked for that the first worlds are all looked at, kept or not.
        const wanted = so.filter(Boolean).length;
        fc.pre(wanted > 20);
        const kept = new Set(keptOf(observing(text(keepers, otherwise, ideals), fact), wanted, seed).worlds);
        const last = Math.max(...kept);
        for (let w = 0; w < Math.min(worlds, last); w++) {
          if (!sure[w]) continue;
          checked++;
          expect([w, kept.has(w)]).toEqual([w, so[w]]);
        }
      },
    ),
    { numRuns: 15 },
  );
  expect(checked).toBeGreaterThan(500);
});
