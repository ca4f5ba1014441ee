/** Takes one entry out; where it was the only one, an empty mapping or list is left. */
import { isMap } from "yaml";
import { cutEntries } from "./cut-entries.ts";
import { type EditError, editError, readPath, type Splice, type YamlPath } from "./edit.ts";
import { setValue } from "./set-value.ts";
import { entriesOf, findEntry, type SourceText } from "./source-text.ts";
import { cut } from "./splice.ts";

export function removeEntry(source: SourceText, path: YamlPath): Splice | EditError {
  const entry = findEntry(source, path);
  const siblings = entry ? entriesOf(source.text, entry.parent) : [];
  const [splice] = entry && siblings.length > 1 ? cutEntries(source.text, siblings, new Set([entry.index])) : [];
  if (splice) return splice;
  if (!entry) {
    const hint = "It may have been removed already; look up how the place is called in the file.";
    return editError("edit-path-missing", path, `Nothing stands at ${readPath(path)}.`, hint);
  }
  const empty = isMap(entry.parent) ? {} : [];
  if (path.length > 1) return setValue(source, path.slice(0, -1), empty);
  return cut(source.text, entry.start, entry.end, isMap(entry.parent) ? "{}" : "[]");
}
