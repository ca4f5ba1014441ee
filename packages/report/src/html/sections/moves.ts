import type { Move } from "@demarche/core/brief";
import type { MoveFinding } from "@demarche/core/run";
import { headings } from "../../messages/headings.ts";
import { planMessages } from "../../messages/plan.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { layOutValueBars, type ValueBars } from "../../svg/value-bars.ts";
import { chanceInputText, dateText, levelText, listText, pointsShort, pointsText } from "../../wording/index.ts";
import { asIfText } from "../as-if-text.ts";
import { figure } from "../figure.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";
import { type Row, table } from "../table.ts";
import { oftenText } from "../world-share.ts";

const words = planMessages.moves;

/** Moves of the plan, the most valuable first; equal ones in the order of the brief. */
export function movesByWorth(paper: Paper): readonly MoveFinding[] {
  return Object.values(paper.findings.plans.without).sort((a, b) => b.worth.value - a.worth.value);
}

export function moveBarsOf(paper: Paper): ValueBars {
  const bars = movesByWorth(paper).map((move) => ({
    name: paper.index.nameOf(move.move),
    ...move.worth,
    typed: move.typed,
    text: pointsShort(move.worth.value),
  }));
  return {
    title: words.title,
    description: words.describe(
      movesByWorth(paper)
        .map((move) => words.row(paper.index.nameOf(move.move), pointsText(move.worth)))
        .join("; "),
    ),
    bars,
    words: { axis: words.axis, typed: words.typed },
  };
}

/** What the plan is worth, and what each move adds to it. */
export const writeMoves: SectionWriter = (paper) => ({
  id: "moves",
  title: headings.moves,
  body: () => {
    const { none, asWritten, others } = paper.findings.plans;
    const { notes } = paper;
    const moves = movesByWorth(paper);
    const bars = moveBarsOf(paper);
    return [
      markup`<p>${words.none(levelText(none))}${notes.computed("/plans/none")} ${moves.length > 0 && markup`${words.asWritten(levelText(asWritten), pointsText(asWritten.overNone))}${notes.computed("/plans/asWritten")}`} ${words.unit}</p>`,
      Object.entries(others).map(
        ([id, plan]) =>
          markup`<p>${words.other(paper.index.nameOf(id), levelText(plan), pointsText(plan.overAsWritten))}${notes.computed(`/plans/others/${id}`)}</p>`,
      ),
      moves.length > 0 && [
        figure("move-worth", markup`${words.caption}.${notes.computed("/plans/without")}`, (place) =>
          layOutValueBars(place, bars),
        ),
        moveTable(paper, moves),
      ],
      unplanned(paper),
    ];
  },
});

function moveTable(paper: Paper, moves: readonly MoveFinding[]): Piece {
  return table({
    caption: words.tableCaption,
    columns: [
      { head: words.move, width: 24 },
      { head: words.kind, width: 18 },
      { head: words.worth, width: 16 },
      { head: words.ofWhichTyped, width: 10 },
      { head: words.done, width: 12 },
      { head: words.moves, width: 20 },
    ],
    rows: moves.map((move) => moveRow(paper, move)),
  });
}

function moveRow(paper: Paper, move: MoveFinding): Row {
  const { index, notes } = paper;
  const given = index.moves.get(move.move);
  const gains = [...move.items].sort((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, 4);
  return {
    id: anchor("move", move.move),
    cells: [
      markup`${index.nameOf(move.move)}${given ? notes.sourced(given.path) : ""}`,
      given ? kindText(paper, given) : "–",
      markup`${pointsText(move.worth)}${notes.computed(`/plans/without/${move.move}/worth`)}`,
      move.typed === 0 ? "–" : pointsShort(move.typed),
      words.doneText(oftenText(move.done), oftenText(move.worked)),
      [
        gains.length === 0
          ? words.nothing
          : gains.map((gain) => markup`<div>${words.gains(index.nameOf(gain.issue), pointsShort(gain.points))}</div>`),
        move.asIf !== undefined && markup`<div class="why">${asIfText(move.asIf)}</div>`,
        move.fallsAway.length > 0 &&
          markup`<div class="why">${words.falls}: ${listText(move.fallsAway.map(index.nameOf))}</div>`,
      ],
    ],
  };
}

/** Moves of the brief that the plan as written does not make: alternatives of ours, and steps that others may take. */
function unplanned(paper: Paper): Piece {
  const { index, notes } = paper;
  const others = index.brief.moves.filter((move) => paper.findings.plans.without[move.id] === undefined);
  if (others.length === 0) return undefined;
  return table({
    caption: `${words.unplanned}.`,
    columns: [
      { head: words.move, width: 36 },
      { head: words.by, width: 18 },
      { head: words.kind, width: 24 },
      { head: words.when, width: 22 },
    ],
    rows: others.map((move) => ({
      id: anchor("move", move.id),
      cells: [
        markup`${index.nameOf(move.id)}${notes.sourced(move.path)}`,
        index.nameOf(move.by ?? paper.us),
        kindText(paper, move),
        [
          move.dates === undefined ? undefined : dateText(move.dates),
          move.chance === undefined ? undefined : words.chance(chanceInputText(move.chance.value)),
        ]
          .filter((part) => part !== undefined)
          .join("; ") || "–",
      ],
    })),
  });
}

function kindText(paper: Paper, move: Move): string {
  return move.target === undefined ? move.kind : `${move.kind}, ${listText(move.target.map(paper.index.shortName))}`;
}
