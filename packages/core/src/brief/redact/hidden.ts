/** What a group may not see: the marked mappings, and all that refers to them, and so on. */
import { NOTHING_WITHOUT } from "./language.ts";
import { type GivenName, givenNames, referencesIn, refersTo } from "./names.ts";
import { childAt, type Spot, textsOf, thingAround, walk } from "./spot.ts";

export interface Hidden {
  /** Outermost spots to be removed, in the order of the text. */
  readonly spots: readonly Spot[];
  readonly names: readonly GivenName[];
}

export function findHidden(root: Spot, readers: ReadonlySet<string>): Hidden {
  const all = [...walk(root)];
  const given = givenNames(root);
  const references = referencesIn(root);
  const gone = new Set<Spot>();
  const isGone = (spot: Spot): boolean => {
    for (let at: Spot | undefined = spot; at; at = at.parent) if (gone.has(at)) return true;
    return false;
  };
  for (const spot of all) {
    const marked = spot.shape === "map" ? textsOf(childAt(spot, "only for")) : [];
    if (marked.length > 0 && !marked.some((reader) => readers.has(reader))) gone.add(spot);
  }
  const known = new Set<GivenName>();
  for (let before = -1; before !== gone.size + known.size; ) {
    before = gone.size + known.size;
    const fresh = given.filter((name) => !known.has(name) && isGone(name.spot));
    for (const name of fresh) known.add(name);
    for (const reference of references) {
      if (fresh.some((name) => refersTo(reference, name)) && !isGone(reference.spot))
        gone.add(thingAround(reference.spot));
    }
    for (const spot of all) {
      if (spot.children.length > 0 && !isGone(spot) && spot.children.every((child) => gone.has(child))) {
        gone.add(emptied(spot));
      }
    }
  }
  return { spots: all.filter((spot) => gone.has(spot) && (!spot.parent || !isGone(spot.parent))), names: [...known] };
}

/** What goes where all within is gone: the word alone where that leaves a thing that still means what it meant. */
function emptied(spot: Spot): Spot {
  if (spot.form !== "word") return spot;
  const refers = spot.shape === "list" && spot.children.every((child) => child.shape === "text");
  return refers || NOTHING_WITHOUT.has(spot.word ?? "") ? thingAround(spot) : spot;
}
