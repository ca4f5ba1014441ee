/**
 * Which observations cannot all be so, whatever way their facts are joined: a search over what each fact may be, in which
 * facts of one item are held against the ways that it may stand, and others against each other in pairs.
 */
import type { Condition, Fact } from "../brief.ts";
import { conflictOf, type Items, itemOf, type SeenFact } from "./observed-conflict.ts";
import { isLeftBy, outcomesOf } from "./observed-outcomes.ts";

/** Beyond so many steps nothing is said: what cannot be seen so soon is left to the worlds. */
const mostSteps = 20_000;

/**
 * Of conditions the first so many of which can all be so: those that cannot be so with the next, none of which could be
 * left out. Undefined: all can be so, or it could not be told.
 */
export function clashOf(before: readonly Condition[], next: Condition, items: Items): readonly Condition[] | undefined {
  if (canAllHold([...before, next], items)) return undefined;
  return before.reduce<readonly Condition[]>((needed, each) => {
    const without = needed.filter((other) => other !== each);
    return canAllHold([...without, next], items) ? needed : without;
  }, before);
}

export function canAllHold(conditions: readonly Condition[], items: Items): boolean {
  const assumed = new Map<string, SeenFact>();
  let steps = 0;
  const search = (): boolean => {
    let open: Fact | undefined;
    for (const condition of conditions) {
      const truth = truthOf(condition, assumed);
      if (truth === false) return false;
      if (truth === undefined) open ??= firstOpen(condition, assumed);
    }
    if (open === undefined) return true;
    const key = JSON.stringify(open);
    for (const holds of [true, false]) {
      steps += 1;
      if (steps > mostSteps) return true;
      const seen = { fact: open, holds };
      if (!isPossible([...assumed.values()], seen, items)) continue;
      assumed.set(key, seen);
      if (search()) return true;
      assumed.delete(key);
    }
    return false;
  };
  return search();
}

function isPossible(assumed: readonly SeenFact[], seen: SeenFact, items: Items): boolean {
  if (assumed.some((each) => conflictOf(each, seen, items) !== undefined)) return false;
  const item = itemOf(seen.fact);
  const issue = item === undefined ? undefined : items.named(item);
  if (issue === undefined) return true;
  const ofIt = [...assumed.filter(({ fact }) => itemOf(fact) === item), seen];
  return outcomesOf(issue).some((outcome) => ofIt.every((each) => isLeftBy(each, outcome, issue, items.asGood)));
}

/** Undefined: what is assumed leaves it open. */
function truthOf(condition: Condition, assumed: ReadonlyMap<string, SeenFact>): boolean | undefined {
  if (condition.op === "fact") return assumed.get(keyOf(condition))?.holds;
  if (condition.op === "not") {
    const part = truthOf(condition.part, assumed);
    return part === undefined ? undefined : !part;
  }
  const decides = condition.op === "or";
  const parts = condition.parts.map((part) => truthOf(part, assumed));
  if (parts.includes(decides)) return decides;
  return parts.includes(undefined) ? undefined : !decides;
}

function firstOpen(condition: Condition, assumed: ReadonlyMap<string, SeenFact>): Fact | undefined {
  if (condition.op === "not") return firstOpen(condition.part, assumed);
  if (condition.op !== "fact") {
    for (const part of condition.parts) {
      const open = firstOpen(part, assumed);
      if (open !== undefined) return open;
    }
    return undefined;
  }
  return assumed.has(keyOf(condition)) ? undefined : factOf(condition);
}

const keyOf = (condition: Extract<Condition, { op: "fact" }>): string => JSON.stringify(factOf(condition));

function factOf(condition: Extract<Condition, { op: "fact" }>): Fact {
  const { op: _, ...fact } = condition;
  return fact;
}
