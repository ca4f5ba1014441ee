/** What can be wrong within one issue once all of it is read. */
import type { Issue, Path, Position } from "../brief.ts";
import type { Reader } from "../forms/form.ts";
import { printNumber } from "../mini/number.ts";
import { boundsOf } from "../mini/spread.ts";
import type { IssueNamed } from "../names/names.ts";
import type { IssueWords } from "../words/issue.ts";
import type { Section } from "./agenda.ts";

const OTHERS_ONLY = ["by", "chance", "answer"] as const;

/** `words` are those that stand on this issue or instance itself; only a whole issue must have options. */
export function checkIssue(issue: Issue, words: IssueWords, reader: Reader, section: Section, whole: boolean): void {
  const { desk, names } = reader;
  const named = names.issues.get(issue.id)!;
  const stray = section === "agenda" ? OTHERS_ONLY.find((key) => words[key] !== undefined) : undefined;
  if (stray !== undefined)
    report(
      reader,
      "others-only",
      `${words.path}/${stray}`,
      `\`${stray}\` belongs to what others will table; this issue is ours.`,
      "Move the issue under `others will table`, or remove the word.",
    );
  if (whole && section === "agenda" && issue.options.length === 0 && words.options === undefined)
    desk.report(
      "missing-word",
      desk.spanOf(issue.path)!,
      `\`options\` are missing in \`${issue.id}\`.`,
      "A list in even steps, or a mapping from names to places.",
      { path: issue.path },
    );
  checkPlaces(words, named, reader);
  for (const position of issue.positions)
    if (position.path.startsWith(`${words.path}/`)) checkPosition(position, issue, named, reader);
}

function report(
  reader: Reader,
  code: Parameters<Reader["desk"]["report"]>[0],
  path: Path,
  message: string,
  hint?: string,
): void {
  reader.desk.report(code, reader.desk.spanOf(path)!, message, hint, { path });
}

function checkPlaces(words: IssueWords, named: IssueNamed, reader: Reader): void {
  const [least, most] = named.from <= named.to ? [named.from, named.to] : [named.to, named.from];
  if (words.options === undefined || words.options.listed) return;
  for (const { id, at, path } of words.options.options) {
    if (named.kind !== "scale") {
      if (at !== undefined)
        report(
          reader,
          "no-distance",
          at.path,
          `\`${id}\` has a place, but the options of a ${named.kind} have no distances.`,
          "Give the options as a list, and `values` or `ranks` in the positions.",
        );
      continue;
    }
    if (at === undefined)
      report(
        reader,
        "missing-word",
        path,
        `\`at\` is missing in the description of the option \`${id}\`.`,
        "`at`: its place on the scale; or give all options as a bare list, in even steps.",
      );
    else {
      const outside = boundsOf(at.value).find((bound) => bound < least || bound > most);
      if (outside !== undefined)
        report(
          reader,
          "outside-scale",
          at.path,
          `${printNumber(outside)} is not on the scale, which runs ${printNumber(named.from)}..${printNumber(named.to)}.`,
          "Set `scale` to its natural ends, such as `scale: 20..33`.",
        );
    }
  }
}

function checkPosition(position: Position, issue: Issue, named: IssueNamed, reader: Reader): void {
  const { values, ranks, path } = position;
  if (named.kind === "scale" && (values !== undefined || ranks !== undefined)) {
    const key = values === undefined ? "ranks" : "values";
    report(
      reader,
      "no-values",
      `${path}/${key}`,
      `\`${key}\` belong to a choice or slate; \`${issue.id}\` is a scale.`,
      "Give `ideal`, or set `kind: choice`.",
    );
  }
  const twice = ranks?.find((rank, index) => ranks.indexOf(rank) < index);
  if (twice !== undefined)
    report(reader, "duplicate-name", `${path}/ranks`, `\`${twice}\` is ranked twice.`, "Each option has one rank.");
}
