import type { Inline } from "./document.ts";

/** Widths in ems of the Times faces by kind of letter, after the metrics that Adobe published with Times-Roman. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[\s\u00a0.,]/u, 0.25],
  [/[ijlt;:|!‘’'/]/u, 0.28],
  [/[fr()[\]-]/u, 0.335],
  [/[s]/u, 0.39],
  [/[acez“”"]/u, 0.445],
  [/[mM]/u, 0.83],
  [/[wW%]/u, 0.8],
  [/[ABCDGHKNOQRUVXY]/u, 0.71],
  [/[\p{Lu}—]/u, 0.6],
];
const usual = 0.5;
const boldFactor = 1.07;
const raisedFactor = 0.6;

function kindWidth(letter: string): number {
  return kinds.find(([kind]) => kind.test(letter))?.[1] ?? usual;
}
/** The printable ASCII letters, looked up rather than tried. */
const asciiWidths = Float64Array.from({ length: 127 }, (_, code) => kindWidth(String.fromCharCode(code)));

function letterWidth(letter: string): number {
  return asciiWidths[letter.charCodeAt(0)] ?? kindWidth(letter);
}

/** Lines that a text takes in a width when words are not broken; width and size in points. */
export function countLines(runs: Inline, width: number, size: number): number {
  const blank = 0.25 * size;
  let count = 1;
  let at = 0;
  let word = 0;
  const endWord = (): void => {
    if (at > 0 && at + word > width) {
      count += 1;
      at = 0;
    }
    // a word longer than the line is broken where the line ends
    const over = Math.max(0, Math.ceil(word / width) - 1);
    count += over;
    at += word - over * width + blank;
    word = 0;
  };
  for (const run of runs) {
    const factor = (run.bold === true ? boldFactor : 1) * (run.raised === true ? raisedFactor : 1) * size;
    for (const letter of run.text) {
      if (letter === " ") endWord();
      else word += letterWidth(letter) * factor;
    }
  }
  endWord();
  return count;
}
