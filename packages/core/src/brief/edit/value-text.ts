/** A value as YAML text: in flow style on one line, or in block style from a column on. */
import type { EditValue } from "./edit.ts";
import { writeScalar } from "./scalar-text.ts";

/** A new entry longer than this is written in block style where it may be. Characters, indentation included. */
const LONGEST_LINE = 120;

export function isList(value: EditValue): value is readonly EditValue[] {
  return Array.isArray(value);
}
export function isEmptyCollection(value: EditValue): boolean {
  return typeof value !== "string" && Object.keys(value).length === 0;
}

/** One line that may stand anywhere: outermost scalars by the context given, those within as flow. */
export function writeFlow(value: EditValue, context: "block" | "flow"): string {
  if (typeof value === "string") return writeScalar(value, context);
  if (isEmptyCollection(value)) return isList(value) ? "[]" : "{}";
  if (isList(value)) return `[${value.map((item) => writeFlow(item, "flow")).join(", ")}]`;
  const entries = Object.entries(value).map(([key, item]) => writeFlowEntry(key, item));
  return `{ ${entries.join(", ")} }`;
}

export function writeFlowEntry(key: string, value: EditValue): string {
  return `${writeScalar(key, "flow key")}: ${writeFlow(value, "flow")}`;
}

/** Lines of a block collection whose entries begin at `column` (0-based); the first line carries no indentation. */
export function writeBlock(value: EditValue, column: number, eol: string): string {
  if (typeof value === "string" || isEmptyCollection(value)) return writeFlow(value, "block");
  const lines = isList(value)
    ? value.map((item) => writeListEntry(item, column, eol))
    : Object.entries(value).map(([key, item]) => writeMapEntry(key, item, column, eol));
  return lines.join(eol + " ".repeat(column));
}

/** `key: value` for a block mapping at `column`. */
export function writeMapEntry(key: string, value: EditValue, column: number, eol: string): string {
  const line = `${writeScalar(key, "key")}: ${writeFlow(value, "block")}`;
  if (typeof value === "string" || column + line.length <= LONGEST_LINE) return line;
  return `${writeScalar(key, "key")}:${eol}${" ".repeat(column + 2)}${writeBlock(value, column + 2, eol)}`;
}

/** `- value` for a block list at `column`. */
export function writeListEntry(value: EditValue, column: number, eol: string): string {
  const line = `- ${writeFlow(value, "block")}`;
  if (typeof value === "string" || column + line.length <= LONGEST_LINE) return line;
  return `- ${writeBlock(value, column + 2, eol)}`;
}
