/** What came of a brief's issues and forecasts, as `outcomes.yaml` says it. */

export const hows = ["agreed", "not agreed", "not admitted", "not raised", "informal", "elsewhere"] as const;
export type How = (typeof hows)[number];
export const verdicts = ["true", "false", "partly", "void"] as const;
export type Verdict = (typeof verdicts)[number];

export interface ItemOutcome {
  /** One option, or the two between which it came to lie; absent where nothing on the scale came about. */
  readonly result?: readonly [string] | readonly [string, string];
  readonly how: How;
  readonly statement?: string;
  readonly source: readonly string[];
}
export interface ForecastOutcome {
  readonly verdict: Verdict;
  readonly resolved?: string;
  readonly statement?: string;
  readonly source: readonly string[];
}
export interface Outcomes {
  readonly horizons: readonly { readonly id: string; readonly until?: string; readonly note?: string }[];
  readonly sources: Readonly<Record<string, string>>;
  /** By issue, then by horizon. */
  readonly items: Readonly<Record<string, Readonly<Record<string, ItemOutcome>>>>;
  readonly forecasts: Readonly<Record<string, ForecastOutcome>>;
}
