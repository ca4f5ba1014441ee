/** Every example reads without an error or a warning, and asks only what it means to leave open. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readBrief } from "@demarche/core/brief";
import { expect, test } from "vitest";

const folder = new URL("../examples/", import.meta.url);
const examples = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/brief.yaml`, folder)));

test("the worked examples are there", () => {
  expect(examples).toEqual(expect.arrayContaining(["harbour-wages", "moscow-1945", "paris-2015"]));
});

test.each(examples)("%s reads, with notes at most", (name) => {
  const { brief, diagnostics } = readBrief(readFileSync(new URL(`${name}/brief.yaml`, folder)), {
    file: `${name}/brief.yaml`,
  });
  expect(diagnostics.filter((d) => d.severity !== "note")).toEqual([]);
  expect(brief).toBeDefined();
});
