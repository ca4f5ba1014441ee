/**
 * The search for the best plan. Issue 6 asks: Moscow with at least fourteen moves, depth six, 2,000 worlds, within 10 s on two
 * cores and under 1 GB, its gap printed, the gap's course with more time, and the speed-up of a second thread. No peer searches
 * plans of this kind; PolicyMaker ranks single moves by hand.
 * Run: npx tsc -b && node bench/search.mjs
 */
import { readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { readBrief } from "../packages/core/dist/brief/index.js";
import { findContradictions } from "../packages/core/dist/contradictions/index.js";
import { compile } from "../packages/core/dist/model/compile.js";
import { createSearchEngine } from "../packages/core/dist/search/search-engine.js";

const moscow = readFileSync(new URL("../examples/moscow-1945/brief.yaml", import.meta.url), "utf8");

/** Fourteen moves that all touch the same three issues: nothing adds up, so no exact search is to be had. */
function dense() {
  const issues = ["a1", "a2", "a3"];
  const move = (k) => {
    const touched = issues.filter((_, i) => (k + i) % 3 !== 0);
    const effects = touched.map(
      (issue, i) =>
        `{ party: ${(k + i) % 2 ? "b" : "c"}, issue: ${issue}, ideal: ${k % 4 === 3 ? "-" : "+"}${5 + ((7 * k) % 23)} }`,
    );
    return `  m${k}: { kind: press, chance: ${20 + ((13 * k) % 70)}%, cost: 0.${(3 * k) % 10}, if it works: [${effects.join(", ")}]${k % 3 === 0 ? ", signals: success" : ""} }`;
  };
  return `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
forums: { table: { members: [a, b, c], gatekeepers: nobody, breakdown: 10% } }
forum: table
agenda:
${issues.map((id) => `  - { issue: ${id}, options: { low: 0, third: 33, half: 50, most: 75, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 30..70 }, b: { ideal: 0..40, salience: 50 }, c: { ideal: unknown, salience: 40 } } }`).join("\n")}
moves:
${Array.from({ length: 14 }, (_, k) => move(k)).join("\n")}
plan: [${Array.from({ length: 14 }, (_, k) => `m${k}`).join(", ")}]
`;
}

function engineOf({ text, budget }) {
  const { brief, diagnostics } = readBrief(text, { file: "brief.yaml" });
  if (brief === undefined) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  const { model } = compile(brief);
  return createSearchEngine(brief, model, findContradictions(brief), { seed: 1, worlds: 1000, budget });
}

if (!isMainThread) {
  const engine = engineOf(workerData);
  parentPort.on("message", ({ index, task }) => parentPort.postMessage({ index, part: engine.step(task) }));
} else await main();

async function search(given, threads) {
  const start = performance.now();
  const engine = engineOf(given);
  let first = [];
  if (threads === 1) first = engine.tasks.map((task) => engine.step(task));
  else {
    let next = 0;
    const workers = Array.from({ length: threads }, () => new Worker(new URL(import.meta.url), { workerData: given }));
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise((resolve, reject) => {
            const give = () => {
              if (next === engine.tasks.length) {
                void worker.terminate().then(resolve);
                return;
              }
              worker.postMessage({ index: next, task: engine.tasks[next] });
              next++;
            };
            worker.on("error", reject).on("message", ({ index, part }) => {
              first[index] = part;
              give();
            });
            give();
          }),
      ),
    );
  }
  const tables = performance.now() - start;
  const later = engine.more(first);
  const found = performance.now() - start;
  const parts = later.map((task) => engine.step(task));
  const { searched } = engine.merge([...first, ...parts]);
  const all = performance.now() - start;
  return { ...searched, gain: searched.found, tables, found, all };
}

async function main() {
  const usual = { searched: 2000, pruned: 3000, valued: 1000, nodes: 100_000, traces: 256, fewest: 200 };
  const line = (name, threads, r) =>
    console.log(
      `${name.padEnd(62)} ${threads} thread${threads > 1 ? "s" : " "}  tables ${(r.tables / 1000).toFixed(2)} s  plan ${(r.found / 1000).toFixed(2)} s  explained ${(r.all / 1000).toFixed(2)} s  choices ${String(r.nodes).padStart(7)}  found ${r.gain.toFixed(3)}  bound ${r.bound.toFixed(3)}  gap ${(r.bound - r.gain).toFixed(3)}`,
    );
  const run = async (name, given, threads) => {
    line(name, threads, await search(given, threads));
  };
  for (const mostMoves of [6, undefined])
    for (const threads of [1, 2])
      await run(
        `Moscow, 20 moves, ${mostMoves === undefined ? "any number" : `at most ${mostMoves}`}`,
        { text: moscow, budget: { ...usual, ...(mostMoves === undefined ? {} : { mostMoves }) } },
        threads,
      );
  // Starting a thread takes as long as a third of the usual search: what a second one is worth shows with more worlds.
  for (const threads of [1, 2])
    await run(
      "Moscow, ten times the worlds",
      { text: moscow, budget: { ...usual, searched: 20_000, pruned: 10_000 } },
      threads,
    );
  for (const [traces, nodes] of [
    [64, 1_000],
    [256, 10_000],
    [1024, 100_000],
    [1024, 1_000_000],
  ])
    await run(
      `14 moves on the same issues, ${traces} traces, ${nodes} choices`,
      { text: dense(), budget: { ...usual, traces, nodes } },
      2,
    );
  console.log(`memory at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
}
