/** The best plan in the report: what it brings and whether it is recommended, beside the plan as written, and why. */
import type { BestPlan } from "@demarche/core/search";
import { engineText } from "../html/engine-text.ts";
import { figure } from "../html/figure.ts";
import { anchor, type Paper, type SectionWriter } from "../html/paper.ts";
import { allSteps } from "../html/step-text.ts";
import { bullets, table } from "../html/table.ts";
import { countText } from "../html/world-share.ts";
import { bestPlanMessages as words } from "../messages/best-plan.ts";
import { element, join, markup, type Piece } from "../svg/markup.ts";
import { layOutPlanTree, type PlanTreePicture, type PlanTreeRow } from "../svg/plan-tree.ts";
import { layOutValueBars } from "../svg/value-bars.ts";
import { asSentence, levelText, numberText, pointsText } from "../wording/index.ts";
import { writeBeside } from "./beside-table.ts";
import { writeChances } from "./chances-table.ts";
import { writeChoices } from "./choices-table.ts";
import { comparedBars, comparedPlans } from "./compared.ts";
import { outlineNumbers } from "./outline-numbers.ts";
import { bestPlanOf, leadSentences } from "./standing.ts";
import { stepRows } from "./step-rows.ts";
import { writeTradeoffs } from "./tradeoffs-table.ts";
import { bestTreeOf } from "./tree-of.ts";

/** Null where the brief allows no move. */
export const writeBestPlan: SectionWriter = (paper) => {
  const best = bestPlanOf(paper.index, paper.findings);
  if (best === undefined) return null;
  return {
    id: "best-plan",
    title: words.title,
    body: () => [
      lead(paper, best),
      compared(paper, best),
      writeBeside(paper, best),
      tree(paper, best),
      steps(paper, best),
      writeChoices(paper, best),
      writeChances(paper, best),
      writeTradeoffs(paper, best),
      leftOut(paper, best),
      text(best),
    ],
  };
};

/** Points below this print as nought: the best found is as good as any can be. */
const exact = 0.05;

function lead({ index, notes }: Paper, best: BestPlan): Piece {
  const [first, ...others] = leadSentences(index, best);
  const searched = countText(best.worlds.searched);
  const missed = best.bound - best.found;
  const gap =
    missed < exact
      ? words.gap.exact(searched)
      : words.gap.open(levelText({ value: missed, low: missed, high: missed }), searched);
  const limited =
    best.mostMoves === undefined
      ? undefined
      : words.gap.limited(best.mostMoves === 1 ? words.gap.oneMove : words.gap.manyMoves(numberText(best.mostMoves)));
  const asks = allSteps(index.brief.plan).some((step) => step.step === "ask") ? words.gap.asks : undefined;
  const unpicked = best.worlds.pruned > 0 ? words.gap.pruned(countText(best.worlds.pruned)) : undefined;
  return [
    markup`<p>${first}${notes.computed("/plans/best/overAsWritten")} ${others.join(" ")}</p>`,
    markup`<p class="quiet">${gap}${notes.computed("/plans/best/bound")} ${[limited, unpicked, asks]
      .filter((sentence) => sentence !== undefined)
      .join(" ")}</p>`,
  ];
}

/** Only where there is more to compare than no plan and the best. */
function compared({ index, findings, notes }: Paper, best: BestPlan): Piece {
  if (index.brief.plan.length === 0) return undefined;
  const plans = comparedPlans(index, findings, best);
  const data = table({
    caption: `${words.compared.tableCaption}.`,
    look: "data",
    columns: [
      { head: words.compared.plan, width: 40 },
      { head: words.compared.level, figures: true, width: 30 },
      { head: words.compared.over, figures: true, width: 30 },
    ],
    rows: plans.map(({ name, level, over }) => ({
      cells: [name, levelText(level), over === undefined ? "–" : pointsText(over)],
    })),
  });
  return figure(
    "plans-compared",
    markup`${words.compared.caption}.${notes.computed("/plans/best/value")}`,
    (place) => layOutValueBars(place, comparedBars(plans)),
    data,
  );
}

function tree(paper: Paper, best: BestPlan): Piece {
  const picture = bestTreeOf(paper, best);
  if (picture === null) return undefined;
  return [
    markup`<h3>${words.tree.heading}</h3>`,
    figure(
      "best-plan-tree",
      markup`${words.tree.caption}.${paper.notes.computed("/plans/best/parts")}`,
      (place) => layOutPlanTree(place, picture),
      treeTable(picture),
    ),
  ];
}

/** A part, its moves, their answers, the moves after an answer, and so on. */
const depthOf = ({ kind, level }: PlanTreeRow): number =>
  kind === "part" ? 0 : kind === "branch" ? 2 * level : 2 * level + 1;

/** The rows of the picture; what a row stands under is told by its number. */
function treeTable({ rows }: PlanTreePicture): Piece {
  const numbers = outlineNumbers(rows.map(depthOf));
  return table({
    caption: `${words.tree.title}.`,
    look: "data",
    columns: [
      { head: words.tree.row, width: 64 },
      { head: words.tree.worth, figures: true, width: 16 },
      { head: words.tree.reached, figures: true, width: 20 },
    ],
    rows: rows.map((row, i) => ({
      cells: [markup`<span class="number">${numbers[i]}</span> ${row.text}`, row.worth ?? "–", row.reachedText ?? "–"],
    })),
  });
}

function steps({ index, us }: Paper, best: BestPlan): Piece {
  const rows = stepRows(index, us, best.steps);
  if (rows.length === 0) return undefined;
  const branches = rows.some((row) => row.otherwise !== undefined);
  // without a question each row is headed by what is done
  const always = rows.every((row) => row.when === words.steps.always);
  const lines = (texts: readonly string[]) => join(texts.map((line) => markup`<div>${line}</div>`));
  return [
    markup`<h3>${words.steps.heading}</h3>`,
    table({
      caption: `${words.steps.caption}.`,
      columns: [
        ...(branches ? [{ head: words.steps.when, width: 24 }] : []),
        { head: words.steps.move, width: branches ? 24 : 34 },
        ...(branches ? [{ head: words.steps.otherwise, width: 16 }] : []),
        ...(branches || always ? [] : [{ head: words.steps.when, width: 20 }]),
        { head: words.steps.who, width: branches ? 20 : 26 },
        { head: words.steps.due, width: branches ? 16 : 20 },
      ],
      rows: rows.map((row) => ({
        cells: [
          ...(branches ? [row.when] : []),
          row.move,
          ...(branches ? [row.otherwise ?? "–"] : []),
          ...(branches || always ? [] : [row.when]),
          lines(row.who),
          lines(row.due),
        ],
      })),
    }),
  ];
}

function leftOut({ index }: Paper, best: BestPlan): Piece {
  if (best.leftOut.length === 0) return undefined;
  return [
    markup`<h3>${words.leftOut.heading}</h3><p>${words.leftOut.intro}</p>`,
    bullets(
      best.leftOut.map(
        ({ move, why }) =>
          markup`<a href="${`#${anchor("move", move)}`}">${index.nameOf(move)}</a>. ${asSentence(engineText(why))}`,
      ),
    ),
  ];
}

function text(best: BestPlan): Piece {
  return [
    markup`<h3>${words.text.heading}</h3><p>${words.text.intro}</p>`,
    element(
      "pre",
      { class: "brief", tabindex: 0, role: "region", "aria-label": words.text.label },
      element("code", {}, best.text),
    ),
  ];
}
