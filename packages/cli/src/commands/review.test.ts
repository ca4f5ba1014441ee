import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { Stop } from "../stop.ts";
import type { Terminal } from "../terminal.ts";
import { addForecast } from "./forecast.ts";
import { addReview } from "./review.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "demarche-review-"));

async function run(...wishes: string[]): Promise<{ out: string; told: string; stop?: Stop }> {
  let out = "";
  let told = "";
  const terminal: Terminal = {
    data: (text) => {
      out += text;
    },
    print: (line) => {
      out += `${line}\n`;
    },
    tell: (line) => {
      told += `${line}\n`;
    },
    columns: 80,
    rows: 24,
    unicode: true,
  };
  const program = new Command("demarche").exitOverride();
  addReview(program, terminal);
  addForecast(program, terminal);
  try {
    await program.parseAsync(wishes, { from: "user" });
    return { out, told };
  } catch (error) {
    if (error instanceof Stop) return { out, told, stop: error };
    throw error;
  }
}

describe("demarche review", () => {
  const moscow = [join(root, "examples/moscow-1945/brief.yaml"), join(root, "examples/moscow-1945/outcomes.yaml")];
  test("Moscow: sixteen forecasts, two horizons, no test of skill; papers in a folder", async () => {
    const papers = join(folder, "moscow");
    const { out } = await run("review", ...moscow, "--worlds", "100", "--json", "--out", papers);
    const card = JSON.parse(out);
    expect(card.forecasts).toHaveLength(16);
    expect(card.horizons.map((one: { horizon: string }) => one.horizon)).toEqual(["moscow", "later"]);
    expect(card.noTestOfSkill).toMatch(/no test of skill/);
    expect(readFileSync(join(papers, "score-card.json"), "utf8")).toBe(out);
    expect(readFileSync(join(papers, "score-card.html"), "utf8")).toContain("no test of skill");
  });
  test("outcomes with errors: at their lines, nothing written", async () => {
    const file = join(folder, "outcomes.yaml");
    writeFileSync(file, "outcomes: 1\nhorizons: { a: {} }\nitems:\n  nothing: { a: { how: agreed } }\n");
    const { stop } = await run("review", moscow[0]!, file, "--out", join(folder, "none"));
    expect([stop?.exitCode, stop?.errors[0]?.code, stop?.errors[0]?.line]).toEqual([1, "unknown-issue", 4]);
    expect(existsSync(join(folder, "none"))).toBe(false);
  });
  test("the two files in the wrong order, or of two briefs", async () => {
    const swapped = (await run("review", moscow[1]!, moscow[0]!)).stop;
    expect([swapped?.exitCode, swapped?.errors[0]?.code]).toEqual([2, "arguments-swapped"]);
    const other = (await run("review", join(root, "examples/harbour-wages/brief.yaml"), moscow[1]!)).stop;
    expect([other?.exitCode, other?.errors.map(({ code }) => code)]).toEqual([1, ["other-brief"]]);
  });
  test("what is missing on the command line is named", async () => {
    expect((await run("review")).stop?.errors[0]?.code).toBe("argument-missing");
    expect((await run("review", moscow[0]!, "--backtest", "data")).stop?.errors[0]?.code).toBe("argument-too-many");
    expect((await run("review", "--backtest", join(folder, "nowhere"))).stop?.errors[0]?.code).toBe("no-such-folder");
    mkdirSync(join(folder, "empty"));
    expect((await run("review", "--backtest", join(folder, "empty"))).stop?.errors[0]?.code).toBe("nothing-to-score");
  });
  test("the shipped corpus: published errors, coverage, what is not known", async () => {
    const { out } = await run("review", "--backtest", join(root, "data"));
    expect(out).toMatch(/Compromise \(weighted mean\) +22\.99/);
    expect(out).toMatch(/Challenge \(expected utility\) +26\.83/);
    expect(out).toContain("paris-2015: 13 issues, outcomes not known");
    expect(out).toContain("emission-standards: 1 issue, 1 with a known outcome");
  });
});

describe("demarche forecast --freeze", () => {
  test("needs a date, is bound to its input, and is not written over", async () => {
    const data = join(root, "data/emission-standards/positions.csv");
    const file = join(folder, "record.json");
    expect((await run("forecast", data, "--freeze", file, "--worlds", "50")).stop?.errors[0]?.code).toBe("no-date");
    const { told } = await run("forecast", data, "--freeze", file, "--as-of", "1992-01-01", "--worlds", "50");
    const record = JSON.parse(readFileSync(file, "utf8"));
    expect(told).toContain(record.sha256);
    expect([record["as of"], record.input.file]).toEqual(["1992-01-01", "positions.csv"]);
    expect(
      (await run("forecast", data, "--freeze", file, "--as-of", "1992-01-01", "--worlds", "50")).stop?.errors[0]?.code,
    ).toBe("file-exists");
  });
});
