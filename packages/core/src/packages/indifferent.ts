/** Parties to whom every package is worth the same: they bear on nothing but whether there is a zone. */
import { keepParties } from "./keep-parties.ts";
import type { SearchedSolutions } from "./search-solutions.ts";
import type { Solution } from "./solutions.ts";
import { type Space, toUnits } from "./space.ts";
import { listFactors, maximaOf, minimaOf } from "./tables.ts";

export interface WithoutIndifferent {
  readonly space: Space;
  /** The parties that are left, by their places. */
  readonly kept: readonly number[];
  /** What every package is worth to each of the others, on its integer scale. */
  readonly same: ReadonlyMap<number, bigint>;
}

/** Undefined: nobody is indifferent, or everybody. */
export function setIndifferentAside(space: Space): WithoutIndifferent | undefined {
  const parties = space.parties.length;
  const factors = listFactors(space);
  const ends = factors.map((factor) => ({ most: maximaOf(factor, parties), least: minimaOf(factor, parties) }));
  const same = new Map<number, bigint>();
  for (let p = 0; p < parties; p++)
    if (ends.every(({ most, least }) => most[p] === least[p]))
      same.set(p, BigInt(ends.reduce((sum, { most }) => sum + most[p]!, 0)));
  if (same.size === 0 || same.size === parties) return undefined;
  const kept = space.parties.flatMap((_, p) => (same.has(p) ? [] : [p]));
  return { space: keepParties(space, kept), kept, same };
}

/** The solutions of the others as solutions of all. */
export function takeIndifferentBack(
  space: Space,
  { kept, same }: WithoutIndifferent,
  disagreement: readonly bigint[],
  found: SearchedSolutions,
): SearchedSolutions {
  const spread = <T>(values: readonly T[], others: (party: number) => T): readonly T[] =>
    space.parties.map((_, p) => (same.has(p) ? others(p) : values[kept.indexOf(p)]!));
  const whole = (solution: Solution): Solution => {
    const integers = spread(solution.integers, (p) => same.get(p)!);
    const { certificate } = solution;
    return {
      ...solution,
      integers,
      utilities: integers.map((value, p) => toUnits(space, p, value)),
      certificate:
        certificate.kind === "search" ? { ...certificate, weights: spread(certificate.weights, () => 0) } : certificate,
    };
  };
  const { ideal, nash, kalaiSmorodinsky, egalitarian, utilitarian, emptyZone, idealCertified } = found;
  const gainsNothing = [...same].some(([p, value]) => value === disagreement[p]);
  // Every product is nil then, and ties go by leximin of ratios ([P12]).
  const byProduct = gainsNothing ? (kalaiSmorodinsky ?? nash) : nash;
  return {
    disagreement,
    ...(ideal && { ideal: spread(ideal, (p) => same.get(p)!) }),
    ...(idealCertified !== undefined && { idealCertified }),
    ...(byProduct && { nash: whole(byProduct) }),
    ...(kalaiSmorodinsky && { kalaiSmorodinsky: whole(kalaiSmorodinsky) }),
    ...(egalitarian && { egalitarian: whole(egalitarian) }),
    ...(utilitarian && { utilitarian: whole(utilitarian) }),
    ...(emptyZone && { emptyZone: { ...emptyZone, weights: spread(emptyZone.weights, () => 0) } }),
  };
}
