import { version } from "@demarche/core";
import { CommanderError } from "commander";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { type ErrorReport, Stop } from "./stop.ts";

export interface Failure {
  readonly exitCode: ExitCode;
  readonly text: string;
  readonly errors: readonly ErrorReport[];
}

/** What is told of anything that a command has thrown. */
export function explainFailure(error: unknown, { debug }: { readonly debug: boolean }): Failure {
  if (error instanceof Stop) return { exitCode: error.exitCode, text: error.message, errors: error.errors };
  if (error instanceof CommanderError) return explainUsage(error);
  return explainBug(error, debug);
}

function explainUsage(error: CommanderError): Failure {
  // Without any command commander "fails" with its help, which has been asked for in a way.
  const message = error.code === "commander.help" ? "error: a command is missing" : error.message;
  const hint = "demarche --help lists the commands; demarche help COMMAND its options.";
  return {
    exitCode: exitCodes.usage,
    text: `${message}\n    ${hint}`,
    errors: [{ code: "usage", message: message.replace(/^error: /, ""), hint }],
  };
}

function explainBug(error: unknown, debug: boolean): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const hint = "This is a bug of Demarche, not a fault of yours; nothing that stood there before has been changed.";
  const lines = [
    `error: ${message}`,
    `    ${hint}`,
    `    Please report it with this message, "demarche ${version}, Node ${process.version}, ${process.platform}", and the smallest brief that shows it`,
    "    (names changed, if they are confidential). DEMARCHE_DEBUG=1 prints where it happened.",
  ];
  if (debug && error instanceof Error && error.stack !== undefined) lines.push(error.stack);
  return { exitCode: exitCodes.bug, text: lines.join("\n"), errors: [{ code: "bug", message, hint }] };
}
