import { basename } from "node:path";
import { parseDate } from "@demarche/core/brief";
import {
  type ForecastSettings,
  type FrozenForecast,
  forecastCsv,
  forecastJson,
  freezeForecast,
  type ModelName,
  modelNames,
  modelsWithRounds,
} from "@demarche/core/forecast";
import { Option } from "commander";
import type { AddCommand } from "../command.ts";
import { type Forecasted, forecastFile } from "../forecast-file.ts";
import { wholeNumber } from "../options.ts";
import { checkOutput, checkOutputFile } from "../output-folder.ts";
import { savePapers } from "../save-papers.ts";
import { stopForUsage } from "../stop.ts";
import { writeNewFile } from "../write-new-file.ts";

interface ForecastWishes {
  readonly model?: ModelName;
  readonly reading?: "paper" | "program";
  readonly rounds?: number;
  readonly seed?: number;
  readonly worlds?: number;
  readonly literal?: boolean;
  readonly out?: string;
  readonly freeze?: string;
  readonly asOf?: string;
  readonly force?: boolean;
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
      "exactly so many rounds of the model shown: challenge, exchange or spatial (default: until it rests)",
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
    .option("--freeze <file>", "write a record of the forecast, bound by hashes to its input and its date")
    .option("--as-of <date>", "with --freeze: the day after which nothing fed it (default: the brief's date)")
    .option("--force", "with --freeze: write over a record that is there")
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
  demarche forecast data/emission-standards/positions.csv --out out/emission`,
    )
    .action(async (file: string, wishes: ForecastWishes) => {
      refuseContradictions(wishes);
      const forecasted = forecastFile(file, settingsOf(wishes));
      const { findings, remarks } = forecasted;
      const json = `${JSON.stringify(forecastJson(findings), null, 2)}\n`;
      for (const remark of remarks) terminal.tell(remark);
      const { forecastText, writeForecastPage } = await import("@demarche/report");
      if (wishes.out !== undefined) {
        const papers: readonly (readonly [string, string])[] = [
          ["forecast.html", writeForecastPage(findings)],
          ["forecast.json", json],
          ["forecast.csv", forecastCsv(findings)],
        ];
        checkOutput(
          file,
          wishes.out,
          papers.map(([name]) => name),
        );
        savePapers(wishes.out, new Map(papers));
        terminal.tell(`Papers in ${wishes.out}.`);
      }
      if (wishes.freeze !== undefined) {
        checkOutputFile(file, wishes.freeze);
        const record = freeze(file, forecasted, wishes.asOf);
        writeNewFile(wishes.freeze, `${JSON.stringify(record, null, 2)}\n`, wishes.force === true);
        terminal.tell(`${wishes.freeze} is written, as of ${record["as of"]}; its hash is ${record.sha256}.`);
      }
      if (wishes.json === true) terminal.data(json);
      else if (wishes.csv === true) terminal.data(forecastCsv(findings));
      else for (const line of forecastText(findings)) terminal.print(line);
    });
};

/** What would otherwise be passed over in silence. */
function refuseContradictions({ model, rounds, freeze, asOf, force, csv, json }: ForecastWishes): void {
  if (rounds !== undefined && model !== undefined && !modelsWithRounds.includes(model))
    throw stopForUsage(
      "model-without-rounds",
      `The model ${model} has no rounds; --rounds says nothing to it.`,
      `Leave out --rounds, or name a model that goes on for rounds: ${modelsWithRounds.join(", ")}.`,
    );
  if (csv === true && json === true)
    throw stopForUsage(
      "two-forms",
      "--csv and --json cannot both have standard output.",
      "Give one of them; --out FOLDER writes both, with a page.",
    );
  if (freeze === undefined && (asOf ?? force) !== undefined)
    throw stopForUsage(
      "freeze-missing",
      `${asOf === undefined ? "--force" : "--as-of"} goes with --freeze, and no record is asked for.`,
      "Add --freeze FILE, or leave it out.",
    );
}

/** A day that the calendar has: a record must not say that it was made on 31 February. */
function isDay(text: string): boolean {
  const parsed = parseDate(text);
  return !("problem" in parsed) && parsed.value.from === text;
}

function freeze(file: string, { findings, date, input }: Forecasted, asOf: string | undefined): FrozenForecast {
  const day = asOf ?? date;
  if (day === undefined || !isDay(day))
    throw stopForUsage(
      "no-date",
      day === undefined ? "A record needs its date, and the input has none." : `'${day}' is no date.`,
      "Give it as --as-of 2030-03-01: the day after which nothing fed the forecast.",
    );
  return freezeForecast(findings, day, basename(file), input);
}

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
