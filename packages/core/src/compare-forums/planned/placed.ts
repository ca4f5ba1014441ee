/** The brief with an issue before one forum from the first: what its moves then bear on, and which of them are in time. */
import type { Brief } from "../../brief/brief.ts";
import type { Model } from "../../model/model.ts";
import { itemsTouched, stageOfMove } from "../../model/stage.ts";
import { type Factor, type Factors, factorsOf } from "../../search/factors.ts";
import { type Influence, influenceOf, reach } from "../../search/influence.ts";
import { type Looks, withLooks } from "../../search/looks.ts";
import { looksOf } from "../../search/search-engine.ts";
import type { Candidate } from "../candidates.ts";
import { lyingThere } from "../lying-there.ts";
import type { Comparing } from "../prepare.ts";

export interface Placed {
  readonly candidate: Candidate;
  readonly looks: Looks;
  /** With the looks among its moves, and moves about the issue in time for the forum. The issue lies where the brief has it. */
  readonly model: Model;
  /** The same with the issue before the forum; for what changes what, and when a plan can branch on it. */
  readonly there: Model;
  readonly influence: Influence;
  readonly factors: Factors;
  /** What may be other than with the issue elsewhere, as `keysOf` names it. */
  readonly affected: ReadonlySet<string>;
  /** Nothing is other than in the brief as it is. */
  readonly isUsual: boolean;
}

/** `moves`: those of the brief that a plan may be made of. */
export function placeBefore(
  brief: Brief,
  comparing: Comparing,
  candidate: Candidate,
  moves: readonly number[],
): Placed {
  const plain = inTime(comparing.model, brief, candidate);
  const looks = withLooks(brief, lyingThere(plain, candidate));
  const model = looks.brief === brief ? plain : inTime(comparing.recompile(looks.brief), looks.brief, candidate);
  const there = lyingThere(model, candidate);
  const influence = influenceOf(looks.brief, there);
  const result = influence.part("result", candidate.item);
  const late = comparing.model.moves.flatMap((move, m) =>
    move.stage === plain.moves[m]!.stage ? [] : [influence.part("move", m)],
  );
  const affected = new Set(
    [...reach(influence.changes, [result, ...late])].flatMap((part) => keyOf(model, influence, part)),
  );
  const { forum, raisedBy } = comparing.model.items[candidate.item]!;
  return {
    candidate,
    looks,
    model,
    there,
    influence,
    factors: factorsOf(looks.brief, there, [...moves, ...looksOf(comparing.model, there)]),
    affected,
    isUsual: forum === candidate.forum && raisedBy.length === 0,
  };
}

/** Our moves, each before the forum before which it would come if the brief had the issue there. */
function inTime(model: Model, brief: Brief, candidate: Candidate): Model {
  const { item, forum: whither } = candidate;
  const items = model.items.map((entry, i) =>
    i === item ? { ...entry, forum: whither, nowBefore: whither, raisedTo: [] } : entry,
  );
  const { order, forums, effects, offers } = model;
  return {
    ...model,
    moves: model.moves.map((move, m) => {
      const forum = forums.findIndex(({ id }) => id === brief.moves[m]?.forum);
      const touched = itemsTouched(move, effects, offers);
      return move.ours && touched.includes(item)
        ? { ...move, stage: stageOfMove(order, forums, items, move, { forum, items: touched }) }
        : move;
    }),
  };
}

/** Names of parts that are the same whatever the looks: moves by id, items and dependences by place. */
function keyOf(model: Model, influence: Influence, part: number): string[] {
  const index = influence.indexOf[part]!;
  switch (influence.kindOf[part]!) {
    case "move":
      return [moveKey(model, index)];
    case "result":
      return [itemKey(index)];
    case "dependence":
      return [dependenceKey(index)];
    default:
      return [];
  }
}
export const moveKey = (model: Model, m: number): string => `move ${model.moves[m]!.id}`;
export const itemKey = (i: number): string => `item ${i}`;
export const dependenceKey = (d: number): string => `dependence ${d}`;

/** Terms of a factor, and the moves on which they hang. */
export function keysOf(
  { model }: Pick<Placed, "model">,
  { moves, items, dependences, acts }: Factor,
): readonly string[] {
  return [
    ...items.map(itemKey),
    ...dependences.map(dependenceKey),
    ...[...moves, ...acts].map((m) => moveKey(model, m)),
  ];
}
