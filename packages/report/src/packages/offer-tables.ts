/** Tables of packages: what each is worth to whom, issue by issue, and what coalitions could settle alone. */
import type { Offer, PackageFindings } from "@demarche/core/packages";
import { annex, table } from "../html/table.ts";
import { element, join, markup, type Piece } from "../svg/markup.ts";
import { inProse, type PackageNames } from "./package-names.ts";
import { pointsTextOf } from "./points-text.ts";
import { markName, solutionsOf } from "./solution-signs.ts";
import { countText, percentText, sentence } from "./tell-space.ts";

/** More parties than this go down the table, not across. */
const mostAcross = 6;

export function fairTable(findings: PackageFindings, names: PackageNames): Piece {
  const { points, signed } = pointsTextOf(findings);
  const { slack } = findings.zone;
  const slackOf = (party: string) => slack?.find((entry) => entry.party === party)?.points;
  const closed = slack?.some((entry) => entry.points < 0) === true;
  const disagreement = findings.nash?.disagreement;
  const rows = [
    ...solutionsOf(findings).map(({ sign, name, solution }) => ({
      cells: [`${name} (${sign})${solution.certified ? "" : ", best found"}`, ...solution.utilities.map(points)],
    })),
    ...(findings.ideal ? [{ cells: ["most that all accept", ...findings.ideal.map(points)] }] : []),
    ...(disagreement ? [{ cells: ["least acceptable", ...disagreement.map(points)] }] : []),
    ...(findings.marks ?? []).map((mark) => ({
      cells: [
        `${markName(mark)} (${mark.id === "ask" ? "A" : mark.id === "deal" ? "D" : "0"})${mark.acceptable ? "" : ", not acceptable to all"}${mark.dominated === true ? ", can be bettered" : ""}`,
        ...mark.utilities.map(points),
      ],
    })),
    ...(slack
      ? [
          {
            cells: [
              closed ? "must ask less (−), alone" : "could still ask more",
              ...findings.parties.map((party) => {
                const found = slackOf(party);
                return found === undefined ? "–" : signed(found);
              }),
            ],
          },
        ]
      : []),
  ];
  if (rows.length === 0) return undefined;
  const caption = "Points of each party";
  if (findings.parties.length <= mostAcross)
    return table({
      caption,
      look: "tight",
      columns: [{ head: "Package" }, ...findings.parties.map((party) => ({ head: names.party(party), figures: true }))],
      rows,
    });
  return table({
    caption,
    look: "tight",
    columns: [{ head: "Party" }, ...rows.map(({ cells }) => ({ head: cells[0], figures: true }))],
    rows: findings.parties.map((party, p) => ({
      cells: [names.party(party), ...rows.map(({ cells }) => cells[p + 1] ?? "–")],
    })),
  });
}

/** Offers beside each other, issue by issue: where they differ is what an answer to them would tell. */
export function sideBySide(findings: PackageFindings, names: PackageNames): Piece {
  const { ours, nash, issues } = findings;
  const asked = (findings.marks ?? []).filter(({ id }) => id !== "no agreement");
  const equivalent = ours && ours.equivalent.length > 1 ? ours.equivalent : [];
  const offers: readonly { readonly head: string; readonly offer: Offer }[] = [
    ...(nash ? [{ head: "Nash", offer: nash }] : []),
    ...(ours?.best[0] ? [{ head: `best for ${names.party(ours.party)}`, offer: ours.best[0] }] : []),
    // Our ask is in the brief; a deal stands nowhere else.
    ...asked.flatMap((mark) => (mark.id === "deal" ? [{ head: markName(mark), offer: mark }] : [])),
    ...asked.flatMap((mark) => (mark.nearest ? [{ head: `nearest to ${markName(mark)}`, offer: mark.nearest }] : [])),
    ...equivalent.map((offer, k) => ({ head: `offer ${k + 1}`, offer })),
  ];
  const [first] = offers;
  if (first === undefined) return undefined;
  const caption =
    offers.length === 1
      ? first.offer === nash
        ? `The ${first.head} package`
        : sentence(first.head)
      : `Offers side by side, in bold where they differ from the first${equivalent.length > 0 ? `; the numbered ones are efficient and worth about the same to ${names.party(ours!.party)}` : ""}`;
  return table({
    caption,
    columns: [{ head: "Issue" }, ...offers.map(({ head }) => ({ head }))],
    rows: [
      ...issues.map((issue) => ({
        cells: [
          names.issue(issue),
          ...offers.map(({ offer }) => {
            const option = names.option(issue, offer.package[issue] ?? "");
            return offer.package[issue] === first.offer.package[issue] ? option : markup`<strong>${option}</strong>`;
          }),
        ],
      })),
      ...findings.parties.map((party, p) => ({
        cells: [
          markup`<em>points of ${inProse(names, party)}</em>`,
          ...offers.map(({ offer }) => pointsTextOf(findings).points(offer.utilities[p]!)),
        ],
      })),
    ],
  });
}

/** The k best for us, each by how it differs from the first. */
export function bestInTurn(findings: PackageFindings, names: PackageNames): Piece {
  const { ours, parties } = findings;
  const [first] = ours?.best ?? [];
  if (!ours || !first || ours.best.length < 2) return undefined;
  const shown = parties.length <= mostAcross ? parties : [ours.party];
  const changes = (offer: Offer) =>
    Object.keys(offer.package)
      .filter((issue) => offer.package[issue] !== first.package[issue])
      .map((issue) => `${names.issue(issue)}: ${names.option(issue, offer.package[issue] ?? "")}`)
      .join("; ");
  return annex(
    `The ${ours.best.length} best for ${names.party(ours.party)} that all accept`,
    !ours.bestComplete &&
      element("p", {}, "The search for them stopped at its limit: others may be better than the last."),
    table({
      caption: "Each by what is different from the best",
      columns: [{ head: "Package" }, ...shown.map((party) => ({ head: names.party(party), figures: true }))],
      rows: ours.best.map((offer, k) => ({
        cells: [
          k === 0 ? "the best, as above" : changes(offer) || "the same options in effect",
          ...shown.map((party) => pointsTextOf(findings).points(offer.utilities[parties.indexOf(party)]!)),
        ],
      })),
    }),
  );
}

/** Who can settle without the others, and what they would make of it. */
export function coalitionTable(findings: PackageFindings, names: PackageNames): Piece {
  const { coalitions, issues } = findings;
  if (!coalitions || coalitions.length === 0) return undefined;
  const { points } = pointsTextOf(findings);
  const told = coalitions.map(({ members, zone, nash }) => ({
    cells: [
      members.map((member) => names.party(member)).join(", "),
      zone.exact ? countText(zone.count) : `about ${percentText(zone.share)}`,
      nash ? members.map((member, k) => `${names.party(member)} ${points(nash.utilities[k]!)}`).join(", ") : "–",
    ],
  }));
  const settled = coalitions.flatMap(({ members, nash }) => (nash ? [{ members, nash }] : []));
  return join([
    table({
      caption: "Smallest coalitions that can settle under the forum’s rule, whatever the others think",
      columns: [
        { head: "Members" },
        { head: "Packages they accept", figures: true },
        { head: "Points to them of their own Nash package" },
      ],
      rows: told,
    }),
    settled.length > 0 &&
      annex(
        "What each coalition would settle on",
        table({
          caption: "Their own Nash packages",
          columns: [
            { head: "Issue" },
            ...settled.map(({ members }) => ({ head: members.map((member) => names.party(member)).join(", ") })),
          ],
          rows: issues.map((issue) => ({
            cells: [names.issue(issue), ...settled.map(({ nash }) => names.option(issue, nash.package[issue] ?? ""))],
          })),
        }),
      ),
  ]);
}
