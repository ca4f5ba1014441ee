import { version } from "@demarche/core";
import { Command } from "commander";
import type { AddCommand } from "./command.ts";
import { addCheck } from "./commands/check.ts";
import { addConflict } from "./commands/conflict.ts";
import { addForecast } from "./commands/forecast.ts";
import { addForum } from "./commands/forum.ts";
import { addImport } from "./commands/import.ts";
import { addNew } from "./commands/new.ts";
import { addPackages } from "./commands/packages.ts";
import { addPlan } from "./commands/plan.ts";
import { addReview } from "./commands/review.ts";
import { addSlate } from "./commands/slate.ts";
import { addUpdate } from "./commands/update.ts";
import type { Terminal } from "./terminal.ts";

/** In the order in which the help lists them. */
const commands: readonly AddCommand[] = [
  addPlan,
  addUpdate,
  addCheck,
  addPackages,
  addConflict,
  addForecast,
  addReview,
  addForum,
  addSlate,
  addImport,
  addNew,
];

export function createProgram(terminal: Terminal): Command {
  const program = new Command("demarche")
    .description("Demarche plans negotiations: a brief goes in; an analysed plan, with its papers, comes out.")
    .version(version, "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      // What commander has to say against the usage is told by main, in our form.
      writeErr: () => undefined,
    })
    .addHelpText(
      "after",
      `
Start here:
  demarche new                write a starter brief (brief.yaml)
  demarche check brief.yaml   errors, contradictions, unknowns
  demarche plan brief.yaml    report, memo and data into out/

Exit codes: 0 done, 1 the brief has errors, 2 wrong usage, 3 a bug of ours.`,
    );
  for (const add of commands) add(program, terminal);
  return program;
}
