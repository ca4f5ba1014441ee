/** What things are worth, and what the recommendation hangs on: part of plan.json with `--values`. Points are hundredths of our whole agenda. */
import type { Id, Path } from "../brief/brief.ts";
import type { ValueRange } from "../run/findings.ts";

/**
 * Concealment of an item's salience, or a move that shows ours; a bundle or an offer; a forum; a third party's consent.
 * `showing`: what letting others see by it how much we care brings.
 */
export type ChangeKind = "concealment" | "showing" | "bundle" | "offer" | "forum" | "consent";

export interface ValuesFinding {
  /** Worlds searched, held against (see `BestPlan`), and those of the run on which everything here is valued. */
  readonly worlds: { readonly searched: number; readonly pruned: number; readonly valued: number };
  /** The plan on which things are screened. */
  readonly plan: "best" | "written";
  /** Between the best found and what no plan can exceed, on the worlds searched. */
  readonly gap: number;
  readonly changes: readonly ChangeValue[];
  readonly moves: readonly SignalValue[];
  /** Unknown numbers and assumptions: what to ask, those worth most first. */
  readonly questions: readonly Question[];
  /** Everything known before anything is done, luck included: no questions are worth more together. */
  readonly clairvoyance: ValueRange;
  readonly time: TimeValues;
  readonly sensitivity: Sensitivity;
}

/** With the thing less without it, on the same worlds. */
export interface ChangeValue {
  readonly kind: ChangeKind;
  readonly id: Id;
  /**
   * Of a forum: with it less with this one in its place, which takes those of its issues that it could (as where forums are compared)
   * and where all its members have a place; the rest falls out. Absent: nothing takes its place.
   */
  readonly replacedBy?: Id;
  /** Under the plan screened, which stays as it is. */
  readonly screened: ValueRange;
  /** Best plan with it less best plan without it; of the largest screened alone. */
  readonly resolved?: Resolved;
}
export interface Resolved {
  readonly value: ValueRange;
  /** Points by which the two searches together may have missed. */
  readonly gap: number;
  /** Moves of the best plan without it that the best plan with it does not make, and the other way round. */
  readonly instead: readonly Id[];
  readonly dropped: readonly Id[];
}

/** A move that tells us something. The plan is made anew each time. */
export interface SignalValue {
  readonly move: Id;
  /** What it tells, known free, in private and before anything is done: imperfect information. Absent where it cannot be had at once. */
  readonly free?: Information;
  /** Its signals heard less not looked at, what the move costs and shows left as it is. */
  readonly heard: Information;
  /** The move allowed less never made: net of its cost and of what it reveals. */
  readonly net: ValueRange;
  /** Points by which the searches may have missed, for `heard` and `net`. */
  readonly gap: number;
}
export interface Information {
  readonly value: ValueRange;
  /** On the worlds searched: never below zero for what is free and private. */
  readonly inSample: number;
}

export interface Question {
  readonly kind: "unknown" | "assumption";
  readonly path: Path;
  readonly what: string;
  /** Known before anything is done: whether it holds, or in which third of its range it lies (perfect information). */
  readonly worth: Information;
  /** Its worth is told from noise, of as many questions as were asked (Bonferroni, 5 %). */
  readonly told: boolean;
  /** Moves that tell of it imperfectly. */
  readonly toldBy: readonly Id[];
  readonly whom: Whom;
}
/** Who could know. */
export interface Whom {
  /** Whose number it is. */
  readonly parties: readonly Id[];
  readonly people: readonly Id[];
  readonly sources: readonly Id[];
}

export interface TimeValues {
  /** Beginning only after a forum has closed, against now: what it costs (at least nothing, but for noise). */
  readonly later: readonly {
    readonly after: Id;
    readonly lost: readonly Id[];
    readonly screened: ValueRange;
    readonly resolved: ValueRange;
    readonly gap: number;
  }[];
  /** Deciding as we hear, against deciding everything at the start: what waiting for all signals is worth. */
  readonly waiting: Information;
}

export interface Sensitivity {
  /** What is looked at: our value under the plan screened, and decisions whose sign is a recommendation. */
  readonly decisions: readonly Decided[];
  /** By group and input: what drives our value under the plan screened. */
  readonly drivers: readonly Driver[];
  /** Inputs on which our value hangs most, largest swing first. */
  readonly tornado: readonly Bar[];
  /** Constants of the method, put to other values. */
  readonly method: readonly MethodCheck[];
}
/** Our value in the lower, middle and upper third of an input (tenth and ninetieth percent in its own units). */
export interface Bar extends Named {
  readonly from: number;
  readonly to: number;
  readonly low: ValueRange;
  readonly middle: ValueRange;
  readonly high: ValueRange;
}
export interface Named {
  readonly path: Path;
  readonly what: string;
  readonly unit: Unit;
}
/** Of `from` and `at`: percent, points, or whatever the issue is counted in. */
export type Unit = "percent" | "points" | "issue" | "number";
/** The best plan over the plan as written, or a move of the plan over what would be done without it. */
export interface Decided {
  readonly kind: "best" | "choice";
  /** Of a choice: the move, and the first that is done instead. */
  readonly move?: Id;
  readonly instead?: readonly Id[];
  readonly worth: ValueRange;
  /** Share of the worlds in which it comes to be decided. */
  readonly share: number;
  /** Inputs told from noise, those that turn it first. */
  readonly inputs: readonly Turning[];
}
export interface Turning extends Named {
  readonly from: number;
  readonly to: number;
  /** Worth at `from` and at `to`. */
  readonly low: ValueRange;
  readonly high: ValueRange;
  /** Where it turns, in the input's units, with its 90 % interval (an end may be open: absent). Absent: no switch within its range. */
  readonly turnsAt?: { readonly at: number; readonly low?: number; readonly high?: number };
}
export interface Driver {
  readonly kind: "group" | "input";
  readonly id: string;
  readonly first: ValueRange;
  readonly total: ValueRange;
}
export interface MethodCheck {
  readonly what: string;
  readonly setTo: string;
  /** Value of the plan screened, and the best plan over the plan as written. */
  readonly value: ValueRange;
  readonly bestOverWritten: ValueRange;
}
