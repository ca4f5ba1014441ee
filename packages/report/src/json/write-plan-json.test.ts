import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { fixtureFindings } from "../wording/fixture-findings.ts";
import { planJsonSchema, planJsonSchemaText } from "./plan-schema.ts";
import { writePlanJson } from "./write-plan-json.ts";

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(planJsonSchema());

describe("plan.json", () => {
  it("is what the published schema says", () => {
    expect(validate(JSON.parse(writePlanJson(fixtureFindings))), JSON.stringify(validate.errors)).toBe(true);
  });
  it("loses nothing and adds nothing", () => {
    expect(JSON.parse(writePlanJson(fixtureFindings))).toEqual(JSON.parse(JSON.stringify(fixtureFindings)));
  });
  it("is refused by the schema with a chance above 1, a missing figure or a figure of another name", () => {
    const item = fixtureFindings.items[0]!;
    const wrong = (change: object) => ({ ...fixtureFindings, items: [{ ...item, ...change }] });
    expect(validate(wrong({}))).toBe(true);
    expect(validate(wrong({ worse: { chance: 1.2, low: 0, high: 1 } }))).toBe(false);
    expect(validate(wrong({ ask: { chance: 0.2, low: 0.1 } }))).toBe(false);
    expect(validate(wrong({ certainty: 1 }))).toBe(false);
  });
  it("writes the same bytes whatever order the keys were made in", () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : value !== null && typeof value === "object"
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, entry]) => [key, reversed(entry)]),
            )
          : value;
    const { method } = fixtureFindings;
    const shuffled = {
      ...(reversed({ ...fixtureFindings, items: [], plans: undefined }) as object),
      plans: fixtureFindings.plans,
    };
    const straight = { ...fixtureFindings, items: [] };
    expect(Object.keys(shuffled)[0]).toBe("method");
    expect(Object.keys((shuffled as typeof straight).method)).toEqual(Object.keys(method).toReversed());
    // `declines` is by names of the brief, whose order is kept, so it is compared with a single entry
    expect(writePlanJson(shuffled as typeof straight)).toBe(writePlanJson(straight));
  });
  it("names the place of a figure that is no number", () => {
    const plans = { ...fixtureFindings.plans, none: { value: Number.NaN, low: 0, high: 0 } };
    expect(() => writePlanJson({ ...fixtureFindings, plans })).toThrow("NaN at /plans/none/value");
  });
  it("ends in a newline and stands in two blanks", () => {
    expect(writePlanJson(fixtureFindings)).toMatch(/^\{\n {2}"engine": "plan",\n[\s\S]*\}\n$/u);
  });
});

it("the committed schema is the generated one", () => {
  const file = new URL("../../../../schema/plan.schema.json", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(planJsonSchemaText());
});
