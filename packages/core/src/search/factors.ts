/**
 * What we get, as a sum of terms each of which hangs on a few of our moves alone; and which moves are to be planned together
 * because what one tells bears on what the other brings.
 */
import type { Brief } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import { stageOfDay } from "../model/stage.ts";
import { type Influence, influenceOf, inputsRead, reach } from "./influence.ts";

/** Terms of our value that hang on the same moves. Over all factors they add up to it, but for what no move can change. */
export interface Factor {
  /** Our moves on which its terms hang, in an order in which they may be made. */
  readonly moves: readonly number[];
  /** Its terms: items, dependences, and acts (moves: their own worth and cost, and what they tell). */
  readonly items: readonly number[];
  readonly dependences: readonly number[];
  readonly acts: readonly number[];
  /** Pairs of places in `moves`, `a * moves.length + b`: a may not come after b; a and b may be exchanged. */
  readonly before: Uint8Array;
  readonly commute: Uint8Array;
}
export interface Factors {
  /** The moves that may be made, in an order in which they may be. */
  readonly moves: readonly number[];
  readonly factors: readonly Factor[];
  /** Factors that are planned together: they share a move, or what is learnt by a move of one bears on the other. */
  readonly components: readonly (readonly number[])[];
  /** By pair of moves of the model: do they come to the same in either order? */
  readonly commute: (a: number, b: number) => boolean;
}

/** Factors of the moves that may be made. Cost O(moves × parts of the model). */
export function factorsOf(brief: Brief, model: Model, candidates: readonly number[]): Factors {
  const influence = influenceOf(brief, model);
  const own = new Map(candidates.map((m) => [influence.part("move", m), m]));
  const moving = reach(influence.changes, [...own.keys()]);
  const order = [...candidates].sort((a, b) => compareMoves(model, a, b));
  const commute = orderRelation(influence, candidates);
  const byMoves = new Map<string, { moves: number[]; items: number[]; dependences: number[]; acts: number[] }>();
  const add = (kind: "items" | "dependences" | "acts", part: number, index: number): void => {
    if (!moving.has(part)) return;
    const causes = reach(influence.changedBy, [part]);
    const moves = order.filter((m) => causes.has(influence.part("move", m)));
    const key = moves.join(",");
    const factor = byMoves.get(key) ?? { moves, items: [], dependences: [], acts: [] };
    factor[kind].push(index);
    byMoves.set(key, factor);
  };
  for (const m of order) add("acts", influence.part("move", m), m);
  for (const i of model.items.keys()) add("items", influence.part("result", i), i);
  for (const d of model.dependences.keys()) add("dependences", influence.part("dependence", d), d);
  const factors = [...byMoves.values()].map((factor): Factor => {
    const pairs = (holds: (a: number, b: number) => boolean) =>
      Uint8Array.from(factor.moves.flatMap((a) => factor.moves.map((b) => (holds(a, b) ? 1 : 0))));
    return { ...factor, before: pairs((a, b) => mustPrecede(model, a, b)), commute: pairs(commute) };
  });
  return { moves: order, factors, components: componentsOf(influence, model, factors), commute };
}

/** The stage before whose forum a move can still be made: its own, or where the last day observed has come to. */
export function stageOf(model: Model, move: number): number {
  const { stage } = model.moves[move]!;
  return model.past === undefined ? stage : Math.max(stage, stageOfDay(model.order, model.forums, model.past.today));
}

/** By stage, then date (undated first), then what tells us something first, then the order of the brief. */
function compareMoves(model: Model, a: number, b: number): number {
  const x = model.moves[a]!;
  const y = model.moves[b]!;
  const stages = stageOf(model, a) - stageOf(model, b);
  if (stages !== 0) return stages;
  if (x.from !== y.from) return x.from < y.from ? -1 : 1;
  return Number(tells(model, b)) - Number(tells(model, a)) || a - b;
}

/** A move of an earlier stage, or one whose time is over when the other's begins. */
export function mustPrecede(model: Model, a: number, b: number): boolean {
  const x = model.moves[a]!;
  const y = model.moves[b]!;
  const stages = stageOf(model, a) - stageOf(model, b);
  return stages < 0 || (stages === 0 && x.to !== "" && y.from !== "" && x.to < y.from);
}

/** Does it give us a signal, or can we see whether it worked? */
export function tells(model: Model, move: number): boolean {
  return model.moves[move]!.success || model.moves[move]!.signals.length > 0;
}

/**
 * Do two moves come to the same in either order? They do unless what the one changes before anything is settled bears on
 * whether or how the other is made, on what it tells, or on a rule that may miss its moment.
 */
function orderRelation(influence: Influence, moves: readonly number[]): (a: number, b: number) => boolean {
  const early = (part: number) => ["move", "rule", "assumption", "table"].includes(influence.kindOf[part]!);
  const reached = new Map(moves.map((m) => [m, reach(influence.changes, [influence.part("move", m)], early)]));
  const bears = (a: number, b: number) => reached.get(a)!.has(influence.part("move", b));
  const rulesMissed = (a: number, b: number) =>
    [...reached.get(a)!].some((part) => influence.orderly.has(part) && reached.get(b)!.has(part));
  return (a, b) => a !== b && !bears(a, b) && !bears(b, a) && !rulesMissed(a, b);
}

/** Factors joined where they share a move, or where a move that tells us something reads what the other hangs on. */
function componentsOf(influence: Influence, model: Model, factors: readonly Factor[]): number[][] {
  const read = (parts: readonly number[]): Set<number> => {
    const inputs = new Set<number>();
    for (const part of reach(influence.changedBy, parts))
      for (const input of inputsRead(model, influence.kindOf[part]!, influence.indexOf[part]!)) inputs.add(input);
    return inputs;
  };
  const worth = factors.map((factor) =>
    read([
      ...factor.items.map((i) => influence.part("result", i)),
      ...factor.dependences.map((d) => influence.part("dependence", d)),
      ...factor.acts.map((m) => influence.part("move", m)),
    ]),
  );
  const told = factors.map((factor) =>
    read(factor.acts.filter((m) => tells(model, m)).map((m) => influence.part("move", m))),
  );
  const leader = factors.map((_, f) => f);
  const find = (f: number): number => (leader[f] === f ? f : find(leader[f]!));
  for (const a of factors.keys())
    for (const b of factors.keys())
      if (
        a !== b &&
        (factors[a]!.moves.some((m) => factors[b]!.moves.includes(m)) || [...told[a]!].some((x) => worth[b]!.has(x)))
      )
        leader[find(b)] = find(a);
  const components = new Map<number, number[]>();
  for (const f of factors.keys()) components.set(find(f), [...(components.get(find(f)) ?? []), f]);
  return [...components.values()];
}
