// The main job from a cold start, as from the command line: `npx tsc -b && node bench/plan.mjs [worlds]`. Linux: memory from /proc.
// `--quick` is the job that five seconds are asked for: no plan, the plan as written, each move left out, all four papers. The
// whole job also looks for the best plan and for what could be agreed.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadedSeconds } from "./calibrate.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const worlds = process.argv[2] ?? "10000";
/** Peak resident memory of the process, MiB; undefined once it has gone. */
function peakOf(pid) {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return line === null ? undefined : Number(line[1]) / 1024;
  } catch {
    return undefined;
  }
}

/** Processor seconds that the process has used so far, all its threads together; Linux counts in hundredths. */
function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** One run of the command. */
async function planOnce(wishes) {
  const out = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  const before = loadedSeconds();
  const start = process.hrtime.bigint();
  const brief = join(root, "examples/moscow-1945/brief.yaml");
  const child = spawn(
    process.execPath,
    [join(root, "packages/cli/bin/demarche.js"), "plan", brief, "--worlds", worlds, "--out", out, ...wishes],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  let peak = 0;
  let cpu = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid) ?? 0);
    cpu = Math.max(cpu, cpuOf(child.pid) ?? 0);
  }, 20);
  const code = await new Promise((done) => child.on("exit", done));
  clearInterval(watch);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const load = (before + loadedSeconds()) / 2;
  if (code !== 0) throw new Error(`demarche plan ended with ${code}`);
  const papers = readdirSync(out).map((name) => `${name} ${Math.round(statSync(join(out, name)).size / 1024)} KiB`);
  rmSync(out, { recursive: true });
  return { seconds, cpu, load, peak, papers };
}

const runs = { "plan --quick": await planOnce(["--quick"]), plan: await planOnce([]) };
console.log(`${process.version}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}, ${worlds} worlds`);
console.log(runs.plan.papers.join(", "));
console.table(
  Object.fromEntries(
    Object.entries(runs).map(([name, { seconds, cpu, load, peak }]) => [
      name,
      {
        "s by the clock": Number(seconds.toFixed(2)),
        "s asked": name === "plan" ? "" : 5,
        "processor s": Number(cpu.toFixed(2)),
        "calibration s (0.22 quiet)": Number(load.toFixed(2)),
        "about s on quiet cores": Number(((seconds * 0.217) / load).toFixed(2)),
        "MiB at most": Math.round(peak),
        "MiB asked": 500,
      },
    ]),
  ),
);
