/**
 * The brief as data: what a reader of the YAML file establishes, before anything is computed.
 *
 * Short forms have been expanded, ids and references have been checked, nothing has been defaulted: a word that
 * the file does not give is absent here, and `compile` applies (and records) the default. Plain readonly JSON-safe values.
 */

/** Place of a value in the brief as names from the top, joined by "/": `agenda/ruhr/positions/ussr/ideal`. Entries of unnamed lists count from 0. */
export type Path = string;
/** A name given in the brief: `[a-z][a-z0-9]*(-[a-z0-9]+)*`; an issue's instance is `ISSUE/INSTANCE`. */
export type Id = string;
/** Probability words of the yardsticks, lower case. */
export type LikelihoodWord =
  | "almost no chance"
  | "very unlikely"
  | "unlikely"
  | "roughly even"
  | "likely"
  | "very likely"
  | "almost certain"
  | "remote chance"
  | "highly unlikely"
  | "realistic possibility"
  | "likely or probable"
  | "highly likely";

/** A number as precisely as it is known. `B` is what a bound may be: a number, or on a scale also an option's name. */
export type Spread<B = number> =
  | { readonly kind: "unknown" }
  | { readonly kind: "exact"; readonly value: B }
  | { readonly kind: "range"; readonly low: B; readonly high: B }
  | { readonly kind: "triple"; readonly least: B; readonly likeliest: B; readonly most: B }
  | { readonly kind: "uniform"; readonly low: B; readonly high: B };
export type Quantity = Spread<number>;
export interface OptionBound {
  readonly option: Id;
}
/** A place on an issue's scale, in the issue's own units; option names stand for their places. */
export type Place =
  | Spread<number | OptionBound>
  | { readonly kind: "mix"; readonly parts: readonly { readonly percent: number; readonly option: Id }[] };
/** A chance; numbers are percent 0..100. */
export type Chance = Quantity | { readonly kind: "word"; readonly word: LikelihoodWord };
/** In effects: `relative` adds to what was, else replaces it. */
export type Change =
  | { readonly relative: true; readonly by: Quantity }
  | { readonly relative: false; readonly to: Place | Chance };

/** `judgement`, `hindsight`, or a source, optionally with a passage. */
export type Citation =
  | { readonly kind: "judgement" }
  | { readonly kind: "hindsight" }
  | { readonly kind: "source"; readonly source: Id; readonly passage?: string };

export interface Later {
  readonly statement?: string;
  readonly sources: readonly Citation[];
}

/** What any long form may carry besides its own words. */
export interface Annotations {
  readonly path: Path;
  readonly name?: string;
  readonly words?: string;
  readonly modality?: string;
  /** Given here; what covers a value is the nearest mapping around it that has a source (`sourcesOf`). */
  readonly sources?: readonly Citation[];
  readonly confidence?: "low" | "moderate" | "high";
  readonly because?: string;
  readonly note?: string;
  readonly later?: readonly Later[];
  readonly onlyFor?: readonly Id[];
}
/** A value with its place and annotations. */
export interface Stated<T> extends Annotations {
  readonly value: T;
}

/** Whole days, inclusive: `YYYY-MM-DD`. An open end is absent. */
export interface DateSpan {
  readonly from?: string;
  readonly to?: string;
  /** As written. */
  readonly text: string;
}

export type Fact =
  | { readonly fact: "assumption"; readonly assumption: Id }
  | {
      readonly fact: "is";
      readonly issue: Id;
      readonly option: Id;
      readonly orBetter: boolean;
      readonly negated: boolean;
    }
  | { readonly fact: "item"; readonly issue: Id; readonly state: "admitted" | "settled" | "refused" }
  | { readonly fact: "accepts"; readonly party: Id; readonly option: Id; readonly issue: Id }
  | { readonly fact: "signal"; readonly move: Id; readonly signal: Id; readonly negated: boolean }
  | { readonly fact: "move"; readonly move: Id; readonly state: "done" | "worked" | "failed" }
  | { readonly fact: "broke down"; readonly forum: Id }
  | { readonly fact: "date"; readonly when: "before" | "after"; readonly date: DateSpan };
export type Condition =
  | { readonly op: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly op: "not"; readonly part: Condition }
  | ({ readonly op: "fact" } & Fact);

export interface Head extends Annotations {
  readonly demarche: 1;
  readonly title?: string;
  readonly from?: { readonly name: string; readonly office?: string };
  readonly to?: { readonly name: string; readonly office?: string };
  readonly marking?: string;
  /** As-of date: nothing later feeds the plan. */
  readonly date?: DateSpan;
  readonly us?: Id;
  readonly forum?: Id;
  readonly unsourced?: "judgement" | "hindsight";
  readonly readers?: Readonly<Record<Id, string>>;
}

export type OutcomeModelName = "compromise" | "median" | "nash" | "veto";
export interface Method extends Annotations {
  readonly outcomeModel?: readonly { readonly model: OutcomeModelName; readonly percent: number }[];
  readonly yardstick?: "icd203" | "phia";
  readonly worlds?: number;
  readonly seed?: number;
  readonly carePremium?: Stated<Quantity>;
  readonly gateShare?: Stated<Quantity>;
  readonly carryOver?: Stated<Quantity>;
  /** Mean of an unknown cost of disagreement, scale points (30). */
  readonly disagreementMean?: Stated<Quantity>;
  /** Weight of the even spread in shown chances, 0..1 (0.1). */
  readonly shrinkage?: number;
}

export interface Passage extends Annotations {
  readonly label: string;
  readonly date?: DateSpan;
  readonly reachedUs?: DateSpan | "never";
}
export interface Source extends Annotations {
  readonly id: Id;
  readonly date?: DateSpan;
  readonly kind?: "document" | "talk" | "press";
  /** Admiralty grade A1..F6. */
  readonly grade?: string;
  readonly signed?: readonly Id[];
  readonly layer?: "original" | "editorial";
  readonly missing?: boolean;
  readonly reachedUs?: DateSpan | "never";
  readonly file?: string;
  readonly version?: string;
  readonly marks?: readonly string[];
  readonly passages?: readonly Passage[];
}

export interface Person extends Annotations {
  readonly id: Id;
  readonly office?: string;
}
export interface Party extends Annotations {
  readonly id: Id;
  readonly role?: "principal" | "third" | "audience";
  readonly influence?: Stated<Quantity>;
  readonly representedBy?: Id;
  /** Members with whom this party, though absent, has a hearing: a third with friends among the gatekeepers is one itself (MODEL §4.1). */
  readonly friends?: readonly Id[];
  readonly people?: readonly Person[];
  readonly alsoCalled?: readonly string[];
}
/** Actors that go together; `members` flat, blocs within already resolved to parties, `except` already taken out. */
export interface Bloc extends Annotations {
  readonly id: Id;
  readonly members: readonly Id[];
  readonly splits?: Stated<Chance>;
  readonly alsoCalled?: readonly string[];
}
/** Places, branches, defined expressions; `members` as written (names of terms), `resolved` flat with `except` taken out. */
export interface Term extends Annotations {
  readonly id: Id;
  readonly members: readonly Id[];
  readonly except: readonly Id[];
  readonly resolved: readonly Id[];
  readonly open?: boolean;
  readonly means?: string;
  readonly watch?: readonly string[];
  readonly alsoCalled?: readonly string[];
}

/** All the given requirements must be met. `kind: share` is a share 0..1 of the members' weights; `count` a weight sum or a number of members. */
export interface DecisionRule {
  readonly kind: "consensus" | "majority" | "share" | "count";
  /** For `share` 0..1, for `count` a number. */
  readonly atLeast?: number;
  readonly weights?: Readonly<Record<Id, number>>;
  readonly veto?: readonly Id[];
  readonly and?: DecisionRule;
}
export interface Competence extends Annotations {
  readonly issue: Id;
  readonly chance?: Stated<Chance>;
  /** Parties or forums whose consent it takes. */
  readonly needs?: readonly Id[];
}
export interface HistoryEntry extends Annotations {
  readonly dates?: DateSpan;
  readonly by?: readonly Id[];
  readonly option?: Id;
  readonly result?: "accepted" | "rejected" | "deferred" | "dropped";
  readonly refusedBy?: readonly Id[];
}
export interface Forum extends Annotations {
  readonly id: Id;
  readonly members?: readonly Id[];
  readonly dates?: DateSpan;
  readonly publicity?: "closed" | "communique" | "open";
  readonly breakdown?: Stated<Chance>;
  readonly above?: readonly Id[];
  readonly endsIf?: Condition;
  readonly decisionRule?: DecisionRule;
  /** Issues by id, headings resolved to the issues in them. Absent: everything. */
  readonly competence?: readonly Competence[];
  readonly gatekeepers?: readonly Id[] | "nobody";
  readonly adopted?: readonly string[];
  readonly history?: readonly HistoryEntry[];
  readonly alsoCalled?: readonly string[];
}

export interface Assumption extends Annotations {
  readonly id: Id;
  readonly chance: Stated<Chance>;
  readonly statement?: string;
  readonly until?: DateSpan;
  readonly watch?: readonly string[];
}
export interface Belief extends Annotations {
  readonly id: Id;
  readonly by: readonly Id[];
  readonly about: Id;
  readonly issues?: readonly Id[];
  readonly ideal?: Stated<Place>;
  readonly salience?: Stated<Quantity>;
}

export interface Option extends Annotations {
  readonly id: Id;
  /** Place in the issue's own units; absent on a choice or slate. */
  readonly at?: Stated<Quantity>;
  readonly members?: readonly Id[];
  readonly forum?: Id;
  readonly audience?: Readonly<Record<Id, Stated<Quantity>>>;
}
export interface Rung extends Annotations {
  readonly option: Id;
  readonly authority?: string;
  readonly due?: DateSpan;
}
export interface Position extends Annotations {
  /** A party; bloc positions have been copied to their members (`fromBloc` names the bloc: one draw for all unless it splits). */
  readonly party: Id;
  readonly fromBloc?: Id;
  readonly ideal?: Stated<Place>;
  readonly ask?: Id;
  readonly interest?: string;
  readonly salience?: Stated<Quantity>;
  readonly influence?: Stated<Quantity>;
  readonly costOfDisagreement?: Stated<Quantity>;
  readonly fallbacks?: readonly Rung[];
  readonly bottomLine?: Stated<Place>;
  readonly redLines?: readonly { readonly option: Id; readonly why?: string }[];
  readonly shownAs?: Annotations & {
    readonly ideal?: Stated<Place>;
    readonly salience?: Stated<Quantity>;
    readonly to?: readonly Id[];
  };
  /** On a choice or slate, by option, 0..100. */
  readonly values?: Readonly<Record<Id, Stated<Quantity>>>;
  /** On a choice or slate, best first. */
  readonly ranks?: readonly Id[];
}
export interface Basis extends Annotations {
  readonly citation: Citation;
  readonly supports?: Id;
  readonly strength?: "weak" | "fair" | "strong";
  readonly for?: readonly Id[];
}
/** Off the scale: typed worths per party, 0..100; on it: an option. */
export type Otherwise = Annotations &
  (
    | { readonly kind: "option"; readonly option: Id }
    | { readonly kind: "values"; readonly values: Readonly<Record<Id, Stated<Quantity>>> }
    | { readonly kind: "unknown" }
  );
export interface Carried extends Annotations {
  readonly insteadOf?: string;
  readonly control?: Stated<Chance>;
}
export interface Card {
  readonly objective?: string;
  readonly pointsToMake?: readonly string[];
  readonly ifRaised?: readonly string[];
  readonly doNotSay?: readonly string[];
  readonly background?: readonly string[];
  readonly notToBeDisclosed?: readonly string[];
}
/** Words that a heading may say for its items. They stay on the heading here; `inherited` on an Issue has them applied. */
export interface ItemWords {
  readonly forum?: Id;
  readonly nowBefore?: Id;
  readonly confirmedIn?: readonly Id[];
  readonly scope?: readonly Id[];
  readonly unless?: Condition;
  readonly admission?: Stated<Chance>;
  /** The heading or issue on which `admission` stands: items under one heading share its draw. */
  readonly admissionGivenOn?: Id;
  readonly discussing?: Readonly<Record<Id, Stated<Quantity>>>;
  readonly posture?: "attack" | "defence";
  readonly carried?: Carried;
  readonly basis?: readonly Basis[];
  readonly card?: Card;
}
export interface Heading extends Annotations, ItemWords {
  readonly type: "heading";
  readonly id: Id;
  readonly items: readonly AgendaNode[];
}
export interface Issue extends Annotations, ItemWords {
  readonly type: "issue";
  readonly id: Id;
  /** Headings above, outermost first. */
  readonly under: readonly Id[];
  readonly kind?: "scale" | "choice" | "slate";
  readonly seats?: number;
  readonly quotas?: Readonly<Record<Id, Quantity>>;
  readonly exponent?: number;
  readonly options: readonly Option[];
  /** True where the file gave a bare list (even steps). */
  readonly evenSteps?: boolean;
  /** From and to in natural units; may fall. */
  readonly scale?: { readonly from: number; readonly to: number };
  readonly unit?: string;
  readonly open?: boolean;
  readonly otherwise?: Otherwise;
  readonly resolvedAs?: Id;
  /** Each instance is this issue with the words that differ already applied; its id is `ISSUE/INSTANCE`, itself without instances. */
  readonly instances?: readonly Issue[];
  readonly history?: readonly HistoryEntry[];
  readonly changed?: readonly Stated<string>[];
  readonly instrument?: string;
  readonly due?: DateSpan;
  readonly institution?: Id;
  readonly positions: readonly Position[];
  /** ItemWords with those of the headings above where this issue does not say otherwise. */
  readonly inherited: ItemWords;
  /** Only under `others will table`. */
  readonly by?: readonly Id[];
  readonly chance?: Stated<Chance>;
  readonly answer?: "accept" | "refuse" | "trade" | "put off" | "unknown";
}
export type AgendaNode = Heading | Issue;

export interface Goal extends Annotations {
  readonly id: Id;
  readonly statement?: string;
  readonly kind?: "result" | "relation" | "avoid" | "promise" | "limit";
  readonly issues?: readonly Id[];
  readonly target?: readonly Id[];
  readonly forum?: Id;
  readonly dates?: DateSpan;
  readonly against?: readonly Id[];
  readonly scope?: readonly Id[];
  readonly if?: Condition;
  readonly basis?: readonly Basis[];
  readonly worth?: Stated<Quantity>;
}
export type Link = Annotations & { readonly id: Id } & (
    | {
        readonly kind: "depends";
        readonly issues: readonly Id[];
        readonly table?: readonly (Annotations & {
          readonly if: Condition;
          readonly worth: Readonly<Record<Id, Stated<Quantity>>>;
        })[];
      }
    | { readonly kind: "bundle"; readonly issues: readonly Id[] }
    | {
        readonly kind: "offer";
        readonly offer: Readonly<Record<Id, Id>>;
        readonly if?: Condition;
        readonly by?: Id;
        readonly target?: readonly Id[];
        readonly hinted?: boolean;
      }
  );
export type Effect = Annotations &
  (
    | {
        readonly on: "position";
        readonly parties: readonly Id[];
        /** Absent: all issues. */
        readonly issues?: readonly Id[];
        readonly changes: readonly {
          readonly what: "ideal" | "salience" | "influence" | "cost of disagreement";
          readonly change: Change;
          readonly path: Path;
        }[];
      }
    | { readonly on: "admission"; readonly issues: readonly Id[]; readonly change: Change }
    | { readonly on: "breakdown"; readonly forum: Id; readonly change: Change }
    | { readonly on: "assumption"; readonly assumption: Id; readonly change: Change }
    | { readonly on: "move"; readonly move: Id; readonly change: Change }
  );
export interface Rule extends Annotations {
  readonly id: Id;
  readonly if: Condition;
  readonly then: readonly Effect[];
}
export type SignalChance =
  | { readonly kind: "chance"; readonly chance: Stated<Chance> }
  /** The first row that holds; a last row without `if` is what else. None holds: 0 %. */
  | { readonly kind: "cases"; readonly cases: readonly { readonly if?: Condition; readonly chance: Stated<Chance> }[] };
export interface Signal extends Annotations {
  readonly id: Id;
  readonly likelihood: SignalChance;
}
export interface Reveals extends Annotations {
  readonly issue: Id;
  readonly to?: readonly Id[];
  readonly what: readonly ("ideal" | "salience")[];
  readonly chance?: Stated<Chance>;
}
export type MoveKind =
  | "probe"
  | "press"
  | "court"
  | "propose"
  | "offer"
  | "bundle"
  | "escalate"
  | "pre-agree"
  | "publicise"
  | "commit"
  | "conceal"
  | "confirm";
export interface Move extends Annotations {
  readonly id: Id;
  readonly kind: MoveKind;
  readonly by?: Id;
  readonly target?: readonly Id[];
  readonly through?: Id;
  /** Headings resolved to the issues in them. */
  readonly issues?: readonly Id[];
  readonly option?: Id;
  readonly link?: Id;
  readonly scope?: readonly Id[];
  readonly forum?: Id;
  readonly dates?: DateSpan;
  readonly if?: Condition;
  readonly chance?: Stated<Chance>;
  readonly intensity?: "low" | "moderate" | "high";
  readonly ifItWorks?: readonly Effect[];
  readonly ifItFails?: readonly Effect[];
  readonly cost?: Stated<Quantity>;
  readonly worth?: Stated<Quantity>;
  readonly audience?: Readonly<Record<Id, Stated<Quantity>>>;
  readonly public?: boolean;
  readonly signals?: "success" | readonly Signal[];
  readonly reveals?: readonly Reveals[];
}
export type Step = Annotations &
  (
    | { readonly step: "do"; readonly move: Id }
    | { readonly step: "ask"; readonly issue: Id; readonly option: Id }
    | { readonly step: "if"; readonly if: Condition; readonly then: readonly Step[]; readonly else: readonly Step[] }
  );
export interface Forecast extends Annotations {
  readonly id: Id;
  readonly statement?: string;
  readonly event?: Condition;
  readonly if?: Condition;
  readonly chance?: Stated<Chance>;
  readonly else?: Stated<Chance>;
  readonly shift?: "much lower" | "lower" | "same" | "higher" | "much higher";
  readonly due?: DateSpan;
  readonly criterion?: string;
}
export interface Observation extends Annotations {
  readonly date?: DateSpan;
  readonly fact: Condition;
}

export interface Brief {
  readonly head: Head;
  readonly method: Method;
  readonly sources: readonly Source[];
  readonly parties: readonly Party[];
  readonly blocs: readonly Bloc[];
  readonly terms: readonly Term[];
  readonly forums: readonly Forum[];
  readonly assumptions: readonly Assumption[];
  readonly beliefs: readonly Belief[];
  readonly agenda: readonly AgendaNode[];
  readonly othersWillTable: readonly AgendaNode[];
  /** The brief says that they will table nothing; without it, an empty list above is a gap. */
  readonly othersTableNothing?: true;
  readonly goals: readonly Goal[];
  readonly links: readonly Link[];
  readonly rules: readonly Rule[];
  readonly moves: readonly Move[];
  readonly plan: readonly Step[];
  readonly otherPlans: readonly { readonly id: Id; readonly steps: readonly Step[]; readonly path: Path }[];
  readonly forecasts: readonly Forecast[];
  readonly observed: readonly Observation[];
}
