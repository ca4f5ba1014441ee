/** What a plan may be wanted for beside our utility, as what each move costs of it. */
import type { Brief, Id, Move } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";

export interface Objective {
  readonly against: "disclosure" | "strain";
  /** With whom, for strain. */
  readonly party?: Id;
  /** By move of the model, what making it costs, not negative. */
  readonly price: Float64Array;
}

/**
 * Least disclosure: one for each thing that a move shows (what it reveals, the issues of a public move, an offer made).
 * Relation to a party: one for each move against it, half or double that by its intensity; of parties that a goal wants kept well with.
 * These are counts, not points: what they are worth is for the reader to say.
 */
export function objectivesOf(brief: Brief, model: Model): Objective[] {
  const priced = (price: (move: Move, index: number) => number) =>
    Float64Array.from(brief.moves, (move, m) => (model.moves[m]!.ours ? price(move, m) : 0));
  const kept = new Set(
    brief.goals.flatMap((goal) => (goal.kind === "relation" || goal.kind === "avoid" ? (goal.target ?? []) : [])),
  );
  const disclosure: Objective = {
    against: "disclosure",
    price: priced(
      (move, m) =>
        (move.reveals ?? []).reduce((n, reveal) => n + reveal.what.length, 0) +
        (move.public === true ? Math.max(1, model.moves[m]!.items.length) : 0) +
        model.moves[m]!.offers.length,
    ),
  };
  const strains = brief.parties.flatMap(({ id }): Objective[] =>
    kept.has(id)
      ? [{ against: "strain", party: id, price: priced((move) => (isAgainst(move, id) ? force(move) : 0)) }]
      : [],
  );
  return [disclosure, ...strains].filter((objective) => objective.price.some((price) => price > 0));
}

const hard = new Set<Move["kind"]>(["press", "publicise", "commit", "escalate"]);

const isAgainst = (move: Move, party: Id): boolean => hard.has(move.kind) && (move.target ?? []).includes(party);

function force({ intensity }: Move): number {
  return intensity === "low" ? 0.5 : intensity === "high" ? 2 : 1;
}
