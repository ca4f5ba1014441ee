/** What a score-card holds: misses as plainly as hits. Plain data; places are on 0..100 of each issue's scale. */
import type { ReliabilityBin } from "../event-scores.ts";
import type { How, Verdict } from "../outcomes/outcomes.ts";

/** A point forecast of one issue. */
export interface PointScore {
  readonly by: string;
  readonly place: number;
  /** Scale points. */
  readonly absoluteError: number;
}
/** Chances over the options and no agreement. */
export interface ChanceScore {
  readonly by: string;
  /** What was said of what came out. */
  readonly ofOutcome: number;
  /** Nats. */
  readonly logScore: number;
  /** Sum of squares over all categories, 0..2. */
  readonly brier: number;
}
export interface IssueScore {
  readonly issue: string;
  readonly title: string;
  readonly horizon: string;
  readonly how: How;
  /** Names of the option, or of the two between which it lies. */
  readonly result: readonly string[];
  readonly statement?: string;
  /** Why it is not scored, or not in full. */
  readonly unscored?: string;
  /** Place of the result, 0..100. */
  readonly place?: number;
  readonly points: readonly PointScore[];
  readonly chances: readonly ChanceScore[];
  /** Of the compromise distribution: CRPS in scale points, and whether each interval held the result. */
  readonly crps?: number;
  readonly inside?: Readonly<Record<string, boolean>>;
}
export interface HorizonScore {
  readonly horizon: string;
  readonly until?: string;
  readonly points: readonly {
    readonly by: string;
    readonly issues: number;
    readonly meanAbsoluteError: number;
    readonly within10: number;
    readonly within20: number;
  }[];
  readonly chances: readonly {
    readonly by: string;
    readonly issues: number;
    readonly logScore: number;
    readonly brier: number;
  }[];
  /** Of the compromise distribution; absent where no issue has a place. */
  readonly crps?: number;
  readonly coverage?: Readonly<Record<string, number>>;
  readonly scoredIssues: number;
}
export interface ForecastScore {
  readonly forecast: string;
  readonly statement: string;
  readonly verdict: Verdict | "not told";
  readonly resolved?: string;
  readonly what?: string;
  /** The author's own words: the middle of what they say, with the ends. */
  readonly author?: {
    readonly chance: number;
    readonly low: number;
    readonly high: number;
    readonly word?: string;
    readonly brier?: number;
    readonly logScore?: number;
  };
  readonly ours?: { readonly chance: number; readonly brier?: number; readonly logScore?: number };
  readonly unscored?: string;
}
export interface ForecastTotals {
  readonly by: "author" | "ours" | "always even";
  readonly scored: number;
  readonly brier: number;
  readonly logScore: number;
  /** Share on the right side of even chances, of those that came out true or false. */
  readonly rightSide: number;
}
export interface ScoreCard {
  readonly engine: "review";
  readonly version: string;
  readonly title: string;
  readonly asOf?: string;
  readonly seed: number;
  readonly worlds: number;
  readonly inputsHash: string;
  /** Numbers that feed the run, by what stands behind them; counts. */
  readonly inputs: { readonly cited: number; readonly judged: number; readonly judgedAfter: number };
  /** Share of those that were judged after the event, 0..1. */
  readonly judgedAfterShare: number;
  /** Present where any input was judged after the event. */
  readonly noTestOfSkill?: string;
  readonly issues: readonly IssueScore[];
  readonly horizons: readonly HorizonScore[];
  readonly forecasts: readonly ForecastScore[];
  readonly totals: readonly ForecastTotals[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Of all forecasts with a chance and a verdict, by whose they are. */
  readonly reliability: { readonly author: readonly ReliabilityBin[]; readonly ours: readonly ReliabilityBin[] };
}
