/** Data files in the wild are Windows-1252 and UTF-16 as often as UTF-8: which one is found out, and said. */
import { decodeUtf8 } from "../brief/text/decode-utf8.ts";
import type { Notes } from "./notes.ts";

export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** What Windows-1252 has at 0x80..0x9F; the five it leaves open stand for themselves (WHATWG Encoding Standard). */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * UTF-16 where a byte order mark says so; UTF-8 where the bytes can be that; else Windows-1252, in which every byte is something.
 * A mark is dropped. Files that were once turned from the one into the other by mistake keep control characters where
 * Windows-1252 has quotation marks and dashes: these are read as what was meant.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: wideText(bytes, false), encoding: "UTF-16" };
  if (first === 0xfe && second === 0xff) return { text: wideText(bytes, true), encoding: "UTF-16" };
  const utf8 = decodeUtf8(bytes);
  if (!("badByteOffset" in utf8))
    return { text: utf8.text.replace(/^\uFEFF/, "").replace(/[\u0080-\u009f]/g, asMeant), encoding: "UTF-8" };
  let text = "";
  for (const byte of bytes) text += byte >= 0x80 && byte <= 0x9f ? upper[byte - 0x80]! : String.fromCharCode(byte);
  return { text, encoding: "Windows-1252" };
}

/**
 * As `decodeText`, for text only: a character that no text has, as in a program, a picture or UTF-16 without its mark, is an
 * error in the notes, and nothing after it is read.
 */
export function decodeData(bytes: Uint8Array, notes: Notes): DecodedText {
  const { text, encoding } = decodeText(bytes);
  const at = text.search(/(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}|\ufffe/u);
  if (at < 0 && !(encoding === "UTF-16" && bytes.length % 2 === 1)) return { text, encoding };
  const lines = text.slice(0, at < 0 ? text.length : at).split(/\r\n|\r|\n/);
  const [line, column] = [lines.length, lines.at(-1)!.length + 1];
  if (at < 0)
    notes.add("not-text", line, "The file ends in the middle of a character of UTF-16.", "Is it complete?", column);
  else if (text[at] === "\0" && encoding === "UTF-8")
    notes.add(
      "not-text",
      line,
      "A null character stands here: the file is UTF-16 without its mark, or no text.",
      "Save it as UTF-8 (in Excel: CSV UTF-8), or check that it is the right file.",
      column,
    );
  else
    notes.add(
      "not-text",
      line,
      `A character stands here that no text has (code ${text.charCodeAt(at)}).`,
      "Check that it is the right file; a spreadsheet is saved as CSV UTF-8 first.",
      column,
    );
  return { text: lines.join("\n"), encoding };
}

const asMeant = (control: string) => upper[control.charCodeAt(0) - 0x80]!;

/** UTF-16 behind its mark. @param bigEndian whether the higher byte of a pair comes first */
function wideText(bytes: Uint8Array, bigEndian: boolean): string {
  const units: string[] = [];
  const chunk: number[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    chunk.push(bigEndian ? (bytes[at]! << 8) | bytes[at + 1]! : (bytes[at + 1]! << 8) | bytes[at]!);
    if (chunk.length === 8192) units.push(String.fromCharCode(...chunk.splice(0)));
  }
  return `${units.join("")}${String.fromCharCode(...chunk)}`;
}
