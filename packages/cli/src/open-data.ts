import { type Diagnostic, formatDiagnostic } from "@demarche/core/brief";
import { type DataFile, readData } from "@demarche/core/import";
import { stopForDiagnostics } from "./data-file.ts";
import { readInput } from "./read-input.ts";

/** Data that read without errors. */
export interface OpenData extends DataFile {
  readonly table: NonNullable<DataFile["table"]>;
}

/** Whether a file named so is a brief (YAML); all else is positions data. */
export function isBrief(file: string): boolean {
  return /\.ya?ml$/i.test(file);
}

/** Reads positions data, from a file or what has been read of it. @throws Stop where the file cannot be read or has errors */
export function openData(file: string, bytes: Uint8Array = readInput(file)): OpenData {
  const data = readData(bytes, file);
  if (data.table !== undefined) return { ...data, table: data.table };
  throw stopForDiagnostics(data.diagnostics);
}

/** "equal-gain, Windows-1252", and warnings in full. */
export function remarksOn({ format, encoding, diagnostics }: DataFile): readonly string[] {
  return [`Read as ${format}, ${encoding}.`, ...diagnostics.map((note: Diagnostic) => formatDiagnostic(note))];
}
