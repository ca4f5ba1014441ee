/** What the objective names first. */
import type { ItemFinding, PlanFindings } from "@demarche/core/run";
import { stillOpen } from "../day-two/rows.ts";
import { type BriefIndex, listText, quoted } from "../wording/index.ts";

/**
 * The two issues that weigh most and are still open, before the forum of the brief where that has any: those before others
 * are not settled there. Instances of one issue count as that issue.
 */
export function firstItems(index: BriefIndex, items: readonly ItemFinding[], dayTwo: PlanFindings["dayTwo"]): string {
  const forum = index.brief.head.forum ?? items[0]?.forum;
  const here = items.filter((item) => item.forum === forum);
  const heaviest = stillOpen(here.length > 0 ? here : items, dayTwo).toSorted((a, b) => b.weight - a.weight);
  const issues = [...new Set(heaviest.map((item) => item.instanceOf ?? item.id))];
  return listText(issues.slice(0, 2).map((id) => quoted(index.nameOf(id))));
}
