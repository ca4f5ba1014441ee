/**
 * A first pass over the YAML lexer's tokens, before anything is built: what YAML allows and a brief does not
 * (anchors, aliases, tags, tabs), comments that swallow a value, and nesting so deep that it can only be an attack.
 */
import { Lexer } from "yaml";
import type { Desk } from "../desk.ts";

const MAX_DEPTH = 64;
const MAX_INDENT = 200;
/** The lexer's marks that take no room in the text: document start, flow end, scalar to follow. */
const MARKS = new Set(["\u0002", "\u0018", "\u001f"]);
const SCALAR_FOLLOWS = "\u001f";

/** Reports what it finds; false where the text must not be built into a tree. */
export function scanTokens(desk: Desk): boolean {
  let offset = 0;
  let depth = 0;
  let dashes = 0;
  let lineHasValue = false;
  let atLineStart = true;
  let scalar = false;
  let sound = true;
  for (const token of new Lexer().lex(desk.text)) {
    if (MARKS.has(token) && !scalar) {
      scalar = token === SCALAR_FOLLOWS;
      continue;
    }
    const at = { start: offset, end: offset + token.length };
    offset = at.end;
    if (scalar) {
      scalar = false;
      lineHasValue = true;
      atLineStart = false;
      continue;
    }
    const first = token[0];
    if (token === "" || token === "\n" || token === "\r\n") {
      lineHasValue = false;
      atLineStart = true;
      dashes = 0;
      continue;
    }
    if (first === " " || first === "\t") {
      if (token.includes("\t")) {
        const tab = offset - token.length + token.indexOf("\t");
        desk.report(
          "tab",
          { start: tab, end: tab + 1 },
          "A tab stands here.",
          "Use blanks: two for each level of indentation.",
        );
        sound = false;
      }
      if (atLineStart && token.length > MAX_INDENT) return tooDeep(desk, at);
      continue;
    }
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    else if (token === "-" || token === "?") dashes += 1;
    if (depth > MAX_DEPTH || dashes > MAX_DEPTH) return tooDeep(desk, at);
    if (first === "#") checkComment(desk, token, at, lineHasValue);
    else if (token !== "-") sound = checkToken(desk, token, at) && sound;
    if (first !== "#") lineHasValue = true;
    atLineStart = false;
  }
  return sound;
}

function tooDeep(desk: Desk, at: { start: number; end: number }): false {
  desk.report(
    "too-deep",
    at,
    `More than ${MAX_DEPTH} levels stand within each other here.`,
    "A brief never needs more than about twenty.",
  );
  return false;
}

function checkComment(desk: Desk, token: string, at: { start: number; end: number }, behindValue: boolean): void {
  if (!behindValue || token.length === 1 || token[1] === " ") return;
  const word = token.split(/\s/u)[0]!;
  desk.report(
    "comment-swallows-text",
    at,
    `YAML takes \`${word}\` and the rest of the line for a comment and drops it.`,
    `To cite a passage, write it without a blank before "#": \`note#3c\`; a comment behind a value begins with "# ", blank included; text with " #" goes between quotation marks.`,
  );
}

function checkToken(desk: Desk, token: string, at: { start: number; end: number }): boolean {
  const quote = "If it is text, put it between quotation marks.";
  switch (token[0]) {
    case "&":
      desk.report(
        "anchor",
        at,
        `\`${token}\` is a YAML anchor; a brief has none.`,
        `${quote} Otherwise say the thing where it belongs; blocs and headings save saying it twice.`,
      );
      return false;
    case "*":
      desk.report(
        "alias",
        at,
        `\`${token}\` is a YAML alias; a brief has none.`,
        `${quote} Otherwise write out what it stands for.`,
      );
      return false;
    case "!":
      desk.report("tag", at, `\`${token}\` is a YAML tag; a brief has none.`, quote);
      return false;
    case "?":
      desk.report("explicit-key", at, "A `?` that begins a YAML key stands here; a brief writes `key: value`.", quote);
      return false;
    default:
      if (token[0] === "%" && at.start === desk.text.lastIndexOf("\n", at.start) + 1) {
        desk.report(
          "directive",
          at,
          "A line that begins with `%` is a YAML directive; a brief has none.",
          "Remove the line.",
        );
        return false;
      }
      return true;
  }
}
