/** Fitting text to a terminal. Widths are in characters; wide letters of East Asia count for one, and may stand out. */

/** Exactly `width` characters: cut with an ellipsis, or filled with blanks. */
export function fitted(text: string, width: number): string {
  const letters = [...text];
  return letters.length > width
    ? `${letters
        .slice(0, width - 1)
        .join("")
        .trimEnd()}…`.padEnd(width)
    : text.padEnd(width + text.length - letters.length);
}

/** Lines of at most `width` characters, broken between words; a longer word stands alone. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    if (line !== "" && [...line].length + 1 + [...word].length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
