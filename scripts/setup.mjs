// Makes a bare clone ready: checks the Node floor, installs the locked dependencies if they changed, compiles what changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Demarche needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(2);
}
process.chdir(fileURLToPath(new URL("..", import.meta.url)));

// Everything that is said goes to standard error: a script may read what `npm start` prints.
function run(file, args) {
  const { status, error } = spawnSync(process.execPath, [file, ...args], { stdio: ["ignore", 2, 2] });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const stamp = "node_modules/.demarche-setup";
const wanted = createHash("sha256").update(readFileSync("package-lock.json")).update(process.version).digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  const npm = process.env.npm_execpath;
  if (npm === undefined) {
    console.error("Run this as `npm start` or `npm test`, or run `npm ci` and `npx tsc -b` by hand.");
    process.exit(2);
  }
  console.error("Setting up: installing the locked dependencies (once; needs the network) …");
  run(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}
run("node_modules/typescript/bin/tsc", ["-b"]);
