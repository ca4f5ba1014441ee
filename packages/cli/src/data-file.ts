/** Data files that are not briefs: their text, and what is wrong with them. */
import { type Diagnostic, formatDiagnostic } from "@demarche/core/brief";
import { exitCodes } from "./exit-codes.ts";
import { reportOf, Stop } from "./stop.ts";

/**
 * Text of a file: UTF-8, or UTF-16 where a mark at its beginning says so; anything else is refused rather than guessed. The mark
 * is dropped. @throws Stop at the first byte that cannot be, or that no text has
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw stopForBadByte(file, bytes, encoding);
  }
  const at = text.indexOf("\0");
  if (at < 0) return text;
  throw stopForDiagnostics([
    {
      code: "not-text",
      severity: "error",
      place: placeBehind(file, text.slice(0, at)),
      message: "A null character stands here, which no text has.",
      hint: "It is UTF-16 without its mark, or no text at all: save it as UTF-8, or check that it is the right file.",
    },
  ]);
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";
const namesOf: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 (as the mark at its beginning says)",
  "utf-16be": "UTF-16 (as the mark at its beginning says)",
};

function markedEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

function stopForBadByte(file: string, bytes: Uint8Array, encoding: Encoding): Stop {
  // The longest beginning that can be read ends before the byte that cannot be.
  let readable = 0;
  for (let step = bytes.length; step >= 1; step = Math.floor(step / 2))
    while (readable + step <= bytes.length && beginningOf(bytes, readable + step, encoding) !== undefined)
      readable += step;
  const before = beginningOf(bytes, readable, encoding) ?? "";
  const name = namesOf[encoding];
  // The character that cannot be read begins where the text before it ends.
  const at =
    encoding === "utf-8"
      ? new TextEncoder().encode(before).length + (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)
      : 2 + 2 * before.length;
  const message =
    readable === bytes.length
      ? `The file ends within a character of ${name}.`
      : `Byte ${at + 1} of the file, 0x${bytes[at]!.toString(16).toUpperCase().padStart(2, "0")}, cannot stand in a text in ${name}.`;
  return stopForDiagnostics([
    {
      code: "not-utf8",
      severity: "error",
      place: placeBehind(file, before),
      message,
      hint:
        encoding === "utf-8"
          ? "It may have been saved as Windows-1252 or Latin-1: save it as UTF-8."
          : "Save it as UTF-8.",
    },
  ]);
}

/** The first bytes as text, a character that is cut off left out; undefined where they cannot be one. */
function beginningOf(bytes: Uint8Array, length: number, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}

function placeBehind(file: string, text: string): Diagnostic["place"] {
  const lines = text.split(/\r\n|\r|\n/);
  return { file, line: lines.length, column: [...lines.at(-1)!].length + 1, length: 1 };
}

/** A data file begins with a brace, or is called .json; anything else is a brief. */
export function isJson(file: string, bytes: Uint8Array): boolean {
  if (/\.json$/i.test(file)) return true;
  const first = bytes.find((byte) => byte > 32 && byte < 127);
  return first === "{".charCodeAt(0);
}

/** Ends the command with every error, by place. */
export function stopForDiagnostics(diagnostics: readonly Diagnostic[]): Stop {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
  return new Stop(
    exitCodes.inputErrors,
    [...diagnostics.map(formatDiagnostic), `${count}; nothing has been written.`].join("\n"),
    errors.map(reportOf),
  );
}
