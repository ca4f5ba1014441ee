/** The best plan as contingencies: when, what we do, what else, who acts, by when. */
import type { Condition, Id, Move, Step } from "@demarche/core/brief";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { type BriefIndex, capitalise, conditionText, dateText, dueText, listText, quoted } from "../wording/index.ts";

const words = bestPlanMessages.steps;

export interface StepRow {
  readonly when: string;
  readonly move: string;
  readonly otherwise?: string;
  readonly who: readonly string[];
  readonly due: readonly string[];
}

/** A row for each move in its turn; a question whose answers lead to moves alone is one row. */
export function stepRows(index: BriefIndex, us: Id, steps: readonly Step[]): readonly StepRow[] {
  const walk = (list: readonly Step[], seen: readonly Condition[]): readonly StepRow[] =>
    list.flatMap((step): readonly StepRow[] => {
      if (step.step === "ask") return [];
      if (step.step === "do") return [rowOf(index, us, seen, [step.move], undefined)];
      const [then, otherwise] = [flatMoves(step.then), flatMoves(step.else)];
      if (then !== undefined && otherwise !== undefined) return [rowOf(index, us, [...seen, step.if], then, otherwise)];
      return [...walk(step.then, [...seen, step.if]), ...walk(step.else, [...seen, { op: "not", part: step.if }])];
    });
  return walk(steps, []);
}

/** Moves of steps that hold no question; undefined where they hold one. */
function flatMoves(steps: readonly Step[]): readonly Id[] | undefined {
  return steps.every((step) => step.step === "do") ? steps.map((step) => step.move) : undefined;
}

function rowOf(
  index: BriefIndex,
  us: Id,
  seen: readonly Condition[],
  then: readonly Id[],
  otherwise: readonly Id[] | undefined,
): StepRow {
  const all = [...new Set([...then, ...(otherwise ?? [])])].flatMap((id) => index.moves.get(id) ?? []);
  const own = otherwise === undefined && all.length === 1 ? all[0]!.if : undefined;
  const conditions = own === undefined ? seen : [...seen, own];
  return {
    when:
      conditions.length === 0
        ? words.always
        : capitalise(listText(conditions.map((condition) => conditionText(index, condition)))),
    move: doing(index, then),
    ...(otherwise === undefined ? {} : { otherwise: doing(index, otherwise) }),
    who: unique(all.flatMap((move) => [whoText(index, us, move), ...authority(index, us, move)])),
    due: unique(all.map((move) => dueOf(index, move))),
  };
}

function doing(index: BriefIndex, moves: readonly Id[]): string {
  return moves.length === 0 ? words.nothing : moves.map((move) => quoted(index.nameOf(move))).join("; ");
}

function whoText(index: BriefIndex, us: Id, { by, through, target }: Move): string {
  const whom = target === undefined ? [] : [listText(target.map((party) => index.shortName(party)))];
  const acts = whom.length === 0 ? index.shortName(by ?? us) : words.whoWith(index.shortName(by ?? us), whom[0]!);
  return through === undefined ? acts : `${acts}, ${words.through(index.nameOf(through))}`;
}

/** Who may grant what the move puts forward, as our ladder on its items says. */
function authority(index: BriefIndex, us: Id, { option, issues }: Move): readonly string[] {
  if (option === undefined) return [];
  return (issues ?? []).flatMap((issue) => {
    const rung = index.position(issue, us)?.fallbacks?.find((entry) => entry.option === option);
    if (rung?.authority === undefined) return [];
    const due = rung.due === undefined ? undefined : (dueText(rung.due) ?? rung.due.text);
    const who = /^[a-z][a-z0-9-]*$/u.test(rung.authority) ? index.nameOf(rung.authority) : rung.authority;
    return [words.authority(who, due === undefined ? "" : words.until(due))];
  });
}

/** Its own dates; else the opening of the forum in which it is made. */
function dueOf(index: BriefIndex, { dates, forum }: Move): string {
  if (dates !== undefined) return dateText(dates);
  return forum === undefined ? words.noDate : words.before(index.inProse(forum));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
