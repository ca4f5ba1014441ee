// What the outcome models cost: `npx tsc -b && node bench/forecast.mjs`. Median of nine after three warm-ups, one thread.
// The calibration (2e8 steps of x = (x * 31 + i) | 0) takes about 200 ms on a quiet core: divide by it on a busy machine.
import { spawnSync } from "node:child_process";

import { readFileSync } from "node:fs";
import { readBrief } from "@demarche/core/brief";
import { challengeDraws, exchange, spatial, swingsOf, tableOfBrief, varyTable } from "@demarche/core/forecast";
import { drawKey, uniformAt } from "@demarche/core/worlds";

// Emission standards (Bueno de Mesquita 1994 after Scholz, Calbert & Smith 2011): position, salience, capability.
const emission = [
  [4, 0.8, 0.08],
  [7, 0.4, 0.08],
  [4, 0.2, 0.03],
  [4, 0.8, 0.16],
  [10, 0.6, 0.16],
  [10, 0.6, 0.16],
  [10, 0.9, 0.16],
  [7, 0.1, 0.05],
  [4, 1, 0.05],
  [7, 0.7, 0.08],
];
const emissionIssue = {
  id: "emission",
  name: "emission",
  low: 4,
  high: 10,
  options: [],
  rows: emission.map(([position, salience, capability], actor) => ({ actor, position, salience, capability })),
};
const places = emission.map((_, i) => `actor ${i}`);
const brief = readBrief(readFileSync(new URL("../examples/paris-2015/brief.yaml", import.meta.url), "utf8"), {
  file: "brief.yaml",
}).brief;
const paris = tableOfBrief(brief).found.table;
const parisNames = paris.actors.map((actor) => actor.id);

/** A made-up table, the same each time. */
function crowd(actors, dimensions) {
  const u = (what, i) => uniformAt(drawKey(7, what, `${actors} by ${dimensions}`), i);
  return Array.from({ length: actors }, (_, i) => ({
    capability: 10 + 90 * u("capability", i),
    position: Array.from({ length: dimensions }, (_, k) => u("position", i * dimensions + k)),
    salience: Array.from(
      { length: dimensions },
      (_, k) => (0.2 + 0.8 * u("salience", i * dimensions + k)) / dimensions,
    ),
  }));
}
const subjects = {
  "emission case, reading B, 3 rounds, 10,000 draws": [
    400,
    () => challengeDraws(varyTable(emissionIssue, places, 10, 1, 10_000), 3),
  ],
  "spatial, 40 actors x 1, 20 turns": [
    80,
    (
      (table) => () =>
        spatial(table, { turns: 20 })
    )(crowd(40, 1)),
  ],
  "spatial, 27 x 6, 29 turns": [
    100,
    (
      (table) => () =>
        spatial(table, { turns: 29 })
    )(crowd(27, 6)),
  ],
  "spatial, 80 x 1, 17 turns": [
    400,
    (
      (table) => () =>
        spatial(table, { turns: 17 })
    )(crowd(80, 1)),
  ],
  "exchange, Paris 15 x 13, one round": [100, () => exchange(paris, { seeds: 1 })],
  "exchange, Paris 15 x 13, ten rounds": [1000, () => exchange(paris, { seeds: 1, rounds: 10 })],
  "sensitivity of every input, Paris, 10,000 draws": [
    3000,
    () => paris.issues.map((issue) => swingsOf(varyTable(issue, parisNames, 10, 1, 10_000))),
  ],
};

function calibrate() {
  const start = performance.now();
  let x = 1;
  for (let i = 0; i < 2e8; i++) x = (x * 31 + i) | 0;
  globalThis.kept = x;
  return performance.now() - start;
}
// Its first runs are slower than the machine: the compiler has not seen the loop yet.
calibrate();
calibrate();
const rows = {};
for (const [name, [must, run]] of Object.entries(subjects)) {
  const before = calibrate();
  const times = Array.from({ length: 12 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const calibration = (before + calibrate()) / 2;
  const median = times.slice(3).sort((a, b) => a - b)[4];
  rows[name] = {
    "median ms": Number(median.toFixed(1)),
    "first ms": Number(times[0].toFixed(1)),
    "calibration ms": Math.round(calibration),
    "on a quiet core ms": Number(((median * 200) / calibration).toFixed(1)),
    "must ms": must,
  };
}
/** The command as people start it, from nothing: median of three. */
function cold(...wishes) {
  const root = new URL("..", import.meta.url);
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, ["packages/cli/bin/demarche.js", ...wishes], {
      cwd: root,
      stdio: "ignore",
    });
    if (status !== 0) throw new Error(`demarche ${wishes.join(" ")} ended with ${status}`);
    return performance.now() - start;
  });
  return Math.round(times.sort((a, b) => a - b)[1]);
}
const colds = {
  "forecast, emission case": cold("forecast", "data/emission-standards/positions.csv"),
  "forecast, Paris 15 x 13": cold("forecast", "data/paris-2015/positions.csv"),
  "review --backtest data": cold("review", "--backtest", "data"),
};
console.log(`Node ${process.version}, one thread`);
console.table(rows);
console.log(`The whole command from a cold start, ms (calibration ${Math.round(calibrate())} ms):`);
console.table(colds);
