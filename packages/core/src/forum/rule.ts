/** A rule as read: the game among those who vote, and what is known of the members. */
import type { Game } from "./game.ts";

export interface Rule {
  readonly name?: string;
  readonly source?: string;
  /** All persons, in order; those in bodies stand where their body does. */
  readonly members: readonly string[];
  /** Positions in `members` of those who take part in the game, in its order. The others abstain. */
  readonly voting: readonly number[];
  readonly game: Game;
  /** The rule in words, one sentence a line. */
  readonly words: readonly string[];
  readonly known: KnownOfMembers;
}
/** Each list is by voting member. */
export interface KnownOfMembers {
  readonly positions?: readonly number[];
  readonly otherwise?: number;
  /** It alone may propose; it need not vote. */
  readonly chair?: { readonly name: string; readonly at: number };
  /** Undefined: not to be won over. */
  readonly costs?: readonly (number | undefined)[];
  readonly inFavour?: readonly boolean[];
}
