/** A brief laid out for looking things up: items, names, who decides where, and what each plan does. */
import type {
  AgendaNode,
  Annotations,
  Brief,
  Forum,
  Goal,
  Id,
  Issue,
  Move,
  Party,
  Position,
  Step,
} from "../brief/brief.ts";

interface PlanOutline {
  readonly id: Id | undefined;
  /** Every step, branches included, in the order in which they stand. */
  readonly steps: readonly Step[];
  readonly moves: ReadonlySet<Id>;
}

export interface Dossier {
  readonly brief: Brief;
  readonly us: Id | undefined;
  /** Our items, then those that others will table; instances instead of the issue that has them. */
  readonly items: readonly Issue[];
  readonly ours: readonly Issue[];
  readonly othersItems: readonly Issue[];
  readonly plan: PlanOutline;
  readonly otherPlans: readonly PlanOutline[];
  item(id: Id): Issue | undefined;
  forum(id: Id | undefined): Forum | undefined;
  move(id: Id): Move | undefined;
  party(id: Id): Party | undefined;
  /** Our position on an item. */
  ourPosition(item: Issue): Position | undefined;
  /** Where an item is to be settled, as far as the brief says. */
  forumOf(item: Issue): Forum | undefined;
  /** Members of a forum: all principals where it names none. */
  membersOf(forum: Forum | undefined): readonly Id[];
  isOurs(move: Move): boolean;
  /** In the plan or in another; every move where the brief has no plan at all. */
  isPlanned(move: Move): boolean;
  /** A name in print, in quotation marks where it is not that of a party. */
  say(id: Id): string;
}

export function openDossier(brief: Brief): Dossier {
  const ours = itemsIn(brief.agenda);
  const othersItems = itemsIn(brief.othersWillTable);
  const items = [...ours, ...othersItems];
  const { us } = brief.head;
  const byId = new Map(items.map((item) => [item.id, item]));
  const forums = new Map(brief.forums.map((forum) => [forum.id, forum]));
  const moves = new Map(brief.moves.map((move) => [move.id, move]));
  const parties = new Map(brief.parties.map((party) => [party.id, party]));
  const plan = outline(undefined, brief.plan);
  const otherPlans = brief.otherPlans.map(({ id, steps }) => outline(id, steps));
  const principals = brief.parties.filter(({ role }) => role === undefined || role === "principal").map(({ id }) => id);
  const noPlan = [plan, ...otherPlans].every(({ steps }) => steps.length === 0);
  const names = namesIn(brief, items);
  const only = brief.forums.length === 1 ? brief.forums[0]?.id : undefined;
  return {
    brief,
    us,
    items,
    ours,
    othersItems,
    plan,
    otherPlans,
    item: (id) => byId.get(id),
    forum: (id) => (id === undefined ? undefined : forums.get(id)),
    move: (id) => moves.get(id),
    party: (id) => parties.get(id),
    ourPosition: (item) => item.positions.find(({ party }) => party === us),
    forumOf: (item) => forums.get(item.inherited.forum ?? brief.head.forum ?? only ?? ""),
    membersOf: (forum) => forum?.members ?? principals,
    isOurs: (move) => move.by === undefined || move.by === us,
    isPlanned: (move) => noPlan || [plan, ...otherPlans].some((each) => each.moves.has(move.id)),
    say: (id) => (parties.has(id) ? nameOf(parties.get(id)!) : `"${names.get(id) ?? plain(id)}"`),
  };
}

function itemsIn(nodes: readonly AgendaNode[]): readonly Issue[] {
  return nodes.flatMap((node) => (node.type === "heading" ? itemsIn(node.items) : (node.instances ?? [node])));
}

function outline(id: Id | undefined, steps: readonly Step[]): PlanOutline {
  const all = flatten(steps);
  return { id, steps: all, moves: new Set(all.flatMap((step) => (step.step === "do" ? [step.move] : []))) };
}
function flatten(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => (step.step === "if" ? [step, ...flatten(step.then), ...flatten(step.else)] : [step]));
}

function namesIn(brief: Brief, items: readonly Issue[]): ReadonlyMap<Id, string> {
  const named: readonly (Annotations & { readonly id: Id })[] = [
    ...[brief.sources, brief.blocs, brief.terms, brief.forums, brief.assumptions, brief.beliefs].flat(),
    ...[brief.links, brief.rules, brief.moves, brief.forecasts].flat(),
    ...items,
  ];
  const names = new Map(named.map((thing) => [thing.id, nameOf(thing)]));
  for (const goal of brief.goals) names.set(goal.id, goalName(goal));
  return names;
}
function goalName(goal: Goal): string {
  return goal.name ?? goal.statement ?? plain(goal.id);
}
export function nameOf(thing: Annotations & { readonly id: Id }): string {
  return thing.name ?? plain(thing.id);
}
function plain(id: Id): string {
  return id.replaceAll("-", " ").replace("/", ": ");
}

/** An option in print. */
export function sayOption(item: Issue, option: Id): string {
  const found = item.options.find(({ id }) => id === option);
  return `"${found ? nameOf(found) : plain(option)}"`;
}

/** "A", "A and B", "A, B and C". */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** What both lists hold, in the order of the first. */
export function common(a: readonly Id[] | undefined, b: readonly Id[] | undefined): readonly Id[] {
  return (a ?? []).filter((id) => b?.includes(id));
}
