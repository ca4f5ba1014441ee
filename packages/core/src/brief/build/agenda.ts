/** Headings and issues as data: inheritance, positions by party, even steps, instances. */
import type { AgendaNode, Id, Issue, ItemWords, Option, Position } from "../brief.ts";
import type { Reader } from "../forms/form.ts";
import type { InstanceWords, IssueWords, WrittenIssue, WrittenNode } from "../words/issue.ts";
import { checkIssue } from "./check-issue.ts";
import { handDown, ownWords } from "./item-words.ts";
import { expandPositions, mergePositions } from "./positions.ts";

export type Section = "agenda" | "others will table";

export function buildAgenda(nodes: readonly WrittenNode[], reader: Reader, section: Section): readonly AgendaNode[] {
  return nodes.map((node) => buildNode(node, reader, section, [], {}));
}

function buildNode(
  node: WrittenNode,
  reader: Reader,
  section: Section,
  under: readonly Id[],
  above: ItemWords,
): AgendaNode {
  if (node.type === "issue") return buildIssue(node, reader, section, under, above);
  const { heading, items, ...rest } = node.words;
  const own = ownWords(heading, rest);
  const handed = handDown(above, own);
  return {
    ...rest,
    ...own,
    type: "heading",
    id: heading,
    items: items.map((item) => buildNode(item, reader, section, [...under, heading], handed)),
  };
}

function buildIssue(
  node: WrittenIssue,
  reader: Reader,
  section: Section,
  under: readonly Id[],
  above: ItemWords,
): Issue {
  const { issue: id, instances, ...words } = node.words;
  const base = settleIssue(id, words, expandPositions(words.positions ?? [], reader), reader, under, above);
  checkIssue(base, words, reader, section, true);
  if (instances === undefined) return base;
  return {
    ...base,
    instances: instances.map((instance) => buildInstance(id, words, base, instance, reader, section, above)),
  };
}

function buildInstance(
  id: Id,
  words: IssueWords,
  base: Issue,
  instance: InstanceWords,
  reader: Reader,
  section: Section,
  above: ItemWords,
): Issue {
  const own = instance.words;
  const { name: baseName, ...shared } = words;
  const name =
    own?.name ??
    (baseName === undefined
      ? undefined
      : `${baseName}: ${reader.names.titles.get(instance.id) ?? instance.id.replaceAll("-", " ")}`);
  const merged: IssueWords = { ...shared, ...own, ...(name === undefined ? {} : { name }), path: instance.path };
  const positions =
    own === undefined ? base.positions : mergePositions(base.positions, expandPositions(own.positions ?? [], reader));
  const settled = settleIssue(`${id}/${instance.id}`, merged, positions, reader, base.under, above);
  if (own !== undefined) checkIssue(settled, own, reader, section, false);
  return settled;
}

function settleIssue(
  id: Id,
  words: IssueWords,
  positions: readonly Position[],
  reader: Reader,
  under: readonly Id[],
  above: ItemWords,
): Issue {
  const { options: given, positions: _rows, ...rest } = words;
  const own = ownWords(id, words);
  const named = reader.names.issues.get(id)!;
  const even = given?.listed === true && named.kind === "scale";
  const options = (given?.options ?? []).map((option): Option => {
    const at = even ? named.options.get(option.id)?.at : undefined;
    return at === undefined
      ? option
      : { ...option, at: { path: `${option.path}/at`, value: { kind: "exact", value: at } } };
  });
  return {
    ...rest,
    ...own,
    type: "issue",
    id,
    under,
    options,
    ...(even ? { evenSteps: true } : {}),
    positions,
    inherited: handDown(above, own),
  };
}
