/** Patterns over options: one digit per option, -1 for any. */
import type { CompiledOption } from "./graph.ts";
import { cutShort, failOnce, type ModelPath, type Result, succeed } from "./problem.ts";

export type Pattern = Int8Array;
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** One character per option: Y or N, a digit of a multi-valued issue, or "-". */
export function readPattern(text: string, options: readonly CompiledOption[], path: ModelPath): Result<Pattern> {
  if (text.length !== options.length) {
    return failOnce(
      "conflict-bad-pattern",
      path,
      `The pattern "${cutShort(text)}" has ${text.length} characters, but there are ${options.length} options.`,
      "Write one character per option, in their order: Y, N, or - for any.",
    );
  }
  const pattern = new Int8Array(options.length).fill(-1);
  for (let o = 0; o < options.length; o++) {
    const letter = text[o]!;
    if (letter === "-") continue;
    const option = options[o]!;
    const digit = option.plain ? "NY".indexOf(letter) : DIGITS.indexOf(letter);
    if (digit < 0 || digit >= option.values.length) {
      const expected = option.plain ? "Y, N or -" : `0 to ${DIGITS[option.values.length - 1]} or -`;
      return failOnce(
        "conflict-bad-pattern",
        path,
        `The pattern "${cutShort(text)}" has "${letter}" for the option ${option.name}; expected ${expected}.`,
      );
    }
    pattern[o] = digit;
  }
  return succeed(pattern);
}
