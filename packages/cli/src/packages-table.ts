/** What packages give each party, as lines: a column a party where all fit, else a line a party. */
import type { PackageFindings } from "@demarche/core/packages";
import { fitted, wrapped } from "./lines.ts";

/** What a package gives each party, under a name of its own or none. */
export type Row = (name: string, values: readonly number[]) => readonly string[];

const NAMES = 22;

/** The heading over the parties' columns (none where they do not fit), and how a package is told. */
export function layOut(
  parties: readonly string[],
  columns: number,
  unicode: boolean,
): { readonly heading: readonly string[]; readonly row: Row } {
  const width = widthOf(parties);
  if (!allFit(parties, columns))
    return {
      heading: [],
      row: (name, values) => {
        const told = values.map((value, p) => `${parties[p]}=${short(value)}`).join(", ");
        const [first = "", ...rest] = wrapped(told, columns - 4);
        return [...(name === "" ? [] : [`${name}:`]), `  - ${first}`, ...rest.map((line) => `    ${line}`)];
      },
    };
  const line = (name: string, values: readonly (number | string)[]) =>
    `${fitted(name, NAMES, unicode)} ${values.map((value) => pad(value, width)).join(" ")}`;
  return { heading: [line("", parties)], row: (name, values) => [line(name, values)] };
}

/** The solutions, the most that each party can have, and what it has without agreement. */
export function solutionLines(
  findings: PackageFindings,
  columns: number,
  unicode: boolean,
  row: Row,
): readonly string[] {
  const { parties } = findings;
  const solutions = [
    ["Nash", "Nash", findings.nash],
    ["Kalai–Smorodinsky", "KS", findings.kalaiSmorodinsky],
    ["Egalitarian", "Egal.", findings.egalitarian],
    ["Utilitarian", "Util.", findings.utilitarian],
  ] as const;
  const rows = solutions.flatMap(([name, short, solution]) => {
    if (!solution) return [];
    const { certified, utilities } = solution;
    const sign = certified ? "" : "*";
    return [{ name: `${name}${sign}`, short: `${short}${sign}`, utilities }];
  });
  const note = rows.some(({ name }) => name.endsWith("*")) ? ["* the best found: not certified"] : [];
  if (findings.ideal) rows.push({ name: "Ideal in the zone", short: "Ideal", utilities: findings.ideal });
  if (findings.nash) rows.push({ name: "No agreement", short: "None", utilities: findings.nash.disagreement });
  if (rows.length === 0 || allFit(parties, columns))
    return [...rows.flatMap(({ name, utilities }) => row(name, utilities)), ...note];
  const names = Math.min(NAMES, Math.max(...parties.map((party) => party.length)));
  const line = (name: string, values: readonly (number | string)[]) =>
    `${fitted(name, names, unicode)} ${values.map((value) => pad(value, 8)).join(" ")}`;
  const told = rows.flatMap(({ name, short }) => (name === short ? [] : [`${short} ${name.replace(/\*$/, "")}`]));
  return [
    line(
      "",
      rows.map(({ short }) => short),
    ),
    ...parties.map((party, p) =>
      line(
        party,
        rows.map(({ utilities }) => utilities[p]!),
      ),
    ),
    ...wrapped(`(${told.join("; ")})`, columns),
    ...note,
    "",
  ];
}

const widthOf = (parties: readonly string[]): number => Math.max(9, ...parties.map((party) => party.length + 1));
const allFit = (parties: readonly string[], columns: number): boolean =>
  NAMES + parties.length * (widthOf(parties) + 1) <= columns;

const pad = (value: number | string, width: number): string =>
  (typeof value === "string" ? value : short(value)).padStart(width);
/** Four significant digits at the edge, for people. */
export const short = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
