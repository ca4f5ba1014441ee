/**
 * Blank lines, laid out anew in every shared view whether or not anything was taken out, so that no gap tells:
 * one before each part of the brief and each item of the agenda that takes several lines, none elsewhere.
 */
import { isCollection, isMap, Lexer, type ParsedNode } from "yaml";
import { type Collection, type Entry, entriesOf, inFlow, lineStart, readSource } from "../edit/source-text.ts";

export function layOut(text: string): string {
  const tight = withoutBlankLines(text);
  const source = readSource(tight);
  if (!("root" in source) || !isMap(source.root)) return tight;
  const sections = entriesOf(tight, source.root as Collection);
  const spaced = [
    sections,
    ...sections
      .filter((section) => isBlockList(section.value))
      .map((section) => entriesOf(tight, section.value as Collection)),
  ];
  const places = spaced.flatMap((entries) => gaps(tight, entries)).sort((a, b) => b - a);
  return places.reduce((rest, at) => rest.slice(0, at) + source.eol + rest.slice(at), tight);
}

function isBlockList(node: ParsedNode | null): boolean {
  return isCollection(node) && !isMap(node) && !inFlow(node as Collection);
}

/** Offsets of the lines that get a blank line above: an entry of several lines, or one behind such an entry. */
function gaps(text: string, entries: readonly Entry[]): number[] {
  const long = (entry: Entry | undefined) => entry !== undefined && text.slice(entry.start, entry.end).includes("\n");
  return entries.slice(1).flatMap((entry, i) => (long(entry) || long(entries[i]) ? [topOf(text, entry)] : []));
}

/** Start of the first line of an entry, or of the comments right above it at its indentation. */
function topOf(text: string, entry: Entry): number {
  let top = lineStart(text, entry.start);
  const remark = `${" ".repeat(entry.start - top)}#`;
  while (top > 0 && text.startsWith(remark, lineStart(text, top - 1))) top = lineStart(text, top - 1);
  return top;
}

function withoutBlankLines(text: string): string {
  const parts: string[] = [];
  let scalar = false;
  let atLineStart = true;
  /** Blanks at the start of a line, held back until something else stands on it. */
  let held = "";
  for (const token of new Lexer().lex(text)) {
    if (token === "\u0002" || token === "\u0018") continue;
    if (token === "\u001f") {
      scalar = true;
    } else if (!scalar && atLineStart && /^[ \t]+$/.test(token)) {
      held += token;
    } else {
      const blankLine = !scalar && atLineStart && /^\r?\n$/.test(token);
      if (!blankLine) parts.push(held, token);
      atLineStart = token.endsWith("\n") || (token === "\uFEFF" && atLineStart);
      held = "";
      scalar = false;
    }
  }
  return parts.join("");
}
