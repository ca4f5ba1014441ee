/** Before which forum an item lies, and where moves of ours take it (ADR 7). */
import type { Condition, Id, Issue, Move, Step } from "../brief/brief.ts";
import type { Item } from "./model.ts";
import { isOurs, itemsNamed, type Names } from "./names.ts";

type Place = Pick<Item, "forum" | "nowBefore" | "raisedBy" | "raisedTo">;

/** Kinds of move by which we bring an item before a forum. */
const raising: ReadonlySet<Move["kind"]> = new Set(["propose", "press", "escalate", "pre-agree", "publicise"]);

/**
 * A carried item, or one that lies before another forum, comes before its forum only when a move of ours takes it there. One
 * that lies where it is wanted is taken elsewhere by an escalation: its forum is that one if the plan as written comes to
 * the move, or it has been made; a move that only stands in the brief changes nothing.
 */
export function whereRaised(names: Names, issue: Issue, index: number, wanted: number): Place {
  const lies = issue.inherited.nowBefore === undefined ? wanted : names.forum.get(issue.inherited.nowBefore)!;
  const isCarried = issue.inherited.carried !== undefined;
  const raisedBy: number[] = [];
  const raisedTo: number[] = [];
  let taken = lies;
  for (const [m, move] of names.brief.moves.entries()) {
    if (!isOurs(names.brief, move) || !raising.has(move.kind) || move.forum === undefined) continue;
    if (!(move.issues ?? []).some((id) => itemsNamed(names, id).includes(index))) continue;
    const whither = names.forum.get(move.forum)!;
    if (lies !== wanted ? whither !== wanted : !isCarried && (move.kind !== "escalate" || whither === lies)) continue;
    raisedBy.push(m);
    raisedTo.push(whither);
    if (lies !== wanted || comesTo(names, move)) taken = whither;
  }
  return { forum: taken, nowBefore: lies, raisedBy, raisedTo };
}

/** The forum before which an item lies once these moves are made (1 by move); -1 before none. */
export function placeOf({ nowBefore, raisedBy, raisedTo }: Place, done: ArrayLike<number>): number {
  for (let k = 0; k < raisedBy.length; k++) if (done[raisedBy[k]!] === 1) return raisedTo[k]!;
  return raisedTo.includes(nowBefore) ? -1 : nowBefore;
}

/** The forums before which an item may come to lie, each once. */
export function placesOf({ forum, nowBefore, raisedTo }: Place): readonly number[] {
  return [...new Set([forum, nowBefore, ...raisedTo])];
}

/** Whether the plan as written comes to the move, or it is known to have been made. */
function comesTo({ brief }: Names, { id, dates }: Move): boolean {
  if (brief.observed.some(({ fact }) => movesReported(fact).includes(id))) return true;
  const days = brief.observed.map(({ date }) => date?.to ?? date?.from ?? "");
  const isOver = dates?.to !== undefined && days.some((day) => day > dates.to!);
  return !isOver && !brief.observed.some(({ fact }) => isRefused(fact, id)) && movesIn(brief.plan).includes(id);
}

export function movesIn(steps: readonly Step[]): readonly Id[] {
  return steps.flatMap((step) => {
    if (step.step === "if") return movesIn([...step.then, ...step.else]);
    return step.step === "do" ? [step.move] : [];
  });
}

/** Moves that an observation tells to have been made: whoever tells what became of a move tells that it was made. */
export function movesReported(condition: Condition, holds = true): readonly Id[] {
  if (condition.op === "not") return movesReported(condition.part, !holds);
  if (condition.op !== "fact") return condition.parts.flatMap((part) => movesReported(part, holds));
  if (condition.fact === "signal") return [condition.move];
  return condition.fact === "move" && (holds || condition.state !== "done") ? [condition.move] : [];
}

/** Whether an observation says that the move was not made. */
function isRefused(condition: Condition, move: Id): boolean {
  if (condition.op === "and") return condition.parts.some((part) => isRefused(part, move));
  if (condition.op !== "not" || condition.part.op !== "fact") return false;
  const { part } = condition;
  return part.fact === "move" && part.state === "done" && part.move === move;
}
