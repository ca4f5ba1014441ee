/** What is to be said and shown of issues before one forum or another, for a page of its own or a section of another paper. */
import type { Id } from "@demarche/core/brief";
import type { ForumChance, ForumComparison, MemberShare, Threshold } from "@demarche/core/compare-forums";
import { figure } from "../html/figure.ts";
import { leastShown } from "../html/outcome.ts";
import { ruleText } from "../html/sections/forum-table.ts";
import { bullets, table } from "../html/table.ts";
import { verdictOf } from "../html/verdict.ts";
import { countText, oftenText } from "../html/world-share.ts";
import { forumsMessages as words } from "../messages/forums.ts";
import { type CoalitionBar, layOutCoalitionBars } from "../svg/coalition-bars.ts";
import { markup, type Piece } from "../svg/markup.ts";
import {
  type BriefIndex,
  capitalise,
  listText,
  numberText,
  pointsCompact,
  pointsText,
  shareText,
} from "../wording/index.ts";

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
<p>${leader(comparison, given.index)}</p>
${chances(comparison, at, given)}
${figure(
  `coalitions-${id}`,
  markup`${words.bars.caption(given.index.nameOf(comparison.issue))}${given.computed(`/forums/${at}/forums`)}`,
  (place) => layOutCoalitionBars(place, barsOf(comparison, given.index)),
  membersTable(comparison, given.index),
)}
${deciders(comparison, at, given)}
${comparison.leftOut.length > 0 && markup`<p>${words.leftOut(listText(comparison.leftOut.map(given.index.inProse)))}</p>`}</section>`;
    }),
  ];
}

/** What taking it elsewhere is worth, in a sentence. */
export function leader({ forums }: ForumComparison, index: BriefIndex): string {
  const [first, ...others] = forums;
  if (first === undefined || others.length === 0) return words.leader.only;
  const said = others.flatMap((other) => {
    if (other.over === undefined) return [];
    const name = index.inProse(other.forum);
    const verdict = verdictOf(other.over);
    if (verdict === "unclear" || verdict === "nothing") return [words.leader.unclear(name)];
    const { value, low, high } = other.over;
    return verdict === "for"
      ? [words.leader.for(name, pointsText(other.over))]
      : [words.leader.worse(name, pointsText({ value: -value, low: -high, high: -low }).replaceAll("+", ""))];
  });
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
        forum.over === undefined ? words.first : pointsCompact(forum.over),
      ],
    })),
  });
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

const totalOf = ({ weights }: Threshold): number => weights.reduce((sum, weight) => sum + weight, 0);

function neededText(threshold: Threshold): string {
  const [quota, total] = [numberText(threshold.quota), numberText(totalOf(threshold))];
  return threshold.strict ? words.bars.moreThan(quota, total) : words.bars.needed(quota, total);
}

function barsOf({ issue, forums }: ForumComparison, index: BriefIndex) {
  const bars = forums.flatMap((forum) => forum.decides.thresholds.map((threshold) => barOf(forum, threshold, index)));
  return {
    title: words.bars.title(index.nameOf(issue)),
    description: bars
      .map((bar) =>
        words.bars.describe(
          bar.name,
          listText(bar.members.slice(0, 40).map(({ name, text }) => words.bars.member(name, text))),
          bar.needed,
          bar.enough,
        ),
      )
      .join(" "),
    bars,
    words: { ...words.bars.legend, threshold: words.bars.threshold, veto: words.bars.veto },
  };
}

function barOf(forum: ForumChance, threshold: Threshold, index: BriefIndex): CoalitionBar {
  const total = totalOf(threshold);
  const members = forum.decides.members.map((member, k) => ({
    name: index.shortName(member.party),
    weight: total > 0 ? threshold.weights[k]! / total : 0,
    willing: member.acceptsAsk,
    text: oftenText(member.acceptsAsk),
    veto: member.veto,
  }));
  return {
    name: capitalise(index.nameOf(forum.forum)),
    needed: neededText(threshold),
    enough: words.bars.reached(oftenText(forum.decides.enoughForAsk)),
    // More than half of six is just beyond three: the line stands in the next vote.
    threshold: total > 0 ? Math.min(1, threshold.quota / total + (threshold.strict ? 0.004 : 0)) : 0,
    members: members.sort((a, b) => b.willing - a.willing),
  };
}

function membersTable({ forums }: ForumComparison, index: BriefIndex): Piece {
  const row = (
    forum: ForumChance,
    member: Omit<MemberShare, "shapleyShubik" | "banzhaf" | "veto" | "blocksAlone">,
    weight: string,
  ) => ({
    cells: [
      markup`${index.nameOf(member.party)}<div class="why">${index.nameOf(forum.forum)}</div>`,
      weight,
      oftenText(member.acceptsAsk),
      oftenText(member.refusesAlone),
      oftenText(member.keepsOff),
    ],
  });
  return table({
    caption: `${words.bars.tableCaption}.`,
    look: "data",
    columns: [
      { head: words.bars.member2, width: 40 },
      { head: words.bars.weight, figures: true },
      { head: words.bars.takes, figures: true },
      { head: words.bars.alone, figures: true },
      { head: words.bars.keepsOff, figures: true },
    ],
    rows: forums.flatMap((forum) => [
      ...forum.decides.members.map((member, k) =>
        row(forum, member, forum.decides.thresholds.map(({ weights }) => numberText(weights[k]!)).join("; ")),
      ),
      ...forum.decides.others.map((other) => row(forum, other, "–")),
    ]),
  });
}

function deciders({ issue, forums }: ForumComparison, at: number, { index, computed }: ForumWords): Piece {
  return table({
    caption: `${words.deciders(index.nameOf(issue))}.`,
    columns: [
      { head: words.forum, width: 16 },
      { head: words.rule, width: 18 },
      { head: words.adopt, width: 22 },
      { head: words.power, width: 22 },
      { head: words.competence.head, width: 22 },
    ],
    rows: forums.map((forum, k) => ({
      cells: [
        capitalise(index.nameOf(forum.forum)),
        capitalise(ruleText(index, index.forums.get(forum.forum)?.decisionRule)),
        markup`<div>${adoptText(forum, index)}</div><div class="why">${words.block}: ${blockText(forum, index)}</div>`,
        markup`<div>${powerText(forum, index)}${computed(`/forums/${at}/forums/${k}/decides`)}</div>${pivotText(forum, index)}`,
        bullets(competenceLines(forum, index)),
      ],
    })),
  });
}

const mostNamed = 3;

function adoptText({ decides }: ForumChance, index: BriefIndex): string {
  const { coalitions, complete } = decides.minimalWinning;
  if (coalitions.length === 0) return words.nobody;
  const named = coalitions.slice(0, mostNamed).map((members) => members.map(index.shortName).join(" + "));
  const left = coalitions.length - named.length;
  const rest = complete ? (left > 0 ? [words.others(left)] : []) : [words.more];
  return [...named, ...rest].join("; ");
}

function blockText({ decides }: ForumChance, index: BriefIndex): string {
  const alone = decides.members.filter(({ blocksAlone }) => blocksAlone);
  if (alone.length === 0) return words.nobody;
  if (alone.length === decides.members.length) return words.each;
  return listText(alone.map(({ party }) => index.shortName(party)));
}

function powerText({ decides }: ForumChance, index: BriefIndex): string {
  const { members } = decides;
  const text = ({ shapleyShubik, banzhaf }: MemberShare) => `${shapleyShubik}, ${banzhaf}`;
  const first = members[0];
  if (first === undefined) return words.nobody;
  if (members.every((member) => text(member) === text(first))) return words.alike(text(first));
  const shown = members.slice(0, 12).map((member) => `${index.shortName(member.party)} ${text(member)}`);
  return [...shown, ...(members.length > 12 ? [words.others(members.length - 12)] : [])].join("; ");
}

function pivotText({ decides }: ForumChance, index: BriefIndex): Piece {
  const pivots = decides.scale?.pivots;
  if (pivots?.fromAbove === undefined || pivots.fromBelow === undefined) return undefined;
  const names = (members: readonly Id[]) => listText(members.map(index.shortName));
  const [more, less] = [names(pivots.fromAbove.members), names(pivots.fromBelow.members)];
  return markup`<div class="why">${more === less ? words.pivotal(more) : words.pivotalTwo(more, less)}</div>`;
}

function competenceLines({ competence, publicity, decides }: ForumChance, index: BriefIndex): string[] {
  const { holds, chance, needs } = competence;
  const keepers = decides.others.filter(({ keepsOff, party }) => keepsOff >= leastShown && !needs.includes(party));
  return [
    holds
      ? chance === undefined
        ? words.competence.whole
        : words.competence.chance(
            chance.low === chance.high
              ? shareText(chance.median)
              : `${shareText(chance.low).replace(/\s%$/u, "")}–${shareText(chance.high)}`,
          )
      : words.competence.none,
    ...(needs.length === 0 ? [] : [words.needs(listText(needs.map(index.inProse)))]),
    ...(keepers.length === 0 ? [] : [words.keepers(listText(keepers.map(({ party }) => index.inProse(party))))]),
    words.publicity[publicity],
  ];
}
