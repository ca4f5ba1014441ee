/** A plan branches only on what we shall have learnt by then. */
import type { Brief, Condition, Fact, Id, Issue, Step } from "../brief.ts";
import { conditionFacts } from "../condition-facts.ts";
import type { Desk } from "../desk.ts";
import { issuesOf } from "./asked-for.ts";
import { firstDayOf } from "./move-day.ts";

interface Known {
  readonly brief: Brief;
  readonly desk: Desk;
  readonly issues: ReadonlyMap<Id, Issue>;
  readonly observedAssumptions: ReadonlySet<Id>;
  readonly observedMoves: ReadonlySet<Id>;
  /** Issues of which it was observed how they stand, and forums that broke down or did not. */
  readonly observedOutcomes: ReadonlySet<Id>;
}
/** Moves that may have been made before a step, and the latest day that is certainly past by then. */
interface Past {
  readonly moves: Set<Id>;
  day: string | undefined;
}

export function checkPlanBranches(brief: Brief, desk: Desk): void {
  const observed = brief.observed.flatMap(({ fact }) => conditionFacts(fact));
  const known: Known = {
    brief,
    desk,
    issues: new Map(issuesOf(brief.agenda).map((issue) => [issue.id, issue])),
    observedAssumptions: new Set(observed.flatMap((fact) => (fact.fact === "assumption" ? [fact.assumption] : []))),
    observedOutcomes: new Set(
      observed.flatMap((fact) => {
        if (fact.fact === "is" || fact.fact === "item") return [fact.issue];
        return fact.fact === "broke down" ? [fact.forum] : [];
      }),
    ),
    observedMoves: new Set(
      observed.flatMap((fact) => (fact.fact === "move" || fact.fact === "signal" ? [fact.move] : [])),
    ),
  };
  for (const steps of [brief.plan, ...brief.otherPlans.map((plan) => plan.steps)])
    walk(steps, { moves: new Set(), day: undefined }, known);
}

function walk(steps: readonly Step[], past: Past, known: Known): void {
  for (const step of steps) {
    if (step.step === "do") pass(step.move, past, known);
    if (step.step !== "if") continue;
    checkCondition(step.if, step.path, past, firstDay([...step.then, ...step.else], known), known);
    for (const branch of [step.then, step.else]) {
      const inside: Past = { moves: new Set(past.moves), day: past.day };
      walk(branch, inside, known);
      // What one branch does may have been done; its days are certain only where both branches pass them, so they are not kept.
      for (const move of inside.moves) past.moves.add(move);
    }
  }
}

function pass(id: Id, past: Past, known: Known): void {
  past.moves.add(id);
  const from = dayOf(id, known);
  if (from !== undefined && (past.day === undefined || from > past.day)) past.day = from;
}

function dayOf(id: Id, { brief }: Known): string | undefined {
  const move = brief.moves.find((each) => each.id === id);
  return move === undefined ? undefined : firstDayOf(move, brief);
}

/** The day before which none of these steps begins, where every one of them is dated. */
function firstDay(steps: readonly Step[], known: Known): string | undefined {
  const daysOf = (list: readonly Step[]): (string | undefined)[] =>
    list.flatMap((step) => {
      if (step.step === "do") return [dayOf(step.move, known)];
      return step.step === "if" ? daysOf([...step.then, ...step.else]) : [];
    });
  const days = daysOf(steps);
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return days.reduce((first, day) => (day! < first! ? day : first));
}

function checkCondition(
  condition: Condition,
  path: string,
  past: Past,
  branchDay: string | undefined,
  known: Known,
): void {
  const day = branchDay === undefined || (past.day !== undefined && past.day > branchDay) ? past.day : branchDay;
  const reported = new Set<string>();
  for (const fact of conditionFacts(condition)) {
    const trouble = troubleOf(fact, past, day, known);
    if (trouble === undefined || reported.has(trouble.message)) continue;
    reported.add(trouble.message);
    known.desk.report(trouble.code, known.desk.spanOf(`${path}/if`)!, trouble.message, trouble.hint, { path });
  }
}

interface Trouble {
  readonly code: "branch-without-signal" | "branch-before-move";
  readonly message: string;
  readonly hint: string;
}
const ASK_FOR_SIGNAL = "Branch on a signal of a move that tells it, and say with what chance it tells.";

function troubleOf(fact: Fact, past: Past, day: string | undefined, known: Known): Trouble | undefined {
  const untold = (message: string, hint: string): Trouble => ({ code: "branch-without-signal", message, hint });
  switch (fact.fact) {
    case "date":
      return undefined;
    case "assumption": {
      if (known.observedAssumptions.has(fact.assumption)) return undefined;
      return untold(
        `Whether \`${fact.assumption}\` holds is not known by then: no signal tells it.`,
        "Add a `confirm` move with a signal conditioned on it, and branch on that signal.",
      );
    }
    case "accepts":
      return untold(`What \`${fact.party}\` would accept is not known by then: no signal tells it.`, ASK_FOR_SIGNAL);
    case "is":
    case "item":
      return known.observedOutcomes.has(fact.issue) || isOver(forumOf(fact.issue, known), day, known)
        ? undefined
        : untold(
            `How \`${fact.issue}\` comes out is not known by then: its forum is not over.`,
            `${ASK_FOR_SIGNAL} Or date the forum and the moves, so that it is over before.`,
          );
    case "broke down":
      return known.observedOutcomes.has(fact.forum) || isOver(fact.forum, day, known)
        ? undefined
        : untold(
            `Whether \`${fact.forum}\` breaks down is not known by then: it is not over.`,
            "Date the forum and the moves, so that it is over before.",
          );
    default:
      return moveTrouble(fact, past, known);
  }
}

function moveTrouble(fact: Extract<Fact, { fact: "move" | "signal" }>, past: Past, known: Known): Trouble | undefined {
  const move = known.brief.moves.find(({ id }) => id === fact.move);
  if (
    fact.fact === "move" &&
    fact.state !== "done" &&
    move?.signals !== "success" &&
    !known.observedMoves.has(fact.move)
  )
    return {
      code: "branch-without-signal",
      message: `Whether \`${fact.move}\` ${fact.state} is not known by then: it does not signal its success.`,
      hint: `Give \`${fact.move}\` the line \`signals: success\` if we learn it, or branch on a signal that we do get.`,
    };
  const ours = move?.by === undefined || move.by === known.brief.head.us;
  if (!ours || past.moves.has(fact.move) || known.observedMoves.has(fact.move)) return undefined;
  return {
    code: "branch-before-move",
    message: `\`${fact.move}\` is not made before this branch, so the branch never holds.`,
    hint: "Put the move before the branch.",
  };
}

function forumOf(issue: Id, { issues, brief }: Known): Id | undefined {
  return (
    issues.get(issue)?.inherited.forum ??
    brief.head.forum ??
    (brief.forums.length === 1 ? brief.forums[0]?.id : undefined)
  );
}

function isOver(forum: Id | undefined, day: string | undefined, { brief }: Known): boolean {
  const end = brief.forums.find(({ id }) => id === forum)?.dates?.to;
  return end !== undefined && day !== undefined && end < day;
}
