import type { Belief, Issue, Move, Position } from "@demarche/core/brief";
import { contextMessages } from "../../messages/context.ts";
import { join, markup, type Piece } from "../../svg/markup.ts";
import {
  asSentence,
  capitalise,
  chanceInputText,
  listText,
  placeText,
  quantityText,
  quoted,
} from "../../wording/index.ts";
import { issueNames } from "../issue-names.ts";
import type { Paper, SectionWriter } from "../paper.ts";
import { bullets, type Row, table } from "../table.ts";

const words = contextMessages.disclosure;

/** What we let be believed beside what is so, what others believe, and the moves that hide or show. */
export const writeDisclosure: SectionWriter = (paper) => {
  const { index } = paper;
  const shown = index.ownIssues.flatMap((issue) => {
    const position = issue.instances?.length ? undefined : issue.positions.find((entry) => entry.party === paper.us);
    return position?.shownAs ? [shownRow(paper, issue, position)] : [];
  });
  const beliefs = index.brief.beliefs.map((belief) => beliefText(paper, belief));
  const moves = index.brief.moves
    .filter((move) => (move.by ?? paper.us) === paper.us)
    .flatMap((move) => moveLines(paper, move));
  if (shown.length + beliefs.length + moves.length === 0) return null;
  return {
    id: "disclosure",
    title: words.title,
    body: (number) => [
      shown.length > 0 &&
        table({
          caption: `${words.shownCaption}.`,
          columns: [
            { head: words.item, width: 34 },
            { head: words.shown, width: 24 },
            { head: words.so, width: 24 },
            { head: words.to, width: 18 },
          ],
          rows: shown,
        }),
      beliefs.length > 0 && part(`${number}.1`, words.beliefs, beliefs),
      moves.length > 0 && part(beliefs.length > 0 ? `${number}.2` : `${number}.1`, words.moves, moves),
    ],
  };
};

function part(number: string, title: string, lines: readonly Piece[]): Piece {
  return markup`<h3><span class="count">${number}</span> ${title}</h3>${bullets(lines)}`;
}

function shownRow(paper: Paper, issue: Issue, position: Position): Row {
  const { index } = paper;
  const shown = position.shownAs;
  const describe = (stated: Pick<Position, "ideal" | "salience"> | undefined): string =>
    listText([
      ...(stated?.ideal && shown?.ideal ? [words.ideal(placeText(index, issue.id, stated.ideal.value))] : []),
      ...(stated?.salience && shown?.salience ? [words.salience(quantityText(stated.salience.value))] : []),
    ]);
  return {
    cells: [
      markup`${index.nameOf(issue.id)}${shown ? paper.notes.sourced(shown.path) : undefined}`,
      describe(shown),
      describe(position),
      shown?.to === undefined ? words.everyone : listText(shown.to.map(index.nameOf)),
    ],
  };
}

function beliefText(paper: Paper, belief: Belief): Piece {
  const { index } = paper;
  const about = belief.about === paper.us ? words.ourselves : index.inProse(belief.about);
  const issues = belief.issues === undefined ? "" : words.on(listText(issueNames(paper, belief.issues).map(quoted)));
  const first = belief.issues?.[0];
  const what = [
    ...(belief.ideal && first !== undefined ? [words.ideal(placeText(index, first, belief.ideal.value))] : []),
    ...(belief.salience ? [words.salience(quantityText(belief.salience.value))] : []),
  ];
  const write = belief.by.length === 1 ? words.belief : words.beliefs2;
  const text = write(
    capitalise(listText(belief.by.map(index.inProse))),
    about,
    issues,
    what.length === 0 ? words.unspecified : listText(what),
  );
  const because = belief.because === undefined ? undefined : asSentence(belief.because);
  return markup`${join([text, because], " ")}${paper.notes.sourced(belief.path)}`;
}

function moveLines(paper: Paper, move: Move): readonly Piece[] {
  const { index, notes } = paper;
  const name = index.nameOf(move.id);
  const target = move.target === undefined ? words.target : listText(move.target.map(index.inProse));
  const lines = [
    ...(move.kind === "conceal" && move.issues
      ? [words.conceals(name, listText(issueNames(paper, move.issues).map(quoted)))]
      : []),
    ...(move.reveals ?? []).map((entry) =>
      words.reveals(
        name,
        listText(entry.what.map((what) => words.kinds[what])),
        quoted(index.nameOf(entry.issue)),
        entry.to === undefined ? target : listText(entry.to.map(index.inProse)),
        entry.chance === undefined ? undefined : chanceInputText(entry.chance.value),
      ),
    ),
    ...(move.public === true ? [words.public(name)] : []),
  ];
  return lines.map((line) => markup`${line}${notes.sourced(move.path)}`);
}
