/** Dates of moves, forums and goals compared: whole days as text, an absent end open. */
import type { DateSpan, Goal, Issue, Move } from "../brief/brief.ts";
import type { Dossier } from "./dossier.ts";

export function overlap(a: DateSpan | undefined, b: DateSpan | undefined): boolean {
  return !isBefore(a, b) && !isBefore(b, a);
}

/** Whether the first is certainly over when the second begins. */
export function isBefore(a: DateSpan | undefined, b: DateSpan | undefined): boolean {
  return a?.to !== undefined && b?.from !== undefined && a.to < b.from;
}

/** Days from the end of the first to the beginning of the second; undefined where either is open. */
export function daysBetween(a: DateSpan | undefined, b: DateSpan | undefined): number | undefined {
  if (a?.to === undefined || b?.from === undefined) return undefined;
  return Math.round((Date.parse(b.from) - Date.parse(a.to)) / 86_400_000);
}

/** When a move is made: its own dates, else those of the forum where it is made or where its item is settled. */
export function timeOfMove(move: Move, dossier: Dossier): DateSpan | undefined {
  const item = move.issues?.[0] === undefined ? undefined : dossier.item(move.issues[0]);
  const forum = dossier.forum(move.forum) ?? (item && dossier.forumOf(item));
  return move.dates ?? forum?.dates;
}

/** When a goal counts: its own dates, else those of its forum, or of the forum of its first item. */
export function timeOfGoal(goal: Goal, dossier: Dossier): DateSpan | undefined {
  const item = goal.issues?.[0] === undefined ? undefined : dossier.item(goal.issues[0]);
  return goal.dates ?? dossier.forum(goal.forum)?.dates ?? (item && timeOfItem(item, dossier));
}

export function timeOfItem(item: Issue, dossier: Dossier): DateSpan | undefined {
  return dossier.forumOf(item)?.dates;
}
