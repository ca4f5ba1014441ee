/**
 * What things are worth on the Moscow brief. Issue 6 asks: all screened on the recommended plan, the eight largest searched
 * again, each with its gap, under 60 s on two cores. The same on one thread and on two, with the bytes compared.
 * Run: npx tsc -b && node bench/values.mjs
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { valuesOnThreads } from "../packages/cli/dist/threads/values-on-threads.js";
import { readBrief } from "../packages/core/dist/brief/index.js";
import { planBrief } from "../packages/core/dist/run/index.js";
import { loadedSeconds } from "./calibrate.mjs";

const { brief } = readBrief(readFileSync(new URL("../examples/moscow-1945/brief.yaml", import.meta.url), "utf8"), {
  file: "brief.yaml",
});
const { findings } = planBrief(brief, { worlds: 2000 });
const figures = {};
let found;
for (const threads of [2, 1]) {
  const before = loadedSeconds();
  const cpu = process.cpuUsage();
  const start = performance.now();
  found = await valuesOnThreads(brief, findings, { worlds: 2000, threads });
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const load = (before + loadedSeconds()) / 2;
  figures[`${threads} ${threads === 1 ? "thread" : "threads"}`] = {
    "s by the clock": Number(seconds.toFixed(1)),
    "s asked, two cores": 60,
    "processor s": Number(((used.user + used.system) / 1e6).toFixed(1)),
    "calibration s (0.22 quiet)": Number(load.toFixed(2)),
    bytes: createHash("sha256").update(JSON.stringify(found)).digest("hex").slice(0, 12),
  };
}
const resident = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${process.version}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}; ${resident} MiB at most`,
);
console.table(figures);
console.log(
  `${found.worlds.searched} worlds searched, ${found.worlds.pruned} held against, ${found.worlds.valued} valued; ${found.changes.length} changes and ${found.time.later.length} beginnings screened, ${found.moves.length} moves that tell, ${found.questions.length} questions; gap of the plan ${found.gap.toFixed(6)}`,
);
console.table(
  found.changes
    .filter((change) => change.resolved !== undefined)
    .map(({ kind, id, screened, resolved }) => ({
      kind,
      id,
      screened: Number(screened.value.toFixed(3)),
      "made anew": Number(resolved.value.value.toFixed(3)),
      low: Number(resolved.value.low.toFixed(3)),
      high: Number(resolved.value.high.toFixed(3)),
      gap: Number(resolved.gap.toFixed(6)),
    })),
);
