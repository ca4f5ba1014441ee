/** What is found out about a rule, by the names of its members. Plain JSON-safe values. */

export interface PowerFindings {
  /** In order. */
  readonly members: readonly string[];
  /** Fractions in lowest terms: "7/30". */
  readonly shapleyShubik: Readonly<Record<string, string>>;
  /** Normalised. */
  readonly banzhaf: Readonly<Record<string, string>>;
  /** As text: it may have hundreds of digits. Of those who vote. */
  readonly winningCoalitions: string;
}
export interface PivotFinding {
  readonly at: number;
  readonly members: readonly string[];
}
export interface ScaleFindings {
  readonly pivots: { readonly fromBelow?: PivotFinding; readonly fromAbove?: PivotFinding };
  /** Open stretches that a winning coalition prefers to `otherwise`; absent where that is not on the scale. */
  readonly winSet?: readonly { readonly above: number; readonly below: number }[];
  readonly chairProposes?: { readonly chair: string; readonly at: number };
}
export interface PersuasionFinding {
  /** Absent: all who can be won do not win. */
  readonly members?: readonly string[];
  readonly cost?: number;
  /** False: others may cost less, but none less than `atLeast`. */
  readonly cheapest?: boolean;
  readonly atLeast?: number;
}
export interface CoalitionFindings {
  readonly coalitions: readonly (readonly string[])[];
  /** False: there are more. */
  readonly complete: boolean;
}
export interface RuleFindings extends PowerFindings {
  readonly name?: string;
  readonly source?: string;
  readonly words: readonly string[];
  /** By member 0..1, rounded: for people. */
  readonly shares: readonly { readonly member: string; readonly shapleyShubik: number; readonly banzhaf: number }[];
  /** Of all coalitions, the share that wins: how easily anything is adopted. */
  readonly easeOfAdoption: number;
  readonly blockAlone: readonly string[];
  /** Whose vote never decides. */
  readonly powerless: readonly string[];
  readonly minimalWinning: CoalitionFindings;
  readonly minimalBlocking: CoalitionFindings;
  readonly scale?: ScaleFindings;
  readonly persuasion?: PersuasionFinding;
}
export interface IssueFinding extends ScaleFindings {
  readonly issue: string;
  readonly name: string;
  /** Members whose position the brief does not give: taken at the middle of what is drawn for them. */
  readonly unknown: readonly string[];
}
export interface ForumFinding extends RuleFindings {
  readonly id: string;
  /** Issues on a scale that the brief wants settled here, in units of their scale, at the medians. */
  readonly issues: readonly IssueFinding[];
}
