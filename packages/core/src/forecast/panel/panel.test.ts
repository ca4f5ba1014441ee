import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBrief } from "../../brief/index.ts";
import { emissionActors } from "../fixtures/emission-standards.test-data.ts";
import { ktabActors, ktabRuns } from "../fixtures/ktab-sample.test-data.ts";
import { parisTable } from "../fixtures/paris-table.test-data.ts";
import type { ForecastTable } from "../forecast-table.ts";
import { tableOfBrief } from "../from-brief.ts";
import { forecastBrief, forecastTable } from "./forecast.ts";
import { forecastCsv } from "./forecast-csv.ts";
import { forecastJson } from "./forecast-json.ts";
import { modelNames } from "./models.ts";

const emission: ForecastTable = {
  actors: emissionActors.map(({ name }) => ({ id: name, name })),
  issues: [
    {
      id: "delay",
      name: "Years of delay",
      low: 4,
      high: 10,
      options: [],
      rows: emissionActors.map(({ position, salience, capability }, actor) => ({
        actor,
        position,
        salience,
        capability,
      })),
    },
  ],
};
interface Issue {
  readonly models: Record<string, { forecast: number }>;
  readonly trajectory: { round: number; positions: Record<string, number>; median: number; mean: number }[];
  readonly distribution: { quantiles: Record<string, number>; options: Record<string, number> };
}
const issuesOf = (json: Record<string, unknown>) => JSON.parse(JSON.stringify(json)).issues as Record<string, Issue>;

describe("[F13] what all models say", () => {
  test("the emission case in its own units, with the rounds of the model asked for", () => {
    const program = forecastTable(emission, { challenge: { reading: "program", rounds: 8 }, draws: 200 });
    const { delay } = issuesOf(forecastJson(program));
    expect(Object.keys(delay!.models)).toEqual([...modelNames]);
    expect(delay!.trajectory).toHaveLength(9);
    expect(delay!.trajectory[0]).toMatchObject({ round: 0, median: 7, positions: { Belgium: 7, Denmark: 4 } });
    expect(delay!.trajectory[2]!.median).toBeCloseTo(9.610859134120188, 9);
    expect(delay!.models["compromise"]!.forecast).toBeCloseTo(7.389955686853767, 9);
    const paper = issuesOf(forecastJson(forecastTable(emission, { draws: 200 })))["delay"]!;
    expect(paper.models["challenge"]!.forecast).toBeCloseTo(9.529952167929885, 9);
    // On a single issue nothing is traded.
    expect(paper.models["exchange"]!.forecast).toBe(paper.models["compromise"]!.forecast);
    expect(program.panel.exchange).toBeUndefined();
    expect(program.panel.issues[0]).toMatchObject({ agree: false });
  });
  test("KTAB's sample is one space of three dimensions, and comes out as its own program has it", () => {
    const table: ForecastTable = {
      actors: ktabActors.map((_, a) => ({ id: `a${a}`, name: `a${a}` })),
      issues: [0, 1, 2].map((k) => ({
        id: `d${k}`,
        name: `d${k}`,
        low: 0,
        high: 100,
        options: [],
        rows: ktabActors.map(([capability, position, salience], actor) => ({
          actor,
          position: position[k]!,
          salience: salience[k]! / 100,
          capability,
        })),
      })),
    };
    const findings = forecastTable(table, { model: "spatial", draws: 100 });
    expect(findings.panel.spatial).toHaveLength(1);
    const last = ktabRuns[0]!.turns
      .at(-1)!
      .split(" / ")
      .map((row) => row.split(" ").map(Number));
    findings.trajectories.forEach((trajectory, k) => {
      expect(trajectory).toHaveLength(ktabRuns[0]!.turns.length);
      last.forEach((row, a) => {
        expect(trajectory.at(-1)!.positions[`a${a}`]).toBeCloseTo(row[k]!, 6);
      });
    });
  });
  test("why: who moves, who gives way, which trades; each trade is told on both its issues", () => {
    const { panel, trajectories } = forecastTable(parisTable, { model: "exchange", draws: 100 });
    const told = panel.issues.flatMap((issue) => issue.reasons.trades);
    expect(told).toHaveLength(40);
    expect(panel.issues[1]!.reasons.trades[0]).toMatchObject({
      mover: "usa",
      partner: "china",
      from: 70,
      inTurnOn: "differentiation",
    });
    expect(trajectories[0]).toHaveLength(2);
    for (const { reasons, models, lowest, highest } of panel.issues) {
      for (const { from, to } of reasons.moved) expect(from).not.toBe(to);
      for (const forecast of Object.values(models)) expect(forecast >= lowest && forecast <= highest).toBe(true);
    }
  });
  test("a brief: its draws, breakdown as no agreement, the same bytes again", () => {
    const text = readFileSync(new URL("../../../../../examples/moscow-1945/brief.yaml", import.meta.url));
    const found = tableOfBrief(readBrief(text, { file: "brief.yaml" }).brief!).found!;
    const findings = forecastBrief(found, { draws: 500 });
    expect(JSON.stringify(forecastJson(forecastBrief(found, { draws: 500 })))).toBe(
      JSON.stringify(forecastJson(findings)),
    );
    findings.distributions.forEach(({ options, none }) => {
      expect(none).toBeGreaterThan(0);
      expect(options.reduce((sum, option) => sum + option.chance, none!)).toBeCloseTo(1, 9);
    });
    expect(findings.left.length).toBeGreaterThan(0);
    expect(forecastBrief(found, { draws: 500, seed: 5 }).inputsHash).not.toBe(findings.inputsHash);
  });
  test("where no number has a range, an error is assumed for the swings, and said", () => {
    const open = (name: string) => {
      const file = new URL(`../../../../../examples/${name}/brief.yaml`, import.meta.url);
      return tableOfBrief(readBrief(readFileSync(file), { file: name }).brief!).found!;
    };
    const paris = forecastBrief(open("paris-2015"), { draws: 50 });
    expect(paris.assumedError).toBe(10);
    expect(paris.swings.every((swings) => swings.length > 0)).toBe(true);
    expect(forecastBrief(open("moscow-1945"), { draws: 50 })).not.toHaveProperty("assumedError");
  });
  test("tidy rows: every forecast, position and quantile once", () => {
    const csv = forecastCsv(forecastTable(parisTable, { draws: 100, challenge: { rounds: 2 } }));
    const rows = csv
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    expect(rows[0]).toEqual(["issue", "model", "round", "party", "measure", "value"]);
    // By issue: 7 models, 3 states of 15 places with mean and median, 7 quantiles.
    expect(rows).toHaveLength(1 + 3 * (7 + 3 * 17 + 7));
    expect(new Set(rows.map((row) => row.slice(0, 5).join("|"))).size).toBe(rows.length);
    expect(rows.every((row) => row.length === 6)).toBe(true);
  });
});
