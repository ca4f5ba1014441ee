/** What the README promises is what happens. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { demarche, folderWith, paperNames, root } from "./cli/demarche.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const brief = /```yaml\n(.*?)```/s.exec(readme)?.[1] ?? "";

describe("README.md", () => {
  it("shows a brief of 25 lines at most that checks without errors", () => {
    expect(brief.trimEnd().split("\n").length).toBeLessThanOrEqual(25);
    const cwd = folderWith({ "ferries.yaml": brief });
    const { status, stdout } = demarche(["check", "ferries.yaml", "--json"], { cwd });
    expect(status).toBe(0);
    const { askedFor } = JSON.parse(stdout) as { askedFor: { code: string }[] };
    expect(new Set(askedFor.map(({ code }) => code))).toEqual(
      new Set(["others-not-considered", "rung-without-authority"]),
    );
  });
  it("shows what the command really prints, and docs/README.md lists every page", () => {
    const { status, stdout } = spawnSync(process.execPath, [join(root, "scripts/readme.mjs"), "--check"], {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });
  it("names only commands, scripts and files that are there", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(scripts["start"]).toContain("plan examples/moscow-1945/brief.yaml --out out/moscow-1945");
    expect(scripts["test"]).toBeDefined();
    for (const paper of paperNames) expect(readme).toContain(`\`${paper}\``);
    const commands = [...readme.matchAll(/npx demarche ([a-z]+)/g)].map(([, name = ""]) => name);
    for (const name of new Set(commands)) expect(demarche([name, "--help"]).status).toBe(0);
  });
});

const pages = ["", "docs", "docs/guide", "docs/method", "docs/adr"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);
it.each(pages)("%s links only to files that are there", (page) => {
  const text = readFileSync(join(root, page), "utf8").replace(/^```.*?^```/gms, "");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = ""]) => path);
  expect(links.filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
});
