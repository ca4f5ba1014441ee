/** What changed since, and why: the part of plan.json that a brief with observations has. */
import type { Id, Path } from "../brief/brief.ts";
import type { ValueRange } from "../run/findings.ts";

export interface Change {
  readonly before: number;
  readonly after: number;
}
export interface ChangeOfValue {
  readonly before: ValueRange;
  readonly after: ValueRange;
}

export interface ObservationFinding {
  readonly path: Path;
  /** The fact, as a brief writes it. */
  readonly fact: string;
  /** Last day of its date, YYYY-MM-DD; "" undated. */
  readonly day: string;
  /** Share of worlds in which it came about by itself, among those surveyed. */
  readonly expected: number;
  /** `learnt`: only worlds in which it came about are kept. `own luck`: made so, which is the same. `not learnt`: made so, since too few worlds agreed. */
  readonly taken: "learnt" | "own luck" | "not learnt";
}

export interface ItemChange {
  readonly id: Id;
  /** Chances as shown: of the ask or better, of each rung, of an agreement worse than all, of nothing. */
  readonly ask: Change;
  readonly rungs: readonly (Change & { readonly id: Id })[];
  readonly worse: Change;
  readonly none: Change;
  /** It has been seen how it comes out, or that it does not come up. */
  readonly decided: boolean;
}

export interface MoveChange {
  readonly move: Id;
  /** `made`: as observed. `over`: its dates are past, or it will not be made. `open`: still to be made. */
  readonly state: "made" | "over" | "open";
  /** What it is worth to make it; absent where it was not, or is no longer, a matter of choice. */
  readonly before?: ValueRange;
  readonly after?: ValueRange;
}

export interface InputChange {
  readonly path: Path;
  readonly what: string;
  /** Means over the worlds: scale points of a position, percent of a chance, as the input counts. */
  readonly before: number;
  readonly after: number;
}

export interface ForecastChange {
  readonly id: Id;
  /** Computed chance; absent where there is none. */
  readonly before?: number;
  readonly after?: number;
  /** What has been seen resolves it. */
  readonly resolved?: "true" | "false" | "void";
}

export interface DayTwoFinding {
  /** The day from which is planned, YYYY-MM-DD; "" unknown. */
  readonly today: string;
  /** How many of the brief's observations the plan that this is compared with knew. */
  readonly known: number;
  readonly observations: readonly ObservationFinding[];
  /** Worlds rolled out on either side. */
  readonly worlds: Change;
  /** Worlds looked at to find those that agree, which are the worlds of the plan. */
  readonly tried: number;
  readonly surveyed: number;
  readonly items: readonly ItemChange[];
  readonly plans: {
    readonly none: ChangeOfValue;
    readonly asWritten: ChangeOfValue;
    readonly others: Readonly<Record<Id, ChangeOfValue>>;
  };
  readonly moves: readonly MoveChange[];
  readonly assumptions: readonly (Change & { readonly id: Id })[];
  /** Numbers of which something was learnt, the most surprising first. */
  readonly inputs: readonly InputChange[];
  /** Branches of the plan and the shares of worlds in which each of their ways is taken. */
  readonly branches: readonly { readonly path: Path; readonly yes: Change; readonly no: Change }[];
  readonly forecasts: readonly ForecastChange[];
}
