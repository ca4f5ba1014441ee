/** Which forums could take an issue. */
import type { Brief, Id, Issue } from "../brief/brief.ts";
import { mostSeats } from "../model/compile-item.ts";
import type { Model } from "../model/model.ts";
import { issuesIn } from "../model/names.ts";
import type { ForumReason } from "./findings.ts";

export interface Candidate {
  readonly item: number;
  readonly forum: number;
  readonly why: readonly ForumReason[];
}
export interface Candidates {
  readonly item: number;
  /** The forum before which the plan settles it first, then as listed. */
  readonly forums: readonly Candidate[];
  readonly leftOut: readonly number[];
}

/** Issues in the order of the model's items. */
export function issuesOf(brief: Brief): readonly Issue[] {
  return issuesIn([...brief.agenda, ...brief.othersWillTable]).filter((issue) => issue.options.length > 0);
}

/** The forums to compare for one item; `asked` adds forums by id. A single one where nothing but its own could take it. */
export function candidatesFor(brief: Brief, model: Model, item: number, asked: readonly Id[] = []): Candidates {
  const entry = model.items[item]!;
  const issue = issuesOf(brief)[item]!;
  const seated = new Set(entry.seats.map((seat) => seat.party));
  const forums: Candidate[] = [];
  const leftOut: number[] = [];
  const others = model.forums.map((_, forum) => forum).filter((forum) => forum !== entry.forum);
  for (const forum of [entry.forum, ...others]) {
    const why = reasons(brief, model, item, issue, forum, asked);
    if (why.length === 0) continue;
    const all = new Set([...seated, ...model.forums[forum]!.members]);
    if (all.size > mostSeats) {
      leftOut.push(forum);
      continue;
    }
    for (const party of all) seated.add(party);
    forums.push({ item, forum, why });
  }
  return { item, forums, leftOut };
}

function reasons(
  brief: Brief,
  model: Model,
  item: number,
  issue: Issue,
  forum: number,
  asked: readonly Id[],
): ForumReason[] {
  const { id, competence } = model.forums[forum]!;
  const entry = model.items[item]!;
  const escalates = brief.moves.some(
    (move, m) => move.kind === "escalate" && move.forum === id && model.moves[m]!.items.includes(item),
  );
  const found: [ForumReason, boolean][] = [
    ["settled", entry.forum === forum],
    ["wanted", (issue.inherited.forum ?? brief.head.forum) === id && entry.forum !== forum],
    ["lies", entry.nowBefore === forum && entry.forum !== forum],
    ["competent", competence?.has(item) ?? false],
    ["escalated", escalates],
    ["venue", issue.options.some((option) => option.forum === id)],
    ["asked", asked.includes(id)],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}
