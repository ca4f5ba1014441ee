import { type DateSpan, type Issue, asOf as lastDay } from "@demarche/core/brief";
import { planMessages } from "../../messages/plan.ts";
import type { ForumTimeline, TimelineKind, TimelineRow } from "../../svg/forum-timeline.ts";
import { dateText, dayText, messages } from "../../wording/index.ts";
import { dayNumber, monthStarts } from "../day-number.ts";
import type { Paper } from "../paper.ts";

const words = planMessages.calendar;

function rowOf(kind: TimelineKind, name: string, dates: DateSpan): TimelineRow {
  return {
    kind,
    name,
    ...(dates.from === undefined || kind === "due" || kind === "assumption" ? {} : { from: dayNumber(dates.from) }),
    ...(dates.to === undefined ? {} : { to: dayNumber(dates.to) }),
    dates: dateText(dates),
  };
}

/** Everything of the brief that has a date, in four groups. */
export function datedRows(paper: Paper): readonly TimelineRow[] {
  const { brief, nameOf } = paper.index;
  const issueRows = (issue: Issue): readonly TimelineRow[] => [
    ...(issue.due ? [rowOf("due", words.itemDue(nameOf(issue.id)), issue.due)] : []),
    ...issue.positions
      .filter((position) => position.party === paper.us)
      .flatMap((position) => position.fallbacks ?? [])
      .flatMap((rung) =>
        rung.due
          ? [rowOf("due", words.rungDue(paper.index.optionName(issue.id, rung.option), nameOf(issue.id)), rung.due)]
          : [],
      ),
  ];
  const settled = paper.index.ownIssues.filter((issue) => !issue.instances?.length);
  return [
    ...brief.forums.flatMap((forum) => (forum.dates ? [rowOf("forum", nameOf(forum.id), forum.dates)] : [])),
    ...brief.assumptions.flatMap((assumption) =>
      assumption.until ? [rowOf("assumption", assumption.statement ?? nameOf(assumption.id), assumption.until)] : [],
    ),
    ...brief.moves.flatMap((move) => (move.dates ? [rowOf("move", nameOf(move.id), move.dates)] : [])),
    ...settled.flatMap(issueRows),
    ...brief.forecasts.flatMap((forecast) =>
      forecast.due ? [rowOf("due", words.forecastDue(forecast.statement ?? nameOf(forecast.id)), forecast.due)] : [],
    ),
  ];
}

/**
 * The days shown: from the as-of date (or the first forum or move) to the end of what we attend or do, with half as much
 * again; what lies beyond has an arrow, or one far date would press all others into a corner.
 */
function daysShown(rows: readonly TimelineRow[], asOf: number | undefined): readonly [number, number] {
  const bound = rows.filter((row) => row.kind === "forum" || row.kind === "move");
  const known = (bound.length > 0 ? bound : rows)
    .flatMap((row) => [row.from, row.to])
    .filter((day) => day !== undefined);
  const ends = [...known, ...(asOf === undefined ? [] : [asOf])].filter(
    (day) => asOf === undefined || day >= asOf - 60,
  );
  const first = Math.min(...ends);
  const last = Math.max(...ends);
  const room = Math.max(14, (last - first) / 2);
  const later = rows.map((row) => row.to).filter((day) => day !== undefined && day <= last + room);
  return [first - 3, Math.max(last, ...later.map(Number)) + 3];
}

/** Null where nothing has a date. */
export function timelineOf(paper: Paper): ForumTimeline | null {
  const rows = datedRows(paper);
  if (rows.length === 0) return null;
  const asOf = lastDay(paper.index.brief)?.to;
  const today = asOf === undefined ? undefined : dayNumber(asOf);
  const [from, to] = daysShown(rows, today);
  const months = monthStarts(from, to);
  const every = Math.max(1, Math.ceil(months.length / 8));
  const start = (row: TimelineRow) => row.from ?? row.to ?? Number.POSITIVE_INFINITY;
  const group = (kind: TimelineKind) => ({
    name: words.groups[kind],
    rows: rows.filter((row) => row.kind === kind).sort((a, b) => start(a) - start(b)),
  });
  return {
    title: words.title,
    description: words.describe(rows.map((row) => words.row(row.name, row.dates)).join("; ")),
    from,
    to,
    ...(today === undefined || asOf === undefined ? {} : { today: { day: today, text: words.asOf(dayText(asOf)) } }),
    ticks: months
      .filter((_, i) => i % every === 0)
      .map(({ day, year, month }) => ({ day, text: `${(messages.months[month - 1] ?? "").slice(0, 3)} ${year}` })),
    groups: [group("forum"), group("move"), group("assumption"), group("due")],
  };
}
