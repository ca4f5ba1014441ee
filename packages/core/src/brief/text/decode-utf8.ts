/** Bytes to text, strictly: the core has no TextDecoder it could rely on, and a wrong byte must be named by its place. */

export type Decoded = { readonly text: string } | { readonly text: string; readonly badByteOffset: number };

const CHUNK_UNITS = 8192;

/** Shape of one UTF-8 sequence by its first byte: continuation bytes, payload mask, least code point (no overlong forms). */
function sequenceOf(
  lead: number,
): { readonly more: number; readonly mask: number; readonly least: number } | undefined {
  if (lead >= 0xc2 && lead <= 0xdf) return { more: 1, mask: 0x1f, least: 0x80 };
  if (lead >= 0xe0 && lead <= 0xef) return { more: 2, mask: 0x0f, least: 0x800 };
  if (lead >= 0xf0 && lead <= 0xf4) return { more: 3, mask: 0x07, least: 0x10000 };
  return undefined;
}

function codePointAt(bytes: Uint8Array, at: number): { readonly point: number; readonly length: number } | undefined {
  const lead = bytes[at]!;
  if (lead < 0x80) return { point: lead, length: 1 };
  const sequence = sequenceOf(lead);
  if (sequence === undefined) return undefined;
  let point = lead & sequence.mask;
  for (let k = 1; k <= sequence.more; k += 1) {
    const next = bytes[at + k];
    if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (next & 0x3f);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  if (point < sequence.least || point > 0x10ffff || surrogate) return undefined;
  return { point, length: sequence.more + 1 };
}

/** Decodes UTF-8 (RFC 3629). At the first byte that cannot be, stops: `text` is what came before it. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  let text = "";
  let units: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = codePointAt(bytes, at);
    if (found === undefined) return { text: text + String.fromCharCode(...units), badByteOffset: at };
    if (found.point > 0xffff) {
      const rest = found.point - 0x10000;
      units.push(0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
    } else units.push(found.point);
    at += found.length;
    if (units.length >= CHUNK_UNITS) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return { text: text + String.fromCharCode(...units) };
}
