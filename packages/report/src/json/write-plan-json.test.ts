import { readFileSync } from "node:fs";
import { readBrief } from "@demarche/core/brief";
import { planBrief } from "@demarche/core/run";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { fixtureFindings } from "../wording/fixture-findings.ts";
import { planJsonSchema, planJsonSchemaText } from "./plan-schema.ts";
import { writePlanJson } from "./write-plan-json.ts";

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(planJsonSchema());

const fish = `demarche: 1
title: Fish and market access
us: norland
parties: { norland: Norland, sudmark: Sudmark, ostia: Ostia }
agenda:
  - issue: cod-quota
    options: [a-fifth, a-quarter, a-third]
    otherwise: a-fifth
    positions:
      norland: { ideal: a-third, salience: 90, fallbacks: a-quarter, bottom line: a-quarter }
      sudmark: { ideal: a-fifth, salience: 60..80 }
      ostia: { ideal: 30..60, salience: unknown }
  - issue: machine-tariff
    options: [abolished, phased-cut, stays]
    otherwise: stays
    positions:
      norland: { ideal: stays, salience: 40 }
      sudmark: { ideal: abolished, salience: 80 }
      ostia: phased-cut
moves:
  sound-out-ostia:
    kind: probe
    target: ostia
    issue: cod-quota
    signals: { warm: { if: ostia accepts a-third on cod-quota, chance: likely, else: unlikely } }
plan: [sound-out-ostia]
forecasts:
  a-quarter-at-least: { event: cod-quota is a-quarter or better, chance: likely, due: 2027-01-01 }
`;

describe("plan.json", () => {
  it("is what the published schema says", () => {
    expect(validate(JSON.parse(writePlanJson(fixtureFindings))), JSON.stringify(validate.errors)).toBe(true);
  });
  it("holds for what the engine finds", () => {
    const { brief } = readBrief(fish, { file: "fish.yaml" });
    const { findings } = planBrief(brief!, { worlds: 400 });
    expect(validate(JSON.parse(writePlanJson(findings!))), JSON.stringify(validate.errors)).toBe(true);
    expect(findings!.items).toHaveLength(2);
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
