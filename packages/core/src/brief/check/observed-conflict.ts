/** Which two facts observed cannot both be so, and why. */
import type { Fact, Id, Issue } from "../brief.ts";
import type { AsGood } from "./observed-better.ts";
import { isLeftBy, outcomesOf } from "./observed-outcomes.ts";

/** A fact observed to be so, or not to be. */
export interface SeenFact {
  readonly fact: Fact;
  readonly holds: boolean;
}
/** Why the two exclude each other, as a sentence; "" where it is plain. */
export interface Conflict {
  readonly why: string;
}
/** The items that a brief has, and what is as good to us. */
export interface Items {
  readonly named: (id: Id) => Issue | undefined;
  readonly asGood: AsGood;
}

const PLAIN: Conflict = { why: "" };

/** Undefined: both can be so. */
export function conflictOf(one: SeenFact, other: SeenFact, items: Items): Conflict | undefined {
  if (JSON.stringify(one.fact) === JSON.stringify(other.fact)) return one.holds === other.holds ? undefined : PLAIN;
  const item = itemOf(one.fact);
  if (item !== undefined) return item === itemOf(other.fact) ? ofItem(one, other, items) : undefined;
  return ofMove(one, other) || ofMove(other, one) ? PLAIN : undefined;
}

/** The item that a fact tells of. */
export const itemOf = (fact: Fact): Id | undefined =>
  fact.fact === "is" || fact.fact === "item" ? fact.issue : undefined;

function ofItem(one: SeenFact, other: SeenFact, items: Items): Conflict | undefined {
  const issue = items.named(itemOf(one.fact)!);
  if (issue === undefined) return undefined;
  const isOpen = outcomesOf(issue).some((outcome) =>
    [one, other].every((seen) => isLeftBy(seen, outcome, issue, items.asGood)),
  );
  if (isOpen) return undefined;
  return { why: whyNot(one, other, issue, items.asGood) ?? whyNot(other, one, issue, items.asGood) ?? "" };
}

function whyNot(one: SeenFact, other: SeenFact, issue: Issue, asGood: AsGood): string | undefined {
  const [a, b] = [one.fact, other.fact];
  if (a.fact === "is" && b.fact === "is") return whyNotBetter(one, other, issue, asGood);
  if (!isAgreed(one, issue, asGood)) return undefined;
  if (b.fact === "item" && b.state === "admitted")
    return `What does not come before its forum is not agreed${standsAt(issue)}.`;
  if (a.fact === "item")
    return b.fact === "is" && b.option === otherwiseOf(issue)
      ? `\`${b.option}\` is what comes without agreement.`
      : undefined;
  if (a.fact !== "is" || b.fact !== "item" || a.negated) return undefined;
  return `\`${a.option}${a.orBetter ? " or better" : ""}\` takes an agreement${standsAt(issue)}.`;
}

/** Of two options, which is the better to us. */
function whyNotBetter(one: SeenFact, other: SeenFact, issue: Issue, asGood: AsGood): string | undefined {
  const [a, b] = [one.fact, other.fact];
  if (a.fact !== "is" || b.fact !== "is" || !b.orBetter || a.option === b.option) return undefined;
  const isAsGood = asGood(issue, a.option, b.option);
  if (isAsGood === undefined) return undefined;
  return isAsGood
    ? `\`${a.option}\` is worth as much to us as \`${b.option}\`, or more.`
    : `\`${a.option}\` is worth less to us than \`${b.option}\`.`;
}

/** Does it tell that the item was agreed? */
export function isAgreed(seen: SeenFact, issue: Issue, asGood: AsGood): boolean {
  const left = outcomesOf(issue).filter((outcome) => isLeftBy(seen, outcome, issue, asGood));
  return left.length > 0 && left.every(({ ended }) => ended === "agreed");
}

function otherwiseOf(issue: Issue): Id | undefined {
  return issue.otherwise?.kind === "option" ? issue.otherwise.option : undefined;
}

function standsAt(issue: Issue): string {
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
