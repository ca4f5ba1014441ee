/** Observations written into a brief: what the text becomes, and the lines that change. */
import { type Diagnostic, readBrief } from "@demarche/core/brief";
import { type ChangedLines, type NewObservation, recordObservation } from "@demarche/core/day-two";
import { exitCodes } from "./exit-codes.ts";
import { type OpenBrief, soundOnly } from "./open-brief.ts";
import { Stop } from "./stop.ts";

export interface Written {
  readonly text: string;
  /** What the new text reads as. */
  readonly opened: OpenBrief;
  readonly changes: readonly ChangedLines[];
}

/** Each in turn, since each is read against the brief with those before. @throws Stop where one cannot be written, or is wrong */
export function recordAll(
  file: string,
  text: string,
  opened: OpenBrief,
  observations: readonly NewObservation[],
): Written {
  let written: Written = { text, opened, changes: [] };
  for (const observation of observations) {
    const recorded = recordObservation(written.text, written.opened.brief, observation);
    if ("error" in recorded) {
      const { code, message, hint } = recorded.error;
      throw new Stop(exitCodes.inputErrors, `error: ${message}\n    ${hint}`, [{ code, message, hint }]);
    }
    written = {
      text: recorded.text,
      opened: soundOnly(readBrief(recorded.text, { file })),
      changes: [...written.changes, ...recorded.changes],
    };
  }
  return written;
}

/** What the reader remarks of observations that were not there before. */
export function remarksOn(
  { diagnostics }: Pick<OpenBrief, "diagnostics">,
  before: Pick<OpenBrief, "brief">,
): readonly Diagnostic[] {
  const known = before.brief.observed.map(({ path }) => path);
  return diagnostics.filter(({ path }) => path?.startsWith("observed/") === true && !known.includes(path));
}

/** As people read a diff: where, what goes, what comes. */
export function diffLines(file: string, changes: readonly ChangedLines[]): readonly string[] {
  return changes.flatMap(({ line, was, is }) => [
    `${file}:${line}`,
    ...was.map((text) => `- ${text}`),
    ...is.map((text) => `+ ${text}`),
  ]);
}
