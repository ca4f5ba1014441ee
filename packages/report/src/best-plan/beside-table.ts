/** The best plan beside the plan as written, part by part, with what each difference is worth. */
import type { BestPlan, PlanPartFinding } from "@demarche/core/search";
import { anchor, type Paper } from "../html/paper.ts";
import { type Row, table } from "../html/table.ts";
import { countText } from "../html/world-share.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { join, markup, type Piece } from "../svg/markup.ts";
import { capitalise, pointsCompact } from "../wording/index.ts";
import { type BesideMove, movesAsWritten, movesOfBest } from "./beside-moves.ts";
import { movesInTree } from "./choices.ts";
import { isDifferent, moveNames } from "./standing.ts";

const words = bestPlanMessages.beside;

export function writeBeside(paper: Paper, best: BestPlan): Piece {
  const { index } = paper;
  const written = index.brief.plan.length > 0;
  const shown = best.parts.filter((part) => (written ? isDifferent(part) : movesInTree(part.tree).length > 0));
  const rest = best.parts.filter((part) => !shown.includes(part));
  const alike = rest.flatMap((part) => movesInTree(part.tree));
  const neither = rest.filter((part) => movesInTree(part.tree).length === 0).flatMap((part) => part.moves);
  const sentences = [
    ...(shown.length > 0 ? [words.worlds(countText(best.worlds.valued), countText(paper.findings.worlds))] : []),
    ...(written && alike.length > 0 ? [words.alike(moveNames(index, alike))] : []),
    ...(neither.length === 0
      ? []
      : [(neither.length === 1 ? words.neither : words.neitherMany)(moveNames(index, neither))]),
  ];
  return [
    (shown.length > 0 || sentences.length > 0) && markup`<h3>${written ? words.heading : words.headingAlone}</h3>`,
    shown.length > 0 &&
      table({
        caption: markup`${words.caption}.${paper.notes.computed("/plans/best/parts")}`,
        columns: [
          { head: words.concerns, width: 24 },
          ...(written ? [{ head: words.written, width: 24 }] : []),
          { head: words.best, width: written ? 24 : 52 },
          ...(written ? [{ head: words.difference, width: 14 }] : []),
          { head: words.overNone, width: written ? 14 : 24 },
        ],
        rows: shown.map((part) => row(paper, best, part, written)),
      }),
    sentences.length > 0 && markup`<p>${sentences.join(" ")}</p>`,
  ];
}

function row(paper: Paper, best: BestPlan, part: PlanPartFinding, written: boolean): Row {
  const { notes } = paper;
  const at = `/plans/best/parts/${best.parts.indexOf(part)}`;
  const { plan } = paper.index.brief;
  const otherwise = written && part.added.length === 0 && part.dropped.length === 0;
  return {
    cells: [
      concerns(paper, part),
      ...(written ? [moveLines(paper, movesAsWritten(plan, part))] : []),
      [moveLines(paper, movesOfBest(plan, best, part)), otherwise && markup`<div class="why">${words.otherwise}</div>`],
      ...(written ? [markup`${pointsCompact(part.overAsWritten)}${notes.computed(`${at}/overAsWritten`)}`] : []),
      markup`${pointsCompact(part.overNone)}${notes.computed(`${at}/overNone`)}`,
    ],
  };
}

function concerns({ index, items }: Paper, part: PlanPartFinding): Piece {
  if (part.items.length === 0) return capitalise(part.moves.length === 1 ? words.noItemOne : words.noItem);
  return join(
    part.items.map((id) =>
      items.has(id)
        ? markup`<div><a href="${`#${anchor("item", id)}`}">${index.nameOf(id)}</a></div>`
        : markup`<div>${index.nameOf(id)}</div>`,
    ),
  );
}

/** Those that only one of the plans makes are marked in words. */
function moveLines({ index }: Paper, moves: readonly BesideMove[]): Piece {
  if (moves.length === 0) return markup`<span class="quiet">${words.nothing}</span>`;
  return join(
    moves.map(({ id, alone, marks }) => {
      const name = alone ? markup`<strong>${index.nameOf(id)}</strong>` : index.nameOf(id);
      return markup`<div>${name}${marks.length > 0 && markup`<span class="quiet">${words.marks(marks)}</span>`}</div>`;
    }),
  );
}
