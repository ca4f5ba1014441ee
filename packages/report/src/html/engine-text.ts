/** A message of the engines with a printer's quotation marks and apostrophes. Verbatim words of the brief never pass here. */
export function engineText(text: string): string {
  // apostrophes first, so that what is left of them are quotation marks
  return text
    .replace(/(\p{L})'(?=\p{L})/gu, "$1’")
    .replace(/"([^"]*)"/gu, "‘$1’")
    .replace(/(^|[\s(])'([^']*)'(?=[\s.,;:)?!]|$)/gu, "$1‘$2’");
}
