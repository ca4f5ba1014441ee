/** The note's 67 constructs have their places in the worked example, and those that are computed act on the findings. */
import { readBrief } from "@demarche/core/brief";
import { beforeAll, describe, expect, test } from "vitest";
import { fieldOf } from "./constructs/field.ts";
import { mutate } from "./constructs/mutate.ts";
import { findPlace } from "./constructs/place.ts";
import { planText } from "./constructs/plan-text.ts";
import { readConstructs, readMoscowText } from "./constructs/table.ts";

const constructs = readConstructs();
const text = readMoscowText();
const settings = { worlds: 300, seed: 1 };

test("the table has every construct once, in order", () => {
  expect(constructs.map((row) => row.id)).toEqual(Array.from({ length: 67 }, (_, k) => `B${k + 1}`));
});

test.each(constructs)("$id says either what it computes or why it is representation only", (row) => {
  const says = [row.computes, row.refused, row.represents].filter((said) => said !== undefined);
  expect(says).toHaveLength(1);
  expect(row.mutation === undefined).toBe(row.represents !== undefined);
});

test.each(constructs)("$id stands in the brief", (row) => {
  for (const place of row.places) expect(findPlace(text, place), place).toBeDefined();
});

describe("what is computed changes when its element is changed or taken out", () => {
  let before: unknown;
  beforeAll(() => {
    before = planText(text, settings);
  });
  test.each(constructs.filter((row) => row.computes !== undefined))("$id", (row) => {
    const after = planText(mutate(text, row.mutation!), settings);
    for (const field of row.computes!) {
      const was = fieldOf(before, field);
      expect(was, `${field} is among the findings`).toBeDefined();
      expect(fieldOf(after, field), field).not.toEqual(was);
    }
  });
});

test.each(constructs.filter((row) => row.refused !== undefined))("$id: the changed brief is refused", (row) => {
  const { diagnostics } = readBrief(mutate(text, row.mutation!), { file: "brief.yaml" });
  expect(diagnostics.map((d) => d.code)).toContain(row.refused);
});
