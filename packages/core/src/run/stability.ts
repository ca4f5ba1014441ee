/** Who would rather take a settlement than leave it: the heaviest items read as conflicts (MODEL.md §6). */
import type { Brief } from "../brief/brief.ts";
import { conflictFromBrief } from "../conflict/from-brief/conflict-from-brief.ts";
import { findWillingness } from "../conflict/from-brief/willingness.ts";
import type { Model } from "../model/model.ts";
import { issuesIn } from "../model/names.ts";
import type { ItemFinding, StabilityFinding } from "./findings.ts";

/** Items looked at, the heaviest for us first: `demarche conflict` takes any. */
const mostItems = 5;
const worlds = 200;

/** `kept`: the worlds that agree with what has been observed. Items that cannot be read as a conflict within the memory limit (large votes) are left out. */
export function stabilityOf(
  brief: Brief,
  model: Model,
  items: readonly ItemFinding[],
  seed: number,
  kept?: Uint32Array,
): StabilityFinding[] {
  const heaviest = [...items].sort((a, b) => b.weight - a.weight).slice(0, mostItems);
  const issues = issuesIn([...brief.agenda, ...brief.othersWillTable]);
  return heaviest.flatMap((item) => {
    const otherwise = issues.find((issue) => issue.id === item.id)?.otherwise;
    const asNow = otherwise?.kind === "option" ? otherwise.option : undefined;
    const derivation = conflictFromBrief(brief, [item.id], { model });
    if (!derivation.ok) return [];
    const derived = derivation.value;
    const willing = findWillingness(derived, derived.drawSettlements(worlds, seed, kept));
    return [
      {
        issue: item.id,
        forum: derived.forum,
        members: derived.members,
        worlds: kept === undefined ? worlds : Math.min(worlds, kept.length),
        // That things stay as they are is nobody's to leave.
        settlements: derived.settlements.flatMap((settlement, k) => {
          const option = settlement.options[0]!;
          if (option === asNow) return [];
          const { members, enough } = willing[k]!;
          const shares = Object.fromEntries(derived.members.map((member, p) => [member, members[p]!]));
          return [{ option, refuses: settlement.refuses, willing: shares, enough }];
        }),
      },
    ];
  });
}
