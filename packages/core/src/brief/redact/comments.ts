/** The comments of a YAML text: where they stand, and which belong to an entry. */
import { Lexer } from "yaml";
import { lineEnd, lineStart } from "../edit/source-text.ts";

export interface Comment {
  /** Offsets of the text from `#` to the end of the line. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Nothing but blanks before it on its line. */
  readonly alone: boolean;
  /** Comments on neighbouring lines of their own at one indentation are one remark; its number. */
  readonly remark: number;
}

/** The lexer's marks that take no room in the text: document, end of a flow, scalar. */
const NO_ROOM: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);

export function findComments(text: string): Comment[] {
  const comments: Comment[] = [];
  let at = 0;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    if (NO_ROOM.has(token)) {
      scalar = token === "\u001f";
      continue;
    }
    if (token.startsWith("#") && !scalar) comments.push(commentAt(text, at, token, comments.at(-1)));
    scalar = false;
    at += token.length;
  }
  return comments;
}

function commentAt(text: string, start: number, token: string, before: Comment | undefined): Comment {
  const from = lineStart(text, start);
  const alone = text.slice(from, start).trim() === "";
  const continues =
    alone &&
    before?.alone === true &&
    /^\r?\n$/.test(text.slice(before.end, from)) &&
    start - from === before.start - lineStart(text, before.start);
  const trimmed = token.trimEnd();
  const remark = before === undefined ? 0 : continues ? before.remark : before.remark + 1;
  return { start, end: start + trimmed.length, text: trimmed, alone, remark };
}

/**
 * The comments that go with the entry from `start` to `end`: within it, behind it on its last line, on lines right
 * above it at its own indentation, and below it where they stand deeper than it.
 */
export function commentsOf(text: string, comments: readonly Comment[], start: number, end: number): Comment[] {
  const column = start - lineStart(text, start);
  const lastLine = lineEnd(text, end);
  const beginsLine = text.slice(lineStart(text, start), start).trim() === "";
  const within = comments.filter((comment) => comment.start >= start && comment.start < lastLine);
  const mine = within.filter((one) => one.start < end || /^[\s,]*$/.test(text.slice(end, one.start)));
  if (!beginsLine) return mine;
  let bottom = lastLine;
  for (const below of comments) {
    if (below.start <= lastLine) continue;
    const deeper = below.alone && below.start - lineStart(text, below.start) > column;
    if (!deeper || text.slice(bottom, below.start).trim() !== "") break;
    mine.push(below);
    bottom = below.end;
  }
  let top = lineStart(text, start);
  for (const above of comments.filter((one) => one.start < start).reverse()) {
    const near = above.alone && /^\r?\n$/.test(text.slice(above.end, top));
    if (!near || above.start - lineStart(text, above.start) !== column) break;
    mine.push(above);
    top = lineStart(text, above.start);
  }
  return mine;
}

/** The text without these comments, nor the lines that held nothing else. */
export function dropComments(text: string, comments: readonly Comment[]): string {
  const fromTheEnd = comments.toSorted((a, b) => b.start - a.start);
  return fromTheEnd.reduce((rest, { start, end, alone }) => {
    if (!alone) return rest.slice(0, start).replace(/[ \t]+$/, "") + rest.slice(end);
    const from = lineStart(rest, start);
    const next = rest.indexOf("\n", end);
    return rest.slice(0, from) + (next < 0 ? "" : rest.slice(next + 1));
  }, text);
}
