import type { Id } from "@demarche/core/brief";
import type { ItemFinding } from "@demarche/core/run";
import { glanceMessages as words } from "../messages/glance.ts";
import type { LadderBar } from "../svg/ladder-bar.ts";
import { rungFill } from "../svg/ladder-bar.ts";
import { shareText } from "../wording/index.ts";
import type { Paper } from "./paper.ts";

/** Shares below this are left out of running text (they stand in the tables behind). */
export const leastShown = 0.025;

export interface Reason {
  readonly text: string;
  /** The same inside a sentence: "because …". */
  readonly clause: string;
  readonly share: number;
}
/** Why nothing comes of an item, greatest share first. */
export function reasonsFor(paper: Paper, item: ItemFinding): readonly Reason[] {
  const { because } = item.none;
  const reasons: Reason[] = [
    { text: words.because.notAdmitted, clause: words.clauses.notAdmitted, share: because.notAdmitted },
    { text: words.because.noCompetence, clause: words.clauses.noCompetence, share: because.noCompetence },
    { text: words.because.brokeDown, clause: words.clauses.brokeDown, share: because.brokeDown },
    ...Object.entries(because.refused).map(([party, share]) => ({
      text:
        party === "jointly"
          ? words.because.jointly
          : words.because.refusedBy(party === paper.us ? words.us : paper.index.inProse(party)),
      clause:
        party === "jointly"
          ? words.clauses.jointly
          : party === paper.us
            ? words.clauses.weRefuse
            : words.clauses.refusedBy(paper.index.inProse(party)),
      share,
    })),
    { text: words.because.notReached, clause: words.clauses.notReached, share: because.notReached },
  ];
  return reasons.filter((reason) => reason.share > 0).sort((a, b) => b.share - a.share);
}

export interface Blocker {
  readonly party: Id;
  readonly keepsOff: number;
  readonly refuses: number;
}
/** Parties that keep the item off or refuse it, as far as it is worth saying; the greatest first. */
export function blockersOf(item: ItemFinding, least = 0.05): readonly Blocker[] {
  return item.parties
    .filter((party) => party.keepsOff >= least || party.refuses >= least)
    .map(({ party, keepsOff, refuses }) => ({ party, keepsOff, refuses }))
    .sort((a, b) => Math.max(b.keepsOff, b.refuses) - Math.max(a.keepsOff, a.refuses));
}

export function optionOf(paper: Paper, item: ItemFinding, option: Id): string {
  return paper.index.optionName(item.id, option);
}

/** The item's outcomes as shares of a bar. */
export function ladderBarOf(paper: Paper, item: ItemFinding): LadderBar {
  const total =
    item.ask.chance + item.rungs.reduce((sum, rung) => sum + rung.chance, 0) + item.worse.chance + item.none.chance;
  const share = (chance: number) => (total > 0 ? chance / total : 0);
  return {
    title: words.barTitle(item.title),
    description: words.barText(
      [
        words.askPart(shareText(item.ask.chance)),
        ...item.rungs.map((rung) => words.rungPart(optionOf(paper, item, rung.id), shareText(rung.chance))),
        words.worsePart(shareText(item.worse.chance)),
        words.nonePart(shareText(item.none.chance)),
      ].join(", "),
    ),
    shares: [
      { fill: "ask", sign: words.signs.ask, share: share(item.ask.chance) },
      ...item.rungs.map((rung, j) => ({ fill: rungFill(j), sign: String(j + 1), share: share(rung.chance) })),
      { fill: "worse", sign: words.signs.worse, share: share(item.worse.chance) },
      { fill: "none", sign: words.signs.none, share: share(item.none.chance) },
    ],
  };
}
