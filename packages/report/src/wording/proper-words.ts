import type { Brief } from "@demarche/core/brief";

/**
 * Words that the brief's prose always writes with a capital, by their lower-case form ("alphand" → "Alphand"):
 * an id such as `sound-out-alphand` can then be printed as its author would write it. What only some readers may know is
 * not read: a capital taken from it would be a trace of it in papers for others, or between theirs and the full ones.
 */
export function properWords(brief: Brief): ReadonlyMap<string, string> {
  const proper = new Map<string, string>();
  const common = new Set<string>();
  const read = (text: string): void => {
    const words = text.split(/\s+/u);
    for (const [at, word] of words.entries()) {
      const letters = word.replace(/^[^\p{L}]+|[^\p{L}]+$|[’'].*$/gu, "");
      if (/^\p{Ll}/u.test(letters)) common.add(letters);
      const startsSentence = at === 0 || (/[.:!?·]$/u.test(words[at - 1]!) && !isInitial(words[at - 1]!));
      if (/^\p{Lu}/u.test(letters) && !startsSentence) proper.set(letters.toLowerCase(), letters);
    }
  };
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      if (/\s/u.test(value)) read(value);
    } else if (value !== null && typeof value === "object" && !("onlyFor" in value)) {
      for (const entry of Object.values(value)) visit(entry);
    }
  };
  visit(brief);
  for (const party of brief.parties) {
    if ("onlyFor" in party) continue;
    if (party.name !== undefined && !/\s/u.test(party.name)) proper.set(party.name.toLowerCase(), party.name);
  }
  for (const word of common) proper.delete(word);
  return proper;
}

/** "J." before a name ends no sentence. */
const isInitial = (word: string): boolean => /^\p{Lu}\.(?:-?\p{Lu}\.)*$/u.test(word);
