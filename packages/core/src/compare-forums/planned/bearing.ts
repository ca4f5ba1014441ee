/** What is planned together with an issue wherever it lies: all that bears on it, and all that it bears on. */
import type { Factors } from "../../search/factors.ts";
import { reach } from "../../search/influence.ts";
import { dependenceKey, itemKey, keysOf, moveKey, type Placed } from "./placed.ts";

export interface Bearing {
  /** What may be other before one of the forums than before another, as `keysOf` names it. */
  readonly affected: ReadonlySet<string>;
  /** By forum: of its factors those that are planned. */
  readonly factors: readonly Factors[];
  /** What our value is made of here: the rest comes to the same wherever the issue lies, whatever is planned. */
  readonly items: readonly number[];
  readonly dependences: readonly number[];
  readonly acts: readonly number[];
}

/**
 * The same terms for each forum: a component of one that shares a move or a term with what differs anywhere is planned for all.
 * Cost O(components² × forums × terms) at most.
 */
export function bearingOf(placed: readonly Placed[]): Bearing {
  const affected = new Set(placed.flatMap((place) => [...place.affected]));
  const marked = new Set(affected);
  const keys = placed.map((place) =>
    place.factors.components.map((component) => component.flatMap((f) => keysOf(place, place.factors.factors[f]!))),
  );
  const chosen = placed.map(() => new Set<number>());
  for (let grew = true; grew; ) {
    grew = false;
    for (const [p, components] of keys.entries())
      for (const [c, list] of components.entries()) {
        if (chosen[p]!.has(c) || !list.some((key) => marked.has(key))) continue;
        for (const key of list) marked.add(key);
        chosen[p]!.add(c);
        grew = true;
      }
  }
  const { model, influence, looks } = placed[0]!;
  const items = [...model.items.keys()].filter((i) => marked.has(itemKey(i)));
  const dependences = [...model.dependences.keys()].filter((d) => marked.has(dependenceKey(d)));
  const terms = new Set([
    ...items.map((i) => influence.part("result", i)),
    ...dependences.map((d) => influence.part("dependence", d)),
  ]);
  // Of moves that no plan is made of, those of the plan as written count where they bear on it.
  const bears = (m: number) =>
    [...reach(influence.changes, [influence.part("move", m)])].some((part) => terms.has(part));
  const acts = model.moves.flatMap((move, m) =>
    move.ours && looks.issueOf(move.id) === undefined && (marked.has(moveKey(model, m)) || bears(m)) ? [m] : [],
  );
  return {
    affected,
    factors: placed.map(({ factors }, p) => only(factors, chosen[p]!)),
    items,
    dependences,
    acts,
  };
}

/** These components of the factors, and nothing else. */
function only({ factors, components, commute, moves }: Factors, chosen: ReadonlySet<number>): Factors {
  const kept = components.filter((_, c) => chosen.has(c));
  const list = kept.flat();
  const planned = list.map((f) => factors[f]!);
  return {
    moves: moves.filter((m) => planned.some((factor) => factor.moves.includes(m))),
    factors: planned,
    components: kept.map((component) => component.map((f) => list.indexOf(f))),
    commute,
  };
}
