/** In how many worlds each member, and enough of them together, would take a settlement rather than none ([D5]). */
import type { UtilityDraw } from "../robustness.ts";
import type { DerivedConflict } from "./conflict-from-brief.ts";

export interface Willingness {
  /** Share of the worlds, by place of the member. */
  readonly members: readonly number[];
  /** Share of the worlds in which a winning coalition would. */
  readonly enough: number;
}

/** Float noise that must not turn an equal worth into a refusal. */
const NOISE = 1e-9;

/** One for each of `derived.settlements`; `draws` by `derived.drawSettlements`. */
export function findWillingness(derived: DerivedConflict, draws: readonly UtilityDraw[]): readonly Willingness[] {
  const none = derived.settlements.length;
  return derived.settlements.map((_, settlement) => {
    const members = derived.members.map(() => 0);
    let enough = 0;
    for (const utilities of draws) {
      const takes = utilities.map((worth) => worth[settlement]! >= worth[none]! - NOISE);
      takes.forEach((does, p) => {
        if (does) members[p]!++;
      });
      if (derived.coalitions.some((coalition) => coalition.every((p) => takes[p]!))) enough++;
    }
    return { members: members.map((count) => count / draws.length), enough: enough / draws.length };
  });
}
