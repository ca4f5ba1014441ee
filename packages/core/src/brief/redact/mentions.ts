/** Whether text for people speaks of a hidden name. */
import type { GivenName } from "./names.ts";
import { childAt, type Spot, textsOf, walk } from "./spot.ts";

/** A spelling by which a hidden thing could be recognised. */
export interface Spelling {
  readonly text: string;
  readonly of: GivenName;
}

/**
 * Ids, printed names and other spellings of hidden things, less those that a visible thing shares. Of options,
 * signals, instances and passages only printed names and ids with a hyphen: their short ids are everyday words.
 */
export function spellingsOf(hidden: readonly GivenName[], visible: readonly Spot[]): Spelling[] {
  const shared = new Set(visible.flatMap((spot) => ownSpellings(spot)).map((text) => text.toLowerCase()));
  return hidden.flatMap((given) => {
    const ids =
      given.within === undefined || given.name.includes("-") ? [given.name, given.name.replaceAll("-", " ")] : [];
    const texts = new Set([...ids, ...ownSpellings(given.spot)]);
    return [...texts]
      .filter((text) => text.trim() !== "" && !shared.has(text.toLowerCase()))
      .map((text): Spelling => ({ text, of: given }));
  });
}

function ownSpellings(spot: Spot): string[] {
  const short = spot.form === "name" && spot.shape === "text" && spot.prose ? [spot.text] : [];
  return [...short, ...textsOf(childAt(spot, "name")), ...textsOf(childAt(spot, "also called"))];
}

export function findMention(text: string, spellings: readonly Spelling[]): Spelling | undefined {
  return spellings.find((spelling) => {
    const plain = spelling.text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
    return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, "iu").test(text);
  });
}

export function visibleProse(root: Spot, isGone: (spot: Spot) => boolean): Spot[] {
  return [...walk(root)].filter((spot) => spot.prose && spot.text !== "" && !isGone(spot));
}
