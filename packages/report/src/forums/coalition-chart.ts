/** Votes for what we ask against the threshold of each forum: the picture and the figures behind it. */
import type { ForumChance, ForumComparison, MemberShare, Threshold } from "@demarche/core/compare-forums";
import { table } from "../html/table.ts";
import { oftenText } from "../html/world-share.ts";
import { forumsMessages as words } from "../messages/forums.ts";
import type { CoalitionBar, CoalitionBars } from "../svg/coalition-bars.ts";
import { markup, type Piece } from "../svg/markup.ts";
import { type BriefIndex, capitalise, listText, numberText } from "../wording/index.ts";

const totalOf = ({ weights }: Threshold): number => weights.reduce((sum, weight) => sum + weight, 0);

function neededText(threshold: Threshold): string {
  const [quota, total] = [numberText(threshold.quota), numberText(totalOf(threshold))];
  return threshold.strict ? words.bars.moreThan(quota, total) : words.bars.needed(quota, total);
}

export function barsOf({ issue, forums }: ForumComparison, index: BriefIndex): CoalitionBars {
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

export function membersTable({ forums }: ForumComparison, index: BriefIndex): Piece {
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
