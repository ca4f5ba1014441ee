/**
 * Time and memory of the stability analysis: all five concepts, random ranks, reversible options, one thread.
 * Median of nine runs after three to warm up, each size in a process of its own, so that memory is its own.
 * Run on the build: `npx tsc -b packages/core && node bench/conflict.mjs [--json]`.
 * GMCR+ figures: measured on the same kind of model with the published program; "–": it cannot hold it (memory grows with the
 * square of the number of states, about 17 GB at 16,384).
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const SIZES = [
  { options: 8, decisionMakers: 4, mustMs: 3, gmcrPlus: "0.42 s" },
  { options: 10, decisionMakers: 4, mustMs: 6, gmcrPlus: "5.7 s" },
  { options: 12, decisionMakers: 4, mustMs: 12, gmcrPlus: "143 s" },
  { options: 12, decisionMakers: 6, mustMs: 25, gmcrPlus: "about 830 s" },
  { options: 16, decisionMakers: 4, mustMs: 200, gmcrPlus: "–" },
  { options: 20, decisionMakers: 4, mustMs: 5000, gmcrPlus: "–" },
];
const WARM_UPS = 3;
const RUNS = 9;

/** Multiplicative congruential generator: the bench needs any fixed ranks, not good ones. */
function makeRandom(seed) {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) / 2147483648;
  };
}
function shuffledRanks(count, random) {
  const ranks = Int32Array.from({ length: count }, (_, s) => s);
  for (let k = count - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [ranks[k], ranks[other]] = [ranks[other], ranks[k]];
  }
  return ranks;
}

async function measure({ options, decisionMakers }) {
  const { analyseStability, compileOptionGraph, MEBIBYTE } = await import("../packages/core/dist/conflict/index.js");
  const random = makeRandom(options * 100 + decisionMakers);
  const names = Array.from({ length: decisionMakers }, (_, i) => `d${i}`);
  const model = {
    form: "option",
    options: Array.from({ length: options }, (_, o) => ({
      name: `o${o}`,
      owner: names[Math.floor((o * decisionMakers) / options)],
    })),
  };
  const ranks = names.map(() => shuffledRanks(2 ** options, random));
  const times = [];
  const builds = [];
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const start = performance.now();
    const graph = compileOptionGraph(model, names, { memoryBytes: 512 * MEBIBYTE });
    const built = performance.now();
    const stability = analyseStability({ graph: graph.value, ranks }, { memoryBytes: 512 * MEBIBYTE });
    const end = performance.now();
    if (!stability.ok) throw new Error(stability.problems[0].message);
    if (run >= WARM_UPS) {
      builds.push(built - start);
      times.push(end - built);
    }
  }
  const median = (values) => values.sort((a, b) => a - b)[(values.length - 1) / 2];
  return { analysisMs: median(times), buildMs: median(builds), peakMb: process.resourceUsage().maxRSS / 1024 };
}

if (process.argv[2] === "--one") {
  process.stdout.write(JSON.stringify(await measure(JSON.parse(process.argv[3]))));
} else {
  const rows = SIZES.map((size) => {
    const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), "--one", JSON.stringify(size)], {
      encoding: "utf8",
    });
    return { states: 2 ** size.options, ...size, ...JSON.parse(out) };
  });
  if (process.argv.includes("--json"))
    process.stdout.write(`${JSON.stringify({ engine: "conflict", node: process.version, rows }, null, 2)}\n`);
  else {
    const cell = (text, width) => String(text).padStart(width);
    console.log("   states  DMs  analysis ms  must ms  building ms  peak MB  GMCR+");
    for (const row of rows) {
      console.log(
        `${cell(row.states.toLocaleString("en-GB"), 9)}${cell(row.decisionMakers, 5)}${cell(row.analysisMs.toFixed(2), 13)}${cell(row.mustMs, 9)}${cell(row.buildMs.toFixed(2), 13)}${cell(row.peakMb.toFixed(0), 9)}  ${row.gmcrPlus}`,
      );
    }
    const late = rows.filter((row) => row.analysisMs > row.mustMs);
    console.log(
      late.length === 0
        ? "All within the time asked."
        : `Slower than asked: ${late.map((row) => `${row.states} states`).join(", ")}.`,
    );
    if (late.length > 0) process.exitCode = 1;
  }
}
