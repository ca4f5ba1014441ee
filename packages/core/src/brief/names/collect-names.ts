/** Walks the tree once for names alone: malformed, reserved and repeated ones are reported here and nowhere else. */
import type { Id } from "../brief.ts";
import type { Desk } from "../desk.ts";
import type { Node, Span } from "../tree/node.ts";
import { childOf, entryOf, scalarsOf } from "../tree/node.ts";
import { checkName } from "./check-name.ts";
import { collectIssue } from "./collect-issue.ts";
import { expandSets } from "./expand-sets.ts";
import type { IssueNamed, NamedThing, NameKind, Names } from "./names.ts";
import { withArticle } from "./names.ts";

const SECTIONS: readonly (readonly [word: string, kind: NameKind])[] = [
  ["readers", "reader"],
  ["sources", "source"],
  ["parties", "party"],
  ["blocs", "bloc"],
  ["terms", "term"],
  ["forums", "forum"],
  ["assumptions", "assumption"],
  ["beliefs", "belief"],
  ["goals", "goal"],
  ["links", "link"],
  ["rules", "rule"],
  ["moves", "move"],
  ["other plans", "plan"],
  ["forecasts", "forecast"],
];

export function collectNames(desk: Desk, root: Node): Names {
  const things = new Map<Id, NamedThing>();
  const issues = new Map<Id, IssueNamed>();
  const headings = new Map<Id, readonly Id[]>();
  const add = (kind: NameKind, id: string, span: Span) => {
    checkName(desk, id, span);
    const before = things.get(id);
    if (before === undefined) things.set(id, { kind, span });
    else
      desk.report(
        "duplicate-name",
        span,
        `\`${id}\` is already the name of ${withArticle(before.kind)}; a name is used once in a brief.`,
        "Rename one of them; what is printed can be given with `name:`.",
        { other: before.span },
      );
  };
  const walkAgenda = (node: Node | undefined, others: boolean, depth: number): Id[] => {
    if (node?.kind !== "list") return [];
    return node.items.flatMap((item) => {
      const heading = childOf(item, "heading");
      const issue = childOf(item, "issue");
      if (heading?.kind === "scalar") {
        add("heading", heading.text, heading.span);
        const under = walkAgenda(childOf(item, "items"), others, depth + 1);
        headings.set(heading.text, under);
        return under;
      }
      if (issue?.kind !== "scalar") return [];
      add("issue", issue.text, issue.span);
      collectIssue(desk, issue.text, item, others, issues);
      return [issue.text];
    });
  };
  for (const [word, kind] of SECTIONS) {
    const section = childOf(root, word);
    if (section?.kind !== "map") continue;
    for (const { key, keySpan, value } of section.entries) {
      add(kind, key, keySpan);
      const people = kind === "party" ? childOf(value, "people") : undefined;
      if (people?.kind === "map") for (const person of people.entries) add("person", person.key, person.keySpan);
    }
  }
  walkAgenda(childOf(root, "agenda"), false, 0);
  walkAgenda(childOf(root, "others will table"), true, 0);
  return {
    things,
    issues,
    headings,
    roles: collectRoles(childOf(root, "parties")),
    sets: expandSets(desk, root, things),
    signals: collectSignals(desk, childOf(root, "moves")),
    passages: collectPassages(childOf(root, "sources")),
    titles: collectTitles(root),
  };
}

function entriesOf(node: Node | undefined) {
  return node?.kind === "map" ? node.entries : [];
}

function collectRoles(parties: Node | undefined): Names["roles"] {
  const roles = new Map<Id, "principal" | "third" | "audience">();
  for (const { key, value } of entriesOf(parties)) {
    const role = childOf(value, "role");
    const text = role?.kind === "scalar" ? role.text : "principal";
    roles.set(key, text === "third" || text === "audience" ? text : "principal");
  }
  return roles;
}

function collectTitles(root: Node): Names["titles"] {
  const titles = new Map<Id, string>();
  for (const { key, value } of [...entriesOf(childOf(root, "parties")), ...entriesOf(childOf(root, "terms"))]) {
    const title = value.kind === "scalar" ? value : childOf(value, "name");
    if (title?.kind === "scalar") titles.set(key, title.text);
  }
  return titles;
}

function collectSignals(desk: Desk, moves: Node | undefined): Names["signals"] {
  const signals = new Map<Id, "success" | readonly Id[]>();
  for (const { key, value } of entriesOf(moves)) {
    const given = childOf(value, "signals");
    if (given?.kind === "scalar") signals.set(key, "success");
    else if (given?.kind === "map") {
      for (const { key: signal, keySpan } of given.entries) {
        if (signal === "none")
          desk.report(
            "reserved-name",
            keySpan,
            "`none` is the signal that no other has come; it is not declared.",
            "Give the chances of the others; what is left over is `none`.",
          );
        else checkName(desk, signal, keySpan);
      }
      signals.set(key, [...given.entries.map((entry) => entry.key), "none"]);
    }
  }
  return signals;
}

function collectPassages(sources: Node | undefined): Names["passages"] {
  const passages = new Map<Id, ReadonlySet<string> | undefined>();
  for (const { key, value } of entriesOf(sources)) {
    const given = entryOf(value, "passages")?.value;
    const labels =
      given?.kind === "map" ? given.entries.map((entry) => entry.key) : scalarsOf(given).map((node) => node.text);
    passages.set(key, given === undefined ? undefined : new Set(labels));
  }
  return passages;
}
