/** The plain utility-table JSON (docs/guide/packages-data.md): issues with options, parties with values and links. */
import type { PackageDomain, PackageIssue, PartyUtility, UtilityTable } from "../domain.ts";
import { createNodeReader, type Entry, type Node, type NodeReader } from "./node.ts";
import type { Problems, SourceText } from "./problems.ts";
import { listRepeats } from "./repeats.ts";

const remarks = ["name", "title", "note", "source"];

export function readUtilityTable(source: SourceText, root: Node, problems: Problems): PackageDomain | undefined {
  const reader = createNodeReader(source, problems);
  const before = problems.list.length;
  const top = reader.object(root, "The file");
  if (!top) return undefined;
  refuseOthers(reader, top, ["issues", "parties", ...remarks], "a domain");
  const issueNode = required(reader, root, "issues", "a domain");
  const partyNode = required(reader, root, "parties", "a domain");
  if (!issueNode || !partyNode) return undefined;
  if (issueNode.kind !== "object")
    reader.fail(
      "wrong-type",
      issueNode.at,
      `"issues" is ${issueNode.kind === "array" ? "a list" : "no mapping"}.`,
      'Expected each issue with its options: "issues": { "tariff": ["none", "5 %"], … }.',
    );
  const issues = issueNode.kind === "object" ? issueNode.entries.flatMap((entry) => readIssue(reader, entry)) : [];
  if (issueNode.kind === "object" && issueNode.entries.length === 0)
    reader.fail("no-issues", issueNode.at, "There are no issues.", 'Name at least one: { "a": ["a1", "a2"] }.');
  if (problems.list.length > before) return undefined;
  const parties = (reader.object(partyNode, "parties") ?? []).flatMap((entry) => readParty(reader, entry, issues));
  if (partyNode.kind === "object" && partyNode.entries.length === 0)
    reader.fail("no-parties", partyNode.at, "There are no parties.", "Give the utilities of at least one.");
  return problems.list.length > before ? undefined : { issues, parties };
}

function readIssue(reader: NodeReader, { key, value }: Entry): PackageIssue[] {
  const options = (reader.array(value, `issue "${key}"`) ?? []).map(
    (node) => reader.name(node, `an option of "${key}"`) ?? "",
  );
  if (value.kind === "array" && options.length === 0)
    reader.fail("no-options", value.at, `Issue "${key}" has no options.`, "List at least one.");
  for (const k of value.kind === "array" ? listRepeats(options) : [])
    reader.fail(
      "duplicate-option",
      value.kind === "array" ? value.items[k]!.at : value.at,
      `Issue "${key}" has the option "${options[k]}" twice.`,
      "Options of one issue need different names.",
    );
  return [{ id: key, options }];
}

function readParty(reader: NodeReader, { key, value, at }: Entry, issues: readonly PackageIssue[]): PartyUtility[] {
  const entries = reader.object(value, `party "${key}"`);
  if (!entries) return [];
  refuseOthers(reader, entries, ["values", "links", "noAgreement", ...remarks], `party "${key}"`);
  const tables: UtilityTable[] = [];
  const valued = new Set<number>();
  const places = new Map(issues.map(({ id }, i) => [id, i]));
  const valuesNode = reader.child(value, "values");
  for (const entry of valuesNode ? (reader.object(valuesNode, `values of "${key}"`) ?? []) : []) {
    const issue = places.get(entry.key);
    if (issue === undefined) {
      reader.fail(
        "unknown-issue",
        entry.at,
        `Party "${key}" values the issue "${entry.key}", which does not exist.`,
        `The issues are ${listed(issues)}.`,
      );
      continue;
    }
    valued.add(issue);
    const values = readCells(reader, entry.value, [issue], issues, `values of "${key}" for "${entry.key}"`);
    if (values) tables.push({ issues: [issue], values });
  }
  const linksNode = reader.child(value, "links");
  for (const link of linksNode ? (reader.array(linksNode, `links of "${key}"`) ?? []) : []) {
    const table = readLink(reader, link, issues, key);
    if (!table) continue;
    tables.push(table);
    for (const issue of table.issues) valued.add(issue);
  }
  issues.forEach((issue, i) => {
    if (!valued.has(i))
      reader.fail(
        "missing-values",
        valuesNode?.at ?? at,
        `Party "${key}" gives no values for the issue "${issue.id}".`,
        "Write zeros where it does not matter to it.",
      );
  });
  const noAgreementNode = reader.child(value, "noAgreement");
  const noAgreement = noAgreementNode && reader.number(noAgreementNode, `noAgreement of "${key}"`);
  return [{ id: key, tables, ...(noAgreement === undefined ? {} : { noAgreement }) }];
}

function readLink(
  reader: NodeReader,
  node: Node,
  issues: readonly PackageIssue[],
  party: string,
): UtilityTable | undefined {
  const entries = reader.object(node, `a link of "${party}"`);
  if (!entries) return undefined;
  refuseOthers(reader, entries, ["issues", "table", ...remarks], `a link of "${party}"`);
  const issueNode = required(reader, node, "issues", `a link of "${party}"`);
  const tableNode = required(reader, node, "table", `a link of "${party}"`);
  if (!issueNode || !tableNode) return undefined;
  const scope: number[] = [];
  for (const item of reader.array(issueNode, "issues of a link") ?? []) {
    const name = reader.name(item, "an issue of a link");
    const issue = issues.findIndex(({ id }) => id === name);
    if (issue < 0)
      reader.fail(
        "unknown-issue",
        item.at,
        `A link of "${party}" names the issue "${name}", which does not exist.`,
        `The issues are ${listed(issues)}.`,
      );
    else if (scope.includes(issue))
      reader.fail(
        "duplicate-issue",
        item.at,
        `A link of "${party}" names the issue "${name}" twice.`,
        "Name each issue of a link once.",
      );
    else scope.push(issue);
  }
  if (issueNode.kind !== "array" || scope.length !== issueNode.items.length) return undefined;
  if (scope.length === 0) {
    reader.fail("no-issues", issueNode.at, `A link of "${party}" is over no issue.`, "Name one, two or more.");
    return undefined;
  }
  const values = readCells(reader, tableNode, scope, issues, `table of a link of "${party}"`);
  return values && { issues: scope, values };
}

/** Cells of a table nested as deep as its scope, row-major; every list must have one entry per option. */
function readCells(
  reader: NodeReader,
  node: Node,
  scope: readonly number[],
  issues: readonly PackageIssue[],
  what: string,
): string[] | undefined {
  const [issue, ...rest] = scope;
  if (issue === undefined) {
    const value = reader.number(node, `a value in ${what}`);
    return value === undefined ? undefined : [value];
  }
  const items = reader.array(node, what);
  if (!items) return undefined;
  const { id, options } = issues[issue]!;
  if (items.length !== options.length) {
    reader.fail(
      "wrong-length",
      node.at,
      `${what}: ${items.length} entries stand where issue "${id}" has ${options.length} options.`,
      "Give one entry per option, in the order of the options.",
    );
    return undefined;
  }
  const cells: string[] = [];
  for (const item of items) {
    const inner = readCells(reader, item, rest, issues, what);
    if (!inner) return undefined;
    for (const cell of inner) cells.push(cell);
  }
  return cells;
}

const listed = (issues: readonly PackageIssue[]): string =>
  issues
    .slice(0, 8)
    .map(({ id }) => `"${id}"`)
    .join(", ") + (issues.length > 8 ? ", …" : "");

function required(reader: NodeReader, node: Node, key: string, what: string): Node | undefined {
  const child = reader.child(node, key);
  if (!child) reader.fail("missing-key", node.at, `"${key}" is missing in ${what}.`, `Add "${key}".`);
  return child;
}

function refuseOthers(reader: NodeReader, entries: readonly Entry[], known: readonly string[], what: string): void {
  for (const { key, at } of entries)
    if (!known.includes(key))
      reader.fail(
        "unknown-key",
        at,
        `"${key}" is not known in ${what}.`,
        `Known are ${known.map((word) => `"${word}"`).join(", ")}.`,
      );
}
