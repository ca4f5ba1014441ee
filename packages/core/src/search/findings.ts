/** What the search for a plan finds: part of plan.json. Points are hundredths of our whole agenda; shares are 0..1. */
import type { Id, Step } from "../brief/brief.ts";
import type { ChanceRange, ValueRange } from "../run/findings.ts";

/** The best plan found over the moves that the brief allows (MODEL.md §8). */
export interface BestPlan {
  /**
   * How many worlds it was searched on, how many it was held against to take out what is luck, and on how many each choice is
   * valued. The three are apart from one another; the plan as a whole is valued on the worlds of the run, which are apart from the first two.
   */
  readonly worlds: { readonly searched: number; readonly pruned: number; readonly valued: number };
  /** Choices looked at. */
  readonly nodes: number;
  /** On the worlds searched, over making no move: the best found, and what none can exceed. Equal: none is better there. */
  readonly found: number;
  readonly bound: number;
  /** Limit on moves on any path, where one was asked for. */
  readonly mostMoves?: number;
  /** As a brief says it, and as text that can be pasted under `plan`. */
  readonly steps: readonly Step[];
  readonly text: string;
  readonly value: ValueRange;
  readonly overNone: ValueRange;
  readonly overAsWritten: ValueRange;
  /** Better than the plan as written by more than its interval: else the plan as written stands. */
  readonly recommended: boolean;
  /** Chances under it, item by item, shown as those of the plan as written are, without range. */
  readonly items: readonly PlannedItem[];
  /** Moves planned together, those that bring most first. */
  readonly parts: readonly PlanPartFinding[];
  /** Where asked for: plans to choose between when more than our utility is wanted. */
  readonly tradeoffs?: readonly Tradeoff[];
  /** Moves that the brief allows and the search does not: they go against the brief itself, or their time is over. */
  readonly leftOut: readonly { readonly move: Id; readonly why: string }[];
}
/** Plans none of which is better both in our value and in the other thing wanted; most value first. */
export interface Tradeoff {
  /** Things shown; moves against a party; our value at the tenth percentile of the worlds. */
  readonly against: "disclosure" | "strain" | "worst case";
  readonly party?: Id;
  readonly plans: readonly TradeoffPlan[];
}
export interface TradeoffPlan {
  readonly moves: readonly Id[];
  /** As it can be pasted into the brief. */
  readonly text: string;
  readonly value: ValueRange;
  /** Count of things shown or of moves against the party (if all of the plan comes to be made); or points. */
  readonly other: number;
}
export interface PlannedItem {
  readonly id: Id;
  readonly ask: number;
  readonly rungs: readonly { readonly id: Id; readonly chance: number }[];
  readonly worse: number;
  readonly none: number;
}
export interface PlanPartFinding {
  readonly moves: readonly Id[];
  /** Items that they can change. */
  readonly items: readonly Id[];
  /** On the worlds valued: over making none of these moves, and over what the plan as written does with them. */
  readonly overNone: ValueRange;
  readonly overAsWritten: ValueRange;
  /** On the worlds searched: the best found, what none can exceed. */
  readonly found: number;
  readonly bound: number;
  /** What the plan does that is not in the plan as written, and the other way round. */
  readonly added: readonly Id[];
  readonly dropped: readonly Id[];
  readonly tree: PlanTree;
}
/** Neither `move` nor `looksAt`: nothing more is done. */
export interface PlanTree {
  readonly move?: Id;
  /** No move: it is seen how this issue, settled by an earlier forum, came out. */
  readonly looksAt?: Id;
  /** Share of the worlds valued that come here. */
  readonly share: number;
  readonly why?: ChoiceFinding;
  readonly branches: readonly { readonly on: string; readonly next: PlanTree }[];
}
export interface ChoiceFinding {
  /** What making the move here is worth over the best that can be done without it, in the worlds that come here. */
  readonly worth: ValueRange;
  /** The first of what would be done instead, in order. */
  readonly instead: readonly Id[];
  /** Assumptions at whose chance (percent) the choice would turn, its own now. */
  readonly turns: readonly { readonly assumption: Id; readonly at: number; readonly now: ChanceRange["chance"] }[];
}
