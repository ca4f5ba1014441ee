/** The report's section on what things are worth and what the recommendation hangs on. */
import { layOutTornado, type Tornado } from "../forecast/tornado.ts";
import { engineText } from "../html/engine-text.ts";
import { figure } from "../html/figure.ts";
import type { Paper, SectionWriter } from "../html/paper.ts";
import { annex, table } from "../html/table.ts";
import { valuesMessages as words } from "../messages/values.ts";
import { type Markup, markup, type Piece } from "../svg/markup.ts";
import { layOutValueBars, type ValueBars } from "../svg/value-bars.ts";
import { capitalise, numberText, signedText } from "../wording/index.ts";
import {
  atText,
  bestKnown,
  changeBlock,
  changeName,
  decisionBlock,
  driverBlock,
  isSomething,
  methodBlock,
  questionBlock,
  rangeText,
  signalBlock,
  sortedChanges,
  timeBlock,
  tornadoBlock,
  type ValueBlock,
  type Values,
} from "./value-rows.ts";

const questionsShown = 10;
const inputsShown = 3;

/** Only where values were asked for. */
export const writeValues: SectionWriter = (paper) => {
  const { values } = paper.findings;
  if (values === undefined) return null;
  const { index } = paper;
  return {
    id: "values",
    title: words.heading,
    body: (number) => {
      let part = 0;
      const titled = (
        block: ValueBlock,
        pointer: string,
        widths: readonly number[],
        more: Piece = "",
        caption?: string,
      ): Piece => {
        if (block.rows.length === 0) return "";
        part += 1;
        return [
          markup`<h3><span class="count">${`${number}.${part}`}</span> ${block.title}</h3>`,
          more,
          blockTable(paper, block, pointer, widths, caption),
        ];
      };
      const told = values.questions.filter((question) => question.told).length;
      return [
        markup`<p>${words.intro(values.plan, numberText(values.worlds.valued))}${paper.notes.computed("/values")}</p>`,
        titled(changeBlock(index, values), "/values/changes", [32, 18, 18, 8, 24], changeFigure(paper, values)),
        titled(signalBlock(index, values), "/values/moves", [30, 20, 20, 22, 8]),
        titled(
          questionBlock(index, values, questionsShown),
          "/values/questions",
          [40, 22, 22, 16],
          markup`<p>${words.questions.everything(rangeText(values.clairvoyance))}${paper.notes.computed("/values/clairvoyance")}</p>`,
          words.questions.caption(told, values.questions.length),
        ),
        values.questions.length > questionsShown &&
          annex(
            words.questions.rest(values.questions.length),
            blockTable(
              paper,
              questionBlock(index, values, values.questions.length),
              "/values/questions",
              [40, 22, 22, 16],
              undefined,
              "data",
            ),
          ),
        titled(timeBlock(index, values), "/values/time", [48, 22, 22, 8]),
        titled(
          decisionBlock(index, values, inputsShown),
          "/values/sensitivity/decisions",
          [30, 18, 52],
          "",
          words.decisions.caption,
        ),
        titled(tornadoBlock(values), "/values/sensitivity/tornado", [40, 20, 20, 20], tornadoFigure(paper, values)),
        titled(driverBlock(values), "/values/sensitivity/drivers", [48, 26, 26], "", words.drivers.caption),
        titled(methodBlock(values), "/values/sensitivity/method", [40, 30, 30]),
      ];
    },
  };
};

function blockTable(
  paper: Paper,
  { title, head, rows }: ValueBlock,
  pointer: string,
  widths: readonly number[],
  caption = title,
  look: "paper" | "data" = "paper",
): Markup {
  return table({
    caption: markup`${caption}.${paper.notes.computed(pointer)}`,
    look,
    columns: head.map((name, k) => ({ head: name, width: widths[k]! })),
    rows: rows.map((cells) => ({ cells: cells.map(inLines) })),
  });
}

/** What stands on several lines as blocks. */
function inLines(text: string): Piece {
  const lines = text.split("\n");
  return lines.length === 1 ? text : lines.map((line) => markup`<div>${line}</div>`);
}

/** What is worth something, largest first; undefined where nothing is. */
export function changeBarsOf(paper: Paper, values: Values): ValueBars | undefined {
  const shown = sortedChanges(values).filter(isSomething);
  if (shown.length === 0) return undefined;
  const bars = shown.map((change) => {
    const range = bestKnown(change);
    return { name: changeName(paper.index, change), ...range, text: signedText(range.value, 2) };
  });
  return {
    title: words.changes.title,
    description: words.tornado.describe(bars.map(({ name, text }) => `${name}: ${text}`).join("; ")),
    bars,
    words: { axis: words.changes.axis, typed: "" },
  };
}

function changeFigure(paper: Paper, values: Values): Piece {
  const bars = changeBarsOf(paper, values);
  if (bars === undefined) return "";
  return figure(
    "values-changes",
    markup`${words.changes.picture}.${paper.notes.computed("/values/changes")}`,
    (place) => layOutValueBars(place, bars),
  );
}

/** Undefined where no input is told from noise. */
export function tornadoOf({ sensitivity }: Values): Tornado | undefined {
  const { tornado } = sensitivity;
  if (tornado.length === 0) return undefined;
  const rows = tornado.map(({ what, unit, from, to, low, high }) => ({
    name: capitalise(engineText(what)),
    atLow: low.value,
    atHigh: high.value,
    texts: [atText(from, unit), atText(to, unit)] as const,
  }));
  const centre = tornado.reduce((sum, bar) => sum + bar.middle.value, 0) / tornado.length;
  return {
    title: words.tornado.title,
    description: words.tornado.describe(
      rows.map((row) => words.tornado.row(row.name, numberText(row.atLow), numberText(row.atHigh))).join("; "),
    ),
    centre,
    rows,
    rowHeight: 32,
  };
}

function tornadoFigure(paper: Paper, values: Values): Piece {
  const tornado = tornadoOf(values);
  if (tornado === undefined) return "";
  return figure(
    "values-tornado",
    markup`${words.tornado.picture}.${paper.notes.computed("/values/sensitivity/tornado")}`,
    (place) => layOutTornado(place, tornado),
  );
}
