import {
  type Brief,
  type Diagnostic,
  formatDiagnostic,
  type Locate,
  type ReadResult,
  readBrief,
} from "@demarche/core/brief";
import { sharedView } from "@demarche/core/brief/redact";
import type { Problem } from "@demarche/core/model";
import { exitCodes } from "./exit-codes.ts";
import { readInput } from "./read-input.ts";
import { reportOf, Stop } from "./stop.ts";

/** A brief that reads without errors, and what the reader said of it. */
export interface OpenBrief {
  readonly brief: Brief;
  /** Warnings and notes. */
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
}

/** Reads a brief from a file, or from what has been read of it (a pipe gives it once only). @throws Stop where it cannot be read or has errors. */
export function openBrief(file: string, bytes: Uint8Array = readInput(file)): OpenBrief {
  return soundOnly(readBrief(bytes, { file }));
}

/**
 * As `openBrief`, then everything that the readers (ids of groups) may not see is taken out of the text, and what is
 * left is read anew: nothing that follows has seen the rest. @throws Stop also where the view would leak a name.
 */
export function openBriefFor(file: string, readers: readonly string[]): OpenBrief {
  const whole = readBrief(readInput(file), { file });
  soundOnly(whole);
  const view = sharedView(whole.text, readers, file);
  if (view.text === undefined) throw stopFor(view.diagnostics);
  return soundOnly(readBrief(view.text, { file: `${file} (for ${readers.join(", ")})` }));
}

/** A brief that reads without errors. @throws Stop with them */
export function soundOnly({ brief, diagnostics, locate }: ReadResult): OpenBrief {
  if (brief === undefined) throw stopFor(diagnostics);
  return { brief, diagnostics, locate };
}

/** Problems that show only when a brief is compiled, at their places in the text. */
export function stopForProblems(problems: readonly Problem[], locate: Locate): Stop {
  return stopFor(problems.map((problem) => diagnosticOf(problem, locate)));
}

export function diagnosticOf({ code, path, message, hint }: Problem, locate: Locate): Diagnostic {
  return { code, severity: "error", place: locate(path), path, message, hint };
}

/** Lists everything that the reader said, errors and what stands between them, in the order of the file. */
function stopFor(diagnostics: readonly Diagnostic[]): Stop {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
  const lines = [...diagnostics.map(formatDiagnostic), `${count}; nothing has been written.`];
  return new Stop(exitCodes.inputErrors, lines.join("\n"), errors.map(reportOf));
}
