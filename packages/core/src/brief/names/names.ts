/** Every name of a brief with what it names: known before anything else is read, so that each reference is checked where it stands. */
import type { Id } from "../brief.ts";
import type { Span } from "../tree/node.ts";

export type NameKind =
  | "assumption"
  | "belief"
  | "bloc"
  | "forecast"
  | "forum"
  | "goal"
  | "heading"
  | "issue"
  | "link"
  | "move"
  | "party"
  | "person"
  | "plan"
  | "reader"
  | "rule"
  | "source"
  | "term";

export interface NamedThing {
  readonly kind: NameKind;
  /** Where it is given; absent where only the brief's data are at hand. */
  readonly span?: Span;
}
export interface OptionNamed {
  readonly span?: Span;
  /** Its place in the issue's units where that is one number (also in even steps). */
  readonly at?: number;
}
export interface IssueNamed {
  readonly kind: "scale" | "choice" | "slate";
  /** Ends of the scale in natural units; 0 and 100 where the brief gives none. */
  readonly from: number;
  readonly to: number;
  /** True where more options may come (`open`), or, under `others will table`, none need be given. */
  readonly open: boolean;
  readonly options: ReadonlyMap<Id, OptionNamed>;
  /** Ids `ISSUE/INSTANCE`, if it has instances. */
  readonly instances: readonly Id[];
}
export interface Names {
  readonly things: ReadonlyMap<Id, NamedThing>;
  /** By issue and by `ISSUE/INSTANCE`. */
  readonly issues: ReadonlyMap<Id, IssueNamed>;
  /** Issues under each heading, in order. */
  readonly headings: ReadonlyMap<Id, readonly Id[]>;
  readonly roles: ReadonlyMap<Id, "principal" | "third" | "audience">;
  /** Members of blocs and terms, expanded, `except` taken out. */
  readonly sets: ReadonlyMap<Id, readonly Id[]>;
  readonly signals: ReadonlyMap<Id, "success" | readonly Id[]>;
  /** Passages of each source; absent where the source lists none. */
  readonly passages: ReadonlyMap<Id, ReadonlySet<string> | undefined>;
  /** Printed names of parties and terms, where they are given. */
  readonly titles: ReadonlyMap<Id, string>;
}

const ARTICLES: Readonly<Record<NameKind, string>> = {
  assumption: "an assumption",
  belief: "a belief",
  bloc: "a bloc",
  forecast: "a forecast",
  forum: "a forum",
  goal: "a goal",
  heading: "a heading",
  issue: "an issue",
  link: "a link",
  move: "a move",
  party: "a party",
  person: "a person",
  plan: "a plan",
  reader: "a group of readers",
  rule: "a rule",
  source: "a source",
  term: "a term",
};

/** `a party`, `an issue`. */
export function withArticle(kind: NameKind): string {
  return ARTICLES[kind];
}

/** All names of these kinds, in the order of the brief. */
export function namesOfKinds(names: Names, kinds: readonly NameKind[]): Id[] {
  return [...names.things].filter(([, thing]) => kinds.includes(thing.kind)).map(([id]) => id);
}

/** The single items that an issue, an instance or a heading stands for; undefined if the name is none of these. */
export function itemsOf(names: Names, id: Id): readonly Id[] | undefined {
  const under = names.headings.get(id);
  // A heading lists issues: looked up as such, since a faulty brief may give a heading the name of an issue within it.
  return under === undefined ? singly(names, id) : under.flatMap((issue) => singly(names, issue) ?? []);
}

function singly(names: Names, id: Id): readonly Id[] | undefined {
  const issue = names.issues.get(id);
  if (issue === undefined) return undefined;
  return issue.instances.length > 0 ? issue.instances : [id];
}
