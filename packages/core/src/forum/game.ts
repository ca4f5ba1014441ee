/** Decision rules as simple games: who together can adopt. Rules with their sources: SPEC.md. */

/** Reached by a coalition whose weights come to the quota. Whole numbers, none negative; the sum of all weights is a safe integer. */
export interface Requirement {
  readonly weights: readonly number[];
  readonly quota: number;
}
/** One body: a coalition wins if it has everyone with a veto and reaches every requirement (or fewer than `fewestToBlock` are outside). */
export interface VotesGame {
  readonly kind: "votes";
  readonly size: number;
  readonly requirements: readonly Requirement[];
  /** Positions of the members without whom nothing is adopted. */
  readonly vetoes: readonly number[];
  /** With fewer than this many outside, a coalition wins although a requirement is not reached; 0: no such clause. A veto stands. */
  readonly fewestToBlock: number;
}
/** Bodies as members of a body. The members of part k come after those of part k − 1; nobody sits in two. */
export interface CompoundGame {
  readonly kind: "compound";
  readonly size: number;
  readonly outer: VotesGame;
  readonly parts: readonly Game[];
}
export type Game = VotesGame | CompoundGame;

export const onePerson: VotesGame = {
  kind: "votes",
  size: 1,
  requirements: [{ weights: [1], quota: 1 }],
  vetoes: [],
  fewestToBlock: 0,
};

export function compound(outer: VotesGame, parts: readonly Game[]): CompoundGame {
  return { kind: "compound", size: parts.reduce((sum, part) => sum + part.size, 0), outer, parts };
}

/** Does this coalition adopt? `consents[start + k]` is 1 where member k consents. */
export function wins(game: Game, consents: Uint8Array, start = 0): boolean {
  if (game.kind === "compound") {
    const outer = new Uint8Array(game.parts.length);
    let from = start;
    game.parts.forEach((part, p) => {
      outer[p] = wins(part, consents, from) ? 1 : 0;
      from += part.size;
    });
    return wins(game.outer, outer);
  }
  for (const k of game.vetoes) if (consents[start + k] !== 1) return false;
  if (game.fewestToBlock > 0) {
    let outside = 0;
    for (let k = 0; k < game.size; k++) if (consents[start + k] !== 1) outside++;
    if (outside < game.fewestToBlock) return true;
  }
  return game.requirements.every(({ weights, quota }) => {
    let weight = 0;
    for (let k = 0; k < weights.length; k++) if (consents[start + k] === 1) weight += weights[k]!;
    return weight >= quota;
  });
}
