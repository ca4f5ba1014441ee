/** Which coalitions can settle under a rule, and what each could agree without the others ([P22]). */
import { findDisagreement } from "../disagreement.ts";
import { computeFrontier, type FrontierLimits } from "../frontier.ts";
import { keepParties } from "../keep-parties.ts";
import { nameOptions } from "../named-package.ts";
import type { SearchLimits } from "../search.ts";
import { searchSolutions } from "../search-solutions.ts";
import { readSolutions } from "../solutions.ts";
import type { Space } from "../space.ts";
import { countZone, type ZoneSettings, type ZoneSize } from "../zone.ts";
import type { Offer } from "./offer.ts";

export interface CoalitionFinding {
  readonly members: readonly string[];
  /** Packages that all members accept, whatever the others think. */
  readonly zone: ZoneSize;
  /** The members' own Nash package, worth to them alone; absent where they have none (or it was not found). */
  readonly nash?: Offer;
}
/** True where the coalition (party indices, ascending) can settle. */
export type SettlementRule = (members: readonly number[]) => boolean;

const MOST_PARTIES = 10;

/** Minimal winning coalitions, small ones first; at most ten parties. */
export function listMinimalWinning(parties: number, rule: SettlementRule): readonly (readonly number[])[] | undefined {
  if (parties > MOST_PARTIES) return undefined;
  const minimal: number[] = [];
  const masks = Array.from({ length: (1 << parties) - 1 }, (_, k) => k + 1).sort(
    (a, b) => countBits(a) - countBits(b) || a - b,
  );
  for (const mask of masks) {
    if (minimal.some((smaller) => (mask & smaller) === smaller)) continue;
    if (rule(membersOf(mask, parties))) minimal.push(mask);
  }
  return minimal.map((mask) => membersOf(mask, parties));
}

/** How much is looked at for each coalition. */
export interface CoalitionLimits {
  readonly limits?: FrontierLimits;
  readonly search?: SearchLimits;
  readonly zone?: Omit<ZoneSettings, "needed">;
}

export function analyseCoalitions(
  space: Space,
  coalitions: readonly (readonly number[])[],
  limits: CoalitionLimits = {},
): readonly CoalitionFinding[] {
  return coalitions.map((members) => {
    const own = keepParties(space, members);
    const zone = countZone(own, limits.zone);
    const names = members.map((p) => space.parties[p]!);
    if (zone.exact && zone.count === 0n) return { members: names, zone };
    const disagreement = findDisagreement(own);
    if (!disagreement) return { members: names, zone };
    const equal = members.map(() => 1n);
    const frontier = computeFrontier(own, "zone", limits.limits);
    const solutions =
      "failed" in frontier || !frontier.exact
        ? searchSolutions(own, disagreement, equal, limits.search)
        : readSolutions(own, frontier, disagreement, equal);
    const nash = solutions?.nash;
    return {
      members: names,
      zone,
      ...(nash && { nash: { utilities: nash.utilities, package: nameOptions(own, nash.options) } }),
    };
  });
}

const membersOf = (mask: number, parties: number): number[] =>
  Array.from({ length: parties }, (_, p) => p).filter((p) => (mask >> p) & 1);
function countBits(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) bits++;
  return bits;
}
