/** Days on which nothing in the brief could have been observed: before it begins, after it is over, or before what it tells of. */
import type { Brief, DateSpan, Fact, Observation } from "../brief.ts";
import type { Desk } from "../desk.ts";
import { issuesOf } from "./asked-for.ts";

/** Days off by more than this are taken for slips of the pen. */
const farDays = 366;

const HINT =
  "The date of an observation is the day on which we learnt it; if it is right, mend the dates in the brief.";

/** `told`: the facts that are said to hold. That something has not come about can be known at any time. */
export function checkObservedDay(entry: Observation, told: readonly Fact[], brief: Brief, desk: Desk): void {
  const { date } = entry;
  const [from, to] = [date?.from ?? date?.to, date?.to ?? date?.from];
  if (date === undefined || from === undefined || to === undefined) return;
  const say = (far: boolean, what: string, hint = HINT): void =>
    desk.report(
      far ? "observed-out-of-time" : "observed-at-odd-time",
      desk.spanOf(`${entry.path}/date`) ?? desk.spanOf(entry.path)!,
      `${date.text} ${what}.`,
      hint,
      { path: entry.path },
    );
  const { first, last, closed } = timeOf(brief);
  if (first !== undefined && to < first) {
    const far = daysBetween(to, first) > farDays;
    say(
      far,
      `is ${far ? "over a year " : ""}before anything that this brief dates (${first})`,
      "Observed is what has come to pass since the brief was written: correct the day, or write what was known before where it belongs (an assumption at 100%, a `history`).",
    );
    return;
  }
  if (last !== undefined && from > last) {
    const far = daysBetween(last, from) > farDays;
    if (far || closed) {
      say(
        far && closed,
        `is ${far ? "over a year " : ""}after all that this brief dates (${last})${closed ? ": nothing would be left to plan" : ""}`,
      );
      return;
    }
  }
  for (const fact of told) {
    const early = tooEarly(fact, to, brief);
    if (early === undefined) continue;
    say(false, early);
    return;
  }
}

/** The first and the last day that stands in the brief; whether every forum has a last one. */
function timeOf({ head, forums, moves, agenda, othersWillTable, forecasts }: Brief): {
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly closed: boolean;
} {
  const acts = [...forums, ...moves].flatMap(({ dates }) => dates ?? []);
  const due = [...issuesOf([...agenda, ...othersWillTable]), ...forecasts].flatMap((each) => each.due ?? []);
  const spans: readonly DateSpan[] = [...(head.date === undefined ? [] : [head.date]), ...acts, ...due];
  const firsts = [...(head.date === undefined ? [] : [head.date]), ...acts].flatMap(({ from, to }) => from ?? to ?? []);
  const lasts = spans.flatMap(({ from, to }) => to ?? from ?? []);
  const isOpen = acts.some(({ from }) => from === undefined);
  return {
    first: isOpen
      ? undefined
      : firsts.reduce<string | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined),
    last: lasts.reduce<string | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined),
    closed: forums.length > 0 && forums.every(({ dates }) => dates?.to !== undefined),
  };
}

/** What was told of before it could begin, as the end of a sentence. */
function tooEarly(fact: Fact, day: string, brief: Brief): string | undefined {
  const before = (id: string, span: DateSpan | undefined, what: string): string | undefined =>
    span?.from === undefined || span.from <= day ? undefined : `is before \`${id}\` ${what} (${span.text})`;
  switch (fact.fact) {
    case "move":
    case "signal": {
      const move = brief.moves.find(({ id }) => id === fact.move);
      return before(fact.move, move?.dates, "is dated to be made");
    }
    case "broke down":
      return before(fact.forum, brief.forums.find(({ id }) => id === fact.forum)?.dates, "meets");
    case "is":
    case "item": {
      // What comes before a forum is known before it meets; what comes of it is not.
      if (fact.fact === "is" ? fact.negated : fact.state === "admitted") return undefined;
      const issue = issuesOf([...brief.agenda, ...brief.othersWillTable]).find(({ id }) => id === fact.issue);
      const id = issue?.inherited.forum ?? brief.head.forum ?? (brief.forums.length === 1 ? brief.forums[0]!.id : "");
      return before(id, brief.forums.find((forum) => forum.id === id)?.dates, "meets");
    }
    default:
      return undefined;
  }
}

function daysBetween(a: string, b: string): number {
  return (Date.parse(b) - Date.parse(a)) / 86_400_000;
}
