/**
 * A first pass over the YAML lexer's tokens, before anything is built: what YAML allows and a brief does not, brackets and
 * quotation marks that are not closed, comments that swallow a value, and nesting so deep that it can only be an attack.
 */
import { Lexer } from "yaml";
import type { Desk } from "../desk.ts";
import { checkToken } from "./check-token.ts";
import type { Span } from "./node.ts";

const MAX_DEPTH = 64;
const MAX_INDENT = 200;
/** The lexer's marks, which take no room in the text: a document begins; brackets end too soon; a scalar follows. */
const DOCUMENT = "\u0002";
const BRACKETS_END = "\u0018";
const SCALAR_FOLLOWS = "\u001f";

interface Scan {
  readonly desk: Desk;
  readonly brackets: Span[];
  /** `-` and `?` on this line. */
  signs: number;
  lineHasValue: boolean;
  sound: boolean;
}

/** Reports what it finds; false where the text must not be built into a tree. */
export function scanTokens(desk: Desk): boolean {
  const scan: Scan = { desk, brackets: [], signs: 0, lineHasValue: false, sound: true };
  let offset = 0;
  let scalar = false;
  for (const token of new Lexer().lex(desk.text)) {
    if (!scalar && (token === DOCUMENT || token === SCALAR_FOLLOWS)) {
      scalar = token === SCALAR_FOLLOWS;
      continue;
    }
    if (!scalar && token === BRACKETS_END) return notClosed(scan);
    const at = { start: offset, end: offset + token.length };
    offset = at.end;
    if (scalar) scan.lineHasValue = true;
    else if (!scanToken(scan, token, at)) return false;
    scalar = false;
  }
  return scan.brackets.length > 0 ? notClosed(scan) : scan.sound;
}

/** False where it makes no sense to go on. */
function scanToken(scan: Scan, token: string, at: Span): boolean {
  const { desk, brackets } = scan;
  const first = token[0];
  if (first === undefined || token === "\n" || token === "\r\n") {
    scan.lineHasValue = false;
    scan.signs = 0;
    return true;
  }
  if (first === " " || first === "\t") return scanBlanks(scan, token, at);
  if (first === "#") {
    checkComment(desk, token, at, scan.lineHasValue);
    return true;
  }
  scan.lineHasValue = true;
  if (token === "[" || token === "{") brackets.push(at);
  else if ((token === "]" || token === "}") && brackets.pop() === undefined) {
    desk.report(
      "bracket-not-closed",
      at,
      `A \`${token}\` closes what was not opened.`,
      "Remove it, or open a bracket before.",
    );
    return false;
  }
  if (token === "-" || token === "?") scan.signs += 1;
  if (brackets.length > MAX_DEPTH || scan.signs > MAX_DEPTH) return tooDeep(desk, at);
  if ((first === '"' || first === "'") && !isClosed(token, first)) {
    const hint =
      "Close it; or, if the text itself begins with the mark, put the whole text between the other kind of quotation marks.";
    desk.report(
      "quote-not-closed",
      { start: at.start, end: at.start + 1 },
      "A quotation mark opens here and is never closed.",
      hint,
    );
    return false;
  }
  if (!checkToken(desk, token, at)) scan.sound = false;
  return true;
}

/** True if a quoted token ends with its own mark; within, marks come in pairs ('') or behind a backslash (\\"). */
function isClosed(token: string, mark: string): boolean {
  if (token.length < 2 || !token.endsWith(mark)) return false;
  const inside = token.slice(1, -1);
  if (mark === "'") return !inside.replaceAll("''", "").includes("'");
  return (/\\*$/u.exec(inside)?.[0].length ?? 0) % 2 === 0;
}

function scanBlanks(scan: Scan, token: string, at: Span): boolean {
  const { desk, lineHasValue, signs } = scan;
  if (token.includes("\t")) {
    const tab = at.start + token.indexOf("\t");
    desk.report(
      "tab",
      { start: tab, end: tab + 1 },
      "A tab stands here.",
      "Use blanks: two for each level of indentation.",
    );
    scan.sound = false;
  }
  return lineHasValue || signs > 0 || token.length <= MAX_INDENT || tooDeep(desk, at);
}

function notClosed({ desk, brackets }: Scan): false {
  const at = brackets.at(-1) ?? { start: 0, end: 1 };
  const mark = desk.text[at.start];
  desk.report(
    "bracket-not-closed",
    at,
    `A \`${mark}\` opens here and is not closed.`,
    `Close it with \`${mark === "[" ? "]" : "}"}\`; lines inside it stand further in than the key before it.`,
  );
  return false;
}

function tooDeep(desk: Desk, at: Span): false {
  desk.report(
    "too-deep",
    at,
    `More than ${MAX_DEPTH} levels stand within each other here.`,
    "A brief never needs more than about twenty.",
  );
  return false;
}

function checkComment(desk: Desk, token: string, at: Span, behindValue: boolean): void {
  if (!behindValue || token.trimEnd().length === 1 || token[1] === " ") return;
  const word = token.split(/\s/u)[0]!;
  desk.report(
    "comment-swallows-text",
    at,
    `YAML takes \`${word}\` and the rest of the line for a comment and drops it.`,
    'A passage is cited without a blank before "#": `note#3c`; a comment behind a value begins with "# ", blank included; text with " #" goes between quotation marks.',
  );
}
