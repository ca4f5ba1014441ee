/** GeniusWeb JSON profiles: `LinearAdditiveUtilitySpace`, each with its own copy of the domain. */
import type { PackageDomain, PackageIssue, PartyUtility, UtilityTable } from "../domain.ts";
import { add, multiply, parseExact, type Rational, writeExact } from "../exact.ts";
import { createNodeReader, type Node, type NodeReader } from "./node.ts";
import { readNumberRange } from "./number-range.ts";
import type { Problems, SourceText } from "./problems.ts";
import { listRepeats } from "./repeats.ts";

export interface NodeFile {
  readonly source: SourceText;
  readonly root: Node;
}
const SPACE = "LinearAdditiveUtilitySpace";

export const isGeniusWebProfile = (root: Node): boolean =>
  root.kind === "object" && root.entries.some(({ key }) => key.endsWith("UtilitySpace"));
export const isGeniusWebDomain = (root: Node): boolean =>
  root.kind === "object" && root.entries.some(({ key }) => key === "issuesValues");

export function readGeniusWeb(files: readonly NodeFile[], problems: Problems): PackageDomain | undefined {
  const before = problems.list.length;
  let issues: readonly PackageIssue[] | undefined;
  const parties: PartyUtility[] = [];
  const domainFile = files.find(({ root }) => isGeniusWebDomain(root));
  if (domainFile) issues = readIssues(createNodeReader(domainFile.source, problems), domainFile.root);
  for (const { source, root } of files) {
    if (!isGeniusWebProfile(root)) continue;
    const reader = createNodeReader(source, problems);
    const space = reader.child(root, SPACE);
    if (!space) {
      reader.fail(
        "unsupported",
        root.at,
        "Only linear additive utility spaces are read.",
        `Expected { "${SPACE}": … }.`,
      );
      continue;
    }
    const domainNode = reader.child(space, "domain");
    const own = domainNode && readIssues(reader, domainNode);
    if (!own) {
      reader.fail("missing-key", space.at, 'The profile has no "domain".', 'Add "domain": { "issuesValues": … }.');
      continue;
    }
    issues ??= own;
    if (!sameIssues(issues, own)) {
      reader.fail(
        "different-domain",
        domainNode.at,
        "This profile is over another domain than the ones before it.",
        "All profiles need the same issues and values.",
      );
      continue;
    }
    parties.push(readSpace(reader, space, issues));
  }
  if (problems.list.length > before || !issues) return undefined;
  return { issues, parties };
}

function readIssues(reader: NodeReader, domain: Node): PackageIssue[] | undefined {
  const node = reader.child(domain, "issuesValues");
  if (!node) return undefined;
  return (reader.object(node, "issuesValues") ?? []).map(({ key, value }) => {
    const list = reader.child(value, "values");
    const range = reader.child(value, "range");
    if (list) {
      const items = reader.array(list, `values of "${key}"`) ?? [];
      const options = items.map((item) => reader.name(item, `a value of "${key}"`) ?? "");
      for (const k of listRepeats(options))
        reader.fail(
          "duplicate-option",
          items[k]!.at,
          `"${key}" has the value "${options[k]}" twice.`,
          "Values of one issue must differ.",
        );
      return { id: key, options };
    }
    if (range) {
      const bound = (name: string) => {
        const found = reader.child(range, name);
        return found && reader.number(found, `${name} of "${key}"`);
      };
      const options = readNumberRange(bound("low"), bound("high"), bound("step") ?? "1");
      if (!options)
        reader.fail(
          "bad-range",
          range.at,
          `The range of "${key}" has no usable low, high and step.`,
          "Expected numbers with fewer than 10,000 steps.",
        );
      return { id: key, options: options ?? [] };
    }
    reader.fail("missing-key", value.at, `"${key}" has neither values nor a range.`, 'Expected { "values": [...] }.');
    return { id: key, options: [] };
  });
}

/** The same issues with the same options; their order may differ from file to file. */
function sameIssues(a: readonly PackageIssue[], b: readonly PackageIssue[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, options }) => {
      const other = b.find((issue) => issue.id === id);
      return (
        other !== undefined && other.options.length === options.length && isSubset(options, new Set(other.options))
      );
    })
  );
}

const isSubset = (names: readonly string[], of: ReadonlySet<string>): boolean => names.every((name) => of.has(name));

function readSpace(reader: NodeReader, space: Node, issues: readonly PackageIssue[]): PartyUtility {
  const nameNode = reader.child(space, "name");
  const id =
    (nameNode && reader.name(nameNode, "name")) ?? reader.source.file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  const utilities = reader.child(space, "issueUtilities");
  const weights = reader.child(space, "issueWeights");
  const tables: UtilityTable[] = issues.map((issue, i) => {
    const weightNode = weights && reader.child(weights, issue.id);
    const node = utilities && reader.child(utilities, issue.id);
    const weight = weightNode && reader.number(weightNode, `the weight of "${issue.id}"`);
    if (!weightNode)
      reader.fail(
        "missing-values",
        (weights ?? space).at,
        `There is no weight for the issue "${issue.id}".`,
        "issueWeights needs one number per issue.",
      );
    if (!node)
      reader.fail(
        "missing-values",
        (utilities ?? space).at,
        `There are no utilities for the issue "${issue.id}".`,
        "issueUtilities needs one entry per issue.",
      );
    const factor = parseExact(weight ?? "0")!;
    return {
      issues: [i],
      values: node ? readValues(reader, node, issue).map((value) => writeExact(multiply(factor, value))) : [],
    };
  });
  const reservation = reader.child(space, "reservationBid");
  const bid = reservation && (reader.child(reservation, "issuevalues") ?? reader.child(reservation, "issueValues"));
  if (!bid) return { id, tables };
  let total: Rational = { num: 0n, den: 1n };
  issues.forEach((issue, i) => {
    const chosen = reader.child(bid, issue.id);
    const option = chosen && reader.name(chosen, `reservationBid for "${issue.id}"`);
    const k = option === undefined ? -1 : issue.options.indexOf(option);
    // GeniusWeb lets a bid leave issues open: they add nothing.
    if (chosen && k < 0)
      reader.fail(
        "unknown-option",
        chosen.at,
        `"${option}" is not a value of "${issue.id}".`,
        `Its values are ${issue.options.slice(0, 8).join(", ")}.`,
      );
    if (k >= 0) total = add(total, parseExact(tables[i]!.values[k] ?? "0")!);
  });
  return { id, tables, noAgreement: writeExact(total) };
}

function readValues(reader: NodeReader, node: Node, issue: PackageIssue): Rational[] {
  const discrete = reader.child(node, "DiscreteValueSetUtilities") ?? reader.child(node, "discreteutils");
  const numeric = reader.child(node, "NumberValueSetUtilities") ?? reader.child(node, "numberutils");
  const zero: Rational = { num: 0n, den: 1n };
  if (discrete) {
    const values = reader.child(discrete, "valueUtilities");
    const entries = values ? (reader.object(values, `valueUtilities of "${issue.id}"`) ?? []) : [];
    const known = new Set(issue.options);
    for (const { key, at } of entries)
      if (!known.has(key))
        reader.fail(
          "unknown-option",
          at,
          `"${key}" is not a value of "${issue.id}".`,
          `Its values are ${issue.options.slice(0, 8).join(", ")}.`,
        );
    return issue.options.map((option) => {
      const found = values && reader.child(values, option);
      // As the platform has it: a value without an entry is worth nothing.
      return found ? parseExact(reader.number(found, `the utility of "${option}"`) ?? "0")! : zero;
    });
  }
  if (numeric) {
    const read = (key: string): Rational => {
      const child = reader.child(numeric, key);
      if (!child)
        reader.fail(
          "missing-key",
          numeric.at,
          `"${key}" is missing for the issue "${issue.id}".`,
          "Expected lowValue, lowUtility, highValue, highUtility.",
        );
      return parseExact((child && reader.number(child, key)) ?? "0") ?? zero;
    };
    return interpolate(issue, read("lowValue"), read("lowUtility"), read("highValue"), read("highUtility"));
  }
  reader.fail(
    "unsupported",
    node.at,
    `The utilities of "${issue.id}" are of no known kind.`,
    "Expected DiscreteValueSetUtilities or NumberValueSetUtilities.",
  );
  return [];
}

/** Linear from (lowValue, lowUtility) to (highValue, highUtility), exactly. */
function interpolate(
  issue: PackageIssue,
  lowValue: Rational,
  lowUtility: Rational,
  highValue: Rational,
  highUtility: Rational,
): Rational[] {
  const minus = (a: Rational, b: Rational) => add(a, { num: -b.num, den: b.den });
  const width = minus(highValue, lowValue);
  return issue.options.map((option) => {
    const value = parseExact(option) ?? lowValue;
    if (width.num === 0n) return lowUtility;
    const share = multiply(
      minus(value, lowValue),
      width.num < 0n ? { num: -width.den, den: -width.num } : { num: width.den, den: width.num },
    );
    return add(lowUtility, multiply(share, minus(highUtility, lowUtility)));
  });
}
