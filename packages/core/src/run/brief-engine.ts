/** The plan of a brief as an engine, and what a runner may hand it. */
import type { Problem } from "../model/names.ts";
import type { Selection } from "../model/past.ts";
import type { SearchBudget } from "../search/budget.ts";
import type { Engine } from "./engine.ts";
import type { PlanFindings } from "./findings.ts";
import type { JoinedPart, JoinedTask } from "./join-engines.ts";

/** What the brief's own `seed` and `worlds` are replaced by. */
export interface PlanOptions {
  readonly seed?: number;
  readonly worlds?: number;
  /** How many of the brief's observations the plan that it is compared with knew; none by default. */
  readonly known?: number;
  /** Only the plans that the brief gives: no best plan, no agreement space, no comparison of forums, no slates. */
  readonly quick?: boolean;
  /** How much the search for the best plan looks at, where not as usual. */
  readonly search?: Partial<SearchBudget>;
  /** Worlds found before, by the same brief and options, so that they need not be looked for again. */
  readonly found?: Found;
}
/** The worlds that agree with what has been observed, after and (where anything was known then) before. */
export interface Found {
  readonly after: Selection;
  readonly before?: Selection;
  /** Worlds on which a plan is searched. */
  readonly search?: Selection;
}
export type BriefEngine = Engine<JoinedTask, JoinedPart, PlanFindings>;
export interface Prepared {
  /** Absent where there are problems. */
  readonly engine?: BriefEngine;
  readonly problems: readonly Problem[];
  /** Where something has been observed: to be given to other runners of the same plan. */
  readonly found?: Found;
}
