// What a draw costs, in nanoseconds: `npx tsc -b && node bench/draws.mjs`. Best of several batches, one thread.
import { drawKey, fillDraws, fillUniforms, normalCdf, residualCdf, residualQuantile } from "@demarche/core/worlds";

const worlds = 100_000;
const out = new Float64Array(worlds);
const run = { from: 0, count: worlds };
const chosen = Uint32Array.from({ length: worlds }, (_, k) => k * 2);
const key = drawKey(1, "bench", "draws");
/** Made once: each distribution object keeps its tables. */
const distributions = {
  "range (normal, truncated)": { kind: "normal", low: 20, high: 60, min: 0, max: 100 },
  "range without limits": { kind: "normal", low: 20, high: 60, min: -Infinity, max: Infinity },
  "triple (PERT)": { kind: "pert", least: 10, likeliest: 30, most: 80 },
  "unknown (uniform on its scale)": { kind: "uniform", low: 0, high: 100 },
  "cost (truncated exponential)": { kind: "exponential", mean: 30, max: 100 },
};
const subjects = {
  "uniform, run of worlds": () => fillUniforms(key, run, out, 0),
  "uniform, chosen worlds": () => fillUniforms(key, chosen, out, 0),
  ...Object.fromEntries(Object.entries(distributions).map(([name, d]) => [name, () => fillDraws(d, key, run, out, 0)])),
  residual: () => {
    fillUniforms(key, run, out, 0);
    for (let i = 0; i < worlds; i++) out[i] = residualQuantile(out[i]);
  },
  residualCdf: () => {
    for (let i = 0; i < worlds; i++) out[i] = residualCdf((i % 199) - 99.5);
  },
  normalCdf: () => {
    for (let i = 0; i < worlds; i++) out[i] = normalCdf((i % 199) * 0.05 - 5);
  },
};

const table = {};
for (const [name, draw] of Object.entries(subjects)) {
  let best = Infinity;
  for (let batch = 0; batch < 30; batch++) {
    const start = process.hrtime.bigint();
    draw();
    best = Math.min(best, Number(process.hrtime.bigint() - start));
  }
  table[name] = { "ns per draw": Number((best / worlds).toFixed(1)) };
}
const start = process.hrtime.bigint();
for (let i = 0; i < 10_000; i++) drawKey(1, "position ideal", `party-${i}/issue`);
table["drawKey"] = { "ns per draw": Number((Number(process.hrtime.bigint() - start) / 10_000).toFixed(1)) };
console.log(`${process.version}, batches of ${worlds} worlds`);
console.table(table);
