import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { briefJsonSchema } from "./index.ts";

const COMMITTED = new URL("../../../../schema/brief.schema.json", import.meta.url);
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.brief.yaml`, import.meta.url), "utf8");
const validate = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true }).compile(briefJsonSchema());

describe("schema/brief.schema.json", () => {
  test("is what the definition gives (else run scripts/write-schema.mjs)", () => {
    expect(readFileSync(COMMITTED, "utf8")).toBe(`${JSON.stringify(briefJsonSchema(), null, 2)}\n`);
  });

  // Editors read a brief as YAML 1.2 with its core schema: bare numbers are numbers there.
  test.each(["every-word", "small"])("accepts the %s brief as an editor reads it", (name) => {
    expect(validate(parse(fixture(name))), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
  });

  test.each([
    ["an unknown word", "us: upland", "us: upland\ntitel: x"],
    ["an unknown word within", "kind: offer", "kind: offer, targt: lowland"],
    ["a word that is none of the few", "kind: offer", "kind: ofer"],
    ["a bare number as a chance", "dry-winter: likely", "dry-winter: 0.3"],
    ["a list where one name belongs", "us: upland", "us: [upland]"],
    ["no parties", "parties:", "sides:"],
  ])("refuses %s", (_what, find, put) => {
    expect(validate(parse(fixture("small").replace(find, put)))).toBe(false);
  });

  test("says what every word means, and every-word.brief.yaml uses it", () => {
    const words = new Map<string, unknown>();
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if ("properties" in value && typeof value.properties === "object")
        for (const [word, property] of Object.entries(value.properties as object)) words.set(word, property);
      for (const each of Object.values(value)) walk(each);
    };
    walk(briefJsonSchema());
    expect(words.size).toBeGreaterThan(150);
    const text = fixture("every-word");
    const unused = [...words.keys()].filter(
      (word) => !new RegExp(`(?:^|[\\s{,[])${word}: `, "mu").test(text.replaceAll(/:$/gmu, ": ")),
    );
    expect(unused).toEqual([]);
  });
});
