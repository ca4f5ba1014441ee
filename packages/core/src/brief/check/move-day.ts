/** When a move comes, as far as the brief tells. */
import type { Brief, Effect, Id, Issue, Move } from "../brief.ts";
import { issuesOf } from "./asked-for.ts";

/**
 * The first day of a move. One without a date that names a forum comes when that forum meets, but no later than any forum
 * before which one of its issues lies (MODEL: stage of a move); undefined where a day is missing.
 */
export function firstDayOf(move: Move, brief: Brief): string | undefined {
  if (move.dates !== undefined) return move.dates.from;
  if (move.forum === undefined) return undefined;
  const touched = new Set([...(move.issues ?? []), ...changedBy(move), ...tradedBy(move, brief)]);
  const issues = issuesOf([...brief.agenda, ...brief.othersWillTable]).filter((issue) => touched.has(issue.id));
  const forums = new Set([move.forum, ...issues.flatMap((issue) => forumsOf(issue, brief))]);
  const days = [...forums].map((id) => brief.forums.find((forum) => forum.id === id)?.dates?.from);
  if (days.includes(undefined)) return undefined;
  return (days as string[]).reduce((first, day) => (day < first ? day : first));
}

function forumsOf({ inherited }: Issue, brief: Brief): Id[] {
  return [inherited.forum ?? brief.head.forum, inherited.nowBefore].flatMap((id) => (id === undefined ? [] : [id]));
}

const changedBy = ({ ifItWorks = [], ifItFails = [] }: Move): Id[] =>
  [...ifItWorks, ...ifItFails].flatMap((effect: Effect) =>
    effect.on === "position" || effect.on === "admission" ? [...(effect.issues ?? [])] : [],
  );

function tradedBy({ link: id }: Move, brief: Brief): Id[] {
  const link = brief.links.find((each) => each.id === id);
  return link?.kind === "offer" ? Object.keys(link.offer) : [];
}
