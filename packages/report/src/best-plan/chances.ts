/** Chances under the best plan beside those under the plan as written. */
import type { Id } from "@demarche/core/brief";
import type { ItemFinding, PlanFindings } from "@demarche/core/run";
import type { BestPlan, PlannedItem } from "@demarche/core/search";
import { shareText } from "../wording/index.ts";

/** A chance 0..1 under either plan. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}
export interface ItemChange {
  readonly item: ItemFinding;
  readonly ask: Pair;
  readonly rungs: readonly (Pair & { readonly id: Id })[];
  readonly worse: Pair;
  readonly none: Pair;
}

/** Is another figure printed? */
export function isChanged({ before, after }: Pair): boolean {
  return shareText(before) !== shareText(after);
}

/** Items of which any chance prints otherwise, in the order of the findings. */
export function changedItems(findings: PlanFindings, best: BestPlan): readonly ItemChange[] {
  const planned = new Map(best.items.map((item) => [item.id, item]));
  return findings.items.flatMap((item) => {
    const other = planned.get(item.id);
    if (other === undefined) return [];
    const change = changeOf(item, other);
    return [change.ask, ...change.rungs, change.worse, change.none].some(isChanged) ? [change] : [];
  });
}

function changeOf(item: ItemFinding, planned: PlannedItem): ItemChange {
  return {
    item,
    ask: { before: item.ask.chance, after: planned.ask },
    // both stand in the order of the ladder
    rungs: item.rungs.map(({ id, chance }, r) => ({ id, before: chance, after: planned.rungs[r]!.chance })),
    worse: { before: item.worse.chance, after: planned.worse },
    none: { before: item.none.chance, after: planned.none },
  };
}
