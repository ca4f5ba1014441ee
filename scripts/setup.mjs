// Makes a bare clone ready: checks the Node floor, installs the locked dependencies if they changed, compiles.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Demarche needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(2);
}
process.chdir(new URL("..", import.meta.url).pathname);
const run = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
};
const stamp = "node_modules/.demarche-setup";
const wanted = createHash("sha256").update(readFileSync("package-lock.json")).update(process.version).digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}
run(process.execPath, ["node_modules/typescript/bin/tsc", "-b"]);
