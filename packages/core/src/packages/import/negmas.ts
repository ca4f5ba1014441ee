/** NegMAS scenario folders, YAML or JSON: one file with the outcome space, one per utility function. */
import type { PackageDomain, PackageIssue, PartyUtility, UtilityBox, UtilityTable } from "../domain.ts";
import { add, multiply, parseExact, type Rational, writeExact } from "../exact.ts";
import type { NodeFile } from "./geniusweb.ts";
import { createNodeReader, type Node, type NodeReader } from "./node.ts";
import { readNumberRange } from "./number-range.ts";
import type { Problems } from "./problems.ts";
import { listRepeats } from "./repeats.ts";

const typeOf = (root: Node): string => {
  const node =
    root.kind === "object"
      ? root.entries.find(({ key }) => key === "type" || key === "__python_class__")?.value
      : undefined;
  return node && (node.kind === "text" || node.kind === "number") ? node.text.replace(/^.*\./, "") : "";
};
/** A list of issues; one beside parties is a utility table that says its issues wrongly. */
export const isNegmasDomain = (root: Node): boolean =>
  root.kind === "object" &&
  root.entries.some(({ key, value }) => key === "issues" && value.kind === "array") &&
  !root.entries.some(({ key }) => key === "parties");
export const isNegmasUtility = (root: Node): boolean => /Utility|Ufun|AggregationFunction/.test(typeOf(root));

export function readNegmas(files: readonly NodeFile[], problems: Problems): PackageDomain | undefined {
  const before = problems.list.length;
  const domains = files.filter(({ root }) => isNegmasDomain(root) && !isNegmasUtility(root));
  const [domainFile] = domains;
  if (!domainFile) return undefined;
  if (domains[1])
    problems.add(
      "two-domains",
      domains[1].source,
      domains[1].root.at,
      `${domainFile.source.file} gives an outcome space already.`,
      "Keep one outcome space in the folder.",
    );
  const reader = createNodeReader(domainFile.source, problems);
  const issues = (reader.array(reader.child(domainFile.root, "issues")!, "issues") ?? []).map((node, i) =>
    readIssue(reader, node, i),
  );
  if (issues.length === 0) reader.fail("no-issues", domainFile.root.at, "There are no issues.", "List at least one.");
  if (problems.list.length > before) return undefined;
  const parties = files.filter(({ root }) => isNegmasUtility(root)).map((file) => readUtility(file, issues, problems));
  if (parties.length === 0)
    problems.add(
      "no-parties",
      domainFile.source,
      domainFile.root.at,
      "No utility function stands beside this outcome space.",
      "Put one file per party into the folder.",
    );
  return problems.list.length > before ? undefined : { issues, parties };
}

function readIssue(reader: NodeReader, node: Node, index: number): PackageIssue {
  const nameNode = reader.child(node, "name");
  const id = (nameNode && reader.name(nameNode, "the name of an issue")) ?? String(index);
  const values = reader.child(node, "values");
  const kind = typeOf(node);
  if (!values) {
    reader.fail(
      "missing-key",
      node.at,
      `The issue "${id}" has no values.`,
      "Give a list, a number of values, or [least, most].",
    );
    return { id, options: [] };
  }
  if (values.kind !== "array") {
    // A bare number n stands for 0 .. n − 1.
    const count = Number(reader.number(values, `values of "${id}"`) ?? Number.NaN);
    const options = Number.isSafeInteger(count) ? readNumberRange("0", String(count - 1), "1") : undefined;
    if (!options)
      reader.fail(
        "bad-range",
        values.at,
        `"${id}" has no usable number of values.`,
        "Expected a whole number from 1 to 10,000.",
      );
    return { id, options: options ?? [] };
  }
  const listed = values.items.map((item) => reader.name(item, `a value of "${id}"`) ?? "");
  if (/Contiguous|Integer/.test(kind) && listed.length === 2) {
    const options = readNumberRange(listed[0], listed[1], "1");
    if (!options)
      reader.fail(
        "bad-range",
        values.at,
        `The range of "${id}" is not usable.`,
        "Expected [least, most], whole, with fewer than 10,000 steps.",
      );
    return { id, options: options ?? [] };
  }
  if (/Continuous/.test(kind))
    reader.fail("unsupported", node.at, `The issue "${id}" is continuous.`, "Give it as a list of values.");
  if (listed.length === 0)
    reader.fail("no-options", values.at, `The issue "${id}" has no values.`, "List at least one.");
  for (const k of listRepeats(listed))
    reader.fail(
      "duplicate-option",
      values.items[k]!.at,
      `"${id}" has the value "${listed[k]}" twice.`,
      "Values of one issue must differ.",
    );
  return { id, options: listed };
}

function readUtility({ source, root }: NodeFile, issues: readonly PackageIssue[], problems: Problems): PartyUtility {
  const reader = createNodeReader(source, problems);
  const id = source.file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  const reserved = reader.child(root, "reserved_value");
  // NegMAS writes −infinity for "accepts anything".
  const unbounded =
    reserved?.kind === "word" || (reserved?.kind === "text" && /^-\.?inf(inity)?$/i.test(reserved.text));
  const noAgreement = reserved && !unbounded ? reader.number(reserved, "reserved_value") : undefined;
  const rest = noAgreement === undefined ? {} : { noAgreement };
  const kind = typeOf(root);
  if (/HyperRectangle/.test(kind)) return { id, tables: [], boxes: readRectangles(reader, root, issues), ...rest };
  if (!/Linear|WeightedUtility|Additive/.test(kind)) {
    reader.fail(
      "unsupported",
      root.at,
      `Utility functions of the type "${kind}" are not read.`,
      "Linear additive and hyper-rectangle functions are.",
    );
    return { id, tables: [] };
  }
  const valuesNode = reader.child(root, "values");
  const weightsNode = reader.child(root, "weights");
  if (!valuesNode) reader.fail("missing-key", root.at, '"values" is missing.', "Give one value function per issue.");
  const tables = issues.map((issue, i): UtilityTable => {
    const node = valuesNode && at(reader, valuesNode, issue, i);
    const weightNode = weightsNode && at(reader, weightsNode, issue, i);
    if (valuesNode && !node)
      reader.fail(
        "missing-values",
        valuesNode.at,
        `There is no value function for the issue "${issue.id}".`,
        "Give one per issue, in the order of the issues or by name.",
      );
    if (weightsNode && !weightNode)
      reader.fail(
        "missing-values",
        weightsNode.at,
        `There is no weight for the issue "${issue.id}".`,
        "Give one per issue.",
      );
    const weight = parseExact((weightNode && reader.number(weightNode, `the weight of "${issue.id}"`)) ?? "1")!;
    return {
      issues: [i],
      values: node ? readFunction(reader, node, issue).map((value) => writeExact(multiply(weight, value))) : [],
    };
  });
  const bias = reader.child(root, "bias");
  const constant = bias && bias.kind !== "word" ? reader.number(bias, "bias") : undefined;
  return { id, tables: constant === undefined ? tables : [...tables, { issues: [], values: [constant] }], ...rest };
}

/** Entry of a list by position, of a mapping by the issue's name. */
function at(reader: NodeReader, node: Node, issue: PackageIssue, index: number): Node | undefined {
  return node.kind === "array" ? node.items[index] : reader.child(node, issue.id);
}

function readFunction(reader: NodeReader, node: Node, issue: PackageIssue): Rational[] {
  const zero: Rational = { num: 0n, den: 1n };
  const kind = typeOf(node);
  const mapping = reader.child(node, "mapping") ?? (kind === "" && node.kind === "object" ? node : undefined);
  if (mapping) {
    const entries = reader.object(mapping, `mapping of "${issue.id}"`) ?? [];
    const known = new Set(issue.options);
    for (const { key, at: place } of entries)
      if (!known.has(key))
        reader.fail(
          "unknown-option",
          place,
          `"${key}" is not a value of "${issue.id}".`,
          `Its values are ${issue.options.slice(0, 8).join(", ")}.`,
        );
    return issue.options.map((option) => {
      const found = reader.child(mapping, option);
      if (!found) {
        reader.fail(
          "missing-values",
          mapping.at,
          `"${option}" of the issue "${issue.id}" is not valued.`,
          "A table needs every value of its issue.",
        );
        return zero;
      }
      return parseExact(reader.number(found, `the value of "${option}"`) ?? "0") ?? zero;
    });
  }
  const read = (key: string, otherwise: string): Rational => {
    const child = reader.child(node, key);
    return parseExact((child && reader.number(child, key)) ?? otherwise) ?? zero;
  };
  const numbers = issue.options.map((option) => parseExact(option));
  if (/^(Affine|Linear|Identity|Const)Fun$/.test(kind) && !reader.child(node, "min_value")) {
    const slope = kind === "ConstFun" ? zero : read("slope", "1");
    const bias = kind === "IdentityFun" ? zero : read("bias", "0");
    if (kind !== "ConstFun" && numbers.some((value) => !value))
      reader.fail(
        "not-a-number",
        node.at,
        `"${issue.id}" has values that are no numbers; ${kind} needs numbers.`,
        "Use a TableFun.",
      );
    return numbers.map((value) => add(bias, multiply(slope, value ?? zero)));
  }
  reader.fail(
    "unsupported",
    node.at,
    `Value functions of the type "${kind}" are not read.`,
    "TableFun, AffineFun, LinearFun, IdentityFun and ConstFun are.",
  );
  return [];
}

function readRectangles(reader: NodeReader, root: Node, issues: readonly PackageIssue[]): UtilityBox[] {
  const ranges = reader.child(root, "outcome_ranges");
  const utilities = reader.child(root, "utilities");
  const list = ranges ? (reader.array(ranges, "outcome_ranges") ?? []) : [];
  const worths = utilities ? (reader.array(utilities, "utilities") ?? []) : [];
  if (list.length !== worths.length || list.length === 0)
    reader.fail(
      "wrong-length",
      root.at,
      `${list.length} outcome_ranges stand beside ${worths.length} utilities.`,
      "Give one utility per range, and at least one.",
    );
  return list.map((box, b): UtilityBox => {
    const sides = (reader.object(box, "a range of outcomes") ?? []).flatMap(({ key, value, at: place }) => {
      const named = issues.findIndex(({ id }) => id === key);
      const issue = named >= 0 ? named : Number(key);
      const options = issues[issue]?.options;
      const bounds =
        reader.array(value, `the range of "${key}"`)?.map((item) => reader.name(item, "a bound") ?? "") ?? [];
      const from = options?.indexOf(bounds[0] ?? "") ?? -1;
      const to = options?.indexOf(bounds.at(-1) ?? "") ?? -1;
      if (bounds.length !== 2 || from < 0 || to < from) {
        reader.fail(
          "bad-range",
          place,
          `The range of "${key}" is not [least, most] of an issue's values.`,
          "Name an issue, and two of its values in order.",
        );
        return [];
      }
      return [{ issue, from, to }];
    });
    const worth = worths[b];
    return { ranges: sides, value: (worth && reader.number(worth, "a utility")) ?? "0" };
  });
}
