/** Whether text for people speaks of a hidden name. */
import type { GivenName } from "./names.ts";
import { childAt, type Spot, textsOf, walk } from "./spot.ts";

/** A spelling by which a hidden thing could be recognised. */
export interface Spelling {
  readonly text: string;
  readonly of: GivenName;
  /** Finds it as whole words, in either case, whatever the blanks. */
  readonly pattern: RegExp;
}

/**
 * Ids, printed names and other spellings of hidden things, less those that a visible thing shares. Of options,
 * signals, instances and passages only printed names, and ids as such with a hyphen: read as words they are everyday ones.
 */
export function spellingsOf(hidden: readonly GivenName[], visible: readonly Spot[]): Spelling[] {
  const shared = new Set(visible.flatMap((spot) => ownSpellings(spot)).map((text) => text.toLowerCase()));
  return hidden.flatMap((given) => {
    const whole = given.within === undefined ? [given.name, given.name.replaceAll("-", " ")] : [];
    const ids = whole.length === 0 && given.name.includes("-") ? [given.name] : whole;
    const texts = new Set([...ids, ...ownSpellings(given.spot)]);
    return [...texts]
      .filter((text) => text.trim() !== "" && !shared.has(text.toLowerCase()))
      .map((text): Spelling => ({ text, of: given, pattern: patternOf(text) }));
  });
}

function ownSpellings(spot: Spot): string[] {
  const short = spot.form === "name" && spot.shape === "text" && spot.prose ? [spot.text] : [];
  return [...short, ...textsOf(childAt(spot, "name")), ...textsOf(childAt(spot, "also called"))];
}

function patternOf(text: string): RegExp {
  const plain = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, "iu");
}

export function findMention(text: string, spellings: readonly Spelling[]): Spelling | undefined {
  return spellings.find(({ pattern }) => pattern.test(text));
}

export function visibleProse(root: Spot, isGone: (spot: Spot) => boolean): Spot[] {
  return [...walk(root)].filter((spot) => spot.prose && spot.text !== "" && !isGone(spot));
}
