/** What came of the issues of a table: separated values with issue, outcome, source. */
import type { Diagnostic } from "../../brief/diagnostic.ts";
import type { ForecastTable } from "../../forecast/index.ts";
import { decodeData } from "../../import/decode-text.ts";
import { hasMore, numberWithin, rowsOf, separatorOf } from "../../import/fields.ts";
import { Notes } from "../../import/notes.ts";

export interface OutcomesTable {
  /** By issue, in the table's units. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** By issue: where it is known from. */
  readonly sources: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

export function readOutcomesCsv(bytes: Uint8Array, file: string, table: ForecastTable): OutcomesTable {
  const notes = new Notes(file);
  const { text } = decodeData(bytes, notes);
  if (notes.failed) return { outcomes: {}, sources: {}, diagnostics: notes.list };
  const [head, ...body] = rowsOf(text, separatorOf(text.split("\n").slice(0, 3)), notes);
  const at = (heading: string) => (head?.fields ?? []).findIndex((field) => field.text.toLowerCase() === heading);
  const outcomes: Record<string, number> = {};
  const sources: Record<string, string> = {};
  if (at("issue") < 0 || at("outcome") < 0)
    notes.add(
      "heading-missing",
      1,
      "The heading line has no 'issue' or no 'outcome'.",
      "Expected issue, outcome, source.",
    );
  else
    for (const row of body) {
      if (hasMore(row, head!.fields.length, notes)) continue;
      const { line, fields } = row;
      const id = fields[at("issue")];
      const issue = table.issues.find((one) => one.id === id?.text);
      if (issue === undefined) {
        notes.add(
          "unknown-issue",
          line,
          `There is no issue '${id?.text ?? ""}'.`,
          `Known: ${table.issues.map((one) => one.id).join(", ")}.`,
          id?.column ?? 1,
        );
        continue;
      }
      const value = numberWithin(fields[at("outcome")], "outcome", line, notes, issue.low, issue.high);
      if (Object.hasOwn(outcomes, issue.id)) {
        notes.add(
          "cell-twice",
          line,
          `'${issue.id}' has an outcome already.`,
          "Keep one of the two lines.",
          id?.column,
        );
        continue;
      }
      if (value !== undefined) outcomes[issue.id] = value;
      const source = fields[at("source")]?.text;
      if (source) sources[issue.id] = source;
    }
  return { outcomes, sources, diagnostics: notes.list };
}
