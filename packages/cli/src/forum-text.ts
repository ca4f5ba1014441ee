/** What is found out about forums and rules, for a terminal and as JSON. */
import type { ForumComparison } from "@demarche/core/compare-forums";
import type {
  CoalitionFindings,
  ForumFinding,
  IssueFinding,
  PersuasionFinding,
  RuleFindings,
  ScaleFindings,
} from "@demarche/core/forum";
import { barOf } from "./bars.ts";
import { fitted, wrapped } from "./lines.ts";
import type { Terminal } from "./terminal.ts";

type Screen = Pick<Terminal, "columns" | "unicode">;
const mostRows = 30;
const barWidth = 20;
const fewestBarCells = 5;
const mostNamed = 12;
const longestFraction = 13;

export function ruleJson(found: RuleFindings, coalitions: boolean): string {
  const { members, shapleyShubik, banzhaf, winningCoalitions, scale, persuasion } = found;
  const document = {
    members,
    shapleyShubik,
    banzhaf,
    winningCoalitions,
    ...(scale === undefined ? {} : scale),
    ...(persuasion === undefined ? {} : { persuasion }),
    ...(coalitions ? { minimalWinning: found.minimalWinning, minimalBlocking: found.minimalBlocking } : {}),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

export function forumsJson(
  forums: readonly ForumFinding[],
  coalitions: boolean,
  comparisons: readonly ForumComparison[],
): string {
  const document = forums.map((found) => ({
    id: found.id,
    name: found.name,
    rule: found.words,
    members: found.members,
    shapleyShubik: found.shapleyShubik,
    banzhaf: found.banzhaf,
    winningCoalitions: found.winningCoalitions,
    blockAlone: found.blockAlone,
    ...(coalitions ? { minimalWinning: found.minimalWinning, minimalBlocking: found.minimalBlocking } : {}),
    issues: found.issues,
  }));
  return `${JSON.stringify({ forums: document, comparisons }, null, 2)}\n`;
}

export function tellForums(forums: readonly ForumFinding[], screen: Screen, coalitions: boolean): readonly string[] {
  return forums.flatMap((found, at) => [
    ...(at === 0 ? [] : [""]),
    ...tellRule(found, screen, coalitions),
    ...found.issues.flatMap((issue) => tellIssue(issue, screen)),
  ]);
}

export function tellRule(found: RuleFindings, screen: Screen, coalitions: boolean): readonly string[] {
  return [
    ...wrapped(found.name ?? "A decision rule", screen.columns),
    ...found.words.flatMap((line) => paragraph(line, screen)),
    ...(found.source === undefined ? [] : paragraph(`Source: ${found.source}`, screen)),
    "",
    ...(allAlike(found) ? tellAlike(found, screen) : tellTable(found, screen)),
    ...tellAdoption(found, screen),
    ...(coalitions || !allAlike(found) ? tellCoalitions(found, screen, coalitions) : []),
    ...(found.scale === undefined ? [] : paragraph(tellScale(found.scale), screen)),
    ...(found.persuasion === undefined ? [] : paragraph(tellPersuasion(found.persuasion), screen)),
  ];
}

function paragraph(text: string, { columns }: Screen): readonly string[] {
  return wrapped(text, columns - 4).map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`));
}

function allAlike({ members, shapleyShubik }: RuleFindings): boolean {
  return members.length > 1 && members.every((member) => shapleyShubik[member] === shapleyShubik[members[0]!]);
}

function tellAlike({ members, shapleyShubik }: RuleFindings, screen: Screen): readonly string[] {
  const each = shapleyShubik[members[0]!]!;
  return paragraph(
    each === "0"
      ? `Nobody's vote decides anything: ${members.join(", ")}.`
      : `All count alike (${each} each): ${members.join(", ")}.`,
    screen,
  );
}

/** The weightiest first where not all can be shown. */
function tellTable({ shares, shapleyShubik, banzhaf }: RuleFindings, { columns, unicode }: Screen): readonly string[] {
  const shown =
    shares.length <= mostRows
      ? shares
      : [...shares].sort((a, b) => b.shapleyShubik - a.shapleyShubik || b.banzhaf - a.banzhaf).slice(0, mostRows);
  const rest = shares.length - shown.length;
  const fractions = shown.flatMap(({ member }) => [shapleyShubik[member]!, banzhaf[member]!]);
  const longest = Math.max(...fractions.map((text) => text.length));
  const exact = longest <= longestFraction ? longest + 1 : 0;
  const cell = (share: number, text: string): string =>
    `${percent(share).padStart(8)}${exact === 0 ? "" : text.padStart(exact)}`;
  const cellWidth = Math.max(15, 8 + exact);
  const longestName = Math.max(6, ...shown.map(({ member }) => [...member].length));
  const room = columns - 2 * cellWidth - 4;
  const nameWidth = Math.min(longestName, room - fewestBarCells);
  const bars = Math.min(barWidth, room - nameWidth);
  const top = Math.max(...shown.map(({ shapleyShubik: share }) => share), 1e-9);
  const head = `  ${fitted("", nameWidth, unicode)}${"Shapley–Shubik".padStart(cellWidth)}${"Banzhaf".padStart(cellWidth)}`;
  return [
    head,
    ...shown.map(({ member, shapleyShubik: power, banzhaf: swings }) =>
      [
        `  ${fitted(member, nameWidth, unicode)}`,
        cell(power, shapleyShubik[member]!).padStart(cellWidth),
        cell(swings, banzhaf[member]!).padStart(cellWidth),
        `  ${barOf([power / top], bars, unicode)}`,
      ].join(""),
    ),
    ...(rest > 0 ? [`  and ${rest} more, who count for less (--json lists them)`] : []),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.0995 ? 2 : 1)} %`;
}

function tellAdoption(found: RuleFindings, screen: Screen): readonly string[] {
  const { winningCoalitions, easeOfAdoption, blockAlone, powerless, members } = found;
  const number =
    winningCoalitions.length > 18
      ? `About 10^${winningCoalitions.length - 1}`
      : BigInt(winningCoalitions).toLocaleString("en-GB");
  const block =
    blockAlone.length === members.length
      ? "Each can block alone."
      : blockAlone.length === 0
        ? "Nobody can block alone."
        : `Can block alone: ${blockAlone.join(", ")}.`;
  const nothing =
    powerless.length === 0 || powerless.length === members.length ? "" : ` Never decide: ${powerless.join(", ")}.`;
  return paragraph(
    winningCoalitions === "0"
      ? "Nothing can be adopted under this rule."
      : `${number} ${winningCoalitions === "1" ? "coalition adopts" : "coalitions adopt"}, ${percent(easeOfAdoption)} of all. ${block}${nothing}`,
    screen,
  );
}

function tellCoalitions(
  { minimalWinning, minimalBlocking }: RuleFindings,
  screen: Screen,
  all: boolean,
): readonly string[] {
  const list = (title: string, { coalitions, complete }: CoalitionFindings): readonly string[] => {
    if (coalitions.length === 0) return [];
    const texts = coalitions.map((coalition) => {
      const more = all || coalition.length <= mostNamed ? 0 : coalition.length - mostNamed + 1;
      return more === 0
        ? coalition.join(" + ")
        : `${coalition.slice(0, coalition.length - more).join(" + ")} and ${more} more`;
    });
    if (complete || all) return paragraph(`${title}: ${texts.join("; ")}${complete ? "." : "; and others."}`, screen);
    return paragraph(`${title}: many, such as ${texts[0]!} (--coalitions lists more).`, screen);
  };
  return [
    ...list("Enough to adopt, nobody to spare", minimalWinning),
    ...list("Enough to block, nobody to spare", minimalBlocking),
  ];
}

function tellScale({ pivots, winSet, chairProposes }: ScaleFindings): string {
  const who = ({ at, members }: { readonly at: number; readonly members: readonly string[] }): string =>
    `${members.join(" or ")} (${number(at)})`;
  const { fromAbove, fromBelow } = pivots;
  const parts: string[] = [];
  if (fromAbove === undefined || fromBelow === undefined) parts.push("Nobody is pivotal.");
  else if (fromAbove.at === fromBelow.at) parts.push(`Pivotal: ${who(fromAbove)}.`);
  else parts.push(`Pivotal: ${who(fromAbove)} for more, ${who(fromBelow)} for less.`);
  if (winSet !== undefined) {
    const stretches = winSet.map(({ above, below }) => `${number(above)} to ${number(below)}`);
    parts.push(
      stretches.length === 0
        ? "Nothing passes against what stands otherwise."
        : `Passes against what stands otherwise: ${stretches.join(", and ")}.`,
    );
  }
  if (chairProposes !== undefined)
    parts.push(`${chairProposes.chair}, in the chair, would propose ${number(chairProposes.at)}.`);
  return parts.join(" ");
}

function tellIssue(issue: IssueFinding, screen: Screen): readonly string[] {
  const unknown = issue.unknown.length === 0 ? "" : ` Not known: the position of ${issue.unknown.join(", ")}.`;
  return paragraph(`${issue.name}: ${lowerFirst(tellScale(issue))}${unknown}`, screen);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function tellPersuasion({ members, cost, cheapest, atLeast }: PersuasionFinding): string {
  if (members === undefined || cost === undefined) return "Even with all who can be won over, nothing is adopted.";
  if (members.length === 0) return "Those in favour adopt already.";
  const sure = cheapest === true ? "" : ` (cheapest found; none costs less than ${number(atLeast ?? 0)})`;
  return `Cheapest to win over: ${members.join(", ")}, at ${number(cost)}${sure}.`;
}

function number(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
}
