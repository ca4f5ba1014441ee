/** Lines of separated values, with quotation marks as in RFC 4180; each field knows where it stood. */
import type { Notes } from "./notes.ts";

export interface Field {
  readonly text: string;
  /** 1-based. */
  readonly column: number;
}
export interface Row {
  readonly line: number;
  readonly fields: readonly Field[];
}

/** The one of `;`, tab and `,` that stands most often in the lines; a comma where none does. */
export function separatorOf(lines: readonly string[]): string {
  const count = (mark: string) => lines.reduce((sum, line) => sum + line.split(mark).length - 1, 0);
  return [";", "\t", ","].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Rows that are not blank. A quoted field ends on its line. */
export function rowsOf(text: string, separator: string, notes: Notes): Row[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (line.trim() === "") return [];
    return [{ line: index + 1, fields: fieldsOf(line, separator, index + 1, notes) }];
  });
}

function fieldsOf(line: string, separator: string, number: number, notes: Notes): Field[] {
  const fields: Field[] = [];
  let at = 0;
  for (;;) {
    const start = at;
    while (line[at] === " ") at++;
    if (line[at] === '"') {
      const end = closingQuote(line, at + 1);
      if (end < 0)
        notes.add(
          "quote-not-closed",
          number,
          "A quotation mark opens here and never closes.",
          'Close it, or write "" for a mark within the text.',
          at + 1,
        );
      const inner = line.slice(at + 1, end < 0 ? undefined : end).replaceAll('""', '"');
      fields.push({ text: inner.trim(), column: at + 1 });
      const next = end < 0 ? -1 : line.indexOf(separator, end + 1);
      if (next < 0) return fields;
      at = next + 1;
      continue;
    }
    const next = line.indexOf(separator, at);
    fields.push({ text: line.slice(start, next < 0 ? undefined : next).trim(), column: at + 1 });
    if (next < 0) return fields;
    at = next + 1;
  }
}

function closingQuote(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] !== '"') continue;
    if (line[at + 1] !== '"') return at;
    at++;
  }
  return -1;
}

/** Whether a row has more on it than its fields, which is an error: often a decimal comma, or a name with the separator in it, has shifted the rest. */
export function hasMore({ line, fields }: Row, known: number, notes: Notes): boolean {
  const extra = fields.slice(known).find(({ text }) => text !== "");
  if (extra !== undefined)
    notes.add(
      "too-many-fields",
      line,
      `The row has ${fields.length} fields, and ${known} were expected: '${extra.text}' is one too many.`,
      "Decimals take a point; text that holds the separator goes between quotation marks.",
      extra.column,
    );
  return extra !== undefined;
}

/** Beyond this, sums and products of positions, salience and influence would lose what is below one. */
const mostOfAll = 1e15;

/** A plain decimal number, not absurdly large; says what is wrong with anything else. */
export function numberIn(field: Field | undefined, what: string, line: number, notes: Notes): number | undefined {
  const text = field?.text ?? "";
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) {
    const value = Number(text);
    if (Math.abs(value) <= mostOfAll) return value;
    notes.add(
      "out-of-range",
      line,
      `The ${what} is ${text}: larger than anything that can be reckoned with.`,
      "Expected a number below 1e15: take a larger unit.",
      field?.column ?? 1,
    );
    return undefined;
  }
  const comma = /^[+-]?\d+,\d+$/.test(text);
  notes.add(
    text === "" ? "number-missing" : "not-a-number",
    line,
    text === "" ? `The ${what} is missing.` : `The ${what} is '${text}', which is no number.`,
    comma ? `Write ${text.replace(",", ".")}: decimals take a point.` : "Expected a number such as 70 or 0.75.",
    field?.column ?? 1,
  );
  return undefined;
}

/** As `numberIn`, and within limits. */
export function numberWithin(
  field: Field | undefined,
  what: string,
  line: number,
  notes: Notes,
  least: number,
  most: number,
): number | undefined {
  const value = numberIn(field, what, line, notes);
  if (value === undefined || (value >= least && value <= most)) return value;
  const range = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `within ${least}..${most}`;
  notes.add("out-of-range", line, `The ${what} is ${value}.`, `Expected a number ${range}.`, field?.column ?? 1);
  return undefined;
}
