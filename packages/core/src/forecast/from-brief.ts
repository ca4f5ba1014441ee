/** A brief's positions as a table for the outcome models. */
import type { Brief } from "../brief/brief.ts";
import { type ItemLeft, stillOpen } from "../day-two/open-options.ts";
import { compile } from "../model/compile.ts";
import type { Input, Item, Model, Seat } from "../model/model.ts";
import type { Problem } from "../model/names.ts";
import { meanOf } from "../worlds/index.ts";
import type { ForecastTable, TableIssue, TableRow } from "./forecast-table.ts";

export interface BriefTable {
  readonly model: Model;
  /** Uncertain numbers at their means. */
  readonly table: ForecastTable;
  /** For each issue of the table: the item of the model. */
  readonly items: readonly number[];
  /** Issues left out, and why. */
  readonly left: readonly { readonly issue: string; readonly why: string }[];
  /** Members without a position on an issue: unknown there, not indifferent. */
  readonly unknown: readonly { readonly issue: string; readonly party: string }[];
}
export interface BriefTableResult {
  /** Absent where there are problems. */
  readonly found?: BriefTable;
  readonly problems: readonly Problem[];
}

/** Members of an item's forum with a position there: they alone count (thirds act through rules). */
export function seatsCounted(model: Model, item: Item): readonly Seat[] {
  const members = new Set(model.forums[item.forum]!.members);
  return item.seats.filter((seat) => members.has(seat.party) && seat.known);
}

/** Reads a table off a brief that reads without errors. Issues without distance (choices, slates), and those of which it was observed where they stand, are left out. */
export function tableOfBrief(brief: Brief): BriefTableResult {
  const { model, problems } = compile(brief);
  if (model === undefined) return { problems };
  const left: { issue: string; why: string }[] = [];
  const unknown: { issue: string; party: string }[] = [];
  const items: number[] = [];
  const issues: TableIssue[] = [];
  const seen = stillOpen(model, (item, option) => -distanceToUs(model, item, option));
  model.items.forEach((item, index) => {
    const seats = seatsCounted(model, item);
    if (!item.ordered) left.push({ issue: item.id, why: "its options have no distance from each other" });
    else if (seen.items[index]?.decided === true) left.push({ issue: item.id, why: seenAt(item, seen.items[index]) });
    else if (seats.length === 0) left.push({ issue: item.id, why: "no member of its forum has a position on it" });
    else {
      items.push(index);
      issues.push(issueOf(model, item, seats));
      for (const party of model.forums[item.forum]!.members)
        if (!seats.some((seat) => seat.party === party))
          unknown.push({ issue: item.id, party: model.parties[party]!.id });
    }
  });
  const title = brief.head.title;
  const table = {
    ...(title === undefined ? {} : { title }),
    actors: model.parties.map(({ id, name }) => ({ id, name })),
    issues,
  };
  return { found: { model, table, items, left, unknown }, problems: [] };
}

/** The end of "left out, since …". */
function seenAt(item: Item, { options, because }: ItemLeft): string {
  const option = item.options[options[0]!];
  const place = option === undefined ? "without agreement" : `at ${option.id}`;
  return `it stands ${place}, as observed (${because.join("; ")})`;
}

/** Of an option from what we want, scale points, at the means. */
function distanceToUs(model: Model, index: number, option: number): number {
  const item = model.items[index]!;
  const seat = item.seats[item.seatOf[model.us] ?? -1];
  if (seat === undefined) return 0;
  const mean = (input: number) => meanOf((model.inputs[input] as Input).distribution);
  return Math.abs(mean(item.options[option]!.at) - mean(seat.ideal));
}

function issueOf(model: Model, item: Item, seats: readonly Seat[]): TableIssue {
  const { from, to } = item.scale;
  const mean = (input: number) => meanOf((model.inputs[input] as Input).distribution);
  const natural = (points: number) => from + ((to - from) * points) / 100;
  const options = item.options.map((option) => ({ id: option.id, name: option.title, at: natural(mean(option.at)) }));
  const otherwise = options[item.otherwise]?.at;
  return {
    id: item.id,
    name: item.title,
    low: Math.min(from, to),
    high: Math.max(from, to),
    options: options.sort((a, b) => a.at - b.at),
    ...(otherwise === undefined ? {} : { otherwise }),
    rows: seats.map(
      (seat): TableRow => ({
        actor: seat.party,
        position: natural(mean(seat.ideal)),
        salience: mean(seat.salience) / 100,
        capability: mean(seat.influence),
      }),
    ),
  };
}
