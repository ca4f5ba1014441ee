/** The scales on which gains are searched, and how far floating point can be trusted there ([P14]). */
import { rangesOf } from "./frontier.ts";
import type { GainScale } from "./hull.ts";
import type { Space } from "./space.ts";
import { listFactors, maximaOf, minimaOf } from "./tables.ts";

/** Share of the numbers added by which a sum of some hundreds of them may be off. */
const SUMMING = 1 / 2 ** 44;

/**
 * The scale times a power of two (so that nothing is rounded) that brings the widest range of a party near one: limits
 * and tolerances then mean the same whatever units people think in. `power`: that power; gains on the new scale are so
 * many times those on the old.
 */
export function evenUp(space: Space, scale: Float64Array): { readonly scale: Float64Array; readonly power: number } {
  const widest = rangesOf(space).reduce((most, range, p) => Math.max(most, range * scale[p]!), 0);
  let power = 1;
  if (widest > 0 && widest < Infinity) {
    while (widest * power >= 1) power /= 2;
    while (widest * power < 0.5) power *= 2;
  }
  return { scale: scale.map((x) => x * power), power };
}

/**
 * What rounding may add to or take from a sum of weighted gains, whatever the package: it grows with the numbers that
 * are added, not with what they come to.
 */
export function createDoubt(space: Space, { disagreement, scale }: GainScale): (weights: ArrayLike<number>) => number {
  const parties = scale.length;
  const greatest = Float64Array.from(disagreement, Math.abs);
  for (const factor of listFactors(space)) {
    const most = maximaOf(factor, parties);
    const least = minimaOf(factor, parties);
    for (let p = 0; p < parties; p++) greatest[p]! += Math.max(Math.abs(most[p]!), Math.abs(least[p]!));
  }
  return (weights) => {
    let sum = 0;
    for (let p = 0; p < parties; p++) sum += Math.abs(weights[p]!) * scale[p]! * greatest[p]!;
    return SUMMING * sum;
  };
}
