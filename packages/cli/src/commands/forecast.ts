import { type ForecastSettings, forecastCsv, forecastJson, type ModelName, modelNames } from "@demarche/core/forecast";
import { Option } from "commander";
import type { AddCommand } from "../command.ts";
import { forecastFile } from "../forecast-file.ts";
import { wholeNumber } from "../options.ts";
import { savePapers } from "../save-papers.ts";

interface ForecastWishes {
  readonly model?: ModelName;
  readonly reading?: "paper" | "program";
  readonly rounds?: number;
  readonly seed?: number;
  readonly worlds?: number;
  readonly literal?: boolean;
  readonly out?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

export const addForecast: AddCommand = (program, terminal) => {
  program
    .command("forecast")
    .description("what the outcome models of the literature say of each issue, and how far such forecasts miss")
    .argument("<brief | file>", "a brief (YAML), or positions data: CSV, equal-gain, KTAB table or scenario")
    .addOption(
      new Option("--model <name>", "whose rounds are shown (default: challenge); all models are run").choices(
        modelNames,
      ),
    )
    .addOption(
      new Option(
        "--reading <which>",
        "of the challenge model: paper, the equations as printed; program, the published program's (to replicate it)",
      ).choices(["paper", "program"]),
    )
    .option(
      "--rounds <number>",
      "exactly so many rounds of the model shown (default: until it rests)",
      wholeNumber(0, 1000),
    )
    .option("--literal", "keep two known defects of KTAB's released program in the spatial model")
    .option(
      "--seed <number>",
      "seed of draws and ties (default: the brief's, or 1)",
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option(
      "--worlds <number>",
      "draws of uncertain inputs (default: the brief's, or 10000)",
      wholeNumber(1, 1_000_000),
    )
    .option("--out <folder>", "also write forecast.html, forecast.json and forecast.csv there")
    .option(
      "--csv",
      "print tidy rows (issue, model, round, party, measure, value) on standard output, and nothing else there",
    )
    .option("--json", "print one JSON document on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
Formats of data: docs/guide/forecast-data.md. Exit 1 where the input has errors.

Examples:
  demarche forecast brief.yaml
  demarche forecast positions.csv --model challenge --reading program --rounds 8 --json
  demarche forecast examples/emission-standards/positions.csv --out out/emission`,
    )
    .action(async (file: string, wishes: ForecastWishes) => {
      const { findings, remarks } = forecastFile(file, settingsOf(wishes));
      const json = `${JSON.stringify(forecastJson(findings), null, 2)}\n`;
      for (const remark of remarks) terminal.tell(remark);
      const { forecastText, writeForecastPage } = await import("@demarche/report");
      if (wishes.out !== undefined) {
        const papers: readonly (readonly [string, string])[] = [
          ["forecast.html", writeForecastPage(findings)],
          ["forecast.json", json],
          ["forecast.csv", forecastCsv(findings)],
        ];
        savePapers(wishes.out, new Map(papers));
        terminal.tell(`Papers in ${wishes.out}.`);
      }
      if (wishes.json === true) terminal.data(json);
      else if (wishes.csv === true) terminal.data(forecastCsv(findings));
      else for (const line of forecastText(findings)) terminal.print(line);
    });
};

/** The rounds are those of the model shown; the other models run as they would. */
function settingsOf({ model, reading, rounds, seed, worlds, literal }: ForecastWishes): ForecastSettings {
  const shown = model ?? "challenge";
  const seeded = seed === undefined ? {} : { seed };
  return {
    model: shown,
    ...seeded,
    ...(worlds === undefined ? {} : { draws: worlds }),
    challenge: {
      ...(reading === undefined ? {} : { reading }),
      ...(rounds === undefined || shown !== "challenge" ? {} : { rounds }),
    },
    exchange: { ...seeded, ...(rounds === undefined || shown !== "exchange" ? {} : { rounds }) },
    spatial: {
      ...seeded,
      ...(literal === true ? { literal } : {}),
      ...(rounds === undefined || shown !== "spatial" ? {} : { turns: rounds }),
    },
  };
}
