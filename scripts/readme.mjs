// Keeps two things in the documentation true: what README.md shows as the command's output for its own brief, and the
// lists of pages in docs/README.md.
//   node scripts/readme.mjs --check | --write
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What the command prints of the brief that the README shows. */
function printed(readme) {
  const brief = /```yaml\n(.*?)```/s.exec(readme)?.[1];
  const command = /^npx demarche (plan \S+)$/m.exec(readme)?.[1];
  if (brief === undefined || command === undefined)
    throw new Error("README.md: a yaml block and a line `npx demarche plan FILE` were expected");
  const folder = mkdtempSync(join(tmpdir(), "demarche-readme-"));
  const [name, file] = command.split(" ");
  writeFileSync(join(folder, file), brief);
  const { status, stdout } = spawnSync(process.execPath, [at("packages/cli/bin/demarche.js"), name, file], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, LANG: "C.UTF-8" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`demarche ${command} ended with ${status}`);
  return stdout;
}

/** One line for each page of a folder of docs/, by its title; what a page puts before its title (a number) goes. */
function listed(folder, extra = []) {
  const lines = readdirSync(at(`docs/${folder}`))
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => {
      const title = /^# (?:\d+ ?[.·] )?(.*)$/m.exec(readFileSync(at(`docs/${folder}/${file}`), "utf8"))?.[1];
      if (title === undefined) throw new Error(`docs/${folder}/${file} has no title`);
      const number = /^0*(\d+)-/.exec(file)?.[1];
      return `${number === undefined ? "-" : `${number}.`} [${title}](${folder}/${file})`;
    });
  return `${[...lines, ...extra].join("\n")}\n`;
}

function replaced(text, pattern, by) {
  if (!pattern.test(text)) throw new Error(`nothing to replace: ${pattern}`);
  return text.replace(pattern, () => by);
}

const pages = {
  "README.md": (text) => replaced(text, /(?<=```text\n).*?(?=```)/s, printed(text)),
  "docs/README.md": (text) => {
    const errors = "- [Messages, code by code](errors.md)";
    let page = replaced(text, /(?<=## Guide\n\n)(?:- .*\n)*/, listed("guide", [errors]));
    page = replaced(page, /(?<=## Method\n\n.*\n\n)(?:- .*\n)*/, listed("method"));
    return replaced(page, /(?<=## Decisions\n\n.*\n\n)(?:\d+\. .*\n)*/, listed("adr"));
  },
};

const mode = process.argv[2];
if (mode !== "--check" && mode !== "--write") {
  console.error("usage: node scripts/readme.mjs --check|--write");
  process.exit(2);
}
for (const [file, bring] of Object.entries(pages)) {
  const text = readFileSync(at(file), "utf8");
  const now = bring(text);
  if (now === text) continue;
  if (mode === "--write") writeFileSync(at(file), now);
  else {
    console.log(`${file} no longer says what is so: node scripts/readme.mjs --write\n${now}`);
    process.exitCode = 1;
  }
}
