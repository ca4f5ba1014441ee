// Plans every brief in examples/ and compares the papers with examples/*/expected/, or writes them there.
//   node scripts/examples.mjs --check [NAME…]     fails, with the first line that differs, where anything does
//   node scripts/examples.mjs --write [NAME…]     then say in CHANGELOG.md why the figures change
// A folder with an update.json and no brief is day two of another example: its brief, with what has been observed since
// recorded by `demarche update`. What the command then prints, and the brief's new lines among it, is kept too.
// Data, text and charts only: pages and office files are made from the same findings and have tests of their own.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readBrief } from "@demarche/core/brief";
import { writeCharts } from "@demarche/report";

const root = fileURLToPath(new URL("..", import.meta.url));
const [mode, ...wanted] = process.argv.slice(2);
if (mode !== "--check" && mode !== "--write") {
  console.error("usage: node scripts/examples.mjs --check|--write [NAME…]");
  process.exit(2);
}

const names = readdirSync(join(root, "examples"))
  .filter((name) => ["brief.yaml", "update.json"].some((file) => existsSync(join(root, "examples", name, file))))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();
if (names.length === 0) {
  console.error(`There is no example ${wanted.join(", ")}.`);
  process.exit(2);
}

/** Expected files of an example by name, made anew by the command itself. */
function filesOf(name) {
  return existsSync(join(root, "examples", name, "update.json")) ? update(name) : plan(name);
}

/** The papers of day two, and what is seen on the screen. */
function update(name) {
  const { of, arguments: observed } = JSON.parse(readFileSync(join(root, "examples", name, "update.json"), "utf8"));
  const out = mkdtempSync(join(tmpdir(), "demarche-examples-"));
  try {
    const brief = join(out, "brief.yaml");
    copyFileSync(join(root, "examples", of, "brief.yaml"), brief);
    const command = [
      join(root, "packages/cli/bin/demarche.js"),
      "update",
      "brief.yaml",
      ...observed,
      "--out",
      "papers",
    ];
    const { status, stdout } = spawnSync(process.execPath, command, {
      cwd: out,
      encoding: "utf8",
      env: { PATH: process.env.PATH, LANG: "C.UTF-8" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) throw new Error(`demarche update of ${of} ended with ${status}`);
    const files = new Map(
      ["plan.json", "memo.md"].map((file) => [file, readFileSync(join(out, "papers", file), "utf8")]),
    );
    return files.set("screen.txt", stdout);
  } finally {
    rmSync(out, { recursive: true });
  }
}

function plan(name) {
  const brief = `examples/${name}/brief.yaml`;
  const out = mkdtempSync(join(tmpdir(), "demarche-examples-"));
  try {
    const command = ["packages/cli/bin/demarche.js", "plan", brief, "--out", out];
    const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) throw new Error(`demarche plan ${brief} ended with ${status}`);
    const files = new Map(["plan.json", "memo.md"].map((file) => [file, readFileSync(join(out, file), "utf8")]));
    const read = readBrief(readFileSync(join(root, brief)), { file: brief });
    const charts = writeCharts({ brief: read.brief, findings: JSON.parse(files.get("plan.json")) });
    for (const [file, text] of Object.entries(charts)) files.set(file, text);
    return files;
  } finally {
    rmSync(out, { recursive: true });
  }
}

function firstDifference(expected, found) {
  const were = expected.split("\n");
  const are = found.split("\n");
  const at = were.findIndex((line, i) => line !== are[i]);
  const line = at === -1 ? were.length : at;
  const shown = (text) => (text === undefined ? "(end)" : text.length > 200 ? `${text.slice(0, 200)}…` : text);
  return `line ${line + 1}\n    was ${shown(were[line])}\n    is  ${shown(are[line])}`;
}

let differences = 0;
for (const name of names) {
  const files = filesOf(name);
  const folder = join(root, "examples", name, "expected");
  if (mode === "--write") {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of files) writeFileSync(join(folder, file), text);
    console.log(`${name}: ${files.size} files written`);
    continue;
  }
  const known = existsSync(folder) ? readdirSync(folder) : [];
  const found = [
    ...[...files].flatMap(([file, text]) => {
      if (!known.includes(file)) return [`${file} is new`];
      const expected = readFileSync(join(folder, file), "utf8");
      return expected === text ? [] : [`${file} differs at ${firstDifference(expected, text)}`];
    }),
    ...known.filter((file) => !files.has(file)).map((file) => `${file} is expected and was not made`),
  ];
  differences += found.length;
  console.log(`${name}: ${files.size} files, ${found.length === 0 ? "as expected" : `${found.length} differ`}`);
  for (const difference of found) console.log(`  ${difference}`);
}
if (differences > 0) {
  console.log("If this is meant: node scripts/examples.mjs --write, and a line in CHANGELOG.md that says why.");
  process.exitCode = 1;
}
