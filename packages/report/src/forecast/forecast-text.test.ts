import { forecastTable } from "@demarche/core/forecast";
import { expect, test } from "vitest";
import { forecastText } from "./forecast-text.ts";

const table = {
  title: "Two questions",
  actors: [
    { id: "a", name: "A" },
    { id: "b", name: "B" },
  ],
  issues: [
    {
      id: "when",
      name: "Years of delay",
      low: 4,
      high: 10,
      options: [
        { id: "soon", name: "soon", at: 4 },
        { id: "late", name: "late", at: 10 },
      ],
      rows: [
        { actor: 0, position: 4, salience: 0.5, capability: 1 },
        { actor: 1, position: 10, salience: 0.5, capability: 1 },
      ],
    },
  ],
};

test("a screen says each model's forecast, the spread, the options and what was not tested", () => {
  const text = forecastText(forecastTable(table, { draws: 50 })).join("\n");
  expect(text).toContain("Years of delay (4..10)");
  expect(text).toMatch(/Compromise \(weighted mean\) +7\n/);
  expect(text).toMatch(/Nearest to: soon 50 %; late 50 %\./);
  expect(text).toContain("cannot be back-tested");
  expect(text).toContain("On one issue nothing can be traded");
});
