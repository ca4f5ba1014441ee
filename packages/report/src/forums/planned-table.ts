/** Issues before one forum or another with all that bears on them planned for it: what comes of it, and how certain that is the best. */
import type { Id } from "@demarche/core/brief";
import type { ForumChance, ForumComparison, PlannedForum } from "@demarche/core/compare-forums";
import { table } from "../html/table.ts";
import { countText } from "../html/world-share.ts";
import { forumsMessages as words } from "../messages/forums.ts";
import { markup, type Piece } from "../svg/markup.ts";
import {
  type BriefIndex,
  capitalise,
  levelText,
  listText,
  pointsCompact,
  quoted,
  shareText,
} from "../wording/index.ts";
import type { ForumWords } from "./forums-body.ts";
import { standingOf } from "./standing.ts";

/** Less than this prints as nought: no plan does better on the worlds searched. */
const leastGap = 0.05;

/** What planning for each forum changes, in a sentence. */
export function plannedLeader({ forums, planning }: ForumComparison, index: BriefIndex): string | undefined {
  const [first] = forums;
  if (planning === undefined || first === undefined) return undefined;
  if (first.planned === undefined) return words.planned.none;
  if (first.planned.over !== undefined) return words.planned.uncounted;
  const said = forums.slice(1).flatMap(({ forum, planned }) => standingOf(index.inProse(forum), planned?.over));
  return `${words.planned.leader(index.inProse(first.forum))} ${said.join("; ")}.`;
}

export function plannedTable(comparison: ForumComparison, at: number, { index, computed }: ForumWords): Piece {
  const { issue, ask, forums, planning } = comparison;
  const first = forums[0]?.planned;
  if (planning === undefined || first === undefined) return undefined;
  const shown = forums.flatMap((chance, k) =>
    chance.planned === undefined ? [] : [{ chance, k, planned: chance.planned }],
  );
  const hasRungs = shown.some(({ planned }) => planned.rungs.length > 0);
  return [
    table({
      caption: `${words.planned.caption(index.nameOf(issue), index.optionName(issue, ask))}.`,
      columns: [
        { head: words.forum, width: 18 },
        { head: words.planned.plan, width: 34 },
        { head: words.ask, figures: true },
        ...(hasRungs ? [{ head: words.rungs, figures: true }] : []),
        { head: words.none, figures: true },
        { head: words.planned.overWritten, figures: true },
        { head: words.over, figures: true },
      ],
      rows: shown.map(({ chance, k, planned }) => ({
        cells: [
          markup`${capitalise(index.nameOf(chance.forum))}${computed(`/forums/${at}/forums/${k}/planned`)}`,
          planText(planned, first, index),
          shareText(planned.ask),
          ...(hasRungs ? [shareText(planned.rungs.reduce((sum, rung) => sum + rung.chance, 0))] : []),
          shareText(planned.none),
          pointsCompact(planned.overAsWritten),
          planned.over === undefined ? words.first : pointsCompact(planned.over),
        ],
      })),
    }),
    markup`<p class="quiet">${words.planned.note(countText(planning.searched), countText(planning.pruned))} ${gapText(forums, index)}</p>`,
  ];
}

/** The moves of the first; of the others what differs from them. */
export function planText(planned: PlannedForum, first: PlannedForum, index: BriefIndex): string {
  const names = (moves: readonly Id[]): string => listText(moves.map((move) => quoted(index.nameOf(move))));
  if (planned === first) return planned.moves.length === 0 ? words.planned.nothing : names(planned.moves);
  if (planned.text === first.text) return words.planned.same;
  const also = planned.moves.filter((move) => !first.moves.includes(move));
  const without = first.moves.filter((move) => !planned.moves.includes(move));
  if (planned.moves.length === 0) return words.planned.nothing;
  const changes = [
    ...(also.length === 0 ? [] : [words.planned.also(names(also))]),
    ...(without.length === 0 ? [] : [words.planned.without(names(without))]),
  ];
  return changes.length === 0 ? words.planned.otherwise : capitalise(changes.join("; "));
}

/** What may have been missed, by forum. */
export function gapText(forums: readonly ForumChance[], index: BriefIndex): string {
  const open = forums.flatMap(({ forum, planned }) => {
    const missed = planned === undefined ? 0 : planned.bound - planned.found;
    return missed < leastGap
      ? []
      : [words.planned.open(index.inProse(forum), levelText({ value: missed, low: missed, high: missed }))];
  });
  return open.length === 0 ? words.planned.exact : words.planned.gap(listText(open));
}
