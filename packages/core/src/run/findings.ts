/**
 * What `plan` finds: the content of plan.json. Plain readonly JSON-safe data in a stable order; unrounded.
 * Chances are 0..1; values are points (hundredths of our whole agenda); ids are the brief's.
 * Texts (names, wording, cards, sources) stay in the brief; papers are written from both.
 */
import type { AgendaOrderFinding } from "../agenda-order/agenda-order.ts";
import type { Id, Path } from "../brief/brief.ts";
import type { ForumComparison } from "../compare-forums/findings.ts";
import type { DayTwoFinding } from "../day-two/finding.ts";
import type { AgreementFinding } from "../packages/agreement-engine.ts";
import type { BestPlan } from "../search/findings.ts";
import type { SlateFinding } from "../slates/findings.ts";
import type { ValuesFinding } from "../values/findings.ts";

export type InputGroup = "positions" | "costs" | "rules" | "admission" | "model";

/** A shown (shrunk) chance with the 10th and 90th percentile over what is not known. */
export interface ChanceRange {
  readonly chance: number;
  readonly low: number;
  readonly high: number;
}
/** A value in points with its 90 % Monte-Carlo interval. */
export interface ValueRange {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
/** 5 %, 50 % and 95 % points of a drawn input. */
export interface Spread3 {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface Reasons {
  readonly notAdmitted: number;
  readonly noCompetence: number;
  readonly brokeDown: number;
  /** By the one party whose consent alone was wanting; `jointly` where no single party's was. Parties in the order of the brief. */
  readonly refused: Readonly<Record<Id, number>>;
  readonly notReached: number;
}
export interface LadderChances {
  /** The ask or better; `option` is what we ask. Sums with rungs, worse and none to 1. */
  readonly ask: ChanceRange & { readonly option: Id };
  /** In order of the ladder: this rung or better and not the one before. */
  readonly rungs: readonly (ChanceRange & { readonly id: Id })[];
  readonly worse: ChanceRange;
  readonly none: ChanceRange & { readonly because: Reasons };
}
export interface PartyOnItem {
  readonly party: Id;
  readonly role: "member" | "third";
  /** False: no position is known here (unknown, not indifferent). */
  readonly known: boolean;
  /** Natural units of the issue; absent on choices and slates. */
  readonly ideal?: Spread3;
  readonly salience: Spread3;
  readonly influence: Spread3;
  /** Share of worlds in which this party, as gatekeeper, keeps the item off. */
  readonly keepsOff: number;
  /** Share of worlds (item before the forum) in which its consent alone was wanting. */
  readonly refuses: number;
}
export interface ItemFinding extends LadderChances {
  readonly id: Id;
  readonly title: string;
  /** Headings above it, outermost first. */
  readonly under: readonly Id[];
  readonly instanceOf?: Id;
  readonly forum: Id;
  /** The same chances before shrinking. */
  readonly unshrunk: {
    readonly ask: number;
    readonly rungs: readonly number[];
    readonly worse: number;
    readonly none: number;
  };
  /** Which group of inputs gives the ask its range. */
  readonly widest: InputGroup;
  readonly admitted: number;
  /** Absent where it is admitted in fewer than 200 worlds. */
  readonly askGivenAdmitted?: number;
  /** Share of worlds in which the item ends on each option, agreed; in the issue's order. `at` in natural units. */
  readonly options: readonly {
    readonly id: Id;
    readonly title: string;
    readonly at?: number;
    readonly chance: number;
  }[];
  /** Forecast before acceptance (weighted mean and residual): 20 equal cells of the scale from its lower end; ordered issues only. */
  readonly density?: readonly number[];
  readonly parties: readonly PartyOnItem[];
  /** What the other outcome models say, by model; unshrunk. */
  readonly otherModels: Readonly<
    Record<
      string,
      { readonly ask: number; readonly rungs: readonly number[]; readonly worse: number; readonly none: number }
    >
  >;
  /** Dropped because `unless` holds: share of worlds. */
  readonly dropped: number;
  /** Mean of our value of what comes out, 0..1. */
  readonly ourValue: number;
  /** Our weight: share of our whole agenda, 0..1 (mean over worlds). */
  readonly weight: number;
}

export interface MoveFinding {
  readonly move: Id;
  /** Value of the plan without it. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /**
   * Without it the plan's branches go as if it had told this ("warm", "none", "worked", "failed", "done"), since that is better than `else`
   * by more than its interval; absent: they take `else`, or ask nothing of it.
   */
  readonly asIf?: string;
  /** As written minus without, on the same worlds. */
  readonly worth: ValueRange;
  /** Of which typed payoffs of the act itself (worth, audience, less cost), points: inputs, not findings. */
  readonly typed: number;
  /** Steps that fall away with it: moves no longer made in any world. */
  readonly fallsAway: readonly Id[];
  /** Share of worlds in which it is made, and works. */
  readonly done: number;
  readonly worked: number;
  /** Items whose chance of ask-or-rung changes by a point or more, with the change in our value of the item (points). */
  readonly items: readonly { readonly issue: Id; readonly points: number }[];
}

/** A chance under an intervention: the antecedent forced in all worlds, everything else drawn the same. */
export interface Conditional {
  readonly forecast: Id;
  /** The plan cannot bring the antecedent about (or it cannot be forced): nothing is computed. */
  readonly void: boolean;
  readonly why?: string;
  readonly worlds: number;
  /** The issue whose ladder is reported. */
  readonly issue?: Id;
  /** Chance of each rung or better, ask first, when forced and when forced not; unshrunk. */
  readonly rungs: readonly { readonly id: Id; readonly ifSo: number; readonly ifNot: number }[];
  readonly event?: { readonly ifSo: number; readonly ifNot: number };
  /** Rules (and moves by their own effects) that carry the difference: they are inputs. */
  readonly rules: readonly Id[];
  /** Multiple of those rules' effects at which the pair differs by ten points at the last rung; absent: not within 0..4. */
  readonly breakEven?: number;
}
export interface ForecastFinding {
  readonly id: Id;
  /** Computed chance of the event under the plan as written (given the antecedent); absent: resolved by hand, or void. */
  readonly computed?: number;
  readonly antecedent?: number;
  /** As stated, 0..1, midpoint of a word's band or a range. */
  readonly stated?: { readonly low: number; readonly high: number; readonly word?: string };
}
export interface OfferFinding {
  readonly link: Id;
  /** Share of worlds in which it is made; in which the conditions to act hold; in which it replaces the separate result. */
  readonly made: number;
  readonly accepted: number;
  /** As written minus the same plan with the offer never made, points. */
  readonly worth: ValueRange;
  /** Who declines, share of worlds in which it was made. */
  readonly declines: Readonly<Record<Id, number>>;
  /** Care premium: mean rise of their reservation, points of the counterpart's agenda, as shown and if nothing were concealed. */
  readonly premium: { readonly shown: number; readonly open: number };
}
export interface BundleFinding {
  readonly link: Id;
  readonly settled: number;
}
/** One of the heaviest items read as a conflict: who would rather take which settlement than have none. */
export interface StabilityFinding {
  readonly issue: Id;
  readonly forum: Id;
  /** Members whose vote can matter. */
  readonly members: readonly Id[];
  readonly worlds: number;
  readonly settlements: readonly {
    readonly option: Id;
    /** At the medians of the brief's ranges. */
    readonly refuses: readonly Id[];
    /** Share of the worlds in which each member would take it; enough of them to settle would. */
    readonly willing: Readonly<Record<Id, number>>;
    readonly enough: number;
  }[];
}
export interface Unknown {
  readonly path: Path;
  readonly what: string;
  readonly group: InputGroup;
  /** What knowing it is worth, points, with its 90 % interval (held-out estimate; may be negative by noise), choosing among the plans compared. */
  readonly worth: number;
  readonly low: number;
  readonly high: number;
  /** Difference of the plan's value between its upper and lower third, points. */
  readonly swing: number;
}
export interface TypedPayoff {
  readonly path: Path;
  readonly what: string;
  readonly points: Spread3;
  /** Factor on this payoff, the others as they are, at which the move's worth is nil; absent: none between 0 and 4. */
  readonly breakEven?: number;
}
export interface NotPriced {
  readonly path: Path;
  readonly what: string;
  readonly why: string;
}
export interface StepFinding {
  readonly path: Path;
  /** Share of worlds in which the plan comes to this step. */
  readonly reached: number;
}
/** A place in the brief that disagrees with another: MODEL.md §9. */
export interface Contradiction {
  /** Stable, kebab-case; a row in docs/errors.md. */
  readonly code: string;
  readonly severity: "contradiction" | "tension" | "gap";
  readonly paths: readonly [Path] | readonly [Path, Path];
  readonly message: string;
  /** Why it matters, or how to resolve it. */
  readonly why: string;
}
export interface DefaultUsed {
  readonly path: Path;
  readonly what: string;
  readonly value: string;
}

export interface PlanFindings {
  readonly engine: "plan";
  readonly version: string;
  readonly seed: number;
  readonly worlds: number;
  /** SHA-256 of the canonical inputs, hex. */
  readonly inputsHash: string;
  readonly us: Id;
  readonly outcomeModel: string;
  readonly items: readonly ItemFinding[];
  readonly plans: {
    readonly none: ValueRange;
    readonly asWritten: ValueRange & { readonly overNone: ValueRange };
    readonly without: Readonly<Record<Id, MoveFinding>>;
    readonly others: Readonly<Record<Id, ValueRange & { readonly overAsWritten: ValueRange }>>;
    /** Absent where the brief allows no move. */
    readonly best?: BestPlan;
  };
  readonly conditionals: readonly Conditional[];
  readonly forecasts: readonly ForecastFinding[];
  readonly offers: readonly OfferFinding[];
  readonly bundles: readonly BundleFinding[];
  readonly steps: readonly StepFinding[];
  readonly assumptions: readonly { readonly id: Id; readonly holds: number }[];
  readonly stability: readonly StabilityFinding[];
  /** Issues that more than one forum could take. */
  readonly forums: readonly ForumComparison[];
  readonly slates: readonly SlateFinding[];
  /** Pairs of issues of one forum of which the first sets a precedent for the second. */
  readonly agendaOrder: readonly AgendaOrderFinding[];
  /** Which packages are worth anyone's time: the whole brief, then each bundle by itself. */
  readonly agreement: readonly AgreementFinding[];
  readonly contradictions: readonly Contradiction[];
  /** Where the brief has observations: what changed since, and why. */
  readonly dayTwo?: DayTwoFinding;
  /** What things are worth by difference, where that was asked for. */
  readonly values?: ValuesFinding;
  readonly unknowns: readonly Unknown[];
  readonly typedPayoffs: readonly TypedPayoff[];
  readonly notPriced: readonly NotPriced[];
  readonly defaults: readonly DefaultUsed[];
  /** Numbers that feed the run, by what stands behind them; counts. */
  readonly inputs: { readonly cited: number; readonly judged: number; readonly judgedAfter: number };
  readonly method: {
    readonly disagreementMean: number;
    readonly shrinkage: number;
    readonly carryOver: string;
    readonly carePremium: string;
    readonly gateShare: string;
    readonly fewestWorlds: number;
  };
}
