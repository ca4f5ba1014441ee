/** A model with an issue before another forum than the brief has it. */
import type { Model } from "../model/model.ts";
import { placesOf } from "../model/where-raised.ts";
import type { Candidate } from "./candidates.ts";

/** The issue lies before the forum from the first, and nothing takes it elsewhere. */
export function lyingThere(model: Model, { item, forum }: Pick<Candidate, "item" | "forum">): Model {
  return {
    ...model,
    items: model.items.map((entry, i) =>
      // Its surprise stays the one it has been: whole where it lies, carried over elsewhere.
      i === item
        ? {
            ...entry,
            forum,
            nowBefore: placesOf(entry).length > 1 ? entry.nowBefore : forum,
            raisedBy: [],
            raisedTo: [],
          }
        : entry,
    ),
  };
}
