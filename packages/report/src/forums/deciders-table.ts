/** Who decides where: rule, coalitions, power, competence, consent and publicity. */
import type { Id } from "@demarche/core/brief";
import type { ForumChance, ForumComparison, MemberShare } from "@demarche/core/compare-forums";
import { leastShown } from "../html/outcome.ts";
import { ruleText } from "../html/sections/forum-table.ts";
import { bullets, table } from "../html/table.ts";
import { forumsMessages as words } from "../messages/forums.ts";
import { markup, type Piece } from "../svg/markup.ts";
import { type BriefIndex, capitalise, listText, shareText } from "../wording/index.ts";
import type { ForumWords } from "./forums-body.ts";

export function decidersTable({ issue, forums }: ForumComparison, at: number, { index, computed }: ForumWords): Piece {
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

/** Coalitions named, and members of each. */
const mostNamed = 3;
const mostMembers = 8;

function adoptText({ decides }: ForumChance, index: BriefIndex): string {
  const { coalitions, complete } = decides.minimalWinning;
  if (coalitions.length === 0) return words.nobody;
  const named = coalitions.slice(0, mostNamed).map((members) => {
    const names = members.slice(0, mostMembers).map(index.shortName).join(" + ");
    return members.length > mostMembers ? words.someOf(names, members.length - mostMembers) : names;
  });
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
