import type {
  AgendaNode,
  Assumption,
  Brief,
  Citation,
  Forum,
  Heading,
  Id,
  Issue,
  Link,
  Move,
  Option,
  Party,
  Passage,
  Path,
  Position,
  Rule,
  Source,
} from "@demarche/core/brief";
import { sourcesOf } from "@demarche/core/brief";
import { agendaNumber } from "./agenda-number.ts";
import { messages } from "./messages.ts";
import { properWords } from "./proper-words.ts";
import { capitalise } from "./sentence.ts";

/** A brief looked up by name: everything that a paper needs to turn ids into words. */
export interface BriefIndex {
  readonly brief: Brief;
  /** Name of anything: as given, else the id with hyphens as blanks and a capital; an unknown id likewise. */
  readonly nameOf: (id: Id) => string;
  /** As `nameOf`, with its article where running text needs one: "the United States". */
  readonly inProse: (id: Id) => string;
  /** For narrow columns: an abbreviation that is the id ("USA"), else the name. */
  readonly shortName: (id: Id) => string;
  readonly optionName: (issue: Id, option: Id) => string;
  readonly signalName: (move: Id, signal: Id) => string;
  /** Number of a heading or issue in print: 1, 3(a), 1(a) for an instance, O1 for what others will table. */
  readonly numberOf: (id: Id) => string | undefined;
  /** Issues and their instances by id, ours and others'. */
  readonly issues: ReadonlyMap<Id, Issue>;
  readonly headings: ReadonlyMap<Id, Heading>;
  readonly parties: ReadonlyMap<Id, Party>;
  readonly forums: ReadonlyMap<Id, Forum>;
  readonly moves: ReadonlyMap<Id, Move>;
  readonly links: ReadonlyMap<Id, Link>;
  readonly rules: ReadonlyMap<Id, Rule>;
  readonly assumptions: ReadonlyMap<Id, Assumption>;
  readonly sources: ReadonlyMap<Id, Source>;
  /** What the others will table, in the brief's order. */
  readonly othersIssues: readonly Issue[];
  /** Our issues in the order of the agenda, each before its instances. */
  readonly ownIssues: readonly Issue[];
  readonly option: (issue: Id, option: Id) => Option | undefined;
  readonly position: (issue: Id, party: Id) => Position | undefined;
  readonly passage: (citation: Citation) => Passage | undefined;
  /** What covers the value at a path: its own sources, else those of the mapping in which it stands; none: nothing. */
  readonly sourcesFor: (path: Path) => readonly Citation[];
}

type PlainName = (id: Id) => string;

/** Names an id by its own words: "sound-out-alphand" as "Sound out Alphand", with the capitals that the brief's prose gives. */
function plainNames(brief: Brief): PlainName {
  const proper = properWords(brief);
  return (id) => {
    const words = id.replace(/^.*\//u, "").split("-");
    return capitalise(words.map((word) => proper.get(word) ?? word).join(" "));
  };
}

interface Agenda {
  readonly issues: Map<Id, Issue>;
  readonly headings: Map<Id, Heading>;
  readonly numbers: Map<Id, string>;
  readonly names: Map<Id, string>;
  readonly own: Issue[];
  readonly plainName: PlainName;
}

function enterIssue(issue: Issue, number: string, depth: number, agenda: Agenda, own: boolean): void {
  agenda.issues.set(issue.id, issue);
  agenda.numbers.set(issue.id, number);
  agenda.names.set(issue.id, issue.name ?? agenda.plainName(issue.id));
  if (own) agenda.own.push(issue);
  for (const [at, instance] of (issue.instances ?? []).entries()) {
    enterIssue(instance, agendaNumber(number, depth + 1, at + 1), depth + 1, agenda, own);
    // an instance without a name of its own bears its issue's, alone or before its own
    const whole = agenda.names.get(issue.id)!;
    const name = instance.name !== undefined && instance.name !== whole ? instance.name : agenda.plainName(instance.id);
    agenda.names.set(instance.id, name.startsWith(`${whole}: `) ? name : messages.instance(whole, name));
  }
}

function enter(nodes: readonly AgendaNode[], parent: string, depth: number, agenda: Agenda, own: boolean): void {
  for (const [at, node] of nodes.entries()) {
    const number = agendaNumber(parent, depth, at + 1);
    if (node.type === "issue") {
      enterIssue(node, number, depth, agenda, own);
      continue;
    }
    agenda.headings.set(node.id, node);
    agenda.numbers.set(node.id, number);
    agenda.names.set(node.id, node.name ?? agenda.plainName(node.id));
    enter(node.items, number, depth + 1, agenda, own);
  }
}

function byId<T extends { readonly id: Id }>(list: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

function shorten(id: Id, name: string): string {
  const abbreviation = /^[a-z]{2,4}$/u.test(id) && name.length > 8 && !name.toLowerCase().startsWith(id);
  return abbreviation ? id.toUpperCase() : name;
}

/** Reads a brief once for all papers. Pure; nothing is computed. */
export function indexBrief(brief: Brief): BriefIndex {
  const plainName = plainNames(brief);
  const agenda: Agenda = {
    issues: new Map(),
    headings: new Map(),
    numbers: new Map(),
    names: new Map(),
    own: [],
    plainName,
  };
  enter(brief.agenda, "", 0, agenda, true);
  enter(brief.othersWillTable, "O", 0, agenda, false);

  const names = new Map<Id, string>(agenda.names);
  const named: readonly (readonly { readonly id: Id; readonly name?: string }[])[] = [
    brief.parties,
    ...brief.parties.map((party) => party.people ?? []),
    brief.blocs,
    brief.terms,
    brief.forums,
    brief.sources,
    brief.assumptions,
    brief.goals,
    brief.links,
    brief.rules,
    brief.moves,
    brief.forecasts,
  ];
  for (const list of named) for (const { id, name } of list) if (name !== undefined) names.set(id, name);
  for (const [id, text] of Object.entries(brief.head.readers ?? {})) names.set(id, text);

  const nameOf = (id: Id): string => names.get(id) ?? plainName(id);
  const sources = byId(brief.sources);
  const moves = byId(brief.moves);
  const option = (issue: Id, id: Id): Option | undefined =>
    agenda.issues.get(issue)?.options.find((entry) => entry.id === id);
  return {
    brief,
    nameOf,
    inProse: (id) => {
      const name = nameOf(id);
      if (/^The\s/u.test(name)) return messages.article + name.slice(messages.article.length);
      return messages.takesArticle.test(name) ? `${messages.article} ${name}` : name;
    },
    shortName: (id) => shorten(id, nameOf(id)),
    optionName: (issue, id) => option(issue, id)?.name ?? plainName(id),
    signalName: (move, id) => {
      const signals = moves.get(move)?.signals;
      const entry = Array.isArray(signals) ? signals.find((signal) => signal.id === id) : undefined;
      return entry?.name ?? plainName(id).toLowerCase();
    },
    numberOf: (id) => agenda.numbers.get(id),
    issues: agenda.issues,
    headings: agenda.headings,
    parties: byId(brief.parties),
    forums: byId(brief.forums),
    moves,
    links: byId(brief.links),
    rules: byId(brief.rules),
    assumptions: byId(brief.assumptions),
    sources,
    ownIssues: agenda.own,
    othersIssues: [...agenda.issues.values()].filter((issue) => !agenda.own.includes(issue)),
    option,
    position: (issue, party) => agenda.issues.get(issue)?.positions.find((entry) => entry.party === party),
    passage: (citation) =>
      citation.kind === "source" && citation.passage !== undefined
        ? sources.get(citation.source)?.passages?.find((entry) => entry.label === citation.passage)
        : undefined,
    sourcesFor: (path) => sourcesOf(brief, path) ?? [],
  };
}
