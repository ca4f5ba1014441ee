/**
 * The model: a brief compiled to dense tables over indices, every default applied and recorded.
 * Nothing in it can name an unknown party. Numbers on an ordered issue are scale points 0..100 (from its lower end);
 * chances are percent; worths, costs and payoffs are points (hundredths of a party's whole agenda).
 */
import type { Id, OutcomeModelName, Path } from "../brief/brief.ts";
import type { DefaultUsed, InputGroup, NotPriced } from "../run/findings.ts";
import type { Distribution } from "../worlds/index.ts";
import type { ModelPast, Subject } from "./past.ts";
import type { RollState } from "./state.ts";

/** Index into `Model.inputs`. */
export type InputIndex = number;
/** What stands behind a number: a source of the time, a judgement, a judgement made after the event, or the method's default. */
export type Standing = "cited" | "judged" | "judgedAfter" | "default";

/** One uncertain (or exact) number. World k draws it by its key alone. */
export interface Input {
  /** Draw key: path of names, never a line. */
  readonly key: string;
  readonly distribution: Distribution;
  /** `events` are luck (residuals, successes, truths): averaged over, never held fixed for a range. */
  readonly group: InputGroup | "events";
  readonly path: Path;
  readonly what: string;
  readonly unknown: boolean;
  readonly standing: Standing;
  /** A bloc's position: its own draw for all members unless, in this world, the bloc splits. */
  readonly bloc?: { readonly key: string; readonly chance: InputIndex; readonly luck: InputIndex };
}

/** A party's place at an issue. Seats stand in the order of the parties. All have the same keys, as all items have: what is read in every world is read fastest so. */
export interface Seat {
  readonly party: number;
  /** False: no position given (unknown, not indifferent). */
  readonly known: boolean;
  /** Ordered issues; -1 on choices and slates. */
  readonly ideal: InputIndex;
  /** Choices and slates: value of each option, 0..100. */
  readonly values: readonly InputIndex[] | undefined;
  readonly salience: InputIndex;
  readonly influence: InputIndex;
  readonly cost: InputIndex;
  /** Acceptance limit: a place on an ordered issue. */
  readonly bottomLine: InputIndex | undefined;
  /** Acceptance limit on a choice or slate. */
  readonly bottomOption: number | undefined;
  readonly redLines: readonly number[];
  /** Worth of `otherwise` to it where that is off the scale. */
  readonly otherwiseValue: InputIndex | undefined;
  /** Payoff of having the item discussed. */
  readonly discussing: InputIndex | undefined;
  /** Salience as shown to others (own seat only). */
  readonly shownSalience: InputIndex | undefined;
}

export interface ModelOption {
  readonly id: Id;
  readonly title: string;
  /** Scale points; -1 on choices and slates. */
  readonly at: InputIndex;
  /** Points that reaching it brings us in public. */
  readonly audience: readonly InputIndex[];
}

export interface Item {
  readonly id: Id;
  readonly title: string;
  readonly path: Path;
  readonly under: readonly Id[];
  readonly instanceOf: Id | undefined;
  /** Share of its issue's salience: 1, or 1 / number of instances. */
  readonly share: number;
  readonly ordered: boolean;
  readonly exponent: number;
  /** Natural units of scale points 0 and 100. */
  readonly scale: { readonly from: number; readonly to: number };
  readonly options: readonly ModelOption[];
  /** Index of the option that stands without agreement; -1: off the scale. */
  readonly otherwise: number;
  readonly seats: readonly Seat[];
  /** Seat index by party, -1 none. */
  readonly seatOf: readonly number[];
  readonly ourSeat: number;
  /** Ladder for us: option indices, ask first. Empty without `us`. */
  readonly ladder: readonly number[];
  /** Forum before which the brief wants it, or the plan as written takes it; and where it lies until a move takes it elsewhere. */
  readonly forum: number;
  readonly nowBefore: number;
  /** Moves that take it before another forum than it lies before, and which; empty: it stands on the agenda of `forum`. */
  readonly raisedBy: readonly number[];
  readonly raisedTo: readonly number[];
  readonly confirmedIn: readonly number[];
  readonly unless: Predicate | undefined;
  readonly resolvedAs: number;
  /** Typed chance of admission and the luck shared by its heading. */
  readonly admission: { readonly chance: InputIndex; readonly luck: InputIndex } | undefined;
  /** Luck of admission where the brief types no chance but an effect changes it; -1 where none does. */
  readonly admissionLuck: InputIndex;
  /** Who proposes it: our party, or those who will table it. */
  readonly proposers: readonly number[];
  /** Tabled by others: chance and luck. */
  readonly tabled: { readonly chance: InputIndex; readonly luck: InputIndex } | undefined;
  readonly residual: InputIndex;
  /** A second, own residual for a later forum, tied to the first by the carry-over; -1 where there is none. */
  readonly laterResidual: InputIndex;
  /** The same for each option of a choice or slate; empty on ordered issues, the later ones also where there is no later forum. */
  readonly optionResiduals: readonly InputIndex[];
  readonly laterOptionResiduals: readonly InputIndex[];
  readonly tie: InputIndex;
  /** Chance that the heading under which it is carried is ours to set, and its luck: without it nothing is concealed. */
  readonly framing: { readonly chance: InputIndex; readonly luck: InputIndex } | undefined;
  /** Effects that may touch it, by index in `Model.effects`. */
  readonly effects: readonly number[];
  /** We show another salience than we have, without a move that conceals it. */
  readonly alwaysConcealed: boolean;
  /** From whom concealment hides it: those to whom we show another salience; all where the brief does not say. */
  readonly concealedFrom: readonly number[];
  /** Bundle it belongs to, -1 none. */
  readonly bundle: number;
}

export interface VotingRule {
  /** Weight that must be reached, by member; `quota` in the same unit. Strict: more than the quota. */
  readonly weights: readonly number[];
  readonly quota: number;
  readonly strict: boolean;
  /** Positions in `members` of those with a veto. */
  readonly vetoes: readonly number[];
  readonly and: VotingRule | undefined;
}
export interface ModelForum {
  readonly id: Id;
  readonly members: readonly number[];
  readonly rule: VotingRule;
  readonly consensus: boolean;
  readonly gatekeepers: readonly number[];
  readonly breakdown: InputIndex;
  readonly breakdownLuck: InputIndex;
  /** By item: undefined everything is within its competence; a missing entry is outside. */
  readonly competence:
    | ReadonlyMap<number, { readonly chance: InputIndex; readonly luck: InputIndex; readonly needs: readonly number[] }>
    | undefined;
  /** Items as adopted; undefined: not known yet. */
  readonly adopted: ReadonlySet<number> | undefined;
  readonly endsIf: Predicate | undefined;
  /** Days, YYYY-MM-DD; "" unknown. */
  readonly from: string;
  readonly to: string;
}

/** A condition compiled: does it hold in this world at this moment? */
export type Predicate = (state: RollState) => boolean;

export interface ModelEffect {
  readonly on: "position" | "admission" | "breakdown" | "assumption" | "move";
  readonly what?: "ideal" | "salience" | "influence" | "cost";
  /** Items and parties touched. */
  readonly items: readonly number[];
  readonly parties: readonly number[];
  /** Forum, assumption or move index for the others. */
  readonly target: number;
  readonly relative: boolean;
  readonly amount: InputIndex;
  /** For replacements that differ by item (option names): amount by item. */
  readonly amounts?: ReadonlyMap<number, InputIndex>;
  readonly path: Path;
  /** Rule or move that has it. */
  readonly owner: { readonly kind: "rule" | "move"; readonly index: number };
}
/** What a condition reads of a world, by index: while none of it changes, nor does the answer. */
export interface Asks {
  /** What they came out at, or whether they were admitted. */
  readonly items: readonly number[];
  /** Whether they were made, worked, or what signal they gave. */
  readonly moves: readonly number[];
  /** Whether they broke down. */
  readonly forums: readonly number[];
  readonly assumptions: readonly number[];
  /** It asks of a party's consent, which hangs on the effects that act, or of the day. */
  readonly consentOrDay: boolean;
}
export interface ModelRule {
  readonly id: Id;
  readonly if: Predicate;
  readonly asks: Asks;
  readonly effects: readonly number[];
  readonly path: Path;
}
export interface ModelSignal {
  readonly id: Id;
  readonly cases: readonly { readonly if: Predicate | undefined; readonly chance: InputIndex }[];
}
export interface ModelMove {
  readonly id: Id;
  readonly kind: string;
  readonly path: Path;
  readonly ours: boolean;
  readonly if: Predicate | undefined;
  readonly chance: InputIndex;
  readonly luck: InputIndex;
  readonly ifItWorks: readonly number[];
  readonly ifItFails: readonly number[];
  readonly cost: InputIndex | undefined;
  readonly worth: InputIndex | undefined;
  readonly audience: readonly InputIndex[];
  readonly success: boolean;
  readonly signals: readonly ModelSignal[];
  readonly signalLuck: InputIndex;
  /** Offers that it makes, by link index. */
  readonly offers: readonly number[];
  readonly conceals: readonly number[];
  readonly reveals: readonly {
    readonly item: number;
    /** Parties to whom: those named, else the move's targets, else all. */
    readonly to: readonly number[];
    readonly chance: InputIndex | undefined;
    readonly luck: InputIndex;
  }[];
  readonly public: boolean;
  readonly items: readonly number[];
  readonly from: string;
  readonly to: string;
  /** Before the settlement of which forum, as an index into `order`, it is made; `order.length`: after all. */
  readonly stage: number;
}
export type ModelStep =
  | { readonly step: "do"; readonly move: number; readonly index: number }
  | { readonly step: "ask"; readonly index: number }
  | {
      readonly step: "if";
      readonly if: Predicate;
      readonly yes: readonly ModelStep[];
      readonly no: readonly ModelStep[];
      readonly index: number;
    };
/** What a move may have told us, as far as the branches of a plan ask for it. */
export interface Reply {
  readonly move: number;
  /** Index of the signal, -1 for none. */
  readonly signal: number;
  readonly worked: boolean;
  /** "warm", "none", "worked", "failed", "done"; "warm, failed" where branches ask for both. */
  readonly text: string;
}
export interface ModelPlan {
  readonly id: string;
  /** Each on which its branches go another way than where the move is not made, one for each way; absent: none. */
  readonly replies?: readonly Reply[];
  /** Steps by stage: those done before forum `order[k]` settles are at k; the last entry comes after all. */
  readonly stages: readonly (readonly ModelStep[])[];
  /** Path of each step by its index. */
  readonly paths: readonly Path[];
}
export interface ModelBundle {
  readonly id: Id;
  readonly items: readonly number[];
}
export interface ModelOffer {
  readonly id: Id;
  readonly path: Path;
  /** What we give: item and option. */
  readonly gives: readonly { readonly item: number; readonly option: number }[];
  /** What we want in turn: packages over the items of the condition must satisfy it. */
  readonly wants: readonly { readonly item: number; readonly option: number; readonly orBetter: boolean }[];
  readonly condition: Predicate | undefined;
  /** Observers whose belief about our care sets the premium: members other than us, or the offer's targets. */
  readonly targets: readonly number[];
}
export interface ModelDependence {
  readonly id: Id;
  /** Items whose coming out may change it. */
  readonly items: readonly number[];
  /** Nothing else may: its conditions ask of no move, assumption, consent or day. */
  readonly itemsOnly: boolean;
  readonly rows: readonly {
    readonly if: Predicate;
    readonly worth: readonly { readonly party: number; readonly points: InputIndex }[];
  }[];
}
export interface ModelBelief {
  readonly by: readonly number[];
  readonly items: readonly number[];
  readonly about: number;
  readonly salience: InputIndex | undefined;
}
export interface ModelForecast {
  readonly id: Id;
  readonly event: Predicate | undefined;
  /** The issue whose ladder its conditional reports. */
  readonly item: number;
  readonly antecedent: Predicate | undefined;
  /** What the event, and the antecedent, speak of. */
  readonly about: readonly Subject[];
  readonly givenOn: readonly Subject[];
  /** What must be forced for the antecedent to hold; undefined: cannot be forced. */
  readonly force: readonly Forced[] | undefined;
  readonly whyNot: string | undefined;
  /** Effects that carry what the antecedent brings, by index. */
  readonly carriers: readonly number[];
}
/** One fact made true or false in all worlds. */
export type Forced =
  | {
      readonly kind: "move";
      readonly move: number;
      readonly state: "done" | "worked" | "failed";
      readonly holds: boolean;
    }
  | { readonly kind: "assumption"; readonly assumption: number; readonly holds: boolean }
  | { readonly kind: "signal"; readonly move: number; readonly signal: number; readonly holds: boolean };

export interface Model {
  readonly us: number;
  readonly parties: readonly {
    readonly id: Id;
    readonly name: string;
    readonly role: "principal" | "third" | "audience";
    readonly friends: readonly number[];
  }[];
  readonly inputs: readonly Input[];
  readonly items: readonly Item[];
  readonly forums: readonly ModelForum[];
  /** Forums in the order in which they settle. */
  readonly order: readonly number[];
  /** Items in the order of settlement within any forum: precedents first. */
  readonly itemOrder: readonly number[];
  readonly assumptions: readonly { readonly id: Id; readonly chance: InputIndex; readonly luck: InputIndex }[];
  readonly effects: readonly ModelEffect[];
  readonly rules: readonly ModelRule[];
  readonly moves: readonly ModelMove[];
  readonly bundles: readonly ModelBundle[];
  readonly offers: readonly ModelOffer[];
  readonly dependences: readonly ModelDependence[];
  readonly beliefs: readonly ModelBelief[];
  /** What has been observed; undefined where nothing has. */
  readonly past: ModelPast | undefined;
  readonly plan: ModelPlan;
  readonly otherPlans: readonly ModelPlan[];
  readonly forecasts: readonly ModelForecast[];
  readonly method: {
    readonly models: readonly { readonly model: OutcomeModelName; readonly share: number }[];
    readonly modelLuck: InputIndex;
    readonly carePremium: InputIndex;
    readonly gateShare: InputIndex;
    readonly carryOver: InputIndex;
    readonly disagreementMean: number;
    readonly shrinkage: number;
    readonly worlds: number;
    readonly seed: number;
  };
  readonly defaults: readonly DefaultUsed[];
  readonly notPriced: readonly NotPriced[];
}
