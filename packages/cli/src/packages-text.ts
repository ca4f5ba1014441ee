/** Findings of an agreement space as lines for people. */
import type { MarkFinding, Offer, PackageFindings } from "@demarche/core/packages";
import { wrapped } from "./lines.ts";
import { baseOf, fairOptionLines, offerOptionLines, optionsText } from "./packages-options.ts";
import { layOut, type Row, short, solutionLines } from "./packages-table.ts";

const SHOWN_POINTS = 12;
const SHOWN_CLOSING = 8;

export function tellPackages(findings: PackageFindings, columns: number, unicode: boolean): readonly string[] {
  const { frontier, zone, parties } = findings;
  const lines = [
    `${packages(findings.outcomes)} over ${counted(findings.issues.length, "issue", "issues")}; ${counted(parties.length, "party", "parties")}: ${parties.join(", ")}.`,
    zoneLine(findings),
    frontierLine(findings),
    "",
  ];
  const { heading, row } = layOut(parties, columns, unicode);
  lines.push(...heading, ...solutionLines(findings, columns, unicode, row));
  if (zone.slack) lines.push(...zone.slack.map(({ party, points }) => slackLine(party, points)));
  for (const { party, issue } of (zone.closing ?? []).slice(0, SHOWN_CLOSING))
    lines.push(`Were ${party} to give in on ${issue}, there would be a package that all accept.`);
  if (frontier.points.length > 0) {
    const listed = frontier.points.slice(0, SHOWN_POINTS);
    lines.push(
      "",
      frontier.points.length > listed.length
        ? `Frontier, the first ${listed.length} of ${frontier.points.length} (--json lists all):`
        : "Frontier:",
    );
    for (const point of listed)
      lines.push(
        ...row(point.packages === null || point.packages === "1" ? "" : `${point.packages} packages`, point.utilities),
      );
  }
  const fair = fairOptionLines(findings, columns);
  if (fair.length > 0) lines.push("", ...fair);
  for (const { members, zone: own } of findings.coalitions ?? [])
    lines.push(
      `Together, ${members.join(" and ")} can settle without the others: ${packages(own.count)} that they accept.`,
    );
  lines.push(...offerLines(findings, columns, row), ...dividedLines(findings, columns));
  lines.push(
    "",
    "Conventions:",
    ...findings.conventions.flatMap((text) =>
      wrapped(text, columns - 2).map((line, k) => (k === 0 ? `- ${line}` : `  ${line}`)),
    ),
  );
  return lines;
}

/** Our offers and the best trades, where the input says who we are. */
function offerLines(findings: PackageFindings, columns: number, row: Row): readonly string[] {
  const { ours, trades, marks, parties } = findings;
  const lines: string[] = [];
  const base = baseOf(findings);
  const told = (offer: Offer) => [...row("", offer.utilities), ...offerOptionLines(offer.package, base, columns)];
  const against = base ? ` (options: where they differ from the ${base.name} package)` : "";
  for (const mark of marks ?? []) lines.push("", ...markLines(mark, columns, row));
  if (ours && ours.best.length > 0) {
    lines.push(
      "",
      ...wrapped(
        `Best for ${ours.party} among what everyone accepts${ours.bestComplete ? "" : " (search not complete)"}${against}:`,
        columns,
      ),
      ...ours.best.flatMap(told),
    );
  }
  if (ours && ours.equivalent.length > 1) {
    lines.push(
      "",
      `Offers of about equal worth to ${ours.party}, efficient and unlike each other:`,
      ...ours.equivalent.flatMap(told),
    );
  }
  const best = [...(trades ?? [])]
    .filter(({ least }) => least > 0)
    .sort((a, b) => b.least - a.least)
    .slice(0, 5);
  if (best.length > 0) {
    lines.push("", "Trades of two issues that help everyone most, over settling each by itself:");
    for (const { issues, to, gains } of best) {
      const trade = `${issues[0]} ${to[0]} for ${issues[1]} ${to[1]}: ${gains.map((gain, p) => `${parties[p]} +${short(gain)}`).join(", ")}`;
      lines.push(...wrapped(trade, columns - 2).map((line, k) => (k === 0 ? `- ${line}` : `  ${line}`)));
    }
  }
  return lines;
}

const markNames = { ask: "Our ask", "no agreement": "As without agreement", deal: "The deal" } as const;

function markLines(
  { id, utilities, acceptable, nearest, improvements, package: own }: MarkFinding,
  columns: number,
  row: Row,
): readonly string[] {
  const name = id === "ask" ? "our ask" : "the deal";
  const changed = (to: Offer): string => optionsText(to.package, own);
  const told: string[] = [];
  if (id !== "no agreement")
    told.push(
      acceptable
        ? `Everyone accepts ${name}.`
        : nearest
          ? `Not everyone accepts ${name}; the nearest that all accept has ${changed(nearest)}.`
          : `Not everyone accepts ${name}.`,
    );
  const lines = [...row(markNames[id], utilities), ...told.flatMap((text) => wrapped(text, columns))];
  for (const better of improvements ?? [])
    lines.push(
      ...row("  better for all", better.utilities),
      ...wrapped(`with ${changed(better)}`, columns - 4).map((line) => `    ${line}`),
    );
  return lines;
}

function dividedLines({ adjustedWinner, issues, parties }: PackageFindings, columns: number): readonly string[] {
  if (!adjustedWinner) return [];
  const { shares, points } = adjustedWinner;
  const told = issues.map((issue, i) => `${issue} ${percent(shares[i]!)}`).join(", ");
  return [
    "",
    ...wrapped(
      `Adjusted Winner, with issues as divisible prizes: ${short(points[0])} of 100 points to each; ${parties[0]}'s shares: ${told}.`,
      columns,
    ),
  ];
}

function zoneLine({ zone }: PackageFindings): string {
  if (zone.count === "0" && zone.exact) return "No package is acceptable to everyone.";
  const share = percent(zone.share);
  if (zone.exact) return `Everyone accepts ${magnitude(zone.count)} of them (${share}).`;
  const [low, high] = zone.interval ?? [0, 1];
  return `Everyone accepts about ${share} of them (estimate; 95 % interval ${percent(low)} to ${percent(high)}).`;
}

function frontierLine({ frontier, within }: PackageFindings): string {
  const where = within === "zone" ? " among what everyone accepts" : "";
  if (frontier.exact)
    return frontier.size === 1
      ? `One utility vector is undominated${where}: exact.`
      : `${frontier.size} utility vectors are undominated${where}: exact.`;
  return `The frontier${where} is not listed whole: ${frontier.because}.`;
}

function slackLine(party: string, points: number): string {
  return points >= 0
    ? `${party} could ask ${short(points)} more before the zone closes.`
    : `${party} would have to ask ${short(-points)} less for the zone to open, the others as they are.`;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const packages = (count: string): string => `${magnitude(count)} ${count === "1" ? "package" : "packages"}`;
const percent = (share: number): string =>
  share === 0
    ? "0 %"
    : share >= 0.001
      ? `${Number((100 * share).toPrecision(3))} %`
      : `${share.toExponential(2)} of all`;
const magnitude = (count: string): string =>
  count.length <= 9 ? Number(count).toLocaleString("en") : `${count[0]}.${count.slice(1, 3)}e${count.length - 1}`;
