// Speed of the agreement-space engine on this machine: node bench/packages.mjs [filter] [folder of GENIUS profiles …]
// Needs a build (npx tsc -b). Engine: median of nine after three warm-ups, compiling the space included.
// Beside it the cold command (a new process, reading the file and printing JSON), and a peer's figure where one exists.
// User CPU time is printed too: on a shared machine the wall clock says little.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  analysePackages,
  compileSpace,
  computeFrontier,
  countZone,
  findDisagreement,
  readDomain,
  searchSolutions,
} from "../packages/core/dist/packages/index.js";
import { asUtilityTable, generateDomain } from "./packages-domains.mjs";

const everything = (domain) => {
  const { findings } = analysePackages(domain);
  return `${findings.frontier.size} vectors, zone ${findings.zone.count}`;
};
const frontierOnly = (domain) => {
  const { space } = compileSpace(domain);
  const frontier = computeFrontier(space, "all");
  return `${frontier.size} vectors${frontier.exact ? "" : " (not exact)"}`;
};
const zoneOnly = (domain) => {
  const { space } = compileSpace(domain);
  const zone = countZone(space);
  return zone.exact
    ? `${zone.count} exactly`
    : `${zone.share.toExponential(2)} of all, ${zone.interval.low.toExponential(2)}..${zone.interval.high.toExponential(2)}`;
};
const solutionsOnly = (domain) => {
  const { space } = compileSpace(domain);
  const found = searchSolutions(
    space,
    findDisagreement(space),
    space.parties.map(() => 1n),
  );
  const rows = ["nash", "kalaiSmorodinsky", "egalitarian"].map((name) => {
    const { certificate } = found[name];
    return certificate.kind === "bound"
      ? `${name} not certified (${certificate.value.toPrecision(4)} of ${certificate.bound.toPrecision(4)})`
      : `${name} certified`;
  });
  return rows.join(", ");
};
const rare = (domain, noAgreement) => ({
  ...domain,
  parties: domain.parties.map((party) => ({ ...party, noAgreement })),
});

const rows = [
  ["frontier, solutions, zone", "real 3 6 10 0 1", everything, 50, "NegMAS 5.6 s + 134 s"],
  ["frontier, solutions, zone", "conflict 3 6 10 0 1", everything, 80, "NegMAS 54 s"],
  ["frontier", "points 3 30 10 0 1", frontierOnly, 50, ""],
  ["frontier", "real 3 30 10 0 1", frontierOnly, 4000, ""],
  ["frontier", "conflict 3 12 10 0 1", frontierOnly, 1000, ""],
  ["Nash, KS, egalitarian", "real 3 30 10 0 1", solutionsOnly, 1000, ""],
  ["Nash, KS, egalitarian", "real 5 30 10 0 1", solutionsOnly, 1000, ""],
  ["Nash, KS, egalitarian", "real 8 30 10 0 1", solutionsOnly, 1000, ""],
  ["Nash, KS, egalitarian", "real 12 30 10 0 1", solutionsOnly, 1000, ""],
  ["frontier with links", "points 3 30 6 20 1", frontierOnly, 400, ""],
  ["frontier with links", "points 3 20 10 15 1", frontierOnly, 400, ""],
  ["frontier with links", "points 3 40 4 30 1", frontierOnly, 400, ""],
  ["frontier with links", "real 3 15 10 8 1", frontierOnly, 1500, ""],
  ["frontier", "points 5 12 5 0 1", frontierOnly, 1000, ""],
  ["frontier", "real 5 10 5 0 1", frontierOnly, 1500, ""],
  ["exact zone", "points 3 20 5 0 1", zoneOnly, 300, ""],
  ["zone of about 3e-7", "points 5 30 10 0 1", (domain) => zoneOnly(rare(domain, 60)), 1000, ""],
];

const [filter = "", ...folders] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "demarche-bench-"));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function measure(work) {
  let said = "";
  for (let k = 0; k < 3; k++) said = work();
  const walls = [];
  const cpus = [];
  for (let k = 0; k < 9; k++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    work();
    walls.push(performance.now() - start);
    cpus.push(process.cpuUsage(cpu).user / 1000);
  }
  return { wall: median(walls), cpu: median(cpus), said };
}
function cold(path) {
  const start = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [new URL("../packages/cli/bin/demarche.js", import.meta.url).pathname, "packages", path, "--json"],
    { stdio: ["ignore", "ignore", "ignore"] },
  );
  return status === 0 ? `${Math.round(performance.now() - start)}` : "–";
}
function print(what, where, must, { wall, cpu, said }, command, peer) {
  console.log(
    `${what.padEnd(26)} ${where.padEnd(22)} ${wall.toFixed(1).padStart(8)} ms (cpu ${cpu.toFixed(1)}) must ${String(must).padStart(6)}  cold ${command.padStart(6)} ms  ${peer.padEnd(20)} ${said}`,
  );
}

for (const [what, where, work, must, peer] of rows) {
  if (!`${what} ${where}`.includes(filter)) continue;
  const [kind, ...numbers] = where.split(" ");
  const domain = generateDomain(kind, ...numbers.map(Number));
  const path = join(scratch, "domain.json");
  writeFileSync(path, asUtilityTable(domain));
  print(
    what,
    where,
    must,
    measure(() => work(domain)),
    cold(path),
    peer,
  );
}
for (const folder of folders) {
  const files = statSync(folder).isDirectory()
    ? readdirSync(folder)
        .filter((name) => /\.(xml|json|ya?ml)$/i.test(name))
        .sort()
        .map((name) => join(folder, name))
    : [folder];
  const read = readDomain(
    files.map((file) => ({ file, text: readFileSync(file, "utf8") })),
    "raw",
  );
  if ("diagnostics" in read) console.log(folder, read.diagnostics[0]?.message);
  else
    print(
      "frontier",
      folder.split("/").at(-1),
      "",
      measure(() => frontierOnly(read.domain)),
      cold(folder),
      "",
    );
}
rmSync(scratch, { recursive: true });
console.log(`memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`);
