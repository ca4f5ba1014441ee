/** How values are worked out: on which worlds, and how much is looked at. */
import type { Step } from "../brief/brief.ts";
import type { Selection } from "../model/past.ts";
import { type SearchBudget, usualBudget } from "../search/budget.ts";

export interface ValuesSettings {
  readonly seed: number;
  /** Worlds of the run; those kept where something has been observed. */
  readonly worlds: number;
  readonly selection?: Selection;
  readonly searchSelection?: Selection;
  readonly budget: ValuesBudget;
  /** The best plan found, as steps of the brief; absent where the brief allows no move. */
  readonly best?: readonly Step[];
  /** It is recommended: things are screened on it, else on the plan as written. */
  readonly isRecommended: boolean;
}
/** Counted, never timed, so that the same input gives the same values. */
export interface ValuesBudget extends SearchBudget {
  /** Worlds of the run on which things are valued. */
  readonly valued: number;
  /** Choices looked ahead to where something is known beforehand, or a move left out. */
  readonly questionNodes: number;
  /** How many of the changes screened are searched again. */
  readonly resolved: number;
  /** Inputs that get Sobol indices of their own. */
  readonly drivers: number;
}
export const usualValuesBudget: ValuesBudget = {
  ...usualBudget,
  valued: 2000,
  questionNodes: 2000,
  resolved: 8,
  drivers: 8,
};
