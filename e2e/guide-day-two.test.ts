/** What the guide to day two shows is what the command does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demarche, fewWorlds, folderWith } from "./cli/demarche.ts";

const guide = readFileSync(new URL("../docs/guide/day-two.md", import.meta.url), "utf8");
const block = (kind: string): string => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, "u").exec(guide)![1]!;

test("its commands run, and add the lines that it shows", () => {
  const cwd = folderWith({ "lease.yaml": block("yaml") });
  const commands = block("sh").trim().split("\n");
  expect(commands).toHaveLength(2);
  const printed = commands.map((line) => {
    const [, , ...args] = [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? "");
    const { status, stdout, stderr } = demarche([...args, ...fewWorlds], { cwd });
    expect([status, stderr]).toEqual([0, ""]);
    return stdout;
  });
  for (const line of block("diff").trim().split("\n")) expect(printed[0]).toContain(line);
  expect(printed[0]).toMatch(/there is oil under the north shore \(20 % → (?:35|40|45) %\)/u);
  expect(printed[1]).toMatch(/‘Road’: our ask \d+ % → 0 %/u);
  expect(readFileSync(join(cwd, "lease.yaml"), "utf8").startsWith(block("yaml").slice(0, 60))).toBe(true);
});
