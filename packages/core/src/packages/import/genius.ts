/**
 * GENIUS XML: one `utility_space` per party, additive or of hyper-rectangles. Two readings exist ([P16]):
 * `genius`, the platform's own (an option's evaluation over the issue's greatest one; rectangles over `maxutility`),
 * and `raw` (weight × evaluation; rectangles as they are).
 */

import type { PackageDomain, PackageIssue, PartyUtility, UtilityTable } from "../domain.ts";
import { compare, divide, type Exact, multiply, parseExact, type Rational, writeExact } from "../exact.ts";
import { readRectangles } from "./genius-rectangles.ts";
import type { Problems, SourceText } from "./problems.ts";
import { childrenOf, type Element } from "./read-xml.ts";
import { listRepeats } from "./repeats.ts";

export type GeniusSemantics = "genius" | "raw";
export interface GeniusFile {
  readonly source: SourceText;
  readonly root: Element;
}
export interface GeniusIssue extends PackageIssue {
  /** `index` in the file. */
  readonly index: string;
  readonly element: Element;
  /** Integer issues: value of the first option. */
  readonly first: number | undefined;
}
/** Options of one integer issue. */
const MOST_OPTIONS = 10_000;

/** True for a party's profile; a `negotiation_template` is the domain. */
export const isGeniusProfile = (root: Element): boolean => root.name === "utility_space";
export const isGenius = (root: Element): boolean => isGeniusProfile(root) || root.name === "negotiation_template";

export function readGenius(
  files: readonly GeniusFile[],
  semantics: GeniusSemantics,
  problems: Problems,
): PackageDomain | undefined {
  const before = problems.list.length;
  const profiles = files.filter(({ root }) => isGeniusProfile(root));
  const [first] = profiles;
  if (!first) {
    const [file] = files;
    if (file)
      problems.add(
        "no-parties",
        file.source,
        file.root.at,
        "This is a domain without any party's utilities.",
        "Give the folder with the profiles beside it.",
      );
    return undefined;
  }
  // The domain file, where there is one, sets issues and options; without it the first profile does.
  const template = files.find(({ root }) => root.name === "negotiation_template");
  const reference = readIssues(template ?? first, problems);
  if (problems.list.length > before || reference.length === 0) {
    if (reference.length === 0)
      problems.add(
        "no-issues",
        (template ?? first).source,
        (template ?? first).root.at,
        "No issue was found.",
        "Expected utility_space/objective/issue elements.",
      );
    return undefined;
  }
  const parties = profiles.map((file) => readProfile(file, reference, semantics, problems));
  if (problems.list.length > before) return undefined;
  return {
    issues: reference.map(({ id, options }) => ({ id, options })),
    parties: parties.flatMap((party) => (party ? [party] : [])),
  };
}

/** Objectives may nest; issues are listed in document order. */
function collect(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    child.name === name
      ? [child]
      : child.name === "utility_space" || child.name === "objective"
        ? collect(child, name)
        : [],
  );
}

function readIssues({ source, root }: GeniusFile, problems: Problems): GeniusIssue[] {
  const issues: GeniusIssue[] = [];
  for (const element of collect(root, "issue")) {
    const { name, index } = element.attributes;
    if (name === undefined || index === undefined) {
      problems.add(
        "missing-attribute",
        source,
        element.at,
        "An issue has no name or no index.",
        'Expected <issue index="1" name="…">.',
      );
      continue;
    }
    if (issues.some((issue) => issue.id === name || issue.index === index))
      problems.add(
        "duplicate-issue",
        source,
        element.at,
        `The issue "${name}" (index ${index}) stands twice.`,
        "Names and indices of issues must differ.",
      );
    const kind = (element.attributes["vtype"] ?? element.attributes["type"] ?? "discrete").toLowerCase();
    if (kind === "integer") issues.push({ id: name, index, element, ...readSteps(source, element, problems) });
    else if (kind === "discrete")
      issues.push({ id: name, index, element, options: readItems(source, element, problems), first: undefined });
    else
      problems.add(
        "unsupported",
        source,
        element.at,
        `The issue "${name}" is of the kind "${kind}".`,
        "Only discrete and integer issues can be read: give a real-valued one as a list of items.",
      );
  }
  return issues;
}

function readItems(source: SourceText, element: Element, problems: Problems): string[] {
  const options = childrenOf(element, "item").map((item) => {
    const value = item.attributes["value"];
    if (value === undefined)
      problems.add(
        "missing-attribute",
        source,
        item.at,
        "An item has no value.",
        'Expected <item index="1" value="…">.',
      );
    return value ?? "";
  });
  if (options.length === 0)
    problems.add(
      "no-options",
      source,
      element.at,
      `The issue "${element.attributes["name"]}" has no items.`,
      "Give at least one.",
    );
  for (const k of listRepeats(options))
    problems.add(
      "duplicate-option",
      source,
      element.at,
      `The issue "${element.attributes["name"]}" has the item "${options[k]}" twice.`,
      "Items of one issue need different values.",
    );
  return options;
}

function readSteps(
  source: SourceText,
  element: Element,
  problems: Problems,
): { readonly options: readonly string[]; readonly first: number } {
  const range = childrenOf(element, "range")[0];
  const low = Number(element.attributes["lowerbound"] ?? range?.attributes["lowerbound"]);
  const high = Number(element.attributes["upperbound"] ?? range?.attributes["upperbound"]);
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high < low || high - low >= MOST_OPTIONS) {
    problems.add(
      "bad-range",
      source,
      element.at,
      `The integer issue "${element.attributes["name"]}" has no usable bounds.`,
      `Expected lowerbound and upperbound, whole, with fewer than ${MOST_OPTIONS} steps.`,
    );
    return { options: [], first: 0 };
  }
  return { options: Array.from({ length: high - low + 1 }, (_, k) => String(low + k)), first: low };
}

function readProfile(
  file: GeniusFile,
  issues: readonly GeniusIssue[],
  semantics: GeniusSemantics,
  problems: Problems,
): PartyUtility | undefined {
  const { source, root } = file;
  const id = source.file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  const reservation = collectReservation(root)?.attributes["value"] ?? "0";
  if (!parseExact(reservation))
    problems.add(
      "not-a-number",
      source,
      root.at,
      `The reservation value "${reservation}" is not a number.`,
      "Expected a decimal number.",
    );
  const utility = collect(root, "utility")[0] ?? childrenOf(root, "utility")[0];
  if (root.attributes["type"] === "nonlinear" || utility) {
    const boxes = utility && readRectangles(file, utility, issues, semantics, problems);
    if (!utility)
      problems.add(
        "missing-element",
        source,
        root.at,
        "A nonlinear space without a utility element.",
        "Expected <utility maxutility=…><ufun>….",
      );
    return boxes && { id, tables: [], boxes, noAgreement: reservation };
  }
  const own = readIssues(file, problems);
  const weights = new Map(collect(root, "weight").map((element) => [element.attributes["index"], element]));
  const tables = issues.flatMap((issue, i): UtilityTable[] => {
    const mine = own.find(({ id: name }) => name === issue.id);
    if (!mine) {
      problems.add(
        "missing-values",
        source,
        root.at,
        `The issue "${issue.id}" of the domain is not valued here.`,
        "Profile and domain must have the same issues.",
      );
      return [];
    }
    return [
      { issues: [i], values: readEvaluations(source, issue, mine, weights.get(mine.index), semantics, problems) },
    ];
  });
  for (const mine of own)
    if (!issues.some(({ id: name }) => name === mine.id))
      problems.add(
        "unknown-issue",
        source,
        mine.element.at,
        `The issue "${mine.id}" is not in the domain.`,
        "Profile and domain must have the same issues.",
      );
  return { id, tables, noAgreement: reservation };
}

const collectReservation = (root: Element): Element | undefined => collect(root, "reservation")[0];

function readEvaluations(
  source: SourceText,
  issue: GeniusIssue,
  mine: GeniusIssue,
  weightElement: Element | undefined,
  semantics: GeniusSemantics,
  problems: Problems,
): Exact[] {
  const read = (text: string | undefined, element: Element, what: string): Rational => {
    const value = text === undefined ? undefined : parseExact(text);
    if (!value)
      problems.add(
        "not-a-number",
        source,
        element.at,
        `${what} is ${text === undefined ? "missing" : `"${text}", not a number`}.`,
        "Expected a decimal number.",
      );
    return value ?? { num: 0n, den: 1n };
  };
  const weight = read(weightElement?.attributes["value"], weightElement ?? mine.element, `The weight of "${issue.id}"`);
  if (mine.first !== undefined) {
    problems.add(
      "unsupported",
      source,
      mine.element.at,
      `The integer issue "${issue.id}" is valued by a function.`,
      "Only items with evaluations can be read in an additive space.",
    );
    return [];
  }
  const items = childrenOf(mine.element, "item");
  const byValue = new Map(items.map((item) => [item.attributes["value"], item]));
  const known = new Set(issue.options);
  const evaluations = issue.options.map((option) => {
    const item = byValue.get(option);
    if (!item) {
      problems.add(
        "missing-values",
        source,
        mine.element.at,
        `"${option}" of the issue "${issue.id}" is not valued here.`,
        "Profile and domain must have the same items.",
      );
      return { num: 0n, den: 1n };
    }
    return read(item.attributes["evaluation"], item, `The evaluation of "${option}"`);
  });
  for (const item of items)
    if (!known.has(item.attributes["value"] ?? ""))
      problems.add(
        "unknown-option",
        source,
        item.at,
        `"${item.attributes["value"]}" is not an item of "${issue.id}" in the domain.`,
        "Profile and domain must have the same items.",
      );
  const top = evaluations.reduce((most, value) => (compare(value, most) > 0 ? value : most));
  // An issue in which nothing is worth anything is worth nothing.
  const unit = semantics === "raw" || top.num === 0n ? { num: 1n, den: 1n } : top;
  if (semantics === "genius" && top.num < 0n)
    problems.add(
      "unsupported",
      source,
      mine.element.at,
      `All evaluations of "${issue.id}" are negative.`,
      "GENIUS divides by the greatest evaluation, which must be positive; use --semantics raw.",
    );
  return evaluations.map((value) => writeExact(multiply(weight, divide(value, unit))));
}
