/** Who would rather take a settlement than leave it: the heaviest items read as conflicts (MODEL.md §6). */
import type { Brief } from "../brief/brief.ts";
import { conflictFromBrief } from "../conflict/from-brief/conflict-from-brief.ts";
import { findWillingness } from "../conflict/from-brief/willingness.ts";
import type { ItemFinding, StabilityFinding } from "./findings.ts";

/** Items looked at, the heaviest for us first: `demarche conflict` takes any. */
const mostItems = 5;
const worlds = 200;

/** Items that cannot be read as a conflict within the memory limit (large votes) are left out. */
export function stabilityOf(brief: Brief, items: readonly ItemFinding[], seed: number): StabilityFinding[] {
  const heaviest = [...items].sort((a, b) => b.weight - a.weight).slice(0, mostItems);
  return heaviest.flatMap((item) => {
    const derivation = conflictFromBrief(brief, [item.id]);
    if (!derivation.ok) return [];
    const derived = derivation.value;
    const willing = findWillingness(derived, derived.drawUtilities(worlds, seed));
    return [
      {
        issue: item.id,
        forum: derived.forum,
        members: derived.members,
        worlds,
        settlements: derived.settlements.map((settlement, k) => ({
          option: settlement.options[0]!,
          refuses: settlement.refuses,
          willing: Object.fromEntries(derived.members.map((member, p) => [member, willing[k]!.members[p]!])),
          enough: willing[k]!.enough,
        })),
      },
    ];
  });
}
