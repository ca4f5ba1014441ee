import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isPastTable, readPastTable } from "./read-past.ts";
import { backtestResiduals } from "./residual-backtest.ts";

const bytes = readFileSync(new URL("../../../../../data/deu3-residuals.csv", import.meta.url));

describe("[F12] the record of 351 European issues, each dossier left out in turn", () => {
  const { models, diagnostics } = readPastTable(bytes, "deu3-residuals.csv");
  const compromise = backtestResiduals(models["compromise"]!);
  test("published errors", () => {
    expect(diagnostics).toEqual([]);
    expect([compromise.issues, compromise.dossiers]).toEqual([351, 134]);
    expect(compromise.meanAbsoluteError).toBeCloseTo(22.99, 2);
    expect(backtestResiduals(models["challenge"]!).meanAbsoluteError).toBeCloseTo(26.83, 2);
  });
  test("nominal 50, 80 and 90 % hold that many outcomes within two points, before acceptance", () => {
    for (const nominal of [50, 80, 90])
      expect(Math.abs(100 * compromise.coverage[String(nominal)]! - nominal)).toBeLessThan(2);
  });
  test("CRPS is no worse than 16.5, and better than that of the challenge model dressed alike", () => {
    expect(compromise.crps).toBeLessThan(16.5);
    expect(compromise.crps).toBeCloseTo(16.35, 1);
    expect(backtestResiduals(models["challenge"]!).crps).toBeCloseTo(19.1, 0);
  });
  test("turning every scale round changes nothing", () => {
    const turned = models["compromise"]!.slice(0, 60).map((row) => ({
      ...row,
      forecast: 100 - row.forecast,
      outcome: 100 - row.outcome,
    }));
    const plain = backtestResiduals(models["compromise"]!.slice(0, 60));
    expect(backtestResiduals(turned).crps).toBeCloseTo(plain.crps, 9);
  });
  test("one dossier is no back-test", () => {
    expect(() => backtestResiduals([{ id: "a", dossier: "d", forecast: 1, outcome: 2 }])).toThrow(/at least two/);
  });
  test("a table is known by its headings; errors stand at their lines", () => {
    const bytesOf = (text: string) => new TextEncoder().encode(text);
    expect(isPastTable(bytesOf("issue_id,dossier,compromise_forecast,outcome\n"))).toBe(true);
    expect(isPastTable(bytesOf("party,issue\n"))).toBe(false);
    const text = "issue_id,dossier,x_forecast,outcome\na,d,50,120\nb,d,,3\n";
    expect(readPastTable(new TextEncoder().encode(text), "f").diagnostics.map((d) => [d.place.line, d.code])).toEqual([
      [2, "out-of-range"],
      [3, "number-missing"],
    ]);
    const codes = (rows: string) =>
      readPastTable(bytesOf(`issue_id,dossier,x_forecast,outcome\n${rows}`), "f").diagnostics.map(({ code }) => code);
    expect([codes(""), codes("a,d,50,40\nb,d,5,4\n")]).toEqual([["too-few-dossiers"], ["too-few-dossiers"]]);
    expect(codes("a,d,50,40\nb,e,5,4,7\n")).toEqual(["too-many-fields"]);
  });
});
