/** Puts a new entry in: on a line of its own in block style, with a comma in flow style. */
import { isCollection, isMap } from "yaml";
import { type EditError, type EditValue, editError, readPath, type Splice, type YamlPath } from "./edit.ts";
import {
  type Collection,
  columnOf,
  type Entry,
  entriesOf,
  findNode,
  indexOf,
  inFlow,
  lineEnd,
  type SourceText,
} from "./source-text.ts";
import { cut } from "./splice.ts";
import { writeFlow, writeFlowEntry, writeListEntry, writeMapEntry } from "./value-text.ts";

export function insertEntry(source: SourceText, path: YamlPath, value: EditValue, before?: string): Splice | EditError {
  const last = path.at(-1);
  const node = last === undefined ? undefined : findNode(source, path.slice(0, -1));
  if (last === undefined || !node || !isCollection(node)) {
    const hint =
      "Set the place above to a mapping or a list first; a short form must be written long before it can hold more.";
    return editError("edit-path-missing", path, `There is no mapping or list to hold ${readPath(path)}.`, hint);
  }
  const parent = node as Collection;
  const siblings = entriesOf(source.text, parent);
  if (isMap(parent) && indexOf(parent, last) >= 0) {
    return editError("edit-already-there", path, `${readPath(path)} is there already.`, "Set it instead.");
  }
  const index = isMap(parent) ? mapIndex(parent, before, siblings.length) : listIndex(last, siblings.length);
  if (index < 0) {
    const where = isMap(parent) ? `before "${before}"` : `at ${last}`;
    const hint = isMap(parent) ? "Name a key of that mapping." : `Give an index from 0 to ${siblings.length}.`;
    return editError("edit-path-missing", path, `There is no place ${where} for ${readPath(path)}.`, hint);
  }
  const key = isMap(parent) ? String(last) : undefined;
  return inFlow(parent)
    ? insertFlow(source, parent, siblings, index, key, value)
    : insertBlock(source, siblings, index, key, value);
}

function mapIndex(parent: Collection, before: string | undefined, length: number): number {
  return before === undefined ? length : indexOf(parent, before);
}
function listIndex(part: string | number, length: number): number {
  return typeof part === "number" && Number.isInteger(part) && part >= 0 && part <= length ? part : -1;
}

function insertFlow(
  { text }: SourceText,
  parent: Collection,
  siblings: readonly Entry[],
  index: number,
  key: string | undefined,
  value: EditValue,
): Splice {
  const entry = key === undefined ? writeFlow(value, "flow") : writeFlowEntry(key, value);
  const next = siblings[index];
  if (next) return cut(text, next.start, next.start, `${entry}, `);
  const previous = siblings[index - 1];
  if (previous) return cut(text, previous.end, previous.end, `, ${entry}`);
  const open = (parent.range?.[0] ?? 0) + 1;
  const close = (parent.range?.[1] ?? open + 1) - 1;
  const within = text.slice(open, close).trim() === "" ? close : open;
  return cut(text, open, within, key === undefined ? entry : ` ${entry} `);
}

function insertBlock(
  { text, eol }: SourceText,
  siblings: readonly Entry[],
  index: number,
  key: string | undefined,
  value: EditValue,
): Splice {
  const first = siblings[0];
  const column = first ? columnOf(text, first.start) : 0;
  const entry = key === undefined ? writeListEntry(value, column, eol) : writeMapEntry(key, value, column, eol);
  const previous = siblings[index - 1];
  if (!previous) return cut(text, first?.start ?? 0, first?.start ?? 0, entry + eol + " ".repeat(column));
  const at = lineEnd(text, previous.end);
  return cut(text, at, at, eol + " ".repeat(column) + entry);
}
