/** `citation = "judgement" | "hindsight" | SOURCE | SOURCE#PASSAGE`. */
import type { Citation } from "../brief.ts";
import { isNameLike } from "./name.ts";
import type { Parsed } from "./parsed.ts";
import { fail } from "./parsed.ts";

export const PASSAGE = "[A-Za-z0-9][A-Za-z0-9./-]*";
const PASSAGE_ONLY = new RegExp(`^${PASSAGE}$`, "u");

export function isPassageLabel(text: string): boolean {
  return PASSAGE_ONLY.test(text);
}

export function parseCitation(text: string): Parsed<Citation> {
  if (text === "judgement" || text === "hindsight") return { value: { kind: text } };
  const cut = text.indexOf("#");
  const source = cut === -1 ? text : text.slice(0, cut);
  const passage = cut === -1 ? undefined : text.slice(cut + 1);
  if (!isNameLike(source))
    return fail(
      "not-a-citation",
      `\`${text}\` is not a citation.`,
      "Write `judgement`, `hindsight`, a source's name, or `SOURCE#PASSAGE`.",
    );
  if (passage === undefined) return { value: { kind: "source", source } };
  if (!isPassageLabel(passage))
    return fail(
      "not-a-citation",
      `\`${passage}\` cannot be a passage's label.`,
      "Labels hold letters, digits, points, slashes and hyphens: `note#3c`.",
    );
  return { value: { kind: "source", source, passage } };
}

export function printCitation(citation: Citation): string {
  if (citation.kind !== "source") return citation.kind;
  return citation.passage === undefined ? citation.source : `${citation.source}#${citation.passage}`;
}
