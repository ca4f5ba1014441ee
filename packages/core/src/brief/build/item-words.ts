/** Words that a heading says for its items: an item's own words win, word by word. */
import type { Id, ItemWords } from "../brief.ts";

const INHERITED = [
  "forum",
  "nowBefore",
  "confirmedIn",
  "scope",
  "unless",
  "admission",
  "discussing",
  "posture",
  "carried",
  "basis",
] as const;

/** The words that stand on this very heading or issue. */
export function ownWords(id: Id, words: ItemWords): ItemWords {
  const own: Record<string, unknown> = {};
  for (const key of [...INHERITED, "card"] as const) if (words[key] !== undefined) own[key] = words[key];
  if (words.admission !== undefined) own["admissionGivenOn"] = id;
  return own;
}

/** What holds below: `own` before `above`. A card is for one sheet, so it is not handed down. */
export function handDown(above: ItemWords, own: ItemWords): ItemWords {
  const { card: _card, ...handed } = above;
  return { ...handed, ...own };
}
