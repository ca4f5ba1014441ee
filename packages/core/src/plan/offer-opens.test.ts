import { expect, test } from "vitest";
import { SmallWorld } from "./small-world.test-support.ts";

/** Each side wants one item and would lose by the other; alone, b keeps both off as doomed. */
const text = (b: string) => `
demarche: 1
us: a
method: { care premium: 0, gate share: 0.5 }
parties: { a: A, b: B }
agenda:
  - issue: ports
    options: { shut: 0, open: 100 }
    otherwise: shut
    positions: { a: { ideal: shut, salience: 20 }, b: { ideal: open, ${b}, cost of disagreement: 20 } }
  - issue: tariff
    options: { stays: 0, cut: 100 }
    otherwise: stays
    positions: { a: { ideal: cut, salience: 80 }, b: { ideal: stays, salience: 30, cost of disagreement: 20 } }
links: { trade: { offer: { ports: open }, if: tariff is cut } }
moves: { put-it: { kind: offer, link: trade } }
plan: [put-it]
`;

test("[S21] an offer lets on what its own gatekeepers kept off, if they take the package", () => {
  // Alone: on ports we refuse, so b expects 0 − 20 < 0 − 0.5·20; on the tariff 100 − 20 < 100 − 0.5·20. Both are kept off.
  // Together b gains 0.7·(100 + 10) − 0.3·90 = 50, we 0.8·100 − 0.2·100 = 60.
  const world = new SmallWorld(text("salience: 70"), {}).run();
  expect([world.of("ports").option, world.of("tariff").option]).toEqual(["open", "cut"]);
});

test("[S21] and leaves it off if they do not", () => {
  // b's weights a quarter and three quarters: 0.25·110 − 0.75·90 < 0.
  const world = new SmallWorld(text("salience: 10"), {}).run();
  expect(world.of("ports")).toMatchObject({ ended: "notAdmitted", result: "shut" });
  expect(world.of("tariff")).toMatchObject({ ended: "notAdmitted", result: "stays" });
});
