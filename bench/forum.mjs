/**
 * Time of power indices: profile, both indices as exact fractions. Median of nine runs after three to warm up, one thread; the first
 * run, cold, beside it. A calibration loop that takes about 200 ms on a quiet core runs before each line: on a busy machine times grow with it.
 * Run on the build: `npx tsc -b packages/core && node bench/forum.mjs [--json]`. Exit 1 where a time is over what was asked, unless the machine is busy.
 */
import { readFileSync } from "node:fs";

const QUIET_MS = 200;
const WARM_UPS = 3;
const RUNS = 9;

/** Multiplicative congruential generator: any fixed weights will do. */
function makeRandom(seed) {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) / 2147483648;
  };
}
function weighted(count, most) {
  const random = makeRandom(count * 1000 + most);
  const weights = Array.from({ length: count }, () => 1 + Math.floor(random() * most));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return {
    kind: "votes",
    size: count,
    requirements: [{ weights, quota: Math.floor(total / 2) + 1 }],
    vetoes: [],
    fewestToBlock: 0,
  };
}
function calibrate() {
  let x = 1;
  const start = performance.now();
  for (let i = 0; i < 2e8; i++) x = (x * 31 + i) | 0;
  const ms = performance.now() - start;
  return x === 0.5 ? 0 : ms;
}

const { powerIndices, profileOf, readRule } = await import("../packages/core/dist/forum/index.js");
const eu = readRule(
  readFileSync(new URL("../examples/forums/eu-council-2024.json", import.meta.url), "utf8"),
  "eu-council-2024.json",
);
if (!eu.ok) throw new Error(eu.diagnostics[0].message);
const rules = [
  { rule: "27 members, double majority, persons", game: eu.rule.game, mustMs: 50 },
  { rule: "200 members, weights 1 to 100", game: weighted(200, 100), mustMs: 1000 },
  { rule: "200 members, weights 1 to 1,000", game: weighted(200, 1000) },
  { rule: "500 members, weights 1 to 20", game: weighted(500, 20) },
];
const median = (values) => [...values].sort((a, b) => a - b)[(values.length - 1) / 2];
const rows = rules.map(({ rule, game, mustMs }) => {
  const calibrationMs = calibrate();
  const times = [];
  const runs = mustMs === undefined ? 3 : WARM_UPS + RUNS;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    powerIndices(profileOf(game));
    times.push(performance.now() - start);
  }
  return {
    rule,
    coldMs: times[0],
    ms: median(times.slice(mustMs === undefined ? 0 : WARM_UPS)),
    mustMs,
    calibrationMs,
  };
});
if (process.argv.includes("--json"))
  process.stdout.write(`${JSON.stringify({ engine: "forum", node: process.version, rows }, null, 2)}\n`);
else {
  const cell = (value, width) => (value === undefined ? "" : value.toFixed(1)).padStart(width);
  console.log(
    `${"".padEnd(38)}${"first ms".padStart(10)}${"median ms".padStart(11)}${"must ms".padStart(9)}${"calibration ms".padStart(16)}`,
  );
  for (const row of rows)
    console.log(
      `${row.rule.padEnd(38)}${cell(row.coldMs, 10)}${cell(row.ms, 11)}${cell(row.mustMs, 9)}${cell(row.calibrationMs, 16)}`,
    );
  console.log(`The calibration loop takes about ${QUIET_MS} ms on a quiet core.`);
}
if (
  rows.some(
    ({ ms, mustMs, calibrationMs }) =>
      mustMs !== undefined && (ms * QUIET_MS) / Math.max(QUIET_MS, calibrationMs) > mustMs,
  )
) {
  console.error("Slower than asked.");
  process.exitCode = 1;
}
