/**
 * How wide a text will be, before any browser has set it: advance widths of the Arial family (Arial, Helvetica and
 * Liberation Sans agree), in thousandths of the font size, with a margin for other faces.
 */

const groups: readonly (readonly [string, number])[] = [
  ["ijl'|", 222],
  [" !,./:;[]\\ftI·", 278],
  ["()-r`", 333],
  ['"', 355],
  ["*", 389],
  ["^", 469],
  ["cksvxyzJ", 500],
  ["#$0123456789?_abdeghnopquL–", 556],
  ["+<=>~", 584],
  ["FTZ", 611],
  ["&ABEKPSVXY", 667],
  ["CDHNRUw", 722],
  ["GOQ", 778],
  ["mM", 833],
  ["%", 889],
  ["W—…", 970],
  ["@", 1015],
];
const advance = new Map<string, number>();
for (const [characters, width] of groups) for (const character of characters) advance.set(character, width);

const combining = /^\p{M}$/u;
const wide = /^[\p{Extended_Pictographic}\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]$/u;
const bareLetter = (character: string) => character.normalize("NFD").charAt(0);

/** Of a character that is not in the table: an accented letter is as wide as the bare one, a mark takes no room. */
function advanceOf(character: string): number {
  if (combining.test(character)) return 0;
  return wide.test(character) ? 1250 : (advance.get(bareLetter(character)) ?? 700);
}

/** Width in the units of `size`. Bold is a tenth wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) {
    thousandths += advance.get(character) ?? advanceOf(character);
  }
  return (thousandths / 1000) * size * (bold ? 1.1 : 1.03);
}

/** The text cut to a width, with an ellipsis where something was cut; cuts between whole characters. */
export function abbreviate(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join("")}…`, size) > width) characters.pop();
  return `${characters.join("").replace(/[\s,;:–-]+$/u, "")}…`;
}

function splitLongWord(word: string, width: number, size: number): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && textWidth(`${part}${character}-`, size) > width) {
      parts.push(`${part}-`);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

export interface Wrapped {
  readonly lines: readonly string[];
  /** Something did not fit in the lines allowed and was cut. */
  readonly cut: boolean;
}

/** Lines no wider than `width`, at most `most` of them; the last is abbreviated where more would follow. */
export function wrapText(text: string, width: number, size: number, most = 99): Wrapped {
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(/\s+/u)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const parts = textWidth(word, size) <= width ? [word] : splitLongWord(word, width, size);
    lines.push(...parts.slice(0, -1));
    line = parts[parts.length - 1] ?? "";
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return { lines, cut: false };
  return { lines: [...lines.slice(0, most - 1), abbreviate(lines.slice(most - 1).join(" "), width, size)], cut: true };
}
