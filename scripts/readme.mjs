// Prints README.md with what the command says of the README's own brief put where it belongs; e2e/cli-readme.test.ts
// compares the two.   node scripts/readme.mjs > /tmp/README.md && mv /tmp/README.md README.md
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const text = readFileSync(at("README.md"), "utf8");
const brief = /```yaml\n(.*?)```/s.exec(text)?.[1];
const command = /^npx demarche (plan \S+)$/m.exec(text)?.[1];
const output = /(?<=```text\n).*?(?=```)/s;
if (brief === undefined || command === undefined || !output.test(text))
  throw new Error("README.md: a yaml block, a line `npx demarche plan FILE` and a text block were expected");

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
process.stdout.write(text.replace(output, () => stdout));
