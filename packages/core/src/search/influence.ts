/**
 * What can change what while a plan is rolled out, as a graph over the parts of a model. Two moves whose reach never meets
 * add up, whatever else is done: that is what makes the search for a plan small.
 */
import type { Brief, Condition, Fact } from "../brief/brief.ts";
import { conditionFacts } from "../brief/condition-facts.ts";
import type { InputIndex, Model } from "../model/model.ts";
import { collectNames, itemsNamed, type Names } from "../model/names.ts";
import { placesOf } from "../model/where-raised.ts";

/** Kinds of parts. An item is two: its table (who stands where) and its result (what it came out at). */
export type PartKind = "move" | "rule" | "assumption" | "forum" | "table" | "result" | "offer" | "dependence";

export interface Influence {
  readonly count: number;
  readonly kindOf: readonly PartKind[];
  readonly indexOf: readonly number[];
  part(kind: PartKind, index: number): number;
  /** By part: what it may change, and what may change it. */
  readonly changes: readonly (readonly number[])[];
  readonly changedBy: readonly (readonly number[])[];
  /** Rules whose firing may hang on the order in which moves are made. */
  readonly orderly: ReadonlySet<number>;
}

/** Builds the graph. Cost O(facts + effects + items × offers). */
export function influenceOf(brief: Brief, model: Model): Influence {
  const names = collectNames(brief);
  const sizes: readonly [PartKind, number][] = [
    ["move", model.moves.length],
    ["rule", model.rules.length],
    ["assumption", model.assumptions.length],
    ["forum", model.forums.length],
    ["table", model.items.length],
    ["result", model.items.length],
    ["offer", model.offers.length],
    ["dependence", model.dependences.length],
  ];
  const starts = new Map<PartKind, number>();
  const kindOf: PartKind[] = [];
  const indexOf: number[] = [];
  for (const [kind, size] of sizes) {
    starts.set(kind, kindOf.length);
    for (let k = 0; k < size; k++) {
      kindOf.push(kind);
      indexOf.push(k);
    }
  }
  const part = (kind: PartKind, index: number) => starts.get(kind)! + index;
  const changes: Set<number>[] = kindOf.map(() => new Set());
  const link = (from: number, to: number): void => {
    if (from !== to) changes[from]!.add(to);
  };
  const asks = (condition: Condition | undefined, reader: number): void => {
    if (condition === undefined) return;
    for (const fact of conditionFacts(condition))
      for (const asked of partsAsked(names, model, fact, part)) link(asked, reader);
  };
  linkMoves(brief, model, part, link, asks);
  for (const [r, rule] of brief.rules.entries()) {
    asks(rule.if, part("rule", r));
    linkEffects(model, model.rules[r]!.effects, part("rule", r), part, link);
  }
  for (const [f, forum] of brief.forums.entries()) asks(forum.endsIf, part("forum", f));
  linkItems(names, model, part, link, asks);
  linkJoint(brief, model, part, link, asks);
  const changedBy = kindOf.map((): number[] => []);
  for (const [from, list] of changes.entries()) for (const to of list) changedBy[to]!.push(from);
  const orderly = new Set(brief.rules.flatMap((rule, r) => (hangsOnOrder(rule.if) ? [part("rule", r)] : [])));
  return { count: kindOf.length, kindOf, indexOf, part, changes: changes.map((set) => [...set]), changedBy, orderly };
}

type Part = Influence["part"];
type Link = (from: number, to: number) => void;
type Asks = (condition: Condition | undefined, reader: number) => void;

function partsAsked(names: Names, model: Model, fact: Fact, part: Part): number[] {
  switch (fact.fact) {
    case "assumption":
      return [part("assumption", names.assumption.get(fact.assumption)!)];
    case "is":
    case "item":
      return itemsNamed(names, fact.issue).map((item) => part("result", item));
    case "accepts":
      return itemsNamed(names, fact.issue).map((item) => part("table", item));
    case "signal":
    case "move":
      return [part("move", names.move.get(fact.move)!)];
    case "broke down":
      return [part("forum", names.forum.get(fact.forum)!)];
    case "date":
      // The day moves on with our dated moves.
      return model.moves.flatMap((move, m) => (move.ours && move.from !== "" ? [part("move", m)] : []));
  }
}

function linkMoves(brief: Brief, model: Model, part: Part, link: Link, asks: Asks): void {
  for (const [m, move] of model.moves.entries()) {
    const here = part("move", m);
    asks(brief.moves[m]!.if, here);
    const { signals } = brief.moves[m]!;
    if (signals !== undefined && signals !== "success")
      for (const signal of signals)
        if (signal.likelihood.kind === "cases") for (const row of signal.likelihood.cases) asks(row.if, here);
    linkEffects(model, [...move.ifItWorks, ...move.ifItFails], here, part, link);
    for (const offer of move.offers) link(here, part("offer", offer));
    for (const [i, item] of model.items.entries()) if (item.raisedBy.includes(m)) link(here, part("result", i));
    // Who knows how much we care acts on what is asked for in offers and bundles alone.
    const shown = [...move.conceals, ...move.reveals.map((reveal) => reveal.item), ...(move.public ? move.items : [])];
    for (const item of shown) {
      for (const [o, offer] of model.offers.entries())
        if (offer.wants.some((want) => want.item === item)) link(here, part("offer", o));
      if (model.items[item]!.bundle >= 0) link(here, part("result", item));
    }
  }
}

function linkEffects(model: Model, effects: readonly number[], from: number, part: Part, link: Link): void {
  for (const e of effects) {
    const effect = model.effects[e]!;
    if (effect.on === "position" || effect.on === "admission")
      for (const item of effect.items) link(from, part("table", item));
    else link(from, part(effect.on === "breakdown" ? "forum" : effect.on, effect.target));
  }
}

function linkItems(names: Names, model: Model, part: Part, link: Link, asks: Asks): void {
  for (const [i, item] of model.items.entries()) {
    const here = part("result", i);
    link(part("table", i), here);
    for (const forum of [...placesOf(item), ...item.confirmedIn]) if (forum >= 0) link(part("forum", forum), here);
    asks(names.issues[i]!.inherited.unless, here);
  }
}

/** What is settled together: bundles, offers, and values that do not add. */
function linkJoint(brief: Brief, model: Model, part: Part, link: Link, asks: Asks): void {
  const both = (a: number, b: number): void => {
    link(a, b);
    link(b, a);
  };
  for (const bundle of model.bundles)
    for (const item of bundle.items) both(part("result", bundle.items[0]!), part("result", item));
  for (const [o, offer] of model.offers.entries()) {
    const here = part("offer", o);
    for (const { item } of [...offer.gives, ...offer.wants]) both(here, part("result", item));
    const link0 = brief.links.find((each) => each.id === offer.id);
    if (link0?.kind === "offer") asks(link0.if, here);
  }
  for (const [d, dependence] of model.dependences.entries()) {
    const here = part("dependence", d);
    const link0 = brief.links.find((each) => each.id === dependence.id);
    if (link0?.kind === "depends") for (const row of link0.table ?? []) asks(row.if, here);
    for (const item of dependence.items) {
      link(part("result", item), here);
      // What a package is worth to the others there hangs on it.
      if (model.items[item]!.bundle >= 0) link(here, part("result", item));
      for (const [o, offer] of model.offers.entries())
        if ([...offer.gives, ...offer.wants].some((entry) => entry.item === item)) link(here, part("offer", o));
    }
  }
}

/** A rule that asks only whether things were done fires once they all are, in whatever order; any other may have missed its moment. */
function hangsOnOrder(condition: Condition): boolean {
  if (condition.op === "not") return true;
  if (condition.op !== "fact") return condition.parts.some(hangsOnOrder);
  // Done, worked, failed or signalled once, it stays so.
  return !(condition.fact === "move" || (condition.fact === "signal" && !condition.negated));
}

/** All that a part may change in the end, itself included, going only where `through` lets. */
export function reach(
  next: readonly (readonly number[])[],
  from: readonly number[],
  through: (part: number) => boolean = () => true,
): Set<number> {
  const seen = new Set(from);
  const stack = [...from];
  while (stack.length > 0)
    for (const to of next[stack.pop()!]!)
      if (!seen.has(to) && through(to)) {
        seen.add(to);
        stack.push(to);
      }
  return seen;
}

/** The uncertain inputs that a part itself reads. */
export function inputsRead(model: Model, kind: PartKind, index: number): InputIndex[] {
  const all = inputsOfPart(model, kind, index).filter((input) => input >= 0);
  const blocs = all.flatMap((input) => {
    const { bloc } = model.inputs[input]!;
    return bloc === undefined ? [] : [bloc.chance, bloc.luck];
  });
  return [...all, ...blocs].filter((input) => model.inputs[input]!.distribution.kind !== "exact");
}

function inputsOfPart(model: Model, kind: PartKind, index: number): InputIndex[] {
  const amounts = (effects: readonly number[]): InputIndex[] =>
    effects.flatMap((e) => [model.effects[e]!.amount, ...(model.effects[e]!.amounts?.values() ?? [])]);
  switch (kind) {
    case "move": {
      const move = model.moves[index]!;
      const cases = move.signals.flatMap((signal) => signal.cases.map((row) => row.chance));
      return [move.chance, move.luck, move.signalLuck, ...cases, ...amounts([...move.ifItWorks, ...move.ifItFails])];
    }
    case "rule":
      return amounts(model.rules[index]!.effects);
    case "assumption":
      return [model.assumptions[index]!.chance, model.assumptions[index]!.luck];
    case "forum":
      return [model.forums[index]!.breakdown, model.forums[index]!.breakdownLuck];
    case "table": {
      const item = model.items[index]!;
      const seats = item.seats.flatMap((seat) => [
        seat.ideal,
        seat.salience,
        seat.influence,
        seat.cost,
        seat.bottomLine ?? -1,
        seat.otherwiseValue ?? -1,
        ...(seat.values ?? []),
      ]);
      return [...seats, ...item.options.map((option) => option.at)];
    }
    case "result": {
      const item = model.items[index]!;
      const { admission, tabled, framing } = item;
      const competences = model.forums.flatMap((forum) => {
        const entry = forum.competence?.get(index);
        return entry === undefined ? [] : [entry.chance, entry.luck];
      });
      const chances = [admission, tabled, framing].flatMap((c) => (c === undefined ? [] : [c.chance, c.luck]));
      return [item.residual, item.laterResidual, item.tie, item.admissionLuck, ...chances, ...competences];
    }
    case "offer":
      return [model.method.carePremium];
    case "dependence":
      return model.dependences[index]!.rows.flatMap((row) => row.worth.map((w) => w.points));
  }
}
