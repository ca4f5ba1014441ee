/** How strong a rule must be for its antecedent to matter: the break-even of a conditional (MODEL.md §4.5). */

import type { Forced } from "../model/model.ts";
import { categoryOf } from "./categories.ts";
import type { Draws } from "./draws.ts";
import type { Roll } from "./roll.ts";

const matters = 0.1;
/** Multiples of the rule's effects that are tried; between two of them the difference is taken as a line. */
const multiples = [0, 0.25, 0.5, 1, 2, 4];

/**
 * The least multiple of the effects behind it at which the pair (antecedent forced, forced not) differs by ten points at the
 * last rung; undefined where it does not within 0..4. Cost O(worlds × multiples) roll-outs.
 */
export function breakEvenOf(roll: Roll, draws: Draws, forecast: number, worlds: number): number | undefined {
  const { model } = roll;
  const { force, carriers, item } = model.forecasts[forecast]!;
  if (force === undefined || item < 0 || carriers.length === 0) return undefined;
  draws.fill(0, worlds);
  const against = force.map((f): Forced => ({ ...f, holds: !f.holds }));
  const strengths = multiples.map((multiple) => {
    const strength = new Float64Array(model.effects.length).fill(1);
    for (const e of carriers) strength[e] = multiple;
    return strength;
  });
  const rungs = model.items[item]!.ladder.length;
  const gaps = new Float64Array(multiples.length);
  // World by world, so that items which no scaled effect touches are settled once.
  for (let w = 0; w < worlds; w++) {
    roll.begin(draws.values, w * draws.width);
    for (const [k, strength] of strengths.entries()) {
      roll.run(model.plan, { forced: force, strength });
      const ifSo = categoryOf(roll, item) < rungs ? 1 : 0;
      roll.run(model.plan, { forced: against, strength });
      gaps[k] = gaps[k]! + (ifSo - (categoryOf(roll, item) < rungs ? 1 : 0)) / worlds;
    }
  }
  const k = gaps.findIndex((gap) => Math.abs(gap) >= matters);
  if (k <= 0) return k < 0 ? undefined : multiples[0];
  const before = Math.abs(gaps[k - 1]!);
  return multiples[k - 1]! + ((multiples[k]! - multiples[k - 1]!) * (matters - before)) / (Math.abs(gaps[k]!) - before);
}
