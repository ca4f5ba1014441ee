/**
 * Write back: a brief's text with one thing changed and every other character as it was.
 *
 * The place is found by source position, the document is never printed anew, and the result is read again before it
 * is handed out: it must differ from the old reading at that place alone.
 */
import { type Edit, type EditError, type EditResult, editError, readPath, type Splice } from "./edit.ts";
import { insertEntry } from "./insert-entry.ts";
import { applyToReading, readNode, sameReading } from "./read-back.ts";
import { removeEntry } from "./remove-entry.ts";
import { setValue } from "./set-value.ts";
import { readSource, type SourceText } from "./source-text.ts";
import { applySplice, invertSplice } from "./splice.ts";

/**
 * Applies one edit to a brief's text. `undo` is an edit that gives back the very same bytes.
 * Errors: the text is not YAML, the place is not there (or is there already), the result would not read back, or
 * (for a splice) the text has changed since.
 */
export function editBrief(text: string, edit: Edit): EditResult {
  if (edit.edit === "splice") return replay(text, edit);
  const source = readSource(text);
  if (!("root" in source)) return { error: source };
  const splice = spliceFor(source, edit);
  if (!("edit" in splice)) return { error: splice };
  const changed = applySplice(text, splice);
  const after = changed === undefined ? undefined : readSource(changed);
  const meant = applyToReading(readNode(source.root), edit);
  if (changed === undefined || !after || !("root" in after) || !sameReading(meant, readNode(after.root))) {
    const message = `The change at ${readPath(edit.path)} would not read back as it is meant.`;
    const hint =
      "Nothing was changed. Anchors, aliases, tags and keys behind `?` are outside the language: mend such a place by hand.";
    return { error: editError("edit-would-not-read-back", edit.path, message, hint) };
  }
  return { text: changed, undo: invertSplice(splice) };
}

function replay(text: string, splice: Splice): EditResult {
  const changed = applySplice(text, splice);
  if (changed !== undefined) return { text: changed, undo: invertSplice(splice) };
  const message = `The text at character ${splice.at} is no longer what this edit replaces.`;
  return {
    error: editError("edit-out-of-date", [], message, "Undo edits in the reverse order in which they were made."),
  };
}

function spliceFor(source: SourceText, edit: Exclude<Edit, Splice>): Splice | EditError {
  switch (edit.edit) {
    case "set":
      return setValue(source, edit.path, edit.value);
    case "remove":
      return removeEntry(source, edit.path);
    case "insert":
      return insertEntry(source, edit.path, edit.value, edit.before);
  }
}
