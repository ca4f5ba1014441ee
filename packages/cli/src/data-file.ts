/** Data files (JSON) that are not briefs: their text, and what is wrong with them. */
import { type Diagnostic, formatDiagnostic } from "@demarche/core/brief";
import { exitCodes } from "./exit-codes.ts";
import { reportOf, Stop } from "./stop.ts";

/** @throws Stop where the bytes are not UTF-8 */
export function decodeText(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const place = { file, line: 1, column: 1, length: 1 };
    const message = "The file is not UTF-8 text.";
    throw stopForDiagnostics([{ code: "not-utf8", severity: "error", place, message, hint: "Save it as UTF-8." }]);
  }
}

/** Ends the command with every error, by place. */
export function stopForDiagnostics(diagnostics: readonly Diagnostic[]): Stop {
  const count = diagnostics.length === 1 ? "1 error" : `${diagnostics.length} errors`;
  return new Stop(
    exitCodes.inputErrors,
    [...diagnostics.map(formatDiagnostic), `${count}.`].join("\n"),
    diagnostics.map(reportOf),
  );
}
