/** What is to be said and shown of issues before one forum or another, for a page of its own or a section of another paper. */
import type { Id } from "@demarche/core/brief";
import type { ForumChance, ForumComparison } from "@demarche/core/compare-forums";
import { figure } from "../html/figure.ts";
import { leastShown } from "../html/outcome.ts";
import { table } from "../html/table.ts";
import { verdictOf } from "../html/verdict.ts";
import { countText, oftenText } from "../html/world-share.ts";
import { forumsMessages as words } from "../messages/forums.ts";
import { layOutCoalitionBars } from "../svg/coalition-bars.ts";
import { markup, type Piece } from "../svg/markup.ts";
import { type BriefIndex, capitalise, listText, pointsCompact, shareText } from "../wording/index.ts";
import { barsOf, membersTable } from "./coalition-chart.ts";
import { decidersTable } from "./deciders-table.ts";
import { plannedLeader, plannedTable } from "./planned-table.ts";
import { standingOf } from "./standing.ts";

/** What the words are taken from, and how a figure is pointed to ("/forums/0/…"). */
export interface ForumWords {
  readonly index: BriefIndex;
  readonly computed: (pointer: string) => Piece;
  /** Head of one issue; the number is that of the section, if any. */
  readonly head: (issue: Id, at: number) => Piece;
}

export function forumsBody(comparisons: readonly ForumComparison[], given: ForumWords): Piece {
  const worlds = comparisons[0]?.worlds ?? 0;
  return [
    markup`<p>${words.intro(countText(worlds))} ${words.legend}</p>`,
    comparisons.map((comparison, at) => {
      const id = comparison.issue.replace(/[^a-z0-9-]/gu, "--");
      return markup`<section class="item" id="${`forums-${id}`}">${given.head(comparison.issue, at)}
<p>${leader(comparison, given.index)} ${plannedLeader(comparison, given.index)}</p>
${chances(comparison, at, given)}
${plannedTable(comparison, at, given)}
${figure(
  `coalitions-${id}`,
  markup`${words.bars.caption(given.index.nameOf(comparison.issue))}${given.computed(`/forums/${at}/forums`)}`,
  (place) => layOutCoalitionBars(place, barsOf(comparison, given.index)),
  membersTable(comparison, given.index),
)}
${decidersTable(comparison, at, given)}
${leftOut(comparison, given.index)}</section>`;
    }),
  ];
}

function leftOut(comparison: ForumComparison, index: BriefIndex): Piece {
  return (["parties", "rule"] as const).map((why) => {
    const forums = comparison.leftOut.filter((entry) => entry.why === why);
    return (
      forums.length > 0 &&
      markup`<p>${words.leftOut[why](listText(forums.map(({ forum }) => index.inProse(forum))))}</p>`
    );
  });
}

/** What taking it elsewhere is worth, in a sentence. */
export function leader({ forums }: ForumComparison, index: BriefIndex): string {
  const [first, ...others] = forums;
  if (first?.over !== undefined) return words.leader.uncounted;
  if (first === undefined || others.length === 0) return words.leader.only;
  const said = others.flatMap(({ forum, over }) => standingOf(index.inProse(forum), over));
  return `${words.leader.against(index.inProse(first.forum))} ${said.join("; ")}.`;
}

function chances(comparison: ForumComparison, at: number, { index, computed }: ForumWords): Piece {
  const { issue, ask, forums } = comparison;
  const hasRungs = forums.some(({ rungs }) => rungs.length > 0);
  return table({
    caption: `${words.chances(index.nameOf(issue), index.optionName(issue, ask))}.`,
    columns: [
      { head: words.forum, width: 22 },
      { head: words.ask, figures: true },
      ...(hasRungs ? [{ head: words.rungs, figures: true }] : []),
      { head: words.worse, figures: true },
      { head: words.none, width: 20 },
      { head: words.admitted, figures: true },
      { head: words.deadlock, figures: true },
      { head: words.againstUs, figures: true },
      { head: words.over, figures: true },
    ],
    rows: forums.map((forum, k) => ({
      cells: [
        markup`${capitalise(index.nameOf(forum.forum))}${computed(`/forums/${at}/forums/${k}`)}<div class="why">${forum.why
          .map((reason) => words.why[reason])
          .join("; ")}</div>`,
        shareText(forum.ask),
        ...(hasRungs ? [rungsText(forum, issue, index)] : []),
        shareText(forum.worse),
        nothingText(forum, index),
        oftenText(forum.admitted),
        oftenText(forum.deadlock),
        oftenText(forum.againstUs),
        worthText(forum),
      ],
    })),
  });
}

/** What taking it there is worth, how much of it on other issues, and whether it would come earlier or later. */
function worthText({ over, shadow, comes }: ForumChance): Piece {
  if (over === undefined || shadow === undefined || comes === undefined) return words.first;
  const onRest = verdictOf(shadow) === "nothing" ? "" : `; ${words.shadow(pointsCompact(shadow))}`;
  return markup`${pointsCompact(over)}<div class="why">${words.comes[comes]}${onRest}</div>`;
}

function rungsText({ rungs }: ForumChance, issue: Id, index: BriefIndex): Piece {
  if (rungs.length === 1) return shareText(rungs[0]!.chance);
  return rungs.map(
    ({ id, chance }) => markup`<div>${shareText(chance)}</div><div class="why">${index.optionName(issue, id)}</div>`,
  );
}

/** Reasons in the order of their weight, those that are printed at all. */
export function nothingReasons({ none }: ForumChance, index: BriefIndex): string[] {
  const { refused, ...others } = none.because;
  const found = [
    ...Object.entries(others).map(([reason, share]) => ({
      text: words.none2[reason as keyof typeof words.none2],
      share,
    })),
    ...Object.entries(refused).map(([party, share]) => ({
      text: words.refused(party === "jointly" ? words.jointly : index.shortName(party)),
      share,
    })),
  ];
  return found
    .filter(({ share }) => share >= leastShown)
    .sort((a, b) => b.share - a.share)
    .map(({ text, share }) => `${text} ${shareText(share)}`);
}

function nothingText(forum: ForumChance, index: BriefIndex): Piece {
  const reasons = nothingReasons(forum, index);
  return markup`${shareText(forum.none.chance)}${reasons.length > 0 && markup`<div class="why">${reasons.join("; ")}</div>`}`;
}
