/** Positions as separated values, one row a party and issue, with a heading line. */
import type { ForecastTable } from "../forecast/forecast-table.ts";
import { type Field, hasMore, numberIn, numberWithin, rowsOf, separatorOf } from "./fields.ts";
import type { Notes } from "./notes.ts";
import { endNames, type IssueInTheMaking, TableBuilder } from "./table-builder.ts";

/** Headings by what they mean; the first of each is what `docs/guide/forecast-data.md` tells people to write. */
const headings = {
  party: ["party", "actor", "name"],
  issue: ["issue"],
  position: ["position", "ideal"],
  salience: ["salience"],
  influence: ["influence", "power", "capability"],
  low: ["low", "from"],
  high: ["high", "to"],
  "low label": ["low label", "low_label"],
  "high label": ["high label", "high_label"],
} as const;
type Heading = keyof typeof headings;
const needed: readonly Heading[] = ["party", "issue", "position", "salience", "influence"];

/** Whether the first line has the headings of this format. */
export function looksLikePositions(firstLine: string): boolean {
  const words = firstLine
    .toLowerCase()
    .split(/[;,\t]/)
    .map((word) => word.trim().replaceAll('"', ""));
  return headings.party.some((word) => words.includes(word)) && words.includes("issue");
}

/**
 * Salience and influence are 0..100, as in a brief, or all of them 0..1: salience above 1 anywhere means 0..100. The scale
 * is `low` and `high` where given, 0..100 where all positions lie on it, else the span of the positions.
 */
export function readPositionsCsv(text: string, notes: Notes): ForecastTable {
  const lines = text.split(/\r\n|\r|\n/);
  const rows = rowsOf(text, separatorOf(lines.slice(0, 5)), notes);
  const [head, ...body] = rows;
  const builder = new TableBuilder(notes);
  const at = columnsIn(head?.fields ?? [], head?.line ?? 1, notes);
  if (at === undefined) return builder.finish(undefined, () => [0, 1]);
  const cell = (fields: readonly Field[], heading: Heading) => {
    const column = at.get(heading);
    return column === undefined ? undefined : fields[column];
  };
  const hundredths = body.some(({ fields }) => Number(cell(fields, "salience")?.text) > 1);
  for (const row of body) {
    const { line, fields } = row;
    if (hasMore(row, head!.fields.length, notes)) continue;
    const party = cell(fields, "party");
    const issueName = cell(fields, "issue");
    if (!party?.text || !issueName?.text) {
      notes.add(
        "name-missing",
        line,
        `The ${party?.text ? "issue" : "party"} is missing.`,
        "Each row names a party and an issue.",
      );
      continue;
    }
    if (!builder.hasActor(party.text)) builder.addActor(party.text, party.text, line, party.column);
    if (!builder.hasIssue(issueName.text)) builder.addIssue(issueName.text, issueName.text, line, issueName.column);
    const issue = builder.issue(issueName.text, line, issueName.column)!;
    const position = numberIn(cell(fields, "position"), "position", line, notes);
    const salience = numberWithin(cell(fields, "salience"), "salience", line, notes, 0, hundredths ? 100 : 1);
    const capability = numberWithin(cell(fields, "influence"), "influence", line, notes, 0, Number.POSITIVE_INFINITY);
    readScale(issue, (heading) => cell(fields, heading), line, notes);
    if (position === undefined || salience === undefined || capability === undefined) continue;
    const actor = builder.actor(party.text, line, party.column)!;
    builder.addCell(issue, { actor, position, salience: hundredths ? salience / 100 : salience, capability }, line);
  }
  return builder.finish(undefined, ({ rows: cells }) => {
    const places = cells.map((row) => row.position);
    const low = Math.min(...places);
    const high = Math.max(...places);
    return low >= 0 && high <= 100 && high > 1 ? [0, 100] : [low, high];
  });
}

/** The ends of an issue's scale, and what they mean, as a row says them: the first that does is taken, and the others are held against it. */
function readScale(
  issue: IssueInTheMaking,
  cell: (heading: Heading) => Field | undefined,
  line: number,
  notes: Notes,
): void {
  const [from, to] = [cell("low"), cell("high")];
  if (!from?.text && !to?.text) return;
  const low = numberIn(from, "lower end of the scale", line, notes);
  const high = numberIn(to, "upper end of the scale", line, notes);
  if (low === undefined || high === undefined) return;
  if (issue.scale === undefined) {
    const labelled = Boolean(cell("low label")?.text || cell("high label")?.text);
    if (low > high)
      notes.add(
        "scale-reversed",
        line,
        `The scale of '${issue.id}' is turned round: low is ${low} and high is ${high}.`,
        `Write ${high} as low and ${low} as high${labelled ? ", and swap `low label` and `high label` with them" : ""}: positions stay as they are.`,
        from!.column,
      );
    // Read as it was meant, so that what else is wrong is told too.
    issue.turned = low > high;
    issue.scale = low > high ? [high, low] : [low, high];
    nameEnds(issue, issue.scale, cell);
    return;
  }
  const [first, last] = issue.turned === true ? [high, low] : [low, high];
  if (first !== issue.scale[0] || last !== issue.scale[1])
    notes.add(
      "scale-differs",
      line,
      `The scale of '${issue.id}' is ${low}..${high} here and ${issue.scale[0]}..${issue.scale[1]} before.`,
      "An issue has one scale.",
    );
}

function nameEnds(
  issue: IssueInTheMaking,
  [low, high]: readonly [number, number],
  cell: (heading: Heading) => Field | undefined,
) {
  const [atLow, atHigh] = [cell("low label")?.text, cell("high label")?.text];
  if (!atLow && !atHigh) return;
  const names = endNames({ name: issue.name, low, high });
  issue.options.push(
    { id: atLow || names[0], name: atLow || names[0], at: low },
    { id: atHigh || names[1], name: atHigh || names[1], at: high },
  );
}

function columnsIn(fields: readonly Field[], line: number, notes: Notes): ReadonlyMap<Heading, number> | undefined {
  const found = new Map<Heading, number>();
  for (const [heading, words] of Object.entries(headings) as [Heading, readonly string[]][]) {
    const meant = fields.filter((field) => words.includes(field.text.toLowerCase()));
    if (meant.length > 1)
      notes.add(
        "heading-twice",
        line,
        `The headings ${meant.map(({ text }) => `'${text}'`).join(" and ")} mean the same.`,
        "Keep one of the columns.",
        meant[1]!.column,
      );
    if (meant.length > 0) found.set(heading, fields.indexOf(meant[0]!));
  }
  const missing = needed.filter((heading) => !found.has(heading));
  if (missing.length === 0) return found;
  notes.add(
    "heading-missing",
    line,
    `The heading line has no ${missing.map((heading) => `'${heading}'`).join(", ")}.`,
    "Expected the headings party, issue, position, salience, influence; low and high where the scale is not 0..100.",
  );
  return undefined;
}
