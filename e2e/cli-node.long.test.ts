/** Another version of Node gives the same bytes of all papers. OTHER_NODE names its executable; .ci/run installs one. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bin, demarche, emptyFolder, paperNames, root } from "./cli/demarche.ts";

const { OTHER_NODE = "", PATH, CI = "" } = process.env;

it.runIf(CI !== "")("there is another Node to compare with", () => {
  const { stdout } = spawnSync(OTHER_NODE, ["--version"], { encoding: "utf8" });
  expect(stdout).toMatch(/^v\d+\./);
  expect(stdout.split(".")[0]).not.toBe(process.version.split(".")[0]);
});

describe.skipIf(OTHER_NODE === "")("on this Node and another", () => {
  it.each(["moscow-1945", "harbour-wages", "paris-2015"])("the papers of %s are the same, byte for byte", (name) => {
    const out = emptyFolder();
    const args = ["plan", `examples/${name}/brief.yaml`, "--worlds", "2000", "--out"];
    expect(demarche([...args, join(out, "here")]).status).toBe(0);
    const there = spawnSync(OTHER_NODE, [bin, ...args, join(out, "there")], { cwd: root, env: { PATH, LANG: "C" } });
    expect(there.status).toBe(0);
    for (const paper of paperNames)
      expect(readFileSync(join(out, "there", paper)).equals(readFileSync(join(out, "here", paper))), paper).toBe(true);
  });
});
