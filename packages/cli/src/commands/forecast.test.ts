import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { Stop } from "../stop.ts";
import type { Terminal } from "../terminal.ts";
import { addForecast } from "./forecast.ts";
import { addImport } from "./import.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-forecast-"));
const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

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
  addForecast(program, terminal);
  addImport(program, terminal);
  try {
    await program.parseAsync(wishes, { from: "user" });
    return { out, told };
  } catch (error) {
    if (error instanceof Stop) return { out, told, stop: error };
    throw error;
  }
}

// Emission standards: Bueno de Mesquita 1994 after Scholz, Calbert & Smith 2011, table 1.
const emission = `party,issue,position,salience,influence,low,high
Netherlands,delay,4,0.8,0.08,4,10
Belgium,delay,7,0.4,0.08,4,10
Luxembourg,delay,4,0.2,0.03,4,10
Germany,delay,4,0.8,0.16,4,10
France,delay,10,0.6,0.16,4,10
Italy,delay,10,0.6,0.16,4,10
UK,delay,10,0.9,0.16,4,10
Ireland,delay,7,0.1,0.05,4,10
Denmark,delay,4,1,0.05,4,10
Greece,delay,7,0.7,0.08,4,10
`;
const few = ["--worlds", "100"];

describe("demarche forecast", () => {
  test.each(["2026-02-31", "2026-13-45", "2026", "20x"])("freezes nothing as of %s", async (day) => {
    const file = fileOf("frozen.csv", emission);
    const { stop } = await run("forecast", file, "--freeze", `${file}.${day}.json`, "--as-of", day, ...few);
    expect(stop?.message).toContain(`'${day}' is no date.`);
  });

  test("the emission case, both readings, as JSON in the file's units", async () => {
    const file = fileOf("emission.csv", emission);
    const program = JSON.parse(
      (await run("forecast", file, "--reading", "program", "--rounds", "8", "--json", ...few)).out,
    );
    const { trajectory, distribution, models } = program.issues.delay;
    expect(trajectory.map((entry: { round: number }) => entry.round)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(trajectory.map((entry: { median: number }) => Number(entry.median.toFixed(3)))).toEqual([
      7, 8.416, 9.611, 9.962, 9.962, 9.962, 7.472, 8.825, 9.671,
    ]);
    expect(trajectory.slice(1).map((entry: { mean: number }) => Number(entry.mean.toFixed(3)))).toEqual([
      7.461, 7.553, 7.59, 7.358, 7.349, 7.415, 7.51, 7.572,
    ]);
    expect(Object.keys(distribution.quantiles)).toContain("90");
    expect(models.compromise.forecast).toBeCloseTo(7.39, 2);
    const paper = JSON.parse((await run("forecast", file, "--json", ...few)).out).issues.delay;
    expect(paper.trajectory).toHaveLength(4);
    expect(paper.models.challenge).toMatchObject({ ended: "median rests" });
    expect(paper.models.challenge.forecast).toBeCloseTo(9.53, 3);
  });
  test.each([
    ["paper", []],
    ["program", ["--reading", "program", "--rounds", "8"]],
  ])("the example's expected rows: %s", async (name, wishes) => {
    const root = fileURLToPath(new URL("../../../../", import.meta.url));
    const { out } = await run("forecast", join(root, "data/emission-standards/positions.csv"), ...wishes, "--csv");
    expect(out).toBe(readFileSync(join(root, `examples/emission-standards/expected/${name}.csv`), "utf8"));
  });
  test("text, tidy rows, and papers in a folder", async () => {
    const file = fileOf("emission.csv", emission);
    const { out, told } = await run("forecast", file, ...few);
    expect(out).toMatch(/Challenge \(expected utility\) +9\.53/);
    expect(told).toContain("Read as positions, UTF-8.");
    const papers = join(folder, "papers");
    const rows = await run("forecast", file, "--csv", "--out", papers, ...few);
    expect(rows.out.startsWith("issue,model,round,party,measure,value\n")).toBe(true);
    expect(readFileSync(join(papers, "forecast.csv"), "utf8")).toBe(rows.out);
    expect(readFileSync(join(papers, "forecast.html"), "utf8")).toContain("<!doctype html>");
  });
  test("data with errors: each at its line, nothing printed", async () => {
    const { out, stop } = await run("forecast", fileOf("bad.csv", emission.replace("0.8,0.08", "much,0.08")), "--json");
    expect(out).toBe("");
    expect(stop?.exitCode).toBe(1);
    expect(stop?.errors[0]).toMatchObject({ code: "not-a-number", line: 2, column: 21 });
  });
  test.each([
    [["--model", "nash", "--rounds", "3"], "model-without-rounds"],
    [["--csv", "--json"], "two-forms"],
    [["--as-of", "2030-01-01"], "freeze-missing"],
    [["--force"], "freeze-missing"],
  ])("%j is refused", async (wishes, code) => {
    const { out, stop } = await run("forecast", fileOf("emission.csv", emission), ...wishes);
    expect([out, stop?.exitCode, stop?.errors[0]?.code]).toEqual(["", 2, code]);
  });
  test.each(["challenge", "spatial"])("%s goes on for as many rounds as are asked for", async (model) => {
    const file = fileOf("emission.csv", emission);
    const { out } = await run("forecast", file, "--model", model, "--rounds", "2", "--json", ...few);
    expect(JSON.parse(out).issues.delay.trajectory).toHaveLength(3);
  });
  test("a brief without an issue on a scale", async () => {
    const brief = `demarche: 1
us: a
parties: { a: A, b: B }
agenda:
  - issue: x
    kind: choice
    options: [here, there]
    positions: { a: { ranks: [here, there] } }
`;
    const { stop } = await run("forecast", fileOf("choice.yaml", brief));
    expect(stop?.errors[0]?.code).toBe("nothing-to-forecast");
  });
});

describe("demarche import", () => {
  test("Windows-1252 is said; the brief forecasts the same", async () => {
    const text = `#O;Caf\u00e9\n#A;One\n#A;Two\n#P;when\n#M;when;4;soon\n#M;when;10;late\n#D;One;when;5;0.5;0.25\n#D;Two;when;9;1;1\n`;
    const file = fileOf(
      "cafe.csv",
      Uint8Array.from(text, (c) => c.charCodeAt(0)),
    );
    const brief = join(folder, "cafe.yaml");
    const { out, told } = await run("import", file, brief);
    expect(told).toContain("equal-gain, Windows-1252");
    expect(out).toContain("2 parties, 1 issue.");
    const of = async (from: string) => JSON.parse((await run("forecast", from, "--json", ...few)).out).issues.when;
    const [a, b] = [await of(file), await of(brief)];
    for (const model of Object.keys(a.models))
      expect(b.models[model].forecast).toBeCloseTo(a.models[model].forecast, 6);
    // What is there is not written over unless forced.
    expect((await run("import", file, brief)).stop?.errors[0]?.code).toBe("file-exists");
    expect((await run("import", file, brief, "--force")).stop).toBeUndefined();
  });
  test("data with errors write nothing", async () => {
    const brief = join(folder, "never.yaml");
    const { stop } = await run("import", fileOf("bad2.csv", "#D;One;when;5;0.5;0.25\n"), brief);
    expect(stop?.exitCode).toBe(1);
    expect(existsSync(brief)).toBe(false);
  });
});
