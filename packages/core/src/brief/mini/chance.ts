/** `chance = "unknown" | WORD | quantity followed by one %`; a bare number is an error, since 0.3 and 30 would both be guesses. */
import type { Chance, LikelihoodWord } from "../brief.ts";
import { NUMBER, printNumber } from "./number.ts";
import type { Parsed } from "./parsed.ts";
import { fail } from "./parsed.ts";
import { parseQuantity, printQuantity } from "./spread.ts";

/** ICD 203 (2015), D.6.e.(2).(a), first row of words. */
export const ICD203_WORDS: readonly LikelihoodWord[] = [
  "almost no chance",
  "very unlikely",
  "unlikely",
  "roughly even",
  "likely",
  "very likely",
  "almost certain",
];
/** The yardstick of the United Kingdom's Professional Head of Intelligence Assessment. */
export const PHIA_WORDS: readonly LikelihoodWord[] = [
  "remote chance",
  "highly unlikely",
  "unlikely",
  "realistic possibility",
  "likely or probable",
  "highly likely",
  "almost certain",
];
const WORDS: ReadonlySet<string> = new Set([...ICD203_WORDS, ...PHIA_WORDS]);
const BARE_NUMBER = new RegExp(`^(?:uniform\\s+)?${NUMBER}(?:\\.\\.${NUMBER}){0,2}$`, "u");

export function parseChance(text: string): Parsed<Chance> {
  if (text === "unknown") return { value: { kind: "unknown" } };
  if (WORDS.has(text)) return { value: { kind: "word", word: text as LikelihoodWord } };
  if (text.endsWith("%")) {
    const parsed = parseQuantity(text.slice(0, -1).trimEnd());
    if ("value" in parsed && parsed.value.kind !== "unknown") return { value: parsed.value };
    if (/%.*%/u.test(text))
      return fail("not-a-chance", `\`${text}\` has more than one percent sign.`, "One `%`, at the end: `10..30%`.");
    if ("problem" in parsed) return parsed;
  }
  if (BARE_NUMBER.test(text))
    return fail(
      "chance-without-percent",
      `\`${text}\` is a bare number; a chance has a percent sign.`,
      /^0\.[0-9]+$/u.test(text)
        ? `Write \`${printNumber(Math.round(Number(text) * 1e8) / 1e6)}%\` if a part of one is meant, \`${text}%\` if per cent.`
        : `Write \`${text}%\`.`,
    );
  return fail(
    "not-a-chance",
    `\`${text}\` is not a chance.`,
    `A percentage (\`20%\`, \`10..30%\`), \`unknown\`, or a word: ${ICD203_WORDS.join(", ")}.`,
  );
}

export function printChance(chance: Chance): string {
  if (chance.kind === "word") return chance.word;
  return chance.kind === "unknown" ? "unknown" : `${printQuantity(chance)}%`;
}
