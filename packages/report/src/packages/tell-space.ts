/** Sentences on a space: how much everyone accepts, how much of what is efficient is known, who closes it. */
import type { PackageFindings } from "@demarche/core/packages";
import { bullets } from "../html/table.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { inProse, type PackageNames } from "./package-names.ts";
import { pointsTextOf } from "./points-text.ts";
import { markName } from "./solution-signs.ts";

const mostClosing = 8;

export function tellSpace(findings: PackageFindings, names: PackageNames): Piece {
  return join([
    element("p", {}, tellZone(findings, names)),
    tellClosing(findings, names),
    element("p", {}, tellFrontier(findings)),
    tellMarks(findings, names),
    tellAdjustedWinner(findings, names),
  ]);
}

function tellZone(findings: PackageFindings, names: PackageNames): string {
  const { zone, outcomes } = findings;
  if (zone.exact && zone.count === "0") {
    const openers = (zone.slack ?? []).filter(({ points }) => points < 0);
    const told = openers.map(
      ({ party, points }) => `${inProse(names, party)} asking ${pointsTextOf(findings).points(-points)} points less`,
    );
    return `No package is acceptable to everyone.${told.length > 0 ? ` It would take ${told.join(", or ")}, the others as they are.` : ""}`;
  }
  const share = percentText(zone.share);
  const of = `of ${countText(outcomes)} packages`;
  if (zone.exact) return `Everyone accepts ${countText(zone.count)} ${of} (${share}).`;
  const [low, high] = zone.interval ?? [0, 1];
  return `Everyone accepts about ${share} ${of} (an estimate: ${percentText(low)} to ${percentText(high)} with 95 % confidence).`;
}

function tellClosing({ zone }: PackageFindings, names: PackageNames): Piece {
  const closing = zone.closing ?? [];
  if (closing.length === 0) return undefined;
  const told = closing
    .slice(0, mostClosing)
    .map(
      ({ party, issue }) =>
        `were ${inProse(names, party)} content on ${names.issue(issue)} whatever comes out, a package would be acceptable to all`,
    );
  const rest = closing.length - told.length;
  return bullets([...told, ...(rest > 0 ? [`and ${rest} more such issues`] : [])]);
}

function tellFrontier({ frontier, within }: PackageFindings): string {
  const where = within === "zone" ? " among those that everyone accepts" : "";
  if (!frontier.exact) return `The efficient packages${where} are not all listed: ${frontier.because}.`;
  if (frontier.size === 0) return "So there is no frontier among them either.";
  const size = frontier.size.toLocaleString("en");
  return frontier.size === 1
    ? `One result${where} is best for everyone at once.`
    : `${size} different results${where} cannot be bettered for anyone without costing another; all are known exactly.`;
}

function tellMarks(findings: PackageFindings, names: PackageNames): Piece {
  const told = (findings.marks ?? []).flatMap((mark) => {
    const name = sentence(markName(mark));
    const lines: string[] = [];
    if (mark.id !== "no agreement")
      lines.push(mark.acceptable ? `${name} is acceptable to everyone.` : `${name} is not acceptable to everyone.`);
    if (mark.nearest && mark.id !== "no agreement") {
      lines.push(`The nearest package that is differs on ${changesOf(mark.package, mark.nearest.package, names)}.`);
    }
    if (mark.dominated === true && mark.improvements?.[0])
      lines.push(
        `${name} can be bettered for some at nobody’s cost: the package that serves the least favoured best differs on ${changesOf(mark.package, mark.improvements[0].package, names)}.`,
      );
    return lines.length > 0 ? [element("p", {}, lines.join(" "))] : [];
  });
  return join(told);
}

function changesOf(
  from: Readonly<Record<string, string>>,
  to: Readonly<Record<string, string>>,
  names: PackageNames,
): string {
  const changed = Object.keys(to).filter((issue) => from[issue] !== to[issue]);
  if (changed.length > 6) return `${changed.length} issues`;
  return changed.map((issue) => `${names.issue(issue)} (${names.option(issue, to[issue] ?? "")})`).join("; ");
}

function tellAdjustedWinner({ adjustedWinner, issues, parties }: PackageFindings, names: PackageNames): Piece {
  if (!adjustedWinner) return undefined;
  const { shares, points, split } = adjustedWinner;
  const [a, b] = parties.map((party) => inProse(names, party));
  const won = (whole: number) => issues.filter((_, i) => shares[i] === whole).map((issue) => names.issue(issue));
  const at = split === undefined ? -1 : issues.indexOf(split);
  const divided =
    split === undefined ? "" : `; ${names.issue(split)} is divided, ${percentText(shares[at]!)} of it going ${a}’s way`;
  const has = (who: string | undefined, list: readonly string[]) =>
    `${who} has its way on ${list.length > 0 ? list.join(", ") : "nothing whole"}`;
  return element(
    "p",
    {},
    `Were issues prizes that can be divided (Adjusted Winner), ${has(a, won(1))}, and ${has(b, won(0))}${divided}. Each then has ${Number(points[0].toFixed(1))} of its 100 points.`,
  );
}

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const percentText = (share: number): string =>
  share === 0 ? "none" : share < 0.001 ? smallText(share) : `${Number((100 * share).toFixed(1))} %`;
/** Rare zones: one package in so many. */
const smallText = (share: number): string => `one in ${countText(String(Math.round(1 / share)))}`;
/** Whole up to a million; then a power of ten. */
export const countText = (count: string): string => {
  if (count.length <= 7) return Number(count).toLocaleString("en");
  // Beyond the doubles only the leading digits are read.
  const [digits, power] = Number(count.slice(0, 20)).toExponential(1).split("e+");
  const exponent = Number(power) + Math.max(0, count.length - 20);
  return `${digits} × 10${[...String(exponent)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")}`;
};
