import { asOf } from "../brief/as-of.ts";
import type { DateSpan, Move, Path, Step } from "../brief/brief.ts";
import { conditionFacts } from "../brief/condition-facts.ts";
import { whenText } from "../brief/when-text.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import type { Dossier } from "./dossier.ts";
import { isBefore } from "./time.ts";

/** [C14] A step too late: a dated move after its item is due, after its forum is over, before the brief's own date, or dated before the step that it follows. */
export const afterDeadline: Check = {
  rule: "C14",
  find: (dossier) => [
    ...dossier.brief.moves.filter((move) => dossier.isOurs(move)).flatMap((move) => late(move, dossier)),
    ...outOfOrder(dossier),
  ],
};

function late(move: Move, dossier: Dossier): readonly Contradiction[] {
  const { dates } = move;
  if (dates === undefined) return [];
  const items = (move.issues ?? []).flatMap((id) => dossier.item(id) ?? []);
  const forums = [dossier.forum(move.forum) ?? items.map((item) => dossier.forumOf(item))[0]].flatMap(
    (forum) => forum ?? [],
  );
  const date = asOf(dossier.brief);
  return [
    ...items.flatMap((item) =>
      isBefore(item.due, dates)
        ? [tooLate(move, `${item.path}/due`, `${dossier.say(item.id)} is due`, item.due, dossier)]
        : [],
    ),
    ...forums.flatMap((forum) =>
      isBefore(forum.dates, dates)
        ? [tooLate(move, forum.path, `${dossier.say(forum.id)} is over`, forum.dates, dossier)]
        : [],
    ),
    ...(isBefore(dates, date) && dossier.isPlanned(move) && !wasObserved(move, dossier) ? [past(move, dossier)] : []),
  ];
}

function tooLate(move: Move, other: Path, what: string, limit: DateSpan | undefined, dossier: Dossier): Contradiction {
  return {
    code: "step-after-deadline",
    severity: "contradiction",
    paths: [`${move.path}/dates`, other],
    message: `The move ${dossier.say(move.id)} is made ${whenText(move.dates!)}, when ${what} (${limit?.text ?? ""}).`,
    why: "It comes too late to change anything there: bring it forward, or drop it.",
  };
}

function past(move: Move, dossier: Dossier): Contradiction {
  const { brief } = dossier;
  const day = asOf(brief);
  // A brief is as of the last day observed, where that is later than its own.
  const last = brief.observed.find(({ date }) => date !== undefined && date === day);
  const what = last === undefined ? "the day of this brief" : "the last day observed";
  return {
    code: "step-already-past",
    severity: "contradiction",
    paths: [`${move.path}/dates`, last === undefined ? "date" : `${last.path}/date`],
    message: `The move ${dossier.say(move.id)} is dated ${move.dates?.text ?? ""}, before ${what} (${day?.text ?? ""}).`,
    why: "What has been done belongs under `observed`; what has not needs another date.",
  };
}

function wasObserved(move: Move, { brief }: Dossier): boolean {
  return brief.observed.some(({ fact }) =>
    conditionFacts(fact).some((each) => (each.fact === "move" || each.fact === "signal") && each.move === move.id),
  );
}

function outOfOrder(dossier: Dossier): readonly Contradiction[] {
  const found: Contradiction[] = [];
  /** Walks one way through the plan; gives the moves that may have been the last one made. */
  const walk = (steps: readonly Step[], before: readonly Made[]): readonly Made[] =>
    steps.reduce((last, step) => {
      if (step.step === "if") return [...walk(step.then, last), ...walk(step.else, last)];
      const move = step.step === "do" ? dossier.move(step.move) : undefined;
      if (move?.dates === undefined) return last;
      const later = last.find((each) => isBefore(move.dates, each.move.dates));
      if (later) found.push(reversed({ path: step.path, move }, later, dossier));
      return [{ path: step.path, move }];
    }, before);
  walk(dossier.brief.plan, []);
  for (const { steps } of dossier.brief.otherPlans) walk(steps, []);
  return found;
}

interface Made {
  readonly path: Path;
  readonly move: Move;
}
function reversed(step: Made, before: Made, dossier: Dossier): Contradiction {
  const dated = ({ move }: Made) => `${dossier.say(move.id)} (${move.dates?.text ?? ""})`;
  return {
    code: "steps-out-of-order",
    severity: "contradiction",
    paths: [step.path, before.path],
    message: `The plan makes ${dated(step)} after ${dated(before)}, and the dates say the reverse.`,
    why: "Put the steps in the order of their dates, or correct the dates.",
  };
}
