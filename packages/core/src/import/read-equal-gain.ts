/** The format of the exchange programs (equal-gain, decide): rows that begin with a mark. */
import type { ForecastTable } from "../forecast/forecast-table.ts";
import { hasMore, numberIn, numberWithin, type Row, rowsOf, separatorOf } from "./fields.ts";
import type { Notes } from "./notes.ts";
import { TableBuilder } from "./table-builder.ts";

/** `#O` title, `#/` comment, `#A` actor;name, `#P` issue;name, `#M` issue;position;meaning, `#D` actor;issue;position;salience;power. */
export function readEqualGain(text: string, notes: Notes): ForecastTable {
  const separator = separatorOf(text.split(/\r\n|\r|\n/).filter((line) => /^#[APMD]/.test(line)));
  const builder = new TableBuilder(notes);
  const rows = rowsOf(text, separator, notes);
  let title: string | undefined;
  // Names first: a file may give its rows in any order.
  for (const row of rows) title = readName(row, builder, notes) ?? title;
  for (const row of rows) readValues(row, builder, notes);
  return builder.finish(title, (issue) => {
    const places =
      issue.options.length > 1 ? issue.options.map((option) => option.at) : issue.rows.map((row) => row.position);
    return [Math.min(...places), Math.max(...places)];
  });
}

function readName({ line, fields }: Row, builder: TableBuilder, notes: Notes): string | undefined {
  const [mark, id, name] = fields;
  switch (mark!.text) {
    case "#A":
    case "#P": {
      const kind = mark!.text === "#A" ? "actor" : "issue";
      if (id === undefined || id.text === "")
        notes.add("name-missing", line, `The ${kind} has no name.`, `Expected ${mark!.text} and a name.`);
      else if (kind === "actor") builder.addActor(id.text, name?.text || id.text, line, id.column);
      else builder.addIssue(id.text, name?.text || id.text, line, id.column);
      return undefined;
    }
    case "#O":
      return id?.text;
    case "#/":
    case "#M":
    case "#D":
      return undefined;
    default:
      // A comment may run on behind its mark.
      if (!mark!.text.startsWith("#/"))
        notes.add(
          "unknown-row",
          line,
          `A row cannot begin with '${mark!.text}'.`,
          "Expected #O, #A, #P, #M, #D, or #/ for a comment.",
        );
      return undefined;
  }
}

function readValues(row: Row, builder: TableBuilder, notes: Notes): void {
  const { line, fields } = row;
  const [mark, first, second, third, fourth, fifth] = fields;
  if (mark!.text === "#M") {
    const issue = builder.issue(first?.text ?? "", line, first?.column ?? 1);
    const at = numberIn(second, "place of the scale point", line, notes);
    if (issue === undefined || at === undefined) return;
    const name = third?.text || String(at);
    issue.options.push({ id: name, name, at });
  }
  if (mark!.text !== "#D" || hasMore(row, 6, notes)) return;
  const actor = builder.actor(first?.text ?? "", line, first?.column ?? 1);
  const issue = builder.issue(second?.text ?? "", line, second?.column ?? 1);
  const position = numberIn(third, "position", line, notes);
  const salience = numberWithin(fourth, "salience", line, notes, 0, 1);
  const capability = numberWithin(fifth, "power", line, notes, 0, 1);
  if (actor === undefined || issue === undefined) return;
  if (position === undefined || salience === undefined || capability === undefined) return;
  builder.addCell(issue, { actor, position, salience, capability }, line);
}
