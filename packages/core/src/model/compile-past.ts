/** Observations as the compiler leaves them (MODEL.md §8, docs/method/day-two.md). */
import type { Condition, Fact, Observation } from "../brief/brief.ts";
import { printCondition } from "../brief/mini/print-condition.ts";
import { compileCondition } from "./compile-condition.ts";
import type { Model, Predicate } from "./model.ts";
import { itemsNamed, type Names, optionIndex } from "./names.ts";
import type { ModelObservation, ModelPast, PastCondition, PastFact, Pin, Subject } from "./past.ts";
import { stageOfDay } from "./stage.ts";
import { type RollState, why } from "./state.ts";
import { movesReported, placeOf } from "./where-raised.ts";

type Parts = Pick<Model, "order" | "forums" | "moves" | "items" | "effects" | "bundles">;

/** The last day of which the brief knows: of what was observed, or its own; "" unknown. */
export function todayOf({ brief }: Names): string {
  const days = [brief.head.date, ...brief.observed.map((entry) => entry.date)].map(dayOf);
  return days.reduce((last, day) => (day > last ? day : last), "");
}

const dayOf = (date: Observation["date"]): string => date?.to ?? date?.from ?? "";

/** Undefined where nothing has been observed. Cost O(observations × facts). */
export function compilePast(names: Names, parts: Parts): ModelPast | undefined {
  const { observed } = names.brief;
  if (observed.length === 0) return undefined;
  const facts: PastFact[] = [];
  const observations = observed
    .flatMap((entry) => conjuncts(entry.fact).map((fact) => compileOne(names, parts, entry, fact, facts)))
    .sort((a, b) => compareText(`${a.day} ${a.text} ${a.path}`, `${b.day} ${b.text} ${b.path}`));
  const today = todayOf(names);
  const isMade = parts.moves.map((move, m) => move.ours && observations.some((o) => o.reports.includes(m)));
  const isSeen = parts.moves.map((_, m) => observations.some((o) => o.subjects.some((s) => isDone(s, m))));
  const refused = parts.moves.map((_, m) =>
    observations.some((o) => o.pins?.some((pin) => pin.kind === "done" && pin.move === m && !pin.holds) === true),
  );
  /** By move: the first day on which it was seen. */
  const days = parts.moves.map((_, m) => {
    const seen = observations.filter((o) => o.subjects.some((s) => isDone(s, m))).map((o) => o.day || today);
    return seen.reduce((first, day) => (first === "" || day < first ? day : first), "");
  });
  return {
    observations,
    facts,
    oursMade: stagesOf(parts, days, (m) => isMade[m]!),
    othersSeen: stagesOf(parts, days, (m) => isSeen[m]! && !parts.moves[m]!.ours),
    made: isMade,
    over: parts.moves.flatMap((move, m) => {
      const gone = refused[m]! || (today !== "" && move.to !== "" && move.to < today);
      return move.ours && !isMade[m]! && gone ? [m] : [];
    }),
    today,
  };
}

const isDone = (subject: Subject, move: number): boolean => subject.kind === "done" && subject.move === move;

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "a and b" observed is a observed and b observed. */
function conjuncts(condition: Condition): Condition[] {
  if (condition.op === "and") return condition.parts.flatMap(conjuncts);
  if (condition.op !== "not") return [condition];
  const { part } = condition;
  if (part.op === "not") return conjuncts(part.part);
  if (part.op === "or") return part.parts.flatMap((each) => conjuncts({ op: "not", part: each }));
  return [condition];
}

/** Moves in the order in which they were seen; each before the settlements of its stage, or of the day's if that is earlier. */
function stagesOf(parts: Parts, made: readonly string[], wanted: (move: number) => boolean): number[][] {
  const stages: number[][] = Array.from({ length: parts.order.length + 1 }, () => []);
  const stageOf = (m: number): number => {
    const planned = parts.moves[m]!.stage;
    return made[m] === "" ? planned : Math.min(planned, stageOfDay(parts.order, parts.forums, made[m]!));
  };
  const listed = [...made.keys()].filter(wanted);
  listed.sort((a, b) => compareText(made[a]!, made[b]!) || compareText(fromOf(parts, a), fromOf(parts, b)) || a - b);
  for (const m of listed) stages[stageOf(m)]!.push(m);
  return stages;
}

const fromOf = (parts: Parts, move: number): string => parts.moves[move]!.from;

function compileOne(
  names: Names,
  parts: Parts,
  entry: Observation,
  condition: Condition,
  facts: PastFact[],
): ModelObservation {
  const day = dayOf(entry.date);
  const subjects: Subject[] = [];
  const walk = (node: Condition, holds: boolean): PastCondition => {
    if (node.op === "not") return { op: "not", part: walk(node.part, !holds) };
    if (node.op !== "fact") return { op: node.op, parts: node.parts.map((part) => walk(part, holds)) };
    subjects.push(...subjectsOf(names, parts, node));
    const stage = node.fact === "accepts" ? stageOfDay(parts.order, parts.forums, day) : -1;
    return { op: "fact", fact: facts.push({ holds: holdsOf(names, parts, node), stage }) - 1 };
  };
  const compiled = walk(condition, true);
  const negated = condition.op === "not";
  const fact =
    condition.op === "fact" ? condition : negated && condition.part.op === "fact" ? condition.part : undefined;
  const pins = fact === undefined ? undefined : pinsOf(names, parts, fact, !negated);
  return {
    path: entry.path,
    text: printCondition(condition),
    day,
    condition: compiled,
    subjects,
    reports: movesReported(condition).map((move) => names.move.get(move)!),
    pins,
    ownLuck: fact !== undefined && pins !== undefined && hasOwnLuck(names, parts, fact),
  };
}

/** As in any condition; but an item admitted is one that has come before the forum where it is to be settled. */
function holdsOf(names: Names, parts: Parts, fact: Fact): Predicate {
  if (fact.fact !== "item" || fact.state !== "admitted") return compileCondition(names, { op: "fact", ...fact });
  const items = itemsNamed(names, fact.issue);
  const isThere = (state: RollState, index: number): boolean => {
    const item = parts.items[index]!;
    return placeOf(item, state.done) === item.forum;
  };
  return (state) => items.length > 0 && items.every((index) => state.admitted[index] === 1 && isThere(state, index));
}

/** What a fact is about; what somebody would accept, and a day, hold nothing fast. */
export function subjectsOf(names: Names, parts: Pick<Parts, "items" | "bundles">, fact: Fact): Subject[] {
  switch (fact.fact) {
    case "assumption":
      return [{ kind: "assumption", assumption: names.assumption.get(fact.assumption)! }];
    case "broke down":
      return [{ kind: "breakdown", forum: names.forum.get(fact.forum)! }];
    case "is":
      return resultsOf(parts, itemsNamed(names, fact.issue));
    case "item": {
      const items = itemsNamed(names, fact.issue);
      return fact.state === "admitted" ? items.map((item) => ({ kind: "admission", item })) : resultsOf(parts, items);
    }
    case "signal": {
      const move = names.move.get(fact.move)!;
      return [
        { kind: "done", move },
        { kind: "signal", move },
      ];
    }
    case "move": {
      const move = names.move.get(fact.move)!;
      const done: Subject = { kind: "done", move };
      return fact.state === "done" ? [done] : [done, { kind: "worked", move }];
    }
    case "accepts":
    case "date":
      return [];
  }
}

/** What is bundled comes out together. */
function resultsOf(parts: Pick<Parts, "items" | "bundles">, items: readonly number[]): Subject[] {
  const all = items.flatMap((item) => parts.bundles[parts.items[item]!.bundle]?.items ?? [item]);
  return [...new Set(all)].map((item) => ({ kind: "result", item }));
}

/** What makes a fact so (or not so) in every world; undefined where several things could. */
function pinsOf(names: Names, parts: Parts, fact: Fact, holds: boolean): Pin[] | undefined {
  switch (fact.fact) {
    case "assumption":
      return [{ kind: "assumption", assumption: names.assumption.get(fact.assumption)!, holds }];
    case "broke down":
      return [{ kind: "breakdown", forum: names.forum.get(fact.forum)!, holds }];
    case "is": {
      const items = itemsNamed(names, fact.issue);
      if (!holds || fact.negated || fact.orBetter || items.length === 0) return undefined;
      return items.map((item): Pin => {
        const result = optionIndex(names.issues[item]!, fact.option);
        const asBefore = result === parts.items[item]!.otherwise;
        return { kind: "result", item, result, ended: asBefore ? why.notReached : why.agreed };
      });
    }
    case "item": {
      const items = itemsNamed(names, fact.issue);
      // Of several instances it takes one not to be so; on an issue without options it never is.
      if (items.length === 0 || (!holds && items.length > 1)) return undefined;
      if (fact.state === "admitted") return items.map((item): Pin => ({ kind: "admission", item, holds }));
      if (fact.state === "settled" || !holds) return undefined;
      return items.map((item): Pin => {
        return { kind: "result", item, result: parts.items[item]!.otherwise, ended: why.refused };
      });
    }
    case "signal": {
      const move = names.move.get(fact.move)!;
      const signals = names.brief.moves[move]!.signals;
      const signal = Array.isArray(signals) ? signals.findIndex((s) => s.id === fact.signal) : -1;
      // Made, and told nothing of the kind, or not made: that leaves it open.
      if (!holds) return undefined;
      if (!fact.negated)
        return [
          { kind: "done", move, holds: true },
          { kind: "signal", move, signal },
        ];
      return undefined;
    }
    case "move": {
      const move = names.move.get(fact.move)!;
      if (fact.state === "done") return [{ kind: "done", move, holds }];
      if (!holds) return undefined;
      return [
        { kind: "done", move, holds: true },
        { kind: "worked", move, holds: fact.state === "worked" },
      ];
    }
    case "accepts":
    case "date":
      return undefined;
  }
}

/**
 * Is the luck behind the fact its own? Then it says nothing of anything else, and making it so in every world is the same as
 * keeping the worlds in which it is so. For let the fact be [U < C], U the uniform draw of nothing else and C the chance, a
 * draw of nothing else either (no effect acts on it). All other inputs X are drawn apart from (U, C), so that
 * P(X | U < C) = P(X); and once the fact is held to, nothing that follows asks for U or C again.
 */
function hasOwnLuck(names: Names, parts: Parts, fact: Fact): boolean {
  const { effects } = parts;
  const isMoved = (on: "assumption" | "breakdown" | "move", target: number): boolean =>
    effects.some((effect) => effect.on === on && effect.target === target);
  switch (fact.fact) {
    case "assumption":
      return !isMoved("assumption", names.assumption.get(fact.assumption)!);
    case "broke down":
      return !isMoved("breakdown", names.forum.get(fact.forum)!);
    case "move": {
      const index = names.move.get(fact.move)!;
      const move = parts.moves[index]!;
      if (move.if !== undefined) return false;
      // Ours is made because we make it: that by itself tells nothing.
      return (move.ours && fact.state === "done") || !isMoved("move", index);
    }
    case "item": {
      if (fact.state !== "admitted") return false;
      return itemsNamed(names, fact.issue).every((index) => hasOwnAdmission(parts, index));
    }
    case "is":
    case "signal":
    case "accepts":
    case "date":
      return false;
  }
}

/** A typed chance of admission, of this item alone, and nothing else that keeps it off or brings it on. */
function hasOwnAdmission({ items, forums }: Parts, index: number): boolean {
  const item = items[index]!;
  const forum = forums[item.forum]!;
  return (
    item.admission !== undefined &&
    item.admissionLuck < 0 &&
    items.every((other, o) => o === index || other.admission?.luck !== item.admission!.luck) &&
    item.unless === undefined &&
    item.tabled === undefined &&
    item.raisedBy.length === 0 &&
    item.nowBefore === item.forum &&
    forum.competence === undefined &&
    forum.endsIf === undefined &&
    forum.adopted === undefined
  );
}
