import { join } from "node:path";
import { expect, it } from "vitest";
import { defaultOutput } from "./output-folder.ts";

it.each([
  ["examples/moscow-1945/brief.yaml", undefined, "moscow-1945"],
  ["fish.yaml", undefined, "fish"],
  ["../cases/fish.brief.yaml", undefined, "fish"],
  ["/brief.yaml", undefined, "brief"],
  ["fish.yaml", ["press", "team"], "fish-for-press-team"],
])("%s for %j goes to out/%s", (file, readers, name) => {
  expect(defaultOutput(file, readers)).toBe(join("out", name));
});
