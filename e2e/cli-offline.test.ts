/** Confidential material stays on the machine: no command opens a socket, asks for a name or listens. */

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { demarche, emptyFolder, folderWith, root, smallBrief } from "./cli/demarche.ts";

const guard = pathToFileURL(join(root, "e2e/cli/no-network.mjs")).href;

it.each([
  ["plan on threads", ["plan", "brief.yaml"]],
  ["plan for a group", ["plan", "brief.yaml", "--worlds", "100", "--for", "team"]],
  ["check", ["check", "brief.yaml", "--json"]],
  ["packages", ["packages", "brief.yaml"]],
  ["conflict", ["conflict", "brief.yaml"]],
  ["forum", ["forum", "brief.yaml"]],
  ["slate", ["slate", "brief.yaml"]],
  ["forecast", ["forecast", "brief.yaml", "--worlds", "200", "--out", "out"]],
  ["new", ["new", "other.yaml"]],
  ["help", ["--help"]],
])("the network is not touched by %s", (_, args) => {
  const cwd = folderWith({ "brief.yaml": smallBrief.replace("us: norland", "us: norland\nreaders: { team: Us }") });
  const log = join(cwd, "network.log");
  const { status } = demarche(args, { cwd, flags: ["--import", guard], env: { NETWORK_LOG: log } });
  expect(status).toBe(0);
  expect(existsSync(log)).toBe(false);
});

it.each([
  ["fetch", 'await fetch("http://127.0.0.1:9/")'],
  ["a socket", 'import { connect } from "node:net"; connect(9, "127.0.0.1")'],
  ["a name", 'import { lookup } from "node:dns/promises"; await lookup("localhost")'],
  ["a datagram", 'import { createSocket } from "node:dgram"; createSocket("udp4").send("x", 9)'],
  ["a server", 'import { createServer } from "node:http"; createServer().listen(0)'],
  [
    "a thread that fetches",
    `import { isMainThread, Worker } from "node:worker_threads";
    if (isMainThread) new Worker(new URL(import.meta.url)); else await fetch("http://127.0.0.1:9/")`,
  ],
])("the guard of these tests would have told of %s", (_, program) => {
  const folder = emptyFolder();
  const log = join(folder, "network.log");
  writeFileSync(join(folder, "program.mjs"), program);
  const { status } = spawnSync(process.execPath, ["--import", guard, join(folder, "program.mjs")], {
    env: { ...process.env, NETWORK_LOG: log },
  });
  expect(status).not.toBe(0);
  expect(readFileSync(log, "utf8")).not.toBe("");
});
