/** Which two facts observed cannot both be so, and why. */
import type { Fact, Id, Issue } from "../brief.ts";

/** A fact observed to be so, or not to be. */
export interface SeenFact {
  readonly fact: Fact;
  readonly holds: boolean;
}
/** Why the two exclude each other, as a sentence; "" where it is plain. */
export interface Conflict {
  readonly why: string;
}

const PLAIN: Conflict = { why: "" };

/** Undefined: both can be so. */
export function conflictOf(
  one: SeenFact,
  other: SeenFact,
  itemNamed: (id: Id) => Issue | undefined,
): Conflict | undefined {
  if (JSON.stringify(one.fact) === JSON.stringify(other.fact)) return one.holds === other.holds ? undefined : PLAIN;
  const ofItems = ofItem(one, other, itemNamed) ?? ofItem(other, one, itemNamed);
  if (ofItems !== undefined) return ofItems;
  return ofMove(one, other) || ofMove(other, one) ? PLAIN : undefined;
}

function ofItem(one: SeenFact, other: SeenFact, itemNamed: (id: Id) => Issue | undefined): Conflict | undefined {
  const [a, b] = [one.fact, other.fact];
  if ((a.fact !== "item" && a.fact !== "is") || (b.fact !== "item" && b.fact !== "is") || a.issue !== b.issue)
    return undefined;
  const issue = itemNamed(a.issue);
  if (a.fact === "is" && b.fact === "is") {
    if (!names(one) || b.orBetter) return undefined;
    const isSame = b.option === a.option;
    return (isSame ? other.holds === b.negated : other.holds && !b.negated) ? PLAIN : undefined;
  }
  if (JSON.stringify(a) === JSON.stringify(b)) return one.holds === other.holds ? undefined : PLAIN;
  const isKeptOff = b.fact === "item" && b.state === "admitted" && !other.holds;
  if (a.fact === "item" && a.state === "refused" && one.holds && isKeptOff) return PLAIN;
  const agreed = agreedAt(one, issue);
  if (agreed === undefined) return undefined;
  if (isKeptOff) return { why: `What does not come before its forum is not agreed${standsAt(issue)}.` };
  if (b.fact === "is")
    return agreed === "" && names(other) && b.option === otherwiseOf(issue)
      ? { why: `\`${b.option}\` is what comes without agreement.` }
      : undefined;
  if (b.state === "refused" ? other.holds : b.state === "settled" && !other.holds)
    return agreed === "" ? PLAIN : { why: `\`${agreed}\` takes an agreement${standsAt(issue)}.` };
  return undefined;
}

/** It came out at that option, and at no other. */
function names({ fact, holds }: SeenFact): boolean {
  return fact.fact === "is" && holds && !fact.negated && !fact.orBetter;
}

/** Does it tell that the item was agreed? */
export const isAgreed = (seen: SeenFact, issue: Issue): boolean => agreedAt(seen, issue) !== undefined;

/** The option that it came out at by agreement alone; "" agreed, wherever; undefined where it may have come so otherwise. */
function agreedAt(seen: SeenFact, issue: Issue | undefined): string | undefined {
  const { fact, holds } = seen;
  if (fact.fact === "item") return fact.state === "settled" && holds ? "" : undefined;
  if (fact.fact !== "is" || !names(seen)) return undefined;
  return without(issue).includes(fact.option) ? undefined : fact.option;
}

/** Where an item may stand that is not agreed. */
function without(issue: Issue | undefined): readonly Id[] {
  return [otherwiseOf(issue), issue?.resolvedAs].flatMap((id) => (id === undefined ? [] : [id]));
}

function otherwiseOf(issue: Issue | undefined): Id | undefined {
  return issue?.otherwise?.kind === "option" ? issue.otherwise.option : undefined;
}

function standsAt(issue: Issue | undefined): string {
  const otherwise = otherwiseOf(issue);
  return otherwise === undefined ? "" : `: it stays at \`${otherwise}\``;
}

function ofMove(one: SeenFact, other: SeenFact): boolean {
  const [a, b] = [one.fact, other.fact];
  if (a.fact === "signal" && b.fact === "signal" && a.move === b.move && one.holds && !a.negated)
    return b.signal === a.signal ? other.holds === b.negated : other.holds && !b.negated;
  const move = a.fact === "move" || a.fact === "signal" ? a.move : undefined;
  if (move === undefined || b.fact !== "move" || b.move !== move || !one.holds) return false;
  // Whatever became of a move, it was made.
  if (b.state === "done") return !other.holds;
  return a.fact === "move" && a.state !== "done" && a.state !== b.state && other.holds;
}
