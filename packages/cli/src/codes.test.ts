import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const here = new URL(".", import.meta.url);
const page = readFileSync(new URL("../../../docs/errors.md", here), "utf8")
  .split(/^## /m)
  .find((part) => part.startsWith("The command line"));

it("every code that the command itself gives has a row in docs/errors.md", () => {
  const given = [
    "read-input.ts",
    "save-papers.ts",
    "output-folder.ts",
    "write-new-file.ts",
    "explain-failure.ts",
    "observed-options.ts",
    "commands/update.ts",
    "write-over.ts",
    "study-places.ts",
    "commands/forum.ts",
    "commands/slate.ts",
  ].flatMap((file) => {
    const text = readFileSync(new URL(file, here), "utf8");
    return [
      ...text.matchAll(/stopForUsage\(\s*"([a-z-]+)"/g),
      ...text.matchAll(/code: "([a-z-]+)"/g),
      ...text.matchAll(/return "([a-z-]+)";/g),
    ].map(([, code]) => code);
  });
  expect(new Set(given).size).toBeGreaterThan(12);
  for (const code of given) expect(page).toContain(`\`${code}\``);
});
