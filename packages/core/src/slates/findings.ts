/** What is found of a slate: persons or seats. Plain JSON-safe data; shares 0..1 of the worlds, points of a party's agenda. */
import type { Id } from "../brief/brief.ts";

export interface SlateFinding {
  readonly issue: Id;
  readonly title: string;
  readonly worlds: number;
  readonly seats: number;
  /** Where it is settled, then where it must be confirmed. */
  readonly forums: readonly Id[];
  /** All whose consent may matter there, in the order of the brief. */
  readonly concerned: readonly Id[];
  readonly options: readonly SlateOption[];
  /** Share of worlds in which no name finds enough takers. */
  readonly nobody: number;
  /** The smallest coalitions that could settle and confirm it. */
  readonly coalitions: {
    readonly complete: boolean;
    readonly list: readonly SlateCoalition[];
  };
  /** Worlds in which ballots were counted, and the share of them in which a tie was settled by lot, by way of counting. */
  readonly elections: {
    readonly worlds: number;
    readonly ties: SeatsBy;
  };
  /** Absent where one seat is filled. */
  readonly compositions?: SlateCompositions;
}
/** By way of counting: approval, single transferable vote, elimination of vetoed names. */
export interface SeatsBy {
  readonly approval: number;
  readonly transferable: number;
  readonly elimination: number;
}
export interface SlateOption {
  readonly id: Id;
  readonly title: string;
  /** Seats that it may hold, by its quota. */
  readonly least: number;
  readonly most: number;
  /** By party concerned: share of worlds in which it accepts. */
  readonly accepts: Readonly<Record<Id, number>>;
  /** Accepted by enough to settle and confirm it, and by all concerned. */
  readonly enough: number;
  readonly all: number;
  /** Mean number of seats. Without `elimination` where too few are left: then nobody is elected. */
  readonly seats: SeatsBy;
  /** Who refuses it most often first. */
  readonly vetoes: readonly SlateVeto[];
}
export interface SlateVeto {
  readonly party: Id;
  /** Share of worlds in which it refuses, and in which its refusal alone stands in the way. */
  readonly refuses: number;
  readonly alone: number;
  /** Items on which it could be paid, the likeliest to leave both better off first; where it refuses in enough worlds. */
  readonly trades: readonly SlateTrade[];
}
/** Over the worlds in which the party refuses the name. */
export interface SlateTrade {
  readonly issue: Id;
  /** The concession that does it most often. */
  readonly option: Id;
  /** Share of them in which an option there makes good what the name costs the party. */
  readonly pays: number;
  /** And in which that costs us less than the name brings us. */
  readonly worthIt: number;
  /** What the cheapest such option costs us where it pays, points, mean. */
  readonly cost: number;
}
export interface SlateCoalition {
  readonly members: readonly Id[];
  /** By option: share of worlds in which all of the coalition accept. */
  readonly accepts: Readonly<Record<Id, number>>;
  /** Share of worlds in which all of them accept one name at least. */
  readonly any: number;
}
export interface SlateCompositions {
  /** How many the quotas allow. */
  readonly possible: number;
  /** Share of worlds in which no composition finds enough takers. */
  readonly nobody: number;
  /**
   * By option: of the worlds in which a composition comes out, the share in which it holds none, one, two … seats of it. Empty where
   * none ever does, or there are too many to look at.
   */
  readonly held: Readonly<Record<Id, readonly number[]>>;
  /** Those with enough takers most often first; at most ten. Empty where there are too many to look at. */
  readonly list: readonly SlateComposition[];
}
export interface SlateComposition {
  /** Seats by option, options without any left out. */
  readonly seats: Readonly<Record<Id, number>>;
  /** Share of worlds in which it comes out: of those with enough takers the nearest to what the members want. */
  readonly settled: number;
  readonly enough: number;
  readonly all: number;
}
