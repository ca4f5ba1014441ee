/** Takes an entry out: its own lines in block style, with its comma in flow style. Comments on lines of their own stay. */
import { isMap } from "yaml";
import { type EditError, editError, readPath, type Splice, type YamlPath } from "./edit.ts";
import { setValue } from "./set-value.ts";
import { type Entry, entriesOf, findEntry, inFlow, lineEnd, lineStart, type SourceText } from "./source-text.ts";
import { cut } from "./splice.ts";

export function removeEntry(source: SourceText, path: YamlPath): Splice | EditError {
  const entry = findEntry(source, path);
  if (!entry) {
    const hint = "It may have been removed already; look up how the place is called in the file.";
    return editError("edit-path-missing", path, `Nothing stands at ${readPath(path)}.`, hint);
  }
  const siblings = entriesOf(source.text, entry.parent);
  if (siblings.length === 1) {
    const empty = isMap(entry.parent) ? {} : [];
    if (path.length > 1) return setValue(source, path.slice(0, -1), empty);
    return cut(source.text, entry.start, entry.end, isMap(entry.parent) ? "{}" : "[]");
  }
  return inFlow(entry.parent) ? removeFlow(source.text, entry, siblings) : removeBlock(source.text, entry, siblings);
}

function removeBlock(text: string, entry: Entry, siblings: readonly Entry[]): Splice {
  const start = lineStart(text, entry.start);
  const next = siblings[entry.index + 1];
  if (text.slice(start, entry.start).trim() === "" || !next) {
    const end = lineEnd(text, entry.end);
    return cut(text, start, end + eolLength(text, end), "");
  }
  // The first entry of a mapping or list that begins behind a dash: what follows moves up, unless comments stand between.
  const end = lineEnd(text, entry.end);
  if (text.slice(end, next.start).trim() === "") return cut(text, entry.start, next.start, "");
  return cut(text, entry.start - trailingBlanks(text, entry.start), end, "");
}

function removeFlow(text: string, entry: Entry, siblings: readonly Entry[]): Splice {
  const next = siblings[entry.index + 1];
  if (next) {
    const between = text.slice(entry.end, next.start);
    // The comma, and the comment behind it on the same line, belong to this entry; comments below belong to the next.
    const own = /^\s*(?:#[^\n]*\n\s*)*,[ \t]*(?:#[^\n]*)?\s*/.exec(between)?.[0] ?? between;
    return cut(text, entry.start, entry.end + own.length, "");
  }
  const before = siblings[entry.index - 1];
  if (before && /^\s*,\s*$/.test(text.slice(before.end, entry.start))) return cut(text, before.end, entry.end, "");
  // A comment stands before this last entry: the comma in front of that stays, so one behind it must go.
  const comma = /^\s*(?:#[^\n]*\n\s*)*,/.exec(text.slice(entry.end))?.[0] ?? "";
  return cut(text, entry.start, entry.end + comma.length, "");
}

function eolLength(text: string, at: number): number {
  if (text.startsWith("\r\n", at)) return 2;
  return text.startsWith("\n", at) ? 1 : 0;
}
function trailingBlanks(text: string, at: number): number {
  return /[ \t]*$/.exec(text.slice(0, at))?.[0].length ?? 0;
}
