import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { parisTable } from "../fixtures/paris-table.test-data.ts";
import { forecastTable } from "./forecast.ts";
import { type FrozenForecast, freezeForecast, isIntact } from "./freeze.ts";

test("a record is bound to its input's bytes, its date and its numbers", () => {
  const bytes = new TextEncoder().encode("some file");
  const record = freezeForecast(forecastTable(parisTable, { draws: 50 }), "2015-10-02", "paris.csv", bytes);
  expect(record.input.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  const read = JSON.parse(JSON.stringify(record, null, 2)) as FrozenForecast;
  expect(isIntact(read)).toBe(true);
  expect(isIntact({ ...read, "as of": "2015-09-02" })).toBe(false);
  expect(isIntact({ ...read, forecast: { ...read.forecast, seed: 2 } })).toBe(false);
  expect(freezeForecast(forecastTable(parisTable, { draws: 50 }), "2015-10-02", "paris.csv", bytes)).toEqual(record);
});
