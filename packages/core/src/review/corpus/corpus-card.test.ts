import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readData } from "../../import/index.ts";
import { readPastTable } from "../backtest/read-past.ts";
import { scoreCorpus } from "./corpus-card.ts";
import { readOutcomesCsv } from "./read-outcomes-csv.ts";

const data = new URL("../../../../../data/", import.meta.url);
const bytes = (path: string) => readFileSync(new URL(path, data));
const emission = readData(bytes("emission-standards/positions.csv"), "positions.csv");
const outcomes = readOutcomesCsv(bytes("emission-standards/outcomes.csv"), "outcomes.csv", emission.table!);
const paris = readData(bytes("paris-2015/positions.csv"), "positions.csv");

describe("the corpus that is shipped", () => {
  const card = scoreCorpus({
    past: [{ name: "eu", models: readPastTable(bytes("deu3-residuals.csv"), "deu3-residuals.csv").models }],
    cases: [
      { name: "emission-standards", table: emission.table!, outcomes: outcomes.outcomes },
      { name: "paris-2015", table: paris.table!, outcomes: {} },
    ],
  });
  test("reads without a word, and cites what came out", () => {
    expect([emission.diagnostics, outcomes.diagnostics, paris.diagnostics]).toEqual([[], [], []]);
    expect(outcomes.sources["delay"]).toMatch(/Bueno de Mesquita/);
    expect(paris.table!.issues.flatMap((issue) => issue.rows)).toHaveLength(181);
  });
  test("published errors of the EU table, blends and constant included", () => {
    const { models } = card.past[0]!;
    const errors = Object.fromEntries(
      Object.entries(models).map(([model, scores]) => [model, Number(scores.meanAbsoluteError.toFixed(2))]),
    );
    expect(errors).toEqual({
      compromise: 22.99,
      challenge: 26.83,
      "half compromise, half challenge": 23.96,
      "always 50": 27.96,
    });
  });
  test("emission standards: the mean missed by 1.443 years, the median by 1.833; Paris has no outcomes to score", () => {
    const [delay] = card.cases[0]!.issues;
    expect((delay!.errors!.compromise / 100) * 6).toBeCloseTo(1.443044, 5);
    expect((delay!.errors!.median / 100) * 6).toBeCloseTo(1.833, 3);
    expect(card.cases[1]!.issues).toHaveLength(13);
    for (const issue of card.cases[1]!.issues) expect(issue).not.toHaveProperty("errors");
    expect(card.overall.issues).toBe(1);
  });
  test("outcomes that do not fit", () => {
    const wrong = readOutcomesCsv(
      new TextEncoder().encode("issue,outcome\ndelay,11\nother,5\ndelay,5\ndelay,6\ndelay,6,5\n"),
      "o.csv",
      emission.table!,
    );
    expect(wrong.diagnostics.map((d) => `${d.place.line} ${d.code}`)).toEqual([
      "2 out-of-range",
      "3 unknown-issue",
      "5 cell-twice",
      "6 too-many-fields",
    ]);
  });
});
