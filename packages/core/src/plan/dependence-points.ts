/** Values that do not add: what a party gains by how items come out together (dependences, MODEL.md §3). */
import type { ModelDependence } from "../model/model.ts";
import { why } from "../model/state.ts";
import type { RolledWorld } from "./rolled-world.ts";

/** Points that the dependences whose conditions hold now are worth to the party. */
export function dependencePoints(
  world: RolledWorld,
  party: number,
  dependences: readonly ModelDependence[] = world.model.dependences,
): number {
  let points = 0;
  for (const dependence of dependences)
    for (const row of dependence.rows) {
      if (!row.worth.some((w) => w.party === party) || !row.if(world)) continue;
      for (const w of row.worth) if (w.party === party) points += world.inputs[world.base + w.points]!;
    }
  return points;
}

/** What dependences bring a party by a package over how things stand, before it is settled: `pick` in the order of the items. */
export function dependenceGain(
  world: RolledWorld,
  items: readonly number[],
): ((party: number, pick: readonly number[]) => number) | undefined {
  const touched = world.model.dependences.filter((d) => touches(d, items));
  if (touched.length === 0) return undefined;
  const { result, ended, model } = world;
  const standing = items.map((item) => [result[item]!, ended[item]!] as const);
  return (party, pick) => {
    const before = dependencePoints(world, party, touched);
    for (const [k, item] of items.entries()) {
      result[item] = pick[k]!;
      ended[item] = pick[k] === model.items[item]!.otherwise ? why.notReached : why.agreed;
    }
    const after = dependencePoints(world, party, touched);
    for (const [k, item] of items.entries()) [result[item], ended[item]] = standing[k]!;
    return after - before;
  };
}

/** May it be worth another sum when these items come out differently? */
export const touches = (dependence: ModelDependence, items: readonly number[]): boolean =>
  dependence.items.some((item) => items.includes(item));
