/** Positions files in the wild are Windows-1252 as often as UTF-8: which one is found out, and said. */
import { decodeUtf8 } from "../brief/text/decode-utf8.ts";

export interface DecodedText {
  readonly text: string;
  readonly encoding: "UTF-8" | "Windows-1252";
}

/** What Windows-1252 has at 0x80..0x9F; the five it leaves open stand for themselves (WHATWG Encoding Standard). */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * UTF-8 where the bytes can be that (a byte order mark is dropped), else Windows-1252, in which every byte is something.
 * Files that were once turned from the one into the other by mistake keep control characters where Windows-1252 has
 * quotation marks and dashes: these are read as what was meant.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf8 = decodeUtf8(bytes);
  if (!("badByteOffset" in utf8))
    return { text: utf8.text.replace(/^\uFEFF/, "").replace(/[\u0080-\u009f]/g, asMeant), encoding: "UTF-8" };
  let text = "";
  for (const byte of bytes) text += byte >= 0x80 && byte <= 0x9f ? upper[byte - 0x80]! : String.fromCharCode(byte);
  return { text, encoding: "Windows-1252" };
}

const asMeant = (control: string) => upper[control.charCodeAt(0) - 0x80]!;
