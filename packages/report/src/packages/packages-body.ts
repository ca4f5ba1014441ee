/** What is to be said and shown of an agreement space, for a page of its own or a section of the report. */
import type { PackageFindings } from "@demarche/core/packages";
import { figure } from "../html/figure.ts";
import { annex, bullets } from "../html/table.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { type FrontierScatter, layOutFrontierScatter } from "./frontier-scatter.ts";
import { bestInTurn, coalitionTable, fairTable, sideBySide } from "./offer-tables.ts";
import { type PackageNames, plainNames } from "./package-names.ts";
import { layOutParallelAxes } from "./parallel-axes.ts";
import { pointsTextOf } from "./points-text.ts";
import { layOutRangePanels } from "./range-panels.ts";
import { type SharedPlace, sharePlaces, signedPackages } from "./solution-signs.ts";
import { tellSpace } from "./tell-space.ts";
import { layOutTradeMatrix } from "./trade-matrix.ts";

const mostDrawn = 1200;
const mostLines = 150;
/** Lines of a panel: there are as many panels as parties. */
const mostInPanels = 60;
const mostTrades = 6;
/** Beyond this a matrix is unreadable; the list of trades stays. */
const mostMatrix = 24;
/** Fewer lines show no pattern. */
const fewestInPanels = 6;

/** `id`: prefix for ids, unique on the page; `heading`: what stands over the trades. */
export function packagesBody(
  findings: PackageFindings,
  names: PackageNames = plainNames,
  id = "packages",
  heading: "h3" | "h4" = "h3",
): Piece {
  return join([
    tellSpace(findings, names),
    // Before the table, which a telephone sets as a list as long as there are parties.
    pictures(findings, names, id),
    fairTable(findings, names),
    sideBySide(findings, names),
    bestInTurn(findings, names),
    coalitionTable(findings, names),
    trades(findings, names, id, heading),
    annex("How this was taken", bullets(findings.conventions)),
  ]);
}

function pictures(findings: PackageFindings, names: PackageNames, id: string): Piece {
  const { parties, frontier, nash } = findings;
  const signed = signedPackages(findings);
  const lines = sharePlaces(signed);
  const legend = signed.map(({ sign, text }) => `${sign}: ${text}`);
  if (frontier.points.length === 0 || parties.length < 2) return undefined;
  const scatter = (p: number, q: number) => scatterOf(findings, names, [p, q], lines, legend);
  if (parties.length === 2) {
    const data = scatter(0, 1);
    const caption = findings.marks
      ? "Each dot is an efficient package; letters mark fair ones and what was asked about."
      : "Each dot is an efficient package; letters mark fair ones.";
    return figure(`${id}-frontier`, caption, (place) => layOutFrontierScatter(place, data));
  }
  const { points: tell } = pointsTextOf(findings);
  const called = parties.map((party) => names.party(party));
  const axes = {
    title: "Efficient packages, party by party",
    description: signed
      .map(({ text, values }) => `${text}: ${values.map((u, p) => `${called[p]} ${tell(u)}`).join(", ")}.`)
      .join(" "),
    parties: called,
    points: thin(frontier.points, mostLines).map(({ utilities }) => utilities),
    floor: parties.map((_, p) => nash?.disagreement[p]),
    figure: tell,
    lines,
    legend: [
      ...legend,
      "red: least acceptable",
      ...(frontier.points.length > lines.length ? ["thin: efficient packages"] : []),
    ],
  };
  const panels = {
    title: "What the best for each party leaves the others",
    description: `A panel for each of ${called.join(", ")}: efficient packages in the best third of its range, against all others.`,
    parties: called,
    points: thin(frontier.points, mostInPanels).map(({ utilities }) => utilities),
  };
  const pairs =
    parties.length <= 4
      ? parties.flatMap((_, p) => parties.slice(p + 1).map((_unused, k) => [p, p + 1 + k] as const))
      : [];
  return join([
    figure(`${id}-axes`, "Each line is a package; an axis is a party’s points, its best on top.", (place) =>
      layOutParallelAxes(place, axes),
    ),
    frontier.points.length >= fewestInPanels &&
      annex(
        "Party by party: what its best third leaves the others",
        figure(
          `${id}-panels`,
          "A panel per party: the efficient packages that give it the best third of its range (bar), and what they give the others.",
          (place) => layOutRangePanels(place, panels),
        ),
      ),
    pairs.length > 0 &&
      annex(
        "Party against party",
        ...pairs.map(([p, q]) =>
          figure(`${id}-pair-${p}-${q}`, `${called[p]} and ${called[q]}.`, (place) =>
            layOutFrontierScatter(place, scatter(p, q)),
          ),
        ),
      ),
  ]);
}

function scatterOf(
  findings: PackageFindings,
  names: PackageNames,
  [p, q]: readonly [number, number],
  marks: readonly SharedPlace[],
  legend: readonly string[],
): FrontierScatter {
  const { points: tell } = pointsTextOf(findings);
  const floor = findings.nash?.disagreement;
  const [a, b] = [names.party(findings.parties[p]!), names.party(findings.parties[q]!)];
  return {
    title: `${a} against ${b}`,
    description: `Points of ${a} across, of ${b} upwards. ${marks.map(({ signs, values }) => `${signs}: ${tell(values[p]!)} and ${tell(values[q]!)}.`).join(" ")}`,
    names: [a, b],
    points: thin(findings.frontier.points, mostDrawn).map(({ utilities }) => [utilities[p]!, utilities[q]!] as const),
    floor: floor && [floor[p]!, floor[q]!],
    figure: tell,
    marks,
    pair: [p, q],
    legend,
  };
}

/** At most so many, evenly taken; the first and the last among them. */
function thin<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, k) => list[Math.round((k * (list.length - 1)) / (most - 1))]!);
}

function trades(findings: PackageFindings, names: PackageNames, id: string, heading: "h3" | "h4"): Piece {
  const helpful = (findings.trades ?? []).filter(({ least }) => least > 0);
  if (helpful.length === 0) return undefined;
  const { signed } = pointsTextOf(findings);
  const best = [...helpful].sort((a, b) => b.least - a.least).slice(0, mostTrades);
  const told = best.map(
    ({ issues: [a, b], to, gains }) =>
      `${names.issue(a)}: ${names.option(a, to[0])}, for ${names.issue(b)}: ${names.option(b, to[1])} (${gains.map((gain, p) => `${names.party(findings.parties[p]!)} ${signed(gain)}`).join(", ")})`,
  );
  // Only issues that take part in a trade have a row.
  const issues = findings.issues.filter((issue) => helpful.some((trade) => trade.issues.includes(issue)));
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
    element(heading, {}, "Trades that help everyone, over settling each issue by itself"),
    bullets(told),
    issues.length <= mostMatrix &&
      helpful.length > 1 &&
      figure(`${id}-trades`, "Points that the party gains which gains least, pair by pair.", (place) =>
        layOutTradeMatrix(place, data),
      ),
  ]);
}
