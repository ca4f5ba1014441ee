/** How much is looked at for the plan of each forum. */
import type { Selection } from "../../model/past.ts";
import type { SearchBudget } from "../../search/budget.ts";

export interface ForumPlanSettings {
  readonly seed: number;
  /** Worlds of the run on which plans are valued. */
  readonly worlds: number;
  /** Those of the run, where something has been observed; and those of the search. */
  readonly selection?: Selection;
  readonly searchSelection?: Selection;
  /** That of the search for the best plan. */
  readonly budget: SearchBudget;
}

/** It is done for each issue and forum: half the worlds of the search for the best plan, a fifth of its choices, a quarter of the ways of making moves. */
export function budgetOfForum({ searched, pruned, nodes, traces, ...rest }: SearchBudget): SearchBudget {
  return {
    ...rest,
    searched: Math.ceil(searched / 2),
    pruned: Math.ceil(pruned / 2),
    nodes: Math.ceil(nodes / 5),
    traces: Math.ceil(traces / 4),
    tradeoffs: false,
  };
}
