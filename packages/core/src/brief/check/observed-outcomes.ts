/** How an item may stand, and which of that a fact observed of it leaves open. */
import type { Issue } from "../brief.ts";
import type { AsGood } from "./observed-better.ts";
import type { SeenFact } from "./observed-conflict.ts";

export interface Outcome {
  /** Absent: off its scale, or still pending. */
  readonly option?: string;
  readonly isPending: boolean;
  readonly isAdmitted: boolean;
  readonly ended?: "agreed" | "refused" | "otherwise";
}

/** What is agreed was admitted, and is never what comes without agreement. */
export function outcomesOf(issue: Issue): readonly Outcome[] {
  const without = issue.otherwise?.kind === "option" ? { option: issue.otherwise.option } : {};
  const settled = { isPending: false };
  return [
    ...[true, false].map((isAdmitted) => ({ isPending: true, isAdmitted })),
    ...issue.options.flatMap(({ id }) =>
      id === without.option ? [] : [{ ...settled, option: id, isAdmitted: true, ended: "agreed" as const }],
    ),
    { ...settled, ...without, isAdmitted: true, ended: "refused" },
    ...[true, false].flatMap((isAdmitted) => [
      { ...settled, ...without, isAdmitted, ended: "otherwise" as const },
      ...(issue.resolvedAs === undefined
        ? []
        : [{ ...settled, option: issue.resolvedAs, isAdmitted, ended: "otherwise" as const }]),
    ]),
  ];
}

/** Whether the fact may be as it was seen where the item stands so; always of facts that are about no item. */
export function isLeftBy({ fact, holds }: SeenFact, outcome: Outcome, issue: Issue, asGood: AsGood): boolean {
  if (fact.fact === "item") {
    if (fact.state === "admitted") return outcome.isAdmitted === holds;
    return (outcome.ended === (fact.state === "settled" ? "agreed" : "refused")) === holds;
  }
  if (fact.fact !== "is") return true;
  if (outcome.isPending) return !holds;
  if (outcome.option === undefined) return fact.negated === holds;
  const isThere = fact.orBetter ? asGood(issue, outcome.option, fact.option) : outcome.option === fact.option;
  return isThere === undefined || (isThere !== fact.negated) === holds;
}
