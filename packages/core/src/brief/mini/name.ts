/** Names given in a brief: `[a-z][a-z0-9]*(-[a-z0-9]+)*`. */
import type { Parsed } from "./parsed.ts";
import { fail } from "./parsed.ts";

export const NAME = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";
const NAME_ONLY = new RegExp(`^${NAME}$`, "u");

/** Words that conditions and mini-forms need for themselves. */
export const RESERVED: ReadonlySet<string> = new Set(
  "and or not is on accepts before after better unknown everything members nobody judgement hindsight".split(" "),
);

export function isNameLike(text: string): boolean {
  return NAME_ONLY.test(text) && !RESERVED.has(text);
}

/** A readable text as a name: lower case, hyphens for blanks, no accents or other marks. */
export function toName(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const hyphened = plain.replace(/[^a-z0-9]+/gu, "-").replace(/^[-0-9]+|-+$/gu, "");
  return hyphened;
}

export function parseName(text: string): Parsed<string> {
  if (RESERVED.has(text))
    return fail(
      "reserved-name",
      `\`${text}\` is a word of the language and cannot be a name.`,
      "Choose another name; what is printed can be given with `name:`.",
    );
  if (NAME_ONLY.test(text)) return { value: text };
  const proposed = toName(text);
  const hint = isNameLike(proposed)
    ? `Write \`${proposed}\`; what is printed can be given with \`name:\`.`
    : "A name begins with a letter and holds lower-case letters, digits and single hyphens: `second-round`.";
  return fail("malformed-name", `\`${text}\` is not a name.`, hint);
}
