import { type ForecastTable, forecastTable } from "@demarche/core/forecast";
import { describe, expect, test } from "vitest";
import { writeForecastPage } from "./forecast-page.ts";

const table: ForecastTable = {
  title: "Two <questions>",
  actors: ["A", "B & Co", "C"].map((name) => ({ id: name.toLowerCase(), name })),
  issues: ["tax", "speed"].map((id, p) => ({
    id,
    name: `How much ${id}`,
    low: 0,
    high: 100,
    options: p === 0 ? [0, 50, 100].map((at) => ({ id: `o${at}`, name: `Option ${at}`, at })) : [],
    rows: [10, 60, 95].map((place, actor) => ({
      actor,
      position: p === 0 ? place : 100 - place,
      salience: [0.9, 0.2, 0.5][p === 0 ? actor : 2 - actor]!,
      capability: 1 + actor,
    })),
  })),
};
const page = writeForecastPage(forecastTable(table, { draws: 100 }));

describe("the forecast page", () => {
  test("holds every picture, escapes names, runs no script and fetches nothing", () => {
    for (const id of ["panel", "spectrum", "trajectory", "alluvial", "threats", "tornado"])
      expect(page).toContain(`id="issue-1-${id}-w-title"`);
    expect(page).toContain("exchange-network");
    expect(page).toContain("Two &lt;questions&gt;");
    expect(page).toContain("B &amp; Co");
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });
  test("says what was not tested, and why models differ", () => {
    expect(page).toContain("cannot be back-tested");
    expect(page).toMatch(/The models lie between|All models lie between/);
    expect(page).toMatch(/In the exchange model/);
  });
  test("is the same bytes again, and every id stands once", () => {
    expect(writeForecastPage(forecastTable(table, { draws: 100 }))).toBe(page);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test("a table that does not move has no trajectory to show, and says that nobody moves", () => {
    const still = {
      ...table,
      issues: table.issues.map((issue) => ({ ...issue, rows: issue.rows.map((row) => ({ ...row, position: 40 })) })),
    };
    const text = writeForecastPage(forecastTable(still, { draws: 50 }));
    expect(text).toContain("moves nobody");
    expect(text).not.toContain('id="exchange"');
  });
});
