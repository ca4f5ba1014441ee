/** The text of a brief with its YAML nodes and where each stands. Offsets are UTF-16 units from the start of the file. */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { type EditError, editError, type YamlPath } from "./edit.ts";

export interface SourceText {
  readonly text: string;
  readonly root: ParsedNode | null;
  /** The line ending the file uses. */
  readonly eol: "\n" | "\r\n";
}

export type Collection = YAMLMap<ParsedNode, ParsedNode | null> | YAMLSeq<ParsedNode>;

/** An entry of a mapping or a list. */
export interface Entry {
  readonly parent: Collection;
  readonly index: number;
  /** From its key or its dash to the end of its value, the comment behind it not included. */
  readonly start: number;
  readonly end: number;
  /** Where the key with its colon, or the dash, ends; in a flow list the same as `start`. */
  readonly head: number;
  readonly value: ParsedNode | null;
}

export function readSource(text: string): SourceText | EditError {
  const document = parseDocument(text, { schema: "failsafe", merge: false, keepSourceTokens: true });
  const wrong = document.errors[0];
  if (wrong) {
    const hint = "Mend the file by hand first; `demarche check` shows where.";
    return editError("edit-text-unreadable", [], `The text is not YAML that can be read: ${wrong.message}`, hint);
  }
  // Where a value stands once but is read twice, a change here would be a change elsewhere.
  let foreign = false;
  visit(document, {
    Alias: () => {
      foreign = true;
    },
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined) foreign = true;
    },
  });
  if (foreign) {
    const hint = "Write the value out at each place.";
    return editError("edit-text-unreadable", [], "The text holds an anchor or an alias: the language has none.", hint);
  }
  return { text, root: document.contents, eol: text.includes("\r\n") ? "\r\n" : "\n" };
}

export function inFlow(collection: Collection): boolean {
  return collection.srcToken?.type === "flow-collection";
}

/** Where a node's own text begins. */
export function startOf(node: ParsedNode): number {
  if (isSeq(node) && node.srcToken?.type === "block-seq") return dashes(node)[0] ?? node.range[0];
  return node.range[0];
}

/** Where a node's own text ends: behind its last character that is not blank, line break or comment. */
function endOf(text: string, node: ParsedNode): number {
  if (isCollection(node) && !inFlow(node as Collection)) {
    const last = entriesOf(text, node as Collection).at(-1);
    return last ? last.end : node.range[0];
  }
  const end = node.range[1];
  if (isScalar(node) && node.srcToken?.type === "block-scalar") {
    // The line break that closes a block scalar belongs to the line, not to the value.
    if (text.endsWith("\r\n", end)) return end - 2;
    if (text.endsWith("\n", end)) return end - 1;
  }
  return end;
}

function dashes(list: ParsedNode): number[] {
  const token = isSeq(list) ? list.srcToken : undefined;
  if (token?.type !== "block-seq") return [];
  return token.items.flatMap((item) =>
    item.start.filter((part) => part.type === "seq-item-ind").map((part) => part.offset),
  );
}

export function entriesOf(text: string, parent: Collection): Entry[] {
  if (isMap<ParsedNode, ParsedNode | null>(parent)) {
    return parent.items.map((pair, index) => mapEntry(text, parent, pair, index));
  }
  const starts = dashes(parent as ParsedNode);
  return (parent as YAMLSeq<ParsedNode>).items.map((value, index) => {
    const dash = starts[index];
    const start = dash ?? startOf(value);
    const head = dash === undefined ? start : dash + 1;
    return { parent, index, start, head, value, end: Math.max(head, endOf(text, value)) };
  });
}

function mapEntry(text: string, parent: Collection, pair: Pair<ParsedNode, ParsedNode | null>, index: number): Entry {
  const start = startOf(pair.key);
  const keyEnd = endOf(text, pair.key);
  const blanks = /^[ \t]*:/.exec(text.slice(keyEnd));
  const head = blanks ? keyEnd + blanks[0].length : keyEnd;
  const end = pair.value === null ? head : Math.max(head, endOf(text, pair.value));
  return { parent, index, start, head, value: pair.value, end };
}

/** The node at a path; undefined where there is none. */
export function findNode(source: SourceText, path: YamlPath): ParsedNode | null | undefined {
  if (path.length === 0) return source.root ?? undefined;
  return findEntry(source, path)?.value;
}

export function findEntry(source: SourceText, path: YamlPath): Entry | undefined {
  const last = path.at(-1);
  const parent = last === undefined ? undefined : findNode(source, path.slice(0, -1));
  if (last === undefined || !parent || !isCollection(parent)) return undefined;
  return entriesOf(source.text, parent as Collection)[indexOf(parent as Collection, last)];
}

/** Index of a key or a list index; -1 where there is none. */
export function indexOf(parent: Collection, part: string | number): number {
  if (isMap<ParsedNode>(parent)) {
    return parent.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === String(part));
  }
  const index = typeof part === "number" ? part : Number.NaN;
  return Number.isInteger(index) && index >= 0 && index < parent.items.length ? index : -1;
}

export function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}
/** Where the line that holds `at` ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  if (found < 0) return text.length;
  return found > at && text[found - 1] === "\r" ? found - 1 : found;
}
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}
