import type { Step } from "@demarche/core/brief";
import { headings } from "../../messages/headings.ts";
import { planMessages } from "../../messages/plan.ts";
import { layOutContingencyTree } from "../../svg/contingency-tree.ts";
import { join, markup, type Piece } from "../../svg/markup.ts";
import { capitalise, conditionText, dueText, modalityText, quoted } from "../../wording/index.ts";
import { figure } from "../figure.ts";
import { reachedBy, treeOf } from "../figures/tree-of.ts";
import type { Paper, SectionWriter } from "../paper.ts";
import { allSteps, stepText } from "../step-text.ts";
import { annex, type Row, table } from "../table.ts";
import { oftenText } from "../world-share.ts";

const words = planMessages.steps;

/** The plan as a tree, its contingencies, and every step with how often it is reached. */
export const writeSteps: SectionWriter = (paper) => ({
  id: "steps",
  title: headings.steps,
  body: () => {
    const { plan } = paper.index.brief;
    if (plan.length === 0) return markup`<p>${words.none}</p>`;
    const tree = treeOf(paper);
    const caption = markup`${words.caption}.${paper.notes.computed("/steps")}`;
    const branches = allSteps(plan).filter((step) => step.step === "if");
    return [
      figure("contingency-tree", caption, (place) => layOutContingencyTree(place, tree)),
      branches.length > 0 && contingencies(paper, branches),
      annex(words.list, stepTable(paper, allSteps(plan))),
    ];
  },
});

function contingencies(paper: Paper, branches: readonly Step[]): Piece {
  const rows = branches.flatMap((step): readonly Row[] => {
    if (step.step !== "if") return [];
    const inner = [...step.then, ...step.else];
    return [
      {
        cells: [
          markup`${capitalise(conditionText(paper.index, step.if))}${paper.notes.sourced(step.path)}`,
          stepLines(paper, step.then),
          stepLines(paper, step.else),
          authorities(paper, inner),
        ],
      },
    ];
  });
  return table({
    caption: words.tableCaption,
    columns: [
      { head: words.trigger, width: 30 },
      { head: words.move, width: 25 },
      { head: words.fallback, width: 25 },
      { head: words.authority, width: 20 },
    ],
    rows,
  });
}

function stepLines(paper: Paper, steps: readonly Step[]): Piece {
  if (steps.length === 0) return words.nothing;
  return join(
    steps.map((step) => {
      const modality = modalityText(step);
      return markup`<div>${stepText(paper, step)}${modality !== undefined && markup` <span class="quiet">(${quoted(modality)})</span>`}</div>`;
    }),
  );
}

/** Who may grant what the branch asks for, as the ladders say. */
function authorities(paper: Paper, steps: readonly Step[]): Piece {
  const named = allSteps(steps).flatMap((step) => {
    if (step.step !== "ask") return [];
    const rung = paper.index.position(step.issue, paper.us)?.fallbacks?.find((entry) => entry.option === step.option);
    if (rung?.authority === undefined) return [];
    const due = rung.due === undefined ? "" : `, ${dueText(rung.due) ?? rung.due.text}`;
    const who = /^[a-z][a-z0-9-]*$/u.test(rung.authority) ? paper.index.nameOf(rung.authority) : rung.authority;
    return [`${who}${due}`];
  });
  const unique = named.filter((name, i) => named.indexOf(name) === i);
  return unique.length === 0 ? words.noAuthority : unique.join("; ");
}

function stepTable(paper: Paper, steps: readonly Step[]): Piece {
  const reached = reachedBy(paper);
  return table({
    caption: words.listCaption,
    look: "data",
    columns: [{ head: words.step }, { head: words.modality }, { head: words.share, figures: true }],
    rows: steps.map((step) => {
      const share = reached.get(step.path);
      return {
        cells: [stepText(paper, step), modalityText(step) ?? "–", share === undefined ? "–" : oftenText(share)],
      };
    }),
  });
}
