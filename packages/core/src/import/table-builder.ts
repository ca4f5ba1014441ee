/** Gathers a table row by row; names an actor or issue twice, and a cell twice, never silently. */
import type { ForecastTable, TableIssue, TableRow } from "../forecast/forecast-table.ts";
import type { Notes } from "./notes.ts";

/** An issue while its rows are still being read. */
export interface IssueInTheMaking {
  readonly id: string;
  readonly name: string;
  readonly line: number;
  readonly options: { id: string; name: string; at: number }[];
  readonly rows: (TableRow & { readonly line: number })[];
  scale?: readonly [number, number];
  /** Whether the file gives the scale's ends in the wrong order, as has been said. */
  turned?: boolean;
}

/** What the ends of a scale are called where nobody has named them. */
export function endNames({ name, low, high }: Pick<TableIssue, "name" | "low" | "high">): readonly [string, string] {
  return [`${name}: lowest (${low})`, `${name}: highest (${high})`];
}

export class TableBuilder {
  readonly actors: { id: string; name: string }[] = [];
  private readonly actorAt = new Map<string, number>();
  private readonly issues = new Map<string, IssueInTheMaking>();
  private readonly notes: Notes;

  constructor(notes: Notes) {
    this.notes = notes;
  }

  addActor(id: string, name: string, line: number, column: number): void {
    if (this.actorAt.has(id)) {
      this.notes.add(
        "name-twice",
        line,
        `The actor '${id}' has been named before.`,
        "Keep one of the two lines.",
        column,
      );
      return;
    }
    this.actorAt.set(id, this.actors.length);
    this.actors.push({ id, name });
  }

  addIssue(id: string, name: string, line: number, column: number): void {
    if (this.issues.has(id))
      this.notes.add(
        "name-twice",
        line,
        `The issue '${id}' has been named before.`,
        "Keep one of the two lines.",
        column,
      );
    else this.issues.set(id, { id, name, line, options: [], rows: [] });
  }

  issue(id: string, line: number, column: number): IssueInTheMaking | undefined {
    const found = this.issues.get(id);
    if (found === undefined) this.unknown("issue", id, [...this.issues.keys()], line, column);
    return found;
  }

  actor(id: string, line: number, column: number): number | undefined {
    const found = this.actorAt.get(id);
    if (found === undefined) this.unknown("actor", id, [...this.actorAt.keys()], line, column);
    return found;
  }

  hasActor(id: string): boolean {
    return this.actorAt.has(id);
  }

  hasIssue(id: string): boolean {
    return this.issues.has(id);
  }

  addCell(issue: IssueInTheMaking, row: TableRow, line: number): void {
    const before = issue.rows.find((other) => other.actor === row.actor);
    if (before === undefined) issue.rows.push({ ...row, line });
    else
      this.notes.add(
        "cell-twice",
        line,
        `'${this.actors[row.actor]!.id}' has a position on '${issue.id}' already, on line ${before.line}.`,
        "Keep one of the two lines.",
      );
  }

  /** @param scaleOf the scale of an issue that states none */
  finish(title: string | undefined, scaleOf: (issue: TableIssue) => readonly [number, number]): ForecastTable {
    const issues = [...this.issues.values()].flatMap((building): TableIssue[] => {
      const { id, name, line, rows, options } = building;
      if (rows.length === 0) {
        this.notes.add(
          "issue-without-positions",
          line,
          `Nobody has a position on '${id}': it is left out.`,
          "Add its rows, or drop its line.",
          1,
          "warning",
        );
        return [];
      }
      const plain = rows.map(({ line: _line, ...row }) => row);
      const open: TableIssue = {
        id,
        name,
        low: 0,
        high: 0,
        options: options.toSorted((a, b) => a.at - b.at),
        rows: plain,
      };
      const [low, high] = building.scale ?? scaleOf(open);
      for (const row of rows)
        if (row.position < low || row.position > high)
          this.notes.add(
            "off-the-scale",
            row.line,
            `The position ${row.position} is off the scale of '${id}', ${low}..${high}.`,
            "Mend the position, or name the end of the scale.",
          );
      if (!(high > low))
        this.notes.add(
          "no-scale",
          line,
          `The scale of '${id}' has no width.`,
          "Give it two ends, or positions that differ.",
        );
      if (rows.every((row) => row.salience * row.capability === 0))
        this.notes.add(
          "nobody-counts",
          line,
          `Nobody on '${id}' has both salience and power above 0.`,
          "At least one must have both.",
        );
      return [{ ...open, low, high }];
    });
    if (issues.length === 0 && !this.notes.failed)
      this.notes.add(
        "nothing-to-forecast",
        1,
        "The file has no issue with a position.",
        "See docs/guide/forecast-data.md for the formats.",
      );
    return { ...(title === undefined || title === "" ? {} : { title }), actors: this.actors, issues };
  }

  private unknown(kind: string, id: string, known: readonly string[], line: number, column: number): void {
    const near = known.find((name) => name.toLowerCase() === id.toLowerCase());
    this.notes.add(
      `unknown-${kind}`,
      line,
      `There is no ${kind} '${id}'.`,
      near === undefined
        ? `Known: ${known.slice(0, 8).join(", ")}${known.length > 8 ? ", …" : ""}.`
        : `Is '${near}' meant?`,
      column,
    );
  }
}
