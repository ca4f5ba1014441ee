import { messages } from "./messages.ts";

/** First letter as a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text as it stands inside a sentence: an article or pronoun at its head loses its capital, a name keeps it; no full stop at the end. */
export function insideSentence(text: string): string {
  const first = text.split(/[\s’']/u, 1)[0] ?? "";
  const lowered = (messages.lowered as readonly string[]).includes(first)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
  return lowered.replace(/\.$/u, "");
}

/** "a", "a and b", "a, b and c"; where a part has a comma of its own, "a, with b; c". */
export function listText(parts: readonly string[], word: string = messages.and): string {
  if (parts.length < 2) return parts[0] ?? "";
  if (parts.some((part) => part.includes(","))) return parts.join("; ");
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts[parts.length - 1]}`;
}

/** The text with a full stop, unless it ends in a mark of its own. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…:][”’)]?$/u.test(trimmed) ? capitalise(trimmed) : `${capitalise(trimmed)}.`;
}

/** Between English quotation marks. */
export function quoted(text: string): string {
  return `‘${text}’`;
}

/** Straight quotation marks, apostrophes and code marks as print has them: "Press", 'Press' and `Press` → ‘Press’, don't → don’t. */
export function typeset(text: string): string {
  return text.replace(/(^|[\s(])["'`]/gu, "$1‘").replace(/["'`]/gu, "’");
}
