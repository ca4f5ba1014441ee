import type { Diagnostic } from "@demarche/core/brief";
import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** What a script is told of one error, under `--json`. */
export interface ErrorReport {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in characters. */
  readonly column?: number;
}

/** Thrown to end a command with something to tell the person; everything else that is thrown is a bug of ours. */
export class Stop extends Error {
  readonly exitCode: ExitCode;
  readonly errors: readonly ErrorReport[];

  constructor(exitCode: ExitCode, text: string, errors: readonly ErrorReport[]) {
    super(text);
    this.name = "Stop";
    this.exitCode = exitCode;
    this.errors = errors;
  }
}

/** Wrong usage, or a place where nothing can be written: one sentence and how to mend it. */
export function stopForUsage(code: string, message: string, hint: string): Stop {
  return new Stop(exitCodes.usage, `error: ${message}\n    ${hint}`, [{ code, message, hint }]);
}

export function reportOf({ code, place, message, hint }: Diagnostic): ErrorReport {
  return {
    code,
    file: place.file,
    line: place.line,
    column: place.column,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}
