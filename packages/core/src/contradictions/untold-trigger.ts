import type { Condition, Fact, Move } from "../brief/brief.ts";
import { conditionFacts } from "../brief/condition-facts.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import type { Dossier } from "./dossier.ts";

/**
 * [C9] What is to set something off, and nothing will tell us: a planned move that needs an assumption or another's mind
 * that no signal shows, or a goal that holds while an assumption does that nobody watches. (Branches of a plan are the reader's.)
 */
export const untoldTrigger: Check = {
  rule: "C9",
  find: (dossier) => [
    ...dossier.brief.moves
      .filter((move) => dossier.isOurs(move) && dossier.isPlanned(move))
      .flatMap((move) => needing(move, dossier)),
    ...dossier.brief.goals.flatMap((goal) =>
      goal.if === undefined ? [] : unwatched(goal.path, goal.id, goal.if, dossier),
    ),
  ],
};

function needing(move: Move, dossier: Dossier): readonly Contradiction[] {
  if (move.if === undefined) return [];
  return conditionFacts(move.if).flatMap((fact) => {
    if ((fact.fact !== "assumption" && fact.fact !== "accepts") || isTold(fact, dossier)) return [];
    const what =
      fact.fact === "assumption"
        ? `whether ${dossier.say(fact.assumption)} holds`
        : `what ${dossier.say(fact.party)} would accept on ${dossier.say(fact.issue)}`;
    const other =
      fact.fact === "assumption" ? dossier.brief.assumptions.find(({ id }) => id === fact.assumption)?.path : undefined;
    return [
      {
        code: "untold-trigger",
        severity: "contradiction" as const,
        paths: other === undefined ? ([`${move.path}/if`] as const) : ([`${move.path}/if`, other] as const),
        message: `The move ${dossier.say(move.id)} waits to learn ${what}, and no signal tells it.`,
        why: "We shall not know when to act. Add a probe or a confirming move with a signal that depends on it.",
      },
    ];
  });
}

function unwatched(path: string, id: string, condition: Condition, dossier: Dossier): readonly Contradiction[] {
  return conditionFacts(condition).flatMap((fact) => {
    const assumption =
      fact.fact === "assumption" ? dossier.brief.assumptions.find((each) => each.id === fact.assumption) : undefined;
    if (!assumption || (assumption.watch ?? []).length > 0 || isTold(fact, dossier)) return [];
    return [
      {
        code: "unwatched-assumption",
        severity: "gap" as const,
        paths: [`${path}/if`, assumption.path] as const,
        message: `${dossier.say(id)} holds only while ${dossier.say(assumption.id)} does, and nothing says how we should notice that it no longer does.`,
        why: "Name what to watch (`watch`), or add a confirming move with a signal.",
      },
    ];
  });
}

/** Whether some signal's chance depends on the fact, or it has been observed. */
function isTold(fact: Fact, { brief }: Dossier): boolean {
  const signals = brief.moves.flatMap(({ signals: given }) =>
    given === undefined || given === "success" ? [] : given,
  );
  const conditions = signals.flatMap(({ likelihood }) =>
    likelihood.kind === "cases" ? likelihood.cases.flatMap((row) => row.if ?? []) : [],
  );
  const told = [...conditions, ...brief.observed.map((each) => each.fact)].flatMap(conditionFacts);
  return told.some((each) => sameSubject(each, fact));
}
function sameSubject(a: Fact, b: Fact): boolean {
  if (a.fact === "assumption" && b.fact === "assumption") return a.assumption === b.assumption;
  return a.fact === "accepts" && b.fact === "accepts" && a.party === b.party && a.issue === b.issue;
}
