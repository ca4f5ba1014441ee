/** The names of a brief that has been read: for conditions that stand outside it, as in a file of outcomes. */
import type { Brief, Heading, Id, Issue } from "../brief.ts";
import type { IssueNamed, NamedThing, NameKind, Names } from "./names.ts";

const SECTIONS = {
  assumptions: "assumption",
  beliefs: "belief",
  blocs: "bloc",
  forecasts: "forecast",
  forums: "forum",
  goals: "goal",
  links: "link",
  moves: "move",
  otherPlans: "plan",
  parties: "party",
  rules: "rule",
  sources: "source",
  terms: "term",
} as const satisfies Partial<Record<keyof Brief, NameKind>>;

export function namesOfBrief(brief: Brief): Names {
  const things = new Map<Id, NamedThing>();
  for (const [section, kind] of Object.entries(SECTIONS) as [keyof typeof SECTIONS, NameKind][])
    for (const { id } of brief[section]) things.set(id, { kind });
  for (const { people } of brief.parties) for (const { id } of people ?? []) things.set(id, { kind: "person" });
  for (const id of Object.keys(brief.head.readers ?? {})) things.set(id, { kind: "reader" });
  const issues = new Map<Id, IssueNamed>();
  const headings = new Map<Id, readonly Id[]>();
  const walk = (nodes: readonly (Heading | Issue)[]): Id[] =>
    nodes.flatMap((node) => {
      things.set(node.id, { kind: node.type });
      if (node.type === "heading") {
        const under = walk(node.items);
        headings.set(node.id, under);
        return under;
      }
      issues.set(node.id, nameIssue(node));
      for (const instance of node.instances ?? []) issues.set(instance.id, nameIssue(instance));
      return [node.id];
    });
  walk(brief.agenda);
  walk(brief.othersWillTable);
  return {
    things,
    issues,
    headings,
    roles: new Map(brief.parties.map(({ id, role }) => [id, role ?? "principal"])),
    sets: new Map([
      ...brief.blocs.map(({ id, members }) => [id, members] as const),
      ...brief.terms.map(({ id, resolved }) => [id, resolved] as const),
    ]),
    signals: new Map(
      brief.moves.flatMap(({ id, signals }) =>
        signals === undefined
          ? []
          : [[id, signals === "success" ? signals : [...signals.map((signal) => signal.id), "none"]] as const],
      ),
    ),
    passages: new Map(
      brief.sources.map(({ id, passages }) => [id, passages && new Set(passages.map(({ label }) => label))]),
    ),
    titles: new Map(
      [...brief.parties, ...brief.terms].flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])),
    ),
  };
}

function nameIssue({ kind = "scale", scale, open = false, options, instances = [] }: Issue): IssueNamed {
  const placed = options.map(({ id, at }) => [id, at?.value.kind === "exact" ? { at: at.value.value } : {}] as const);
  return {
    kind,
    from: scale?.from ?? 0,
    to: scale?.to ?? 100,
    open: open || options.length === 0,
    options: new Map(placed),
    instances: instances.map(({ id }) => id),
  };
}
