/** Fitting text to a terminal. Widths are in characters as people count them; wide letters of East Asia count for one. */
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function charactersOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Exactly `width` characters: cut with an ellipsis (one character also in ASCII), or filled with blanks. */
export function fitted(text: string, width: number, unicode: boolean): string {
  const characters = charactersOf(text);
  if (characters.length <= width) return text + " ".repeat(width - characters.length);
  const cut = characters
    .slice(0, width - 1)
    .join("")
    .trimEnd();
  return cut + (unicode ? "…" : "~") + " ".repeat(width - 1 - charactersOf(cut).length);
}

/** Lines of at most `width` characters, broken between words; a longer word stands alone. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && charactersOf(longer).length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
