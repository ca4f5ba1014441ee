/** A table of past forecasts: separated values with issue_id, dossier, outcome, and a column `…_forecast` for each model. */
import type { Diagnostic } from "../../brief/diagnostic.ts";
import { decodeData, decodeText } from "../../import/decode-text.ts";
import { hasMore, numberWithin, rowsOf, separatorOf } from "../../import/fields.ts";
import { Notes } from "../../import/notes.ts";
import type { PastForecast } from "./residual-backtest.ts";

export interface PastTable {
  /** By model, in the order of the columns. Empty where there are errors. */
  readonly models: Readonly<Record<string, readonly PastForecast[]>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a file's first line has the headings of such a table. */
export function isPastTable(bytes: Uint8Array): boolean {
  const head = decodeText(bytes.subarray(0, 4000))
    .text.split(/\r\n|\r|\n/)[0]!
    .toLowerCase();
  return head.includes("issue_id") && head.includes("outcome") && head.includes("_forecast");
}

/** Forecasts and outcomes are on 0..100. */
export function readPastTable(bytes: Uint8Array, file: string): PastTable {
  const notes = new Notes(file);
  const { text } = decodeData(bytes, notes);
  if (notes.failed) return { models: {}, diagnostics: notes.list };
  const [head, ...body] = rowsOf(text, separatorOf(text.split("\n").slice(0, 3)), notes);
  const headings = (head?.fields ?? []).map((field) => field.text.toLowerCase());
  const at = (heading: string) => headings.indexOf(heading);
  for (const heading of ["issue_id", "dossier", "outcome"])
    if (at(heading) < 0)
      notes.add(
        "heading-missing",
        1,
        `The heading line has no '${heading}'.`,
        "Expected issue_id, dossier, outcome, and a column such as compromise_forecast.",
      );
  const models = headings.flatMap((heading, column) =>
    heading.endsWith("_forecast") ? [{ name: heading.slice(0, -9), column }] : [],
  );
  const found: Record<string, PastForecast[]> = Object.fromEntries(models.map(({ name }) => [name, []]));
  if (!notes.failed)
    for (const row of body) {
      if (hasMore(row, headings.length, notes)) continue;
      const { line, fields } = row;
      const outcome = numberWithin(fields[at("outcome")], "outcome", line, notes, 0, 100);
      for (const { name, column } of models) {
        const forecast = numberWithin(fields[column], `${name} forecast`, line, notes, 0, 100);
        if (forecast === undefined || outcome === undefined) continue;
        found[name]!.push({
          id: fields[at("issue_id")]?.text ?? "",
          dossier: fields[at("dossier")]?.text ?? "",
          forecast,
          outcome,
        });
      }
    }
  if (!notes.failed && new Set(body.map(({ fields }) => fields[at("dossier")]?.text)).size < 2)
    notes.add(
      "too-few-dossiers",
      body[0]?.line ?? 1,
      "The table has forecasts of fewer than two dossiers.",
      "A back-test leaves each dossier out in turn and learns from the others: give at least two.",
    );
  return { models: notes.failed ? {} : found, diagnostics: notes.list };
}
