import type { Goal } from "@demarche/core/brief";
import { headings } from "../../messages/headings.ts";
import { registerMessages } from "../../messages/register.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import {
  asSentence,
  capitalise,
  conditionText,
  dateText,
  listText,
  modalityText,
  quantityText,
  quoted,
} from "../../wording/index.ts";
import { issueNames } from "../issue-names.ts";
import type { Paper, SectionWriter } from "../paper.ts";
import { placeLink } from "../place-link.ts";
import { bullets, table } from "../table.ts";

const words = registerMessages.goals;

/** Goals apart from asks, with the tensions that the checks found. */
export const writeGoals: SectionWriter = (paper) => {
  const { goals } = paper.index.brief;
  if (goals.length === 0) return null;
  return {
    id: "goals",
    title: headings.goals,
    body: () =>
      table({
        caption: `${words.caption}.`,
        columns: [
          { head: words.goal, width: 32 },
          { head: words.kind, width: 13 },
          { head: words.through, width: 25 },
          { head: words.worth, width: 10 },
          { head: words.tension, width: 20 },
        ],
        rows: goals.map((goal) => ({
          cells: [
            goalText(paper, goal),
            words.kinds[goal.kind ?? "result"],
            throughText(paper, goal),
            worthText(goal),
            tensions(paper, goal),
          ],
        })),
      }),
  };
};

function goalText(paper: Paper, goal: Goal): Piece {
  const modality = modalityText(goal);
  return markup`${asSentence(goal.statement ?? paper.index.nameOf(goal.id))}${paper.notes.sourced(goal.path)}${
    modality !== undefined && markup` <span class="quiet">${quoted(modality)}</span>`
  }`;
}

function throughText(paper: Paper, goal: Goal): Piece {
  const { index } = paper;
  const names = (ids: readonly string[] | undefined) =>
    ids === undefined ? undefined : listText(ids.map(index.nameOf));
  const lines = [
    goal.issues && listText(issueNames(paper, goal.issues)),
    names(goal.target),
    goal.against && words.against(names(goal.against) ?? ""),
    goal.forum && index.nameOf(goal.forum),
    goal.dates && dateText(goal.dates),
    goal.if && words.while(conditionText(index, goal.if)),
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? "–" : lines.map((line) => markup`<div>${capitalise(line)}</div>`);
}

function worthText(goal: Goal): string {
  if (goal.worth === undefined || goal.worth.value.kind === "unknown") return words.notPriced;
  return quantityText(goal.worth.value, "points");
}

function tensions(paper: Paper, goal: Goal): Piece {
  const own = `goals/${goal.id}`;
  const within = (path: string) => path === own || path.startsWith(`${own}/`);
  const others = paper.findings.contradictions
    .filter((entry) => entry.paths.some(within))
    .flatMap((entry) => entry.paths.filter((path) => !within(path)));
  const unique = others.filter((path, i) => others.indexOf(path) === i);
  return unique.length === 0 ? words.none : bullets(unique.map((path) => placeLink(paper, path)));
}
