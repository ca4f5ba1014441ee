/** Whether a changed text says exactly what was meant: the same as before, but for the one place. */
import { isMap, isScalar, isSeq, type ParsedNode, type Scalar } from "yaml";
import type { Edit, EditValue, YamlPath } from "./edit.ts";
import { isList } from "./value-text.ts";

/** A value that keeps the order of its keys, whatever they look like. */
export type Reading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Reading[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [string, Reading])[] }
  /** An alias or a key that is not a scalar: outside the language. */
  | { readonly kind: "foreign" };

export function readNode(node: ParsedNode | null): Reading {
  if (node === null) return { kind: "text", text: "" };
  if (isScalar(node)) return { kind: "text", text: scalarText(node) };
  if (isSeq<ParsedNode>(node)) return { kind: "list", items: node.items.map((item) => readNode(item)) };
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return { kind: "foreign" };
  const entries = node.items.map((pair) => {
    return [isScalar(pair.key) ? scalarText(pair.key) : "", readNode(pair.value)] as const;
  });
  return { kind: "map", entries };
}

/** Under the failsafe schema a scalar is text, or nothing at all. */
function scalarText(node: Scalar): string {
  return typeof node.value === "string" ? node.value : "";
}

function readValue(value: EditValue): Reading {
  if (typeof value === "string") return { kind: "text", text: value };
  if (isList(value)) return { kind: "list", items: value.map(readValue) };
  return { kind: "map", entries: Object.entries(value).map(([key, item]) => [key, readValue(item)] as const) };
}

export function sameReading(a: Reading, b: Reading): boolean {
  return a.kind !== "foreign" && JSON.stringify(a) === JSON.stringify(b);
}

/** What the brief must say after the edit. The edit's path has been found before. */
export function applyToReading(before: Reading, edit: Exclude<Edit, { edit: "splice" }>): Reading {
  return rewrite(before, edit.path, (parent, last) => {
    if (parent.kind === "list") {
      const index = Number(last);
      const put = edit.edit === "remove" ? [] : [readValue(edit.value)];
      return { kind: "list", items: parent.items.toSpliced(index, edit.edit === "insert" ? 0 : 1, ...put) };
    }
    if (parent.kind !== "map") return { kind: "foreign" };
    const key = String(last);
    const at = parent.entries.findIndex(([name]) => name === (edit.edit === "insert" ? edit.before : key));
    const put = edit.edit === "remove" ? [] : [[key, readValue(edit.value)] as const];
    const index = at < 0 ? parent.entries.length : at;
    return { kind: "map", entries: parent.entries.toSpliced(index, edit.edit === "insert" ? 0 : 1, ...put) };
  });
}

function rewrite(node: Reading, path: YamlPath, change: (parent: Reading, last: string | number) => Reading): Reading {
  const [part, ...rest] = path;
  if (part === undefined) return node;
  if (rest.length === 0) return change(node, part);
  if (node.kind === "list") {
    return { kind: "list", items: node.items.map((item, i) => (i === part ? rewrite(item, rest, change) : item)) };
  }
  if (node.kind !== "map") return { kind: "foreign" };
  const entries = node.entries.map(([key, item]) => {
    return [key, key === String(part) ? rewrite(item, rest, change) : item] as const;
  });
  return { kind: "map", entries };
}
