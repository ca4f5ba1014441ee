/** What comparing forums for an issue finds. Plain JSON-safe data; chances 0..1, values in points, ids of the brief. */
import type { Id } from "../brief/brief.ts";
import type { CoalitionFindings, ScaleFindings } from "../forum/findings.ts";
import type { Reasons, Spread3, ValueRange } from "../run/findings.ts";

/**
 * Why a forum is compared: the plan settles the issue there; the brief wants it there; it lies there until moved; its
 * competence names the issue; a move escalates the issue to it; an option means it as the venue; it was asked for.
 */
export type ForumReason = "settled" | "wanted" | "lies" | "competent" | "escalated" | "venue" | "asked";

export interface ForumComparison {
  readonly issue: Id;
  readonly title: string;
  readonly worlds: number;
  /** What we ask. */
  readonly ask: Id;
  /** The forum before which the plan settles it comes first, then as listed in the brief. */
  readonly forums: readonly ForumChance[];
  /** On how many worlds the plan for each forum was searched and held against; absent where none was looked for. */
  readonly planning?: { readonly searched: number; readonly pruned: number };
  /** Forums not compared: with their members more than 31 parties would be at the issue, or their rule cannot be counted. */
  readonly leftOut: readonly { readonly forum: Id; readonly why: "parties" | "rule" }[];
}
/** The issue as if it lay before this forum from the first, all else as the plan is written and every draw the same. */
export interface ForumChance {
  readonly forum: Id;
  readonly why: readonly ForumReason[];
  /** Shown chances (shrunk): with rungs, worse and none they sum to 1. */
  readonly ask: number;
  readonly rungs: readonly { readonly id: Id; readonly chance: number }[];
  readonly worse: number;
  readonly none: { readonly chance: number; readonly because: Reasons };
  readonly unshrunk: {
    readonly ask: number;
    readonly rungs: readonly number[];
    readonly worse: number;
    readonly none: number;
  };
  /** Share of worlds in which it comes before the forum. */
  readonly admitted: number;
  /** Share of worlds in which it does and no option but what stands finds enough takers. */
  readonly deadlock: number;
  /** Share of worlds in which something is agreed without our consent. */
  readonly againstUs: number;
  /** Share of worlds in which it ends on each option, agreed. */
  readonly options: readonly { readonly id: Id; readonly chance: number }[];
  /** Our value with the issue here, less with it where the plan settles it, on the same worlds; points. Absent for that forum. */
  readonly over?: ValueRange;
  /** Of which on everything but the issue: what settling it there, and then, casts on the rest. Absent for the first. */
  readonly shadow?: ValueRange;
  /** Whether it would be settled before or after the forum listed first settles; absent for the first. */
  readonly comes?: "earlier" | "later";
  readonly planned?: PlannedForum;
  readonly competence: {
    /** False: the brief lists what this forum can settle, and this is not among it. */
    readonly holds: boolean;
    /** Chance that it can settle the issue, where the brief gives one. */
    readonly chance?: Spread3;
    /** Whose consent that takes. */
    readonly needs: readonly Id[];
  };
  readonly publicity: "closed" | "communique" | "open";
  /** The decision rule in words. */
  readonly rule: readonly string[];
  readonly decides: Deciders;
}
/**
 * The issue before this forum from the first, and all moves that bear on it or on what it bears on planned as well as could be
 * found for that. Absent where no move of ours does, wherever the issue lies, or no plan was looked for.
 */
export interface PlannedForum {
  /** Moves that the plan may come to make, in the order in which they are met; and as the lines of a brief. */
  readonly moves: readonly Id[];
  readonly text: string;
  /** On the worlds searched, over making none of these moves: the best found, and what none can exceed. Equal: none is better there. */
  readonly found: number;
  readonly bound: number;
  /** Shown chances under it (shrunk); with rungs they sum to 1. */
  readonly ask: number;
  readonly rungs: readonly { readonly id: Id; readonly chance: number }[];
  readonly worse: number;
  readonly none: number;
  /** Our value under it, less under the plan as written with the issue here; and less under the plan found with it before the first forum. */
  readonly overAsWritten: ValueRange;
  /** Absent for the first. */
  readonly over?: ValueRange;
}
/** One weight to each member, in their order, and what has to be reached. */
export interface Threshold {
  readonly weights: readonly number[];
  readonly quota: number;
  /** More than the quota is needed, not just the quota. */
  readonly strict: boolean;
}
export interface Deciders {
  readonly thresholds: readonly Threshold[];
  readonly members: readonly MemberShare[];
  /** Parties outside the forum whose consent is needed, or who can keep the issue off. */
  readonly others: readonly Omit<MemberShare, "shapleyShubik" | "banzhaf" | "veto" | "blocksAlone">[];
  /** Share of worlds in which those who would take our ask are enough. */
  readonly enoughForAsk: number;
  /** Of all coalitions, the share that wins. */
  readonly easeOfAdoption: number;
  readonly minimalWinning: CoalitionFindings;
  readonly minimalBlocking: CoalitionFindings;
  /** At the medians of the brief's ranges; only on a scale. */
  readonly scale?: ScaleFindings;
}
export interface MemberShare {
  readonly party: Id;
  /** Share of worlds in which it would take our ask, in which its consent alone was wanting, and in which it keeps the issue off. */
  readonly acceptsAsk: number;
  readonly refusesAlone: number;
  readonly keepsOff: number;
  readonly veto: boolean;
  readonly blocksAlone: boolean;
  /** Fractions in lowest terms. */
  readonly shapleyShubik: string;
  readonly banzhaf: string;
}
