/** The YAML parser's complaints in the words of rule 8 of the brief language: what tripped it, and how to write it. */
import type { YAMLError } from "yaml";
import type { Code } from "../codes.ts";
import type { Desk } from "../desk.ts";

interface Trouble {
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
}
const QUOTE_WHOLE = "Put the whole text between quotation marks, or write it on indented lines after `>-`.";

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
}

function troubleAt(text: string, code: string, at: number, message: string): Trouble {
  const line = text.slice(startOfLine(text, at), at);
  const next = text[at] ?? "";
  if (code === "BAD_SCALAR_START")
    return {
      code: "reserved-start",
      message: `Unquoted text cannot begin with ${next === "`" ? "a backtick" : `\`${next}\``}.`,
      hint: QUOTE_WHOLE,
    };
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "BLOCK_IN_FLOW" || code === "MULTILINE_IMPLICIT_KEY")
    return {
      code: "colon-in-text",
      message: "A colon and a blank in unquoted text start a new entry here.",
      hint: `${QUOTE_WHOLE} If an entry is meant, put it on a line of its own, as far in as its neighbours.`,
    };
  if (code === "TAB_AS_INDENT")
    return { code: "tab", message: "A tab stands here.", hint: "Use blanks: two for each level of indentation." };
  if (code === "MISSING_CHAR" && /closing/u.test(message))
    return {
      code: "quote-not-closed",
      message: "A quotation mark opens here and is never closed.",
      hint: "Close it, or, if the text itself begins with the mark, put the whole text between the other kind of quotation marks.",
    };
  if (code === "BAD_INDENT" || /flow (map|seq)/iu.test(message))
    return {
      code: "bracket-not-closed",
      message: "A `[` or `{` is not closed, or is closed twice.",
      hint: "Count the brackets; lines inside them stand further in than the key before.",
    };
  if (code === "UNEXPECTED_TOKEN" && /["'][^"']*["']\s*$/u.test(line))
    return {
      code: "text-behind-quote",
      message: "Text goes on behind the closing quotation mark.",
      hint: "Text that begins with a quotation mark goes wholly between the other kind of marks: '\"No\" was his answer'.",
    };
  if (code === "UNEXPECTED_TOKEN" && /[\]}]\s*$/u.test(line))
    return {
      code: "text-behind-bracket",
      message: "Text goes on behind a closing bracket.",
      hint: `Text that begins with \`[\` or \`{\` is taken for a list or a mapping. ${QUOTE_WHOLE}`,
    };
  if (code === "UNEXPECTED_TOKEN" && /:\s+[>|]\S*\s+$/u.test(line))
    return {
      code: "block-text-start",
      message: "Behind `>` or `|` nothing may stand on the same line.",
      hint: "Long text: `>-` and then indented lines; text that begins with `>` or `|` goes between quotation marks.",
    };
  if (/block-seq-ind/u.test(message))
    return {
      code: "yaml",
      message: "A list with `-` begins behind other words.",
      hint: "Each `-` begins a line of its own; a short list goes in `[ ]`.",
    };
  return {
    code: "yaml",
    message: `YAML cannot be read here: ${message}.`,
    hint: "Check the indentation, the quotation marks and the brackets of this line and the one before.",
  };
}

/** Reports one complaint of the parser at its place. */
export function reportTrouble(desk: Desk, error: YAMLError): void {
  const [start, end] = error.pos;
  const trouble = troubleAt(desk.text, error.code, start, error.message);
  const lineEnd = desk.text.indexOf("\n", start);
  const stop = Math.max(start + 1, Math.min(end, lineEnd === -1 ? desk.text.length : lineEnd));
  desk.report(trouble.code, { start, end: stop }, trouble.message, trouble.hint);
}
