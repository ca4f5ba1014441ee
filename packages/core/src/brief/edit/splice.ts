/** The one way text changes here: a run of characters is replaced, so everything else stays byte for byte. */
import type { Splice } from "./edit.ts";

export function cut(text: string, from: number, to: number, becomes: string): Splice {
  return { edit: "splice", at: from, was: text.slice(from, to), becomes };
}

/** The text with the splice applied; undefined where the text no longer holds what the splice replaces. */
export function applySplice(text: string, splice: Splice): string | undefined {
  const end = splice.at + splice.was.length;
  if (splice.at < 0 || text.slice(splice.at, end) !== splice.was) return undefined;
  return text.slice(0, splice.at) + splice.becomes + text.slice(end);
}

export function invertSplice(splice: Splice): Splice {
  return { edit: "splice", at: splice.at, was: splice.becomes, becomes: splice.was };
}
