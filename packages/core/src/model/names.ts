/** Where each name of the brief stands in the model. */
import type { AgendaNode, Brief, Id, Issue, Move, OptionBound, Step } from "../brief/brief.ts";
import type { NotPriced } from "../run/findings.ts";
import type { Yardstick } from "../worlds/index.ts";
import { InputTable } from "./input-table.ts";

/** What stops a brief from being computed though it reads well. */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** Everything that the parts of the compiler share. */
export interface Names {
  readonly brief: Brief;
  readonly inputs: InputTable;
  readonly yardstick: Yardstick;
  readonly party: ReadonlyMap<Id, number>;
  readonly us: number;
  /** Issues that are settled, instances singly, in agenda order; then what others will table and has options. */
  readonly issues: readonly Issue[];
  readonly item: ReadonlyMap<Id, number>;
  readonly forum: ReadonlyMap<Id, number>;
  readonly forums: readonly Id[];
  readonly move: ReadonlyMap<Id, number>;
  readonly assumption: ReadonlyMap<Id, number>;
  readonly link: ReadonlyMap<Id, number>;
  readonly problems: Problem[];
  readonly notPriced: NotPriced[];
}

/** The forum that stands where a brief names none. */
export const onlyForum = "conference";

/** Issues of an agenda, depth first; an issue with instances stands as its instances. */
export function issuesIn(nodes: readonly AgendaNode[]): Issue[] {
  return nodes.flatMap((node) => {
    if (node.type === "heading") return issuesIn(node.items);
    return node.instances !== undefined && node.instances.length > 0 ? [...node.instances] : [node];
  });
}

const indexed = (ids: readonly Id[]): Map<Id, number> => new Map(ids.map((id, k) => [id, k]));

export function collectNames(brief: Brief): Names {
  const issues = issuesIn([...brief.agenda, ...brief.othersWillTable]).filter((issue) => issue.options.length > 0);
  const forums = brief.forums.length > 0 ? brief.forums.map((forum) => forum.id) : [onlyForum];
  const party = indexed(brief.parties.map((p) => p.id));
  return {
    brief,
    inputs: new InputTable(brief),
    yardstick: brief.method.yardstick ?? "icd203",
    party,
    us: brief.head.us === undefined ? -1 : party.get(brief.head.us)!,
    issues,
    item: indexed(issues.map((issue) => issue.id)),
    forum: indexed(forums),
    forums,
    move: indexed(brief.moves.map((move) => move.id)),
    assumption: indexed(brief.assumptions.map((a) => a.id)),
    link: indexed(brief.links.map((link) => link.id)),
    problems: [],
    notPriced: [],
  };
}

/** Model items meant by an issue's name: itself, one instance, or all its instances. Empty for issues without options. */
export function itemsNamed(names: Names, id: Id): number[] {
  const own = names.item.get(id);
  if (own !== undefined) return [own];
  return names.issues.flatMap((issue, index) => (issue.id.startsWith(`${id}/`) ? [index] : []));
}

export function optionIndex(issue: Issue, option: Id): number {
  return issue.options.findIndex((entry) => entry.id === option);
}

export const namesOfParties = (names: Names, ids: readonly Id[]): number[] =>
  ids.flatMap((id) => {
    const index = names.party.get(id);
    return index === undefined ? [] : [index];
  });

/** Natural units that stand for scale points 0 and 100. */
export function scaleOf(issue: Issue): { from: number; to: number } {
  return issue.scale ?? { from: 0, to: 100 };
}

/** Scale points of a bound on this issue; an option whose place is uncertain counts at the middle of what is said. */
export function pointsOf(issue: Issue, bound: number | OptionBound): number {
  const { from, to } = scaleOf(issue);
  const toPoints = (x: number) => (100 * (x - from)) / (to - from);
  if (typeof bound === "number") return toPoints(bound);
  const k = optionIndex(issue, bound.option);
  const at = issue.options[k]?.at?.value;
  if (at === undefined) return evenPlace(k, issue.options.length);
  switch (at.kind) {
    case "exact":
      return toPoints(at.value);
    case "range":
    case "uniform":
      return toPoints((at.low + at.high) / 2);
    case "triple":
      return toPoints(at.likeliest);
    case "unknown":
      return 50;
  }
}

export const evenPlace = (k: number, count: number): number => (count <= 1 ? 0 : (100 * k) / (count - 1));

/** Is the move made by us (or nobody else named)? */
export function isOurs(brief: Brief, move: Move): boolean {
  return move.by === undefined || move.by === brief.head.us;
}

/** Moves that a list of steps names, branches included. */
export function movesIn(steps: readonly Step[]): Id[] {
  return steps.flatMap((step) => {
    if (step.step === "do") return [step.move];
    return step.step === "if" ? [...movesIn(step.then), ...movesIn(step.else)] : [];
  });
}
