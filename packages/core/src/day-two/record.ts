/** Writes an observation into a brief's text: only the characters that it adds change. */
import type { Brief } from "../brief/brief.ts";
import { type EditResult, type EditValue, editBrief } from "../brief/edit/index.ts";

export interface NewObservation {
  /** A condition, as a brief writes it. */
  readonly fact: string;
  /** A day, or a month or year. */
  readonly date: string;
  /** A source of the brief, with or without a passage; `judgement`; or the words of a new source. */
  readonly source?: string;
}

/** One stretch of lines that an edit changes. */
export interface ChangedLines {
  /** Number of its first line, 1-based, in the text as it then stood. */
  readonly line: number;
  readonly was: readonly string[];
  readonly is: readonly string[];
}
export type Recorded =
  | { readonly text: string; readonly changes: readonly ChangedLines[] }
  | { readonly error: { readonly code: string; readonly message: string; readonly hint: string } };

/**
 * The text with one observation more, at the end of `observed`, and with its source, where that is a new one. `brief` is what
 * the text reads as. Comments and all other bytes stay.
 */
export function recordObservation(text: string, brief: Brief, observation: NewObservation): Recorded {
  const { fact, date, source } = observation;
  const changes: ChangedLines[] = [];
  let now = text;
  const take = (
    result: EditResult,
  ): { readonly error: { code: string; message: string; hint: string } } | undefined => {
    if ("error" in result) return { error: result.error };
    changes.push(changedLines(now, result.text));
    now = result.text;
    return undefined;
  };
  let cited = source;
  const named = brief.sources.find(({ name }) => name === source);
  if (named !== undefined) cited = named.id;
  else if (source !== undefined && !isCitation(brief, source)) {
    cited = freeName(brief, `news-${date}`);
    const failed = take(addSource(now, brief, cited, { name: source, date }));
    if (failed !== undefined) return failed;
  }
  const failed = take(addToObserved(now, brief, { date, fact, ...(cited === undefined ? {} : { source: cited }) }));
  return failed ?? { text: now, changes };
}

function isCitation({ sources }: Brief, text: string): boolean {
  if (text === "judgement" || text === "hindsight") return true;
  const [id] = text.split("#");
  return sources.some((source) => source.id === id);
}

/** A name that nothing in the brief bears: the whole text of a brief knows what it names. */
function freeName(brief: Brief, wanted: string): string {
  const taken = new Set(JSON.stringify(brief).match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/gu));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(name)) return name;
  }
}

function addSource(text: string, { sources }: Brief, id: string, value: EditValue): EditResult {
  return sources.length === 0
    ? editBrief(text, { edit: "insert", path: ["sources"], value: { [id]: value }, before: "parties" })
    : editBrief(text, { edit: "insert", path: ["sources", id], value });
}

function addToObserved(text: string, { observed }: Brief, entry: EditValue): EditResult {
  if (observed.length > 0 || /^observed:/mu.test(text))
    return editBrief(text, { edit: "insert", path: ["observed", observed.length], value: entry });
  // A list of its own begins on lines of its own, so that each entry to come has its line too.
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const placed = editBrief(text, { edit: "insert", path: ["observed"], value: ["x"] });
  if ("error" in placed) return placed;
  const { at, was, becomes } = placed.undo;
  const inserted = placed.text.slice(at, at + was.length);
  if (becomes !== "" || !inserted.includes("observed: [x]"))
    return editBrief(text, { edit: "insert", path: ["observed"], value: [entry] });
  const listed = editBrief(text, {
    edit: "splice",
    at,
    was: "",
    becomes: inserted.replace("observed: [x]", `observed:${eol}  - x`),
  });
  return "error" in listed ? listed : editBrief(listed.text, { edit: "set", path: ["observed", 0], value: entry });
}

/** The lines that differ: those that both texts share at either end are left out. */
function changedLines(before: string, after: string): ChangedLines {
  const [was, is] = [before.split(/\r?\n/u), after.split(/\r?\n/u)];
  let from = 0;
  while (from < was.length && from < is.length && was[from] === is[from]) from++;
  let same = 0;
  while (same < was.length - from && same < is.length - from && was[was.length - 1 - same] === is[is.length - 1 - same])
    same++;
  return { line: from + 1, was: was.slice(from, was.length - same), is: is.slice(from, is.length - same) };
}
