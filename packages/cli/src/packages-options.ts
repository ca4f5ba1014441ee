/** The options of packages as lines: one in full, the others by what they have otherwise. */
import type { PackageFindings } from "@demarche/core/packages";
import { wrapped } from "./lines.ts";

type Options = Readonly<Record<string, string>>;

/** "tariff: low, quota: none"; with `from`, only what is otherwise there. */
export function optionsText(options: Options, from: Options = {}): string {
  return Object.entries(options)
    .filter(([issue, option]) => from[issue] !== option)
    .map(([issue, option]) => `${issue}: ${option}`)
    .join(", ");
}

const solutions = [
  ["nash", "Nash"],
  ["kalaiSmorodinsky", "Kalai–Smorodinsky"],
  ["egalitarian", "egalitarian"],
  ["utilitarian", "utilitarian"],
] as const;

/** The package that others are told from: Nash, or the first there is. */
export function baseOf(findings: PackageFindings): { readonly name: string; readonly options: Options } | undefined {
  for (const [id, name] of solutions) {
    const solution = findings[id];
    if (solution) return { name, options: solution.package };
  }
  return undefined;
}

/** Fair packages: the first in full; each other one that differs, by its differences. Those that differ alike stand together. */
export function fairOptionLines(findings: PackageFindings, columns: number): readonly string[] {
  const base = baseOf(findings);
  if (!base) return [];
  const lines = [`The ${base.name} package:`, ...indented(optionsText(base.options), columns, 2)];
  const others = new Map<string, string[]>();
  for (const [id, name] of solutions) {
    const solution = findings[id];
    const text = solution ? optionsText(solution.package, base.options) : "";
    if (text !== "") others.set(text, [...(others.get(text) ?? []), name]);
  }
  for (const [text, names] of others)
    lines.push(
      names.length === 1
        ? `The ${names[0]} package has otherwise:`
        : `The ${names.slice(0, -1).join(", ")} and ${names.at(-1)} packages have otherwise:`,
      ...indented(text, columns, 2),
    );
  return lines;
}

/** Under what a package gives: its options, by what is otherwise in the base. */
export function offerOptionLines(
  options: Options,
  base: { readonly name: string; readonly options: Options } | undefined,
  columns: number,
): readonly string[] {
  if (!base) return indented(optionsText(options), columns, 4);
  const text = optionsText(options, base.options);
  return indented(text === "" ? `the ${base.name} package` : text, columns, 4);
}

const indented = (text: string, columns: number, by: number): readonly string[] =>
  wrapped(text, columns - by).map((line) => " ".repeat(by) + line);
