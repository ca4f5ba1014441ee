/** Where papers go: all or none, whatever is in the way, and whoever else writes there. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bin, demarche, fewWorlds, folderWith, paperNames, smallBrief } from "./cli/demarche.ts";

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}
function shell(command: string, cwd: string) {
  return spawnSync("bash", ["-c", command], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, DEMARCHE: `${process.execPath} ${bin}`, LANG: "C.UTF-8" },
  });
}

describe("papers", () => {
  it("make the folders on the way, follow links, and leave other files alone", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    mkdirSync(join(cwd, "real"));
    writeFileSync(join(cwd, "real/notes.txt"), "mine");
    symlinkSync("real", join(cwd, "link"));
    expect(demarche(["plan", "brief.yaml", "--out", "a/b/c", ...fewWorlds], { cwd }).status).toBe(0);
    expect(demarche(["plan", "brief.yaml", "--out", "link", ...fewWorlds], { cwd }).status).toBe(0);
    expect(readdirSync(join(cwd, "a/b/c")).sort()).toEqual(paperNames);
    expect(readdirSync(join(cwd, "real")).sort()).toEqual([...paperNames, "notes.txt"].sort());
  });
  it("of an earlier run stay, to the byte, when a later run fails", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief, "broken.yaml": `${smallBrief}nonsense: 1\n` });
    expect(demarche(["plan", "brief.yaml", "--out", "out", ...fewWorlds], { cwd }).status).toBe(0);
    const before = contents(join(cwd, "out"));
    expect(demarche(["plan", "broken.yaml", "--out", "out", ...fewWorlds], { cwd }).status).toBe(1);
    expect(contents(join(cwd, "out"))).toEqual(before);
  });
  it("stay when we have made a mistake, which ends with 3, says so, and shows no stack unless asked", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    expect(demarche(["plan", "brief.yaml", "--out", "out", ...fewWorlds], { cwd }).status).toBe(0);
    const before = contents(join(cwd, "out"));
    const broken = "data:text/javascript,Math.log=()=>{throw new TypeError('broken on purpose')}";
    const plan = ["plan", "brief.yaml", "--out", "out", ...fewWorlds];
    const { status, stdout, stderr } = demarche([...plan, "--json"], { cwd, flags: ["--import", broken] });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^error: broken on purpose\n.*bug of Demarche.*\n.*Please report it/);
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ code: "bug", message: "broken on purpose" }] });
    expect(contents(join(cwd, "out"))).toEqual(before);
    const shown = shell(`DEMARCHE_DEBUG=1 ${process.execPath} --import "${broken}" ${bin} ${plan.join(" ")}`, cwd);
    expect(shown.status).toBe(3);
    expect(shown.stderr).toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  });
  it("are all put back when one of them cannot take its place", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    mkdirSync(join(cwd, "out/plan.json"), { recursive: true });
    writeFileSync(join(cwd, "out/report.html"), "earlier");
    const { status, stderr } = demarche(["plan", "brief.yaml", "--out", "out", ...fewWorlds], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/plan\.json is a folder/);
    expect(readdirSync(join(cwd, "out")).sort()).toEqual(["plan.json", "report.html"]);
    expect(readFileSync(join(cwd, "out/report.html"), "utf8")).toBe("earlier");
  });
  it.each([
    ["a file", "brief.yaml"],
    ["a place below a file", "brief.yaml/papers"],
  ])("cannot go to %s", (_, out) => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    const { status, stderr } = demarche(["plan", "brief.yaml", "--out", out, ...fewWorlds], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/must be a folder/);
    expect(readdirSync(cwd)).toEqual(["brief.yaml"]);
  });
  it("cannot go into a folder that takes none, and that is said at once", ({ skip }) => {
    if (!existsSync("/proc/self")) skip("no such folder on this system");
    const cwd = folderWith({ "brief.yaml": smallBrief });
    const { status, stderr } = demarche(["plan", "brief.yaml", "--out", "/proc/papers/below", ...fewWorlds], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/could not be written|may not be written/);
  });
  it("cannot go where this user may not write, and a script is told so", ({ skip }) => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    mkdirSync(join(cwd, "out"));
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "out"), 0o555);
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    if (demarche(["--version"], { cwd: "/", ...uid }).status !== 0) skip("nobody else can read this clone");
    for (const out of ["out", "out/below"]) {
      const ran = demarche(["plan", "brief.yaml", "--json", "--out", out, ...fewWorlds], { cwd, ...uid });
      expect(ran.status).toBe(2);
      expect(JSON.parse(ran.stdout)).toMatchObject({ errors: [{ code: "output-not-writable" }] });
    }
    expect(readdirSync(join(cwd, "out"))).toEqual([]);
  });
  it("are those of one run when several write at once", async () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    const seeds = ["1", "2", "3", "4"];
    const alone = seeds.map((seed) => {
      demarche(["plan", "brief.yaml", "--out", `alone-${seed}`, "--seed", seed, ...fewWorlds], { cwd });
      return contents(join(cwd, `alone-${seed}`));
    });
    const run = (seed: string) =>
      new Promise((resolve, reject) => {
        const args = [bin, "plan", "brief.yaml", "--out", "shared", "--seed", seed, ...fewWorlds];
        spawn(process.execPath, args, { cwd, stdio: "ignore" }).on("error", reject).on("close", resolve);
      });
    expect(await Promise.all(seeds.map(run))).toEqual([0, 0, 0, 0]);
    expect(alone).toContainEqual(contents(join(cwd, "shared")));
  });
});

describe("a run that is cut short", () => {
  it("goes on when nobody reads its output any more", () => {
    const cwd = folderWith({ "fish.yaml": smallBrief });
    const { stdout, stderr } = shell(
      `set -o pipefail; $DEMARCHE plan fish.yaml --json --worlds 250 | head -c 20; echo " \${PIPESTATUS[0]}"`,
      cwd,
    );
    expect(stdout).toMatch(/ 0\n$/);
    expect(stderr).toBe("Papers in out/fish.\n");
    expect(readdirSync(join(cwd, "out/fish")).sort()).toEqual(paperNames);
  });
  it.runIf(existsSync("/dev/full"))("says so when its output cannot be written", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    const { status, stderr } = shell("$DEMARCHE check brief.yaml > /dev/full", cwd);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: .*ENOSPC.*\n$/);
  });
  it("leaves nothing behind when the disk takes no more", () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    mkdirSync(join(cwd, "papers"));
    writeFileSync(join(cwd, "papers/report.html"), "earlier");
    // No file may grow beyond 8 KiB; the signal that comes with it is ignored, so that the write itself fails.
    const { status, stderr } = shell(
      "trap '' XFSZ; ulimit -f 8; exec $DEMARCHE plan brief.yaml --out papers --worlds 250",
      cwd,
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/could not be written|no room/);
    expect(contents(join(cwd, "papers"))).toEqual({ "report.html": Buffer.from("earlier").toString("base64") });
  });
  it("ends at once on an interrupt, with nothing written", async () => {
    const cwd = folderWith({ "brief.yaml": smallBrief });
    const child = spawn(process.execPath, [bin, "plan", "brief.yaml", "--worlds", "200000"], { cwd, stdio: "pipe" });
    let said = "";
    child.stderr.on("data", (text: Buffer) => {
      said += text.toString();
    });
    setTimeout(() => child.kill("SIGINT"), 1500);
    const signal = await new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
    expect(signal).toBe("SIGINT");
    expect(said).toBe("");
    expect(readdirSync(cwd)).toEqual(["brief.yaml"]);
  });
});

it("prints no colour where NO_COLOR is set or nobody watches", () => {
  const cwd = folderWith({ "brief.yaml": smallBrief });
  const inTerminal = (env: string) =>
    spawnSync("script", ["-qec", `${env} ${process.execPath} ${bin} plan brief.yaml --worlds 250`, "/dev/null"], {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], LANG: "C.UTF-8", TERM: "xterm" },
    });
  const coloured = inTerminal("");
  if (coloured.error !== undefined) throw coloured.error;
  expect(coloured.stdout).toContain("\u001b[1mFish and market access");
  for (const emphasis of ["\u001b[1m", "\u001b[2m", "\u001b[0m"])
    expect(inTerminal("NO_COLOR=1").stdout).not.toContain(emphasis);
  expect(demarche(["plan", "brief.yaml", ...fewWorlds], { cwd }).stdout).not.toContain("\u001b");
});
