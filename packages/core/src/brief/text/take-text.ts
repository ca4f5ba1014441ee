/** A file's content as text, or why it cannot be one. */
import type { Code } from "../codes.ts";
import type { Span } from "../tree/node.ts";
import { decodeUtf8 } from "./decode-utf8.ts";

/** 5 MB: a hundred times the largest brief that anybody would read. */
const MAX_FILE_BYTES = 5_000_000;

interface TextProblem {
  readonly code: Code;
  readonly at: Span;
  readonly message: string;
  readonly hint?: string;
}
export interface TakenText {
  readonly text: string;
  readonly problems: readonly TextProblem[];
}

export function takeText(source: string | Uint8Array): TakenText {
  if (source.length > MAX_FILE_BYTES) {
    const message = `The file is larger than ${MAX_FILE_BYTES / 1_000_000} MB (${(source.length / 1_000_000).toFixed(1)} MB); it has not been read.`;
    return {
      text: "",
      problems: [
        {
          code: "file-too-large",
          at: { start: 0, end: 1 },
          message,
          hint: "A brief is written by people; keep texts and data in files of their own, named under `sources`.",
        },
      ],
    };
  }
  if (typeof source === "string") return checkCharacters(source);
  const decoded = decodeUtf8(source);
  if (!("badByteOffset" in decoded)) return checkCharacters(decoded.text);
  const { text, badByteOffset } = decoded;
  const byte = source[badByteOffset]!.toString(16).toUpperCase().padStart(2, "0");
  const wide =
    source.length > 1 && ((source[0] === 0xff && source[1] === 0xfe) || (source[0] === 0xfe && source[1] === 0xff));
  const hint = wide
    ? "It looks like UTF-16: save it as UTF-8."
    : "It may have been saved as Windows-1252 or Latin-1: save it as UTF-8.";
  const at = { start: text.length, end: text.length + 1 };
  return {
    text,
    problems: [
      {
        code: "not-utf8",
        at,
        message: `The file is not UTF-8: byte ${badByteOffset} (hexadecimal ${byte}) cannot stand here.`,
        hint,
      },
    ],
  };
}

function checkCharacters(text: string): TakenText {
  // Everything below the blank but tab and line ends, and the two code points that are no characters.
  const found = /[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text);
  if (found === null) return { text, problems: [] };
  const name = `U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  const message = `A character that no text has (${name}) stands here.`;
  return {
    text,
    problems: [
      {
        code: "control-character",
        at: { start: found.index, end: found.index + 1 },
        message,
        hint: "Is this the right file? Remove the character, or save the file as plain text in UTF-8.",
      },
    ],
  };
}
