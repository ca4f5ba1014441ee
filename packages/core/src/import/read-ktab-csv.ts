/** KTAB's table: a line with title, description, numbers of actors and dimensions; a heading; a line an actor. */
import type { ForecastTable } from "../forecast/forecast-table.ts";
import { type Field, hasMore, numberIn, numberWithin, rowsOf } from "./fields.ts";
import type { Notes } from "./notes.ts";
import { TableBuilder } from "./table-builder.ts";

/** Positions and saliences are 0..100, an actor's saliences at most 100 together; a comma may end each line. */
export function readKtabCsv(text: string, notes: Notes): ForecastTable {
  const [first, head, ...body] = rowsOf(text, ",", notes);
  const builder = new TableBuilder(notes);
  const finish = () => builder.finish(first?.fields[0]?.text, () => [0, 100]);
  if (first === undefined) {
    notes.add(
      "empty-file",
      1,
      "The file is empty.",
      "Expected positions: docs/guide/forecast-data.md has the formats.",
    );
    return finish();
  }
  const counted = first.fields.slice(2, 4).filter(({ text }) => /\d/.test(text));
  if (head === undefined || first.fields.length < 4 || counted.length === 0) {
    notes.add(
      "not-ktab",
      first.line,
      "This is no table of positions that could be told.",
      "Expected a heading with party and issue, rows that begin with #, or KTAB's first line: title, description, actors, dimensions.",
    );
    return finish();
  }
  const actors = countIn(first.fields[2], "number of actors", first.line, notes);
  const dimensions = countIn(first.fields[3], "number of dimensions", first.line, notes);
  if (actors === undefined || dimensions === undefined) return finish();
  const columns = Math.max(0, ...[head, ...body].map(({ fields }) => fields.length));
  if (3 + 2 * dimensions > columns) {
    notes.add(
      "count-differs",
      first.line,
      `The first line counts ${dimensions} dimensions, and no line has the ${3 + 2 * dimensions} fields that they take.`,
      "Expected name, description, power, and a position and a salience for each dimension.",
      first.fields[3]!.column,
    );
    return finish();
  }
  const issues = Array.from({ length: dimensions }, (_, k) => {
    const field = head.fields[3 + 2 * k];
    const id = field?.text.replace(/[ _-]?(position|pstn|pos)$/i, "") || `dimension ${k + 1}`;
    builder.addIssue(id, id, head.line, field?.column ?? 1);
    return id;
  });
  if (body.length !== actors)
    notes.add(
      "count-differs",
      first.line,
      `The first line counts ${actors} actors, and ${body.length} lines follow.`,
      "Mend the count, or the lines.",
    );
  for (const row of body) {
    const { line, fields } = row;
    if (hasMore(row, 3 + 2 * dimensions, notes)) continue;
    const [id, description, power] = fields;
    if (!id?.text) {
      notes.add("name-missing", line, "The actor has no name.", "Expected a name in front.");
      continue;
    }
    builder.addActor(
      id.text,
      description?.text && !sameForAll(body.map((row) => row.fields[1]?.text)) ? description.text : id.text,
      line,
      id.column,
    );
    const capability = numberWithin(power, "power", line, notes, 0, Number.POSITIVE_INFINITY);
    let total = 0;
    issues.forEach((issue, k) => {
      const position = numberWithin(fields[3 + 2 * k], `position on ${issue}`, line, notes, 0, 100);
      const salience = numberWithin(fields[4 + 2 * k], `salience of ${issue}`, line, notes, 0, 100);
      total += salience ?? 0;
      if (position === undefined || salience === undefined || capability === undefined) return;
      const actor = builder.actor(id.text, line, id.column)!;
      builder.addCell(builder.issue(issue, line, 1)!, { actor, position, salience: salience / 100, capability }, line);
    });
    if (total > 100 + 1e-9)
      notes.add(
        "saliences-exceed",
        line,
        `The saliences of '${id.text}' are ${Number(total.toFixed(6))} together.`,
        "An actor has 100 to share out over the dimensions.",
      );
  }
  return finish();
}

function countIn(field: Field | undefined, what: string, line: number, notes: Notes): number | undefined {
  const count = numberIn(field, what, line, notes);
  if (count === undefined || (Number.isInteger(count) && count >= 1)) return count;
  notes.add("out-of-range", line, `The ${what} is ${count}.`, "Expected a whole number from 1.", field!.column);
  return undefined;
}

function sameForAll(texts: readonly (string | undefined)[]): boolean {
  return texts.every((text) => text === texts[0]) && texts.length > 1;
}
