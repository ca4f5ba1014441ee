/** Day two: what has been observed, compiled. The roll-out keeps what is pinned; the model only says what to hold to. */
import type { Path } from "../brief/brief.ts";
import type { Predicate } from "./model.ts";

/** What an observation is about, and so what it holds fast from then on. */
export type Subject =
  | { readonly kind: "assumption"; readonly assumption: number }
  | { readonly kind: "breakdown"; readonly forum: number }
  /** Whether it comes before the forum where it is to be settled. */
  | { readonly kind: "admission"; readonly item: number }
  /** What it came out at, and how. */
  | { readonly kind: "result"; readonly item: number }
  | { readonly kind: "done"; readonly move: number }
  | { readonly kind: "worked"; readonly move: number }
  | { readonly kind: "signal"; readonly move: number };

/** A subject made so in every world, whatever the world would have made of it. */
export type Pin =
  | { readonly kind: "assumption"; readonly assumption: number; readonly holds: boolean }
  | { readonly kind: "breakdown"; readonly forum: number; readonly holds: boolean }
  | { readonly kind: "admission"; readonly item: number; readonly holds: boolean }
  /** `result` is an option, or -1 off the scale; `ended` a value of `why`. */
  | { readonly kind: "result"; readonly item: number; readonly result: number; readonly ended: number }
  | { readonly kind: "done"; readonly move: number; readonly holds: boolean }
  | { readonly kind: "worked"; readonly move: number; readonly holds: boolean }
  /** `signal` by index, -1 for none. */
  | { readonly kind: "signal"; readonly move: number; readonly signal: number };

/** A single fact and when it is asked: at the end, or (stage 0 and later) before that stage's forum settles. */
export interface PastFact {
  readonly holds: Predicate;
  readonly stage: number;
}
export type PastCondition =
  | { readonly op: "fact"; readonly fact: number }
  | { readonly op: "not"; readonly part: PastCondition }
  | { readonly op: "and" | "or"; readonly parts: readonly PastCondition[] };

export interface ModelObservation {
  readonly path: Path;
  /** The condition as a brief writes it. */
  readonly text: string;
  /** Last day of its date, YYYY-MM-DD; "" undated. */
  readonly day: string;
  readonly condition: PastCondition;
  readonly subjects: readonly Subject[];
  /** Moves of which it tells that they have been made. */
  readonly reports: readonly number[];
  /** What makes it so in every world; absent where it can come about in more ways than one. */
  readonly pins: readonly Pin[] | undefined;
  /** The luck behind it bears on nothing else: to condition on it is to make it so. */
  readonly ownLuck: boolean;
}

export interface ModelPast {
  /** Each fact by itself (a conjunction is as many observations), in an order that does not hang on the list's. */
  readonly observations: readonly ModelObservation[];
  readonly facts: readonly PastFact[];
  /** Our moves that have been made, by stage. */
  readonly oursMade: readonly (readonly number[])[];
  /** The others' moves of which something was observed, by stage. */
  readonly othersSeen: readonly (readonly number[])[];
  /** By move: ours, and made as observed. */
  readonly made: readonly boolean[];
  /** Our moves that can no longer be made: observed not to be, or their dates are over. */
  readonly over: readonly number[];
  /** The day from which is planned: the last one observed, or the brief's; "" unknown. */
  readonly today: string;
}

/** The worlds that are kept: those that came about as observed. */
export interface Selection {
  /** Their numbers, in order. */
  readonly worlds: Uint32Array;
  /** Worlds looked at to find them; as many as are kept where nothing had to be learnt. */
  readonly tried: number;
  /** Observations, by index, that are made so in every world without learning from them, because too few worlds agreed. */
  readonly forced: readonly number[];
  /** By observation: worlds, of those surveyed, in which it held by itself. */
  readonly held: readonly number[];
  readonly surveyed: number;
}
