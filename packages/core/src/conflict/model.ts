/** A conflict as its author writes it: option form or graph form. Plain readonly JSON-safe data; the JSON files hold exactly this. */
import type { StateId } from "./graph.ts";

export interface OptionInput {
  readonly name: string;
  readonly owner: string;
  /** A multi-valued issue: its mutually exclusive values, first is digit 0. Absent: the two values no and yes. */
  readonly values?: readonly string[];
  /** Bars one direction: "never undone" (values only rise), "never taken up" (values only fall). */
  readonly change?: "never undone" | "never taken up";
}
/** What may not happen together; terms name an option ("strike", "not strike") or a value ("tariff is high"). */
export type StatementInput =
  | { readonly exclusive: readonly string[] }
  | { readonly "at least one": readonly string[] }
  | { readonly only: string; readonly if: string };
export interface OptionModel {
  readonly form: "option";
  readonly name?: string;
  readonly source?: string;
  /** Order of the decision makers; default: as their options come. */
  readonly decisionMakers?: readonly string[];
  /** In order; the first is the least significant digit of a state's id. */
  readonly options: readonly OptionInput[];
  /** One character per option: Y, N, a value's digit (0–9, then a–z), or - for any. */
  readonly infeasible?: readonly string[];
  readonly statements?: readonly StatementInput[];
  /** Patterns of states that nobody leaves. */
  readonly final?: readonly string[];
  /** Patterns; the states of each are one state, named by its lowest id. */
  readonly merge?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly ranking?: Readonly<Record<string, RankingInput>>;
  readonly preferences?: Readonly<Record<string, PreferenceInput>>;
  readonly statusQuo?: StateId;
  /** Per decision maker, the states that it does not see. */
  readonly unseen?: Readonly<Record<string, readonly StateId[]>>;
  /** Per decision maker, what it takes others' rankings to be. */
  readonly believes?: Readonly<Record<string, Readonly<Record<string, RankingInput>>>>;
}
export interface GraphModel {
  readonly form: "graph";
  readonly name?: string;
  readonly source?: string;
  readonly decisionMakers?: readonly string[];
  readonly states: readonly StateId[];
  readonly moves: Readonly<Record<string, Readonly<Record<string, readonly StateId[]>>>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ranking?: Readonly<Record<string, RankingInput>>;
  readonly preferences?: Readonly<Record<string, PreferenceInput>>;
  readonly statusQuo?: StateId;
  readonly unseen?: Readonly<Record<string, readonly StateId[]>>;
  readonly believes?: Readonly<Record<string, Readonly<Record<string, RankingInput>>>>;
}
export type ConflictModel = OptionModel | GraphModel;

/** Groups of equally ranked states, best first; ">>" between two groups: what stands before it is strongly preferred to what follows. */
export type RankingInput = readonly (readonly StateId[] | ">>")[];
export type PreferenceInput =
  | { readonly ranking: RankingInput }
  /** Option to worth: a number for taking it, or one number per value. */
  | { readonly weights: Readonly<Record<string, number | readonly number[]>> }
  /** Option prioritising: statements in order, the first decides unless it leaves two states equal. */
  | { readonly statements: readonly string[] }
  /** State to payoff, higher is better. */
  | { readonly payoffs: Readonly<Record<string, number>> }
  /** Chains of groups, best first; states that no chain connects stay unknown to each other. */
  | { readonly chains: readonly RankingInput[] };
