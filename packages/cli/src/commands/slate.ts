import { version } from "@demarche/core";
import { type BallotFindings, readSlate, studyBallots } from "@demarche/core/slates";
import { tellBallots } from "../ballots-text.ts";
import type { AddCommand } from "../command.ts";
import { tellCompared } from "../compared-text.ts";
import { decodeText, isJson, stopForDiagnostics } from "../data-file.ts";
import { openBrief } from "../open-brief.ts";
import { names, wholeNumber } from "../options.ts";
import { checkOutput } from "../output-folder.ts";
import { readInput } from "../read-input.ts";
import { savePapers } from "../save-papers.ts";
import { stopForUsage } from "../stop.ts";
import { findPlaces, usualWorlds } from "../study-places.ts";

interface SlateWishes {
  readonly item?: readonly string[];
  readonly worlds?: number;
  readonly seed?: number;
  readonly out?: string;
  readonly json?: boolean;
}

export const addSlate: AddCommand = (program, terminal) => {
  program
    .command("slate")
    .description("persons and seats: who is acceptable, because of whom others are not, and what would pay")
    .argument("<file>", "a brief (YAML), or names with ballots (JSON)")
    .option("--item <issues>", "of a brief: only these slates, separated by commas", names)
    .option("--worlds <number>", `of a brief: worlds looked at (default: ${usualWorlds})`, wholeNumber(1, 1e6))
    .option("--seed <number>", "of a brief: seed of the draws (default: the brief's)", wholeNumber(0, 2 ** 32 - 1))
    .option("--out <folder>", "of a brief: also write slates.html and slates.json there")
    .option("--json", "print one JSON document on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
Ballots are counted exactly: approval, single transferable vote (Droop quota, weighted inclusive Gregory), and
consensus once vetoed names are struck. Writes nothing but with --out. The form of a file: docs/guide/slate-data.md.

Examples:
  demarche slate brief.yaml
  demarche slate brief.yaml --item secretary-general --json
  demarche slate examples/slates/food.json`,
    )
    .action(async (file: string, wishes: SlateWishes) => {
      const bytes = readInput(file);
      if (isJson(file, bytes)) {
        if ((wishes.item ?? wishes.out ?? wishes.worlds ?? wishes.seed) !== undefined)
          throw stopForUsage(
            "option-for-briefs",
            "--item, --worlds, --seed and --out are for briefs; these are ballots.",
            "Leave them out.",
          );
        const found = count(file, bytes);
        if (wishes.json === true) terminal.data(`${JSON.stringify(found, null, 2)}\n`);
        else for (const line of tellBallots(found, terminal)) terminal.print(line);
        return;
      }
      const { brief, locate } = openBrief(file, bytes);
      const worlds = wishes.worlds ?? usualWorlds;
      const { slates, seed } = findPlaces(brief, locate, {
        worlds,
        ballots: worlds,
        ...(wishes.seed === undefined ? {} : { seed: wishes.seed }),
        ...(wishes.item === undefined ? {} : { issues: wishes.item }),
      });
      const json = `${JSON.stringify({ slates }, null, 2)}\n`;
      const { slatesText, writeSlatesPage } = await import("@demarche/report");
      // Before anything is printed: where they cannot be written, that is all that is said.
      if (wishes.out !== undefined) {
        const papers = new Map([
          ["slates.html", writeSlatesPage(brief, slates, { version, seed })],
          ["slates.json", json],
        ]);
        checkOutput(file, wishes.out, [...papers.keys()]);
        savePapers(wishes.out, papers);
        terminal.tell(`Page and data in ${wishes.out}.`);
      }
      if (wishes.json === true) terminal.data(json);
      else if (slates.length === 0) terminal.print("There is no slate: no issue of the brief is of kind slate.");
      for (const [at, text] of (wishes.json === true ? [] : slatesText(brief, slates)).entries())
        for (const line of [...(at === 0 ? [] : [""]), ...tellCompared(text, terminal)]) terminal.print(line);
    });
};

function count(file: string, bytes: Uint8Array): BallotFindings {
  const reading = readSlate(decodeText(file, bytes), file);
  if (reading.ok) return studyBallots(reading.slate);
  throw stopForDiagnostics(reading.diagnostics);
}
