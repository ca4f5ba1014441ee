/** Another value where one stands: a scalar, a flow or a block collection. A comment behind it stays behind it. */
import { isCollection, isMap, isScalar } from "yaml";
import { type EditError, type EditValue, editError, readPath, type Splice, type YamlPath } from "./edit.ts";
import {
  type Collection,
  columnOf,
  type Entry,
  findEntry,
  inFlow,
  lineStart,
  type SourceText,
  startOf,
} from "./source-text.ts";
import { cut } from "./splice.ts";
import { isEmptyCollection, isList, writeBlock, writeFlow } from "./value-text.ts";

export function setValue(source: SourceText, path: YamlPath, value: EditValue): Splice | EditError {
  const entry = findEntry(source, path);
  if (!entry) {
    const hint = "Insert it instead, or look up how the place is called in the file.";
    return editError("edit-path-missing", path, `Nothing stands at ${readPath(path)}.`, hint);
  }
  return replaceValue(source, entry, value);
}

function replaceValue({ text, eol }: SourceText, entry: Entry, value: EditValue): Splice {
  const { head, end, value: old } = entry;
  const flow = inFlow(entry.parent);
  if (!old || old.range[0] === old.range[1]) {
    const missing = isMap(entry.parent) && text[head - 1] !== ":" ? ":" : "";
    return cut(text, head, head, `${missing} ${writeFlow(value, flow ? "flow" : "block")}`);
  }
  const start = startOf(old);
  if (isScalar(old) && old.srcToken?.type === "block-scalar") {
    // The comment behind the mark of a folded or literal text stays behind the new value.
    const remark = /^\S+([ \t]+#[^\r\n]*)/.exec(text.slice(start, end))?.[1] ?? "";
    return cut(text, start, end, writeFlow(value, "block") + remark);
  }
  if (flow || !isCollection(old) || inFlow(old as Collection)) {
    return cut(text, start, end, writeFlow(value, flow ? "flow" : "block"));
  }
  const sameKind = isList(value) === !isMap(old);
  if (typeof value !== "string" && !isEmptyCollection(value) && sameKind) {
    return cut(text, start, end, writeBlock(value, columnOf(text, start), eol));
  }
  // A scalar or a flow collection moves up beside its key, unless a comment stands between.
  const line = writeFlow(value, "block");
  if (text.slice(head, start).trim() === "") return cut(text, head, end, ` ${line}`);
  const deeper = columnOf(text, start) > indentation(text, start, head) ? "" : "  ";
  return cut(text, start, end, deeper + line);
}

function indentation(text: string, start: number, head: number): number {
  // A key may stand behind dashes: what is its own stands deeper than the key, not than the dash.
  return start < head ? 0 : (/^(?: |- )*/.exec(text.slice(lineStart(text, head), head))?.[0].length ?? 0);
}
