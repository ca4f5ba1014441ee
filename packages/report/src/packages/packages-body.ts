/** What is to be said and shown of an agreement space, for a page of its own or a section of the report. */
import type { MarkFinding, PackageFindings, SolutionFinding } from "@demarche/core/packages";
import { figure } from "../html/figure.ts";
import { annex, bullets, table } from "../html/table.ts";
import { element, join, markup, type Piece } from "../svg/markup.ts";
import { type FrontierScatter, layOutFrontierScatter, type ScatterMark } from "./frontier-scatter.ts";
import { layOutParallelAxes } from "./parallel-axes.ts";
import { pointsTextOf } from "./points-text.ts";
import { layOutTradeMatrix } from "./trade-matrix.ts";

/** How people call parties, issues and options; ids where a name is not known. */
export interface PackageNames {
  party(id: string): string;
  issue(id: string): string;
  option(issue: string, option: string): string;
}
export const plainNames: PackageNames = { party: (id) => id, issue: (id) => id, option: (_, option) => option };

const mostDrawn = 1200;
const mostLines = 150;
const mostTrades = 6;
/** Beyond this a matrix is unreadable; the list of trades stays. */
const mostMatrix = 24;

/** `id`: prefix for ids, unique on the page. */
export function packagesBody(findings: PackageFindings, names: PackageNames = plainNames, id = "packages"): Piece {
  return join([
    element("p", {}, tellZone(findings, names)),
    element("p", {}, tellFrontier(findings)),
    fairTable(findings, names),
    pictures(findings, names, id),
    sideBySide(findings, names),
    trades(findings, names, id),
    annex("How this was taken", bullets(findings.conventions)),
  ]);
}

function tellZone(findings: PackageFindings, names: PackageNames): string {
  const { zone, outcomes } = findings;
  const open = zone.slack?.filter(({ points }) => points < 0) ?? [];
  if (zone.exact && zone.count === "0") {
    const closers = open.map(
      ({ party, points }) => `${names.party(party)} asking ${pointsTextOf(findings).points(-points)} points less`,
    );
    return `No package is acceptable to everyone.${closers.length > 0 ? ` It would take ${closers.join(", or ")}, the others as they are.` : ""}`;
  }
  const share = percentText(zone.share);
  const of = `of ${countText(outcomes)} packages`;
  if (zone.exact) return `Everyone accepts ${countText(zone.count)} ${of} (${share}).`;
  const [low, high] = zone.interval ?? [0, 1];
  return `Everyone accepts about ${share} ${of} (an estimate: ${percentText(low)} to ${percentText(high)} with 95 % confidence).`;
}

function tellFrontier({ frontier, within }: PackageFindings): string {
  const where = within === "zone" ? " among those that everyone accepts" : "";
  return frontier.exact
    ? `${frontier.size} different results${where} cannot be bettered for anyone without costing another; all are known exactly.`
    : `The efficient packages${where} are not all listed: ${frontier.because}.`;
}

const solutionsOf = (findings: PackageFindings): readonly (readonly [string, string, SolutionFinding | null])[] => [
  ["N", "Nash", findings.nash],
  ["K", "Kalai–Smorodinsky", findings.kalaiSmorodinsky],
  ["E", "egalitarian", findings.egalitarian],
  ["U", "utilitarian", findings.utilitarian],
];
const markName = (mark: MarkFinding) => (mark.id === "ask" ? "our ask" : "no agreement");

function fairTable(findings: PackageFindings, names: PackageNames): Piece {
  const rows = [
    ...solutionsOf(findings).flatMap(([sign, name, solution]) =>
      solution
        ? [
            {
              cells: [
                `${name} (${sign})${solution.certified ? "" : ", best found"}`,
                ...solution.utilities.map((u) => pointsTextOf(findings).points(u)),
              ],
            },
          ]
        : [],
    ),
    ...(findings.ideal
      ? [{ cells: ["most in the zone", ...findings.ideal.map((u) => pointsTextOf(findings).points(u))] }]
      : []),
    ...(findings.marks ?? []).map((mark) => ({
      cells: [
        `${markName(mark)}${mark.acceptable ? "" : ", not acceptable to all"}${mark.dominated === true ? ", can be bettered for all" : ""}`,
        ...mark.utilities.map((u) => pointsTextOf(findings).points(u)),
      ],
    })),
    ...(findings.zone.slack
      ? [{ cells: ["could still ask more", ...findings.parties.map((party) => slackText(findings, party))] }]
      : []),
  ];
  return (
    rows.length > 0 &&
    table({
      caption: "Points of each party",
      columns: [{ head: "Package" }, ...findings.parties.map((party) => ({ head: names.party(party), figures: true }))],
      rows,
    })
  );
}

function slackText(findings: PackageFindings, party: string): string {
  const found = findings.zone.slack?.find((entry) => entry.party === party);
  return found ? pointsTextOf(findings).signed(found.points) : "";
}

function pictures(findings: PackageFindings, names: PackageNames, id: string): Piece {
  const { parties, frontier, nash } = findings;
  const fair = solutionsOf(findings).flatMap(([sign, text, solution]) =>
    solution ? [{ sign, text, values: solution.utilities, ours: false }] : [],
  );
  const ours = (findings.marks ?? []).map((mark) => ({
    sign: mark.id === "ask" ? "A" : "0",
    text: markName(mark),
    values: mark.utilities,
    ours: mark.id === "ask",
  }));
  const lines = [...fair, ...ours];
  if (frontier.points.length === 0 || parties.length < 2) return undefined;
  if (parties.length === 2) {
    const data = scatterOf(findings, names, 0, 1, lines);
    return figure(`${id}-frontier`, "Efficient packages, fair points, our ask and no agreement.", (place) =>
      layOutFrontierScatter(place, data),
    );
  }
  const data = {
    title: "Efficient packages, party by party",
    description: lines
      .map(
        ({ text, values }) =>
          `${text}: ${values.map((u, p) => `${names.party(parties[p]!)} ${pointsTextOf(findings).points(u)}`).join(", ")}.`,
      )
      .join(" "),
    parties: parties.map((party) => names.party(party)),
    points: thin(frontier.points, mostLines).map(({ utilities }) => utilities),
    floor: parties.map((_, p) => nash?.disagreement[p]),
    figure: pointsTextOf(findings).points,
    lines,
  };
  const pairs =
    parties.length <= 4
      ? parties.flatMap((_, p) => parties.slice(p + 1).map((_unused, k) => [p, p + 1 + k] as const))
      : [];
  return join([
    figure(`${id}-axes`, "Each line is a package; an axis is a party’s points.", (place) =>
      layOutParallelAxes(place, data),
    ),
    pairs.length > 0 &&
      annex(
        "Party against party",
        ...pairs.map(([p, q]) =>
          figure(`${id}-pair-${p}-${q}`, `${names.party(parties[p]!)} and ${names.party(parties[q]!)}.`, (place) =>
            layOutFrontierScatter(place, scatterOf(findings, names, p, q, lines)),
          ),
        ),
      ),
  ]);
}

function scatterOf(
  findings: PackageFindings,
  names: PackageNames,
  p: number,
  q: number,
  lines: readonly {
    readonly sign: string;
    readonly text: string;
    readonly values: readonly number[];
    readonly ours: boolean;
  }[],
): FrontierScatter {
  const marks = lines.map(
    ({ sign, text, values, ours }): ScatterMark => ({
      sign,
      text,
      x: values[p]!,
      y: values[q]!,
      look: ours ? "ours" : sign === "0" ? "plain" : "fair",
    }),
  );
  const floor = findings.nash?.disagreement;
  const [a, b] = [names.party(findings.parties[p]!), names.party(findings.parties[q]!)];
  return {
    title: `${a} against ${b}`,
    description: `Points of ${a} across, of ${b} upwards. ${marks.map(({ text, x, y }) => `${text}: ${pointsTextOf(findings).points(x)} and ${pointsTextOf(findings).points(y)}.`).join(" ")}`,
    names: [a, b],
    points: thin(findings.frontier.points, mostDrawn).map(({ utilities }) => [utilities[p]!, utilities[q]!] as const),
    floor: floor && [floor[p]!, floor[q]!],
    figure: pointsTextOf(findings).points,
    marks,
  };
}

/** At most so many, evenly taken; the first and the last among them. */
function thin<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, k) => list[Math.round((k * (list.length - 1)) / (most - 1))]!);
}

/** Offers beside each other, issue by issue: where they differ is what an answer to them would tell. */
function sideBySide(findings: PackageFindings, names: PackageNames): Piece {
  const { ours, nash, issues } = findings;
  const offers = [
    ...(nash ? [{ head: "Nash", offer: nash }] : []),
    ...(ours?.best[0] ? [{ head: `best for ${names.party(ours.party)}`, offer: ours.best[0] }] : []),
    ...(ours && ours.equivalent.length > 1
      ? ours.equivalent.map((offer, k) => ({ head: `offer ${k + 1}`, offer }))
      : []),
  ];
  if (offers.length === 0) return undefined;
  return table({
    caption: "Offers side by side; the numbered ones are worth about the same to us, and efficient",
    columns: [{ head: "Issue" }, ...offers.map(({ head }) => ({ head }))],
    rows: [
      ...issues.map((issue) => ({
        cells: [names.issue(issue), ...offers.map(({ offer }) => names.option(issue, offer.package[issue] ?? ""))],
      })),
      ...findings.parties.map((party, p) => ({
        cells: [
          markup`<strong>${names.party(party)}</strong>`,
          ...offers.map(({ offer }) => pointsTextOf(findings).points(offer.utilities[p]!)),
        ],
      })),
    ],
  });
}

function trades(findings: PackageFindings, names: PackageNames, id: string): Piece {
  const helpful = (findings.trades ?? []).filter(({ least }) => least > 0);
  if (helpful.length === 0) return undefined;
  const best = [...helpful].sort((a, b) => b.least - a.least).slice(0, mostTrades);
  const told = best.map(
    ({ issues: [a, b], to, gains }) =>
      `${names.issue(a)}: ${names.option(a, to[0])}, for ${names.issue(b)}: ${names.option(b, to[1])} (${gains.map((gain, p) => `${names.party(findings.parties[p]!)} ${pointsTextOf(findings).signed(gain)}`).join(", ")})`,
  );
  const { issues } = findings;
  const data = {
    title: "Gains from trading two issues",
    description: told.join("; "),
    issues: issues.map((issue) => names.issue(issue)),
    figure: pointsTextOf(findings).points,
    cells: helpful.map(({ issues: [a, b], least }) => ({
      row: issues.indexOf(a),
      column: issues.indexOf(b),
      gain: least,
    })),
  };
  return join([
    element("h3", {}, "Trades that help everyone, over settling each issue by itself"),
    bullets(told),
    issues.length <= mostMatrix &&
      figure(`${id}-trades`, "Points that the party gains which gains least, pair by pair.", (place) =>
        layOutTradeMatrix(place, data),
      ),
  ]);
}

const percentText = (share: number): string =>
  share === 0 ? "none" : share < 0.001 ? "less than 0.1 %" : `${Number((100 * share).toFixed(1))} %`;
/** Whole up to a million; then a power of ten. */
const countText = (count: string): string =>
  count.length <= 7 ? Number(count).toLocaleString("en") : `${count[0]}.${count[1]} × 10^${count.length - 1}`;
