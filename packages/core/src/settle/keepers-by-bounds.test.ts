import fc from "fast-check";
import { expect, test } from "vitest";
import { Draws } from "../plan/draws.ts";
import { modelOf } from "../plan/small-world.test-support.ts";
import { acceptanceSet, createBallot } from "./acceptance.ts";
import { gatekeepersOf, integrateResidual, keepersByBounds, keepersOff } from "./admission.ts";
import { createTable, fillTable } from "./table.ts";

const place = fc.integer({ min: 0, max: 10 }).map((k) => 10 * k);
const seat = fc.record({ ideal: place, cost: place, bottom: fc.option(place, { nil: undefined, freq: 3 }) });
const text = (scale: boolean, seats: readonly { ideal: number; cost: number; bottom: number | undefined }[]) => `
demarche: 1
us: a
method: { gate share: 0..1 }
parties: { a: A, b: B, c: C }
forums: { talks: { members: [a, b, c] } }
agenda:
  - issue: tariff
    ${scale ? "options: { no: 0, some: 40, most: 70, all: 100 }" : "kind: choice\n    options: [no, some, most, all]"}
    otherwise: no
    positions:
${seats
  .map(({ ideal, cost, bottom }, k) => {
    const rest = 100 - ideal;
    const wish = scale ? `ideal: ${ideal}` : `values: { no: ${rest}, some: ${ideal}, most: 50, all: ${cost} }`;
    const line = bottom === undefined || !scale ? "" : `, bottom line: ${bottom}`;
    return `      ${"abc"[k]}: { ${wish}, salience: 50, cost of disagreement: ${cost}${line} }`;
  })
  .join("\n")}
`;

test("[S3] where bounds decide who keeps an item off, they decide as the residuals do", () => {
  let decided = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.tuple(seat, seat, seat), fc.nat(), (scale, seats, seed) => {
      const model = modelOf(text(scale, seats));
      const [item] = model.items;
      const [forum] = model.forums;
      const draws = new Draws(model, seed, 4);
      draws.fill(0, 4);
      const table = createTable(item!);
      for (let w = 0; w < 4; w++) {
        const base = w * draws.width;
        fillTable(table, 0, model.effects, new Float64Array(0), draws.values, base);
        const open = acceptanceSet(table, forum!, [], createBallot(3));
        const keepers = gatekeepersOf(model, item!, forum!);
        const share = draws.values[base + model.method.gateShare]!;
        const bits = keepersByBounds(table, keepers, open, share, draws.values, base);
        if (bits < 0) continue;
        if (open > 0) decided++;
        integrateResidual(table, forum!);
        expect(bits).toBe(keepersOff(table, keepers, open, share, draws.values, base));
      }
    }),
  );
  expect(decided).toBeGreaterThan(20);
});
