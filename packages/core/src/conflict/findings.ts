/** What `studyConflict` finds: plain readonly JSON-safe data in a stable order. States are named by their ids. */
import type { CoalitionRules } from "./coalition.ts";
import type { StateId } from "./graph.ts";
import type { Concept } from "./stability.ts";

export type ConceptLists = Readonly<Record<Concept, readonly StateId[]>>;

export interface StateFinding {
  readonly id: StateId;
  /** The model's words for it. */
  readonly label?: string;
  /** Option form: what each option is at, in order of the options. */
  readonly options?: readonly string[];
}
export interface StepFinding {
  readonly by: string;
  readonly from: StateId;
  readonly to: StateId;
  /** For the mover: 1 better, 0 as good, -1 worse. */
  readonly gain: -1 | 0 | 1;
}
export interface DepartureFinding {
  readonly by: string;
  readonly from: StateId;
  readonly to: StateId;
  /** Per concept a shortest answer that deters it; a concept that is missing: nothing does. */
  readonly sanctions: Readonly<Partial<Record<Exclude<Concept, "nash">, readonly StepFinding[]>>>;
}
export interface CoalitionSummary {
  readonly members: readonly string[];
  readonly stable: ConceptLists;
}
export interface JumpFinding {
  readonly from: StateId;
  readonly to: StateId;
  readonly members: readonly string[];
  /** Concepts under which both states are equilibria. */
  readonly concepts: readonly Concept[];
  /** Concepts (never Nash) under which the coalition stays all the same: what the others can answer deters whatever it could do from there. */
  readonly kept: readonly Concept[];
}
export interface ReachFinding {
  readonly state: StateId;
  /** Steps that do not improve for whoever takes them; absent where no legal path leads there. */
  readonly costly?: number;
  readonly path?: readonly StepFinding[];
}
export interface ChangeFinding {
  readonly by: string;
  /** `no better`: comes to think the state no better than the target. `prefer`: comes to prefer the state to `to`. */
  readonly kind: "no better" | "prefer";
  readonly state: StateId;
  readonly to?: StateId;
}
export interface TargetConcept {
  readonly concept: Concept;
  readonly equilibrium: boolean;
  /** Fewest changes of mind that make it one; absent where the search gave up (`why`). */
  readonly fewest?: number;
  readonly why?: string;
  /** Nash, GMR, SMR: per decision maker who would leave, its smallest sets of changes; each needs one of its own. */
  readonly ownChanges?: readonly { readonly by: string; readonly ways: readonly (readonly ChangeFinding[])[] }[];
  /** SEQ, SSEQ: whole sets of changes, fewest first. */
  readonly proposals?: readonly (readonly ChangeFinding[])[];
  /** There may be more ways than listed. */
  readonly cutShort: boolean;
}
export interface TargetFinding {
  readonly state: StateId;
  readonly concepts: readonly TargetConcept[];
  /** Strict rankings of one decision maker, the others' as they are, in which the target is stable for it, and an equilibrium. Few states only. */
  readonly rankings: readonly {
    readonly by: string;
    readonly concept: Concept;
    readonly total: string;
    readonly stable: string;
    readonly equilibrium?: string;
  }[];
  readonly reach?: ReachFinding;
}
export interface ViewFinding {
  readonly by: string;
  readonly unseen: readonly StateId[];
  readonly believed: ConceptLists;
  readonly illusions: ConceptLists;
  readonly surprises: readonly { readonly by: string; readonly from: StateId; readonly to: StateId }[];
}
/** How the conflict was read from a brief. */
export interface DerivedFinding {
  readonly issues: readonly string[];
  readonly forum: string;
  readonly members: readonly string[];
  /** Members whose vote decides nothing. */
  readonly leftOut: readonly string[];
  /** Members whose position the brief does not give. */
  readonly unknown: readonly string[];
  /** Who would take which settlement rather than none, at the medians. */
  readonly settlements: readonly {
    readonly options: readonly string[];
    readonly state: StateId;
    readonly accepts: readonly string[];
    readonly refuses: readonly string[];
    /** Share of the worlds of the brief in which each member would. */
    readonly willing: readonly { readonly by: string; readonly share: number }[];
    /** Share of the worlds in which enough of them to settle would. */
    readonly enough: number;
  }[];
}
export interface ConflictFindings {
  readonly engine: "conflict";
  readonly version: string;
  readonly name: string;
  readonly source?: string;
  readonly derived?: DerivedFinding;
  readonly decisionMakers: readonly string[];
  readonly stateCount: number;
  /** Up to the number of states that are written out (`notShown` says where they are not). */
  readonly states: readonly StateFinding[];
  readonly options?: readonly { readonly name: string; readonly owner: string; readonly values: readonly string[] }[];
  readonly statusQuo?: StateId;
  readonly equilibria: ConceptLists;
  readonly stable: Readonly<Record<string, ConceptLists>>;
  /** With unknown preferences: the same under the four extensions; `equilibria` and `stable` above are then those of `a`, the strictest. */
  readonly extensions?: Readonly<
    Record<
      "a" | "b" | "c" | "d",
      { readonly equilibria: ConceptLists; readonly stable: Readonly<Record<string, ConceptLists>> }
    >
  >;
  /** With strengths: what is strongly stable. */
  readonly strong?: { readonly equilibria: ConceptLists; readonly stable: Readonly<Record<string, ConceptLists>> };
  /** Option form: stable by simultaneous sanctions, and equilibria where each is SEQ or so. */
  readonly simultaneous?: {
    readonly stable: Readonly<Record<string, readonly StateId[]>>;
    readonly equilibria: readonly StateId[];
  };
  /** Two decision makers: equilibria of limited moves by horizon, and the non-myopic ones. */
  readonly limitedMoves?: {
    readonly equilibria: readonly (readonly StateId[])[];
    readonly nonMyopic?: readonly StateId[];
  };
  readonly moves?: readonly StepFinding[];
  readonly departures?: readonly DepartureFinding[];
  readonly coalitions?: {
    readonly largest: number;
    readonly rules: Required<Pick<CoalitionRules, "moves" | "credible">>;
    readonly findings: readonly CoalitionSummary[];
    readonly jumps: readonly JumpFinding[];
  };
  readonly evolution?: { readonly from: StateId; readonly to: readonly ReachFinding[] };
  readonly target?: TargetFinding;
  readonly misperception?: { readonly views: readonly ViewFinding[]; readonly equilibria: ConceptLists };
  readonly robustness?: {
    readonly worlds: number;
    readonly states: readonly {
      readonly id: StateId;
      readonly concepts: Readonly<
        Record<
          Concept,
          {
            readonly share: number;
            readonly margin: { readonly low: number; readonly median: number; readonly high: number } | null;
          }
        >
      >;
    }[];
  };
  /** What was left out, and why. */
  readonly notShown: readonly string[];
}
