/** The report's section on what things are worth and what the recommendation hangs on. */
import { layOutTornado, type Tornado } from "../forecast/tornado.ts";
import { figure } from "../html/figure.ts";
import type { Paper, SectionWriter } from "../html/paper.ts";
import { annex, table } from "../html/table.ts";
import { countText } from "../html/world-share.ts";
import { valuesMessages as words } from "../messages/values.ts";
import { type Markup, markup, type Piece } from "../svg/markup.ts";
import { layOutValueBars, type ValueBars } from "../svg/value-bars.ts";
import { type BriefIndex, capitalise, numberText, pointsFine, pointsShort } from "../wording/index.ts";
import {
  atText,
  bestKnown,
  changeBlock,
  changeName,
  decisionBlock,
  driverBlock,
  eitherOf,
  isSomething,
  methodBlock,
  questionBlock,
  signalBlock,
  sortedChanges,
  timeBlock,
  tornadoBlock,
  type ValueBlock,
  type Values,
  variedText,
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
      const titled = (block: ValueBlock, pointer: string, more: Piece = "", caption?: string): Piece => {
        if (block.rows.length === 0) return "";
        part += 1;
        return [
          markup`<h3><span class="count">${`${number}.${part}`}</span> ${block.title}</h3>`,
          more,
          blockTable(paper, block, pointer, caption),
        ];
      };
      const told = values.questions.filter((question) => question.told).length;
      return [
        markup`<p>${words.intro(values.plan, countText(values.worlds.valued))}${paper.notes.computed("/values")}</p>`,
        titled(changeBlock(index, values), "/values/changes", changeFigure(paper, values), words.changes.caption),
        titled(signalBlock(index, values), "/values/moves", "", words.moves.caption),
        titled(
          questionBlock(index, values, questionsShown),
          "/values/questions",
          markup`<p>${words.questions.everything(pointsFine(values.clairvoyance))}${paper.notes.computed("/values/clairvoyance")}</p>`,
          words.questions.caption(told, values.questions.length),
        ),
        values.questions.length > questionsShown &&
          annex(
            words.questions.rest(values.questions.length),
            blockTable(
              paper,
              questionBlock(index, values, values.questions.length),
              "/values/questions",
              undefined,
              "data",
            ),
          ),
        titled(timeBlock(index, values), "/values/time", "", words.time.caption),
        titled(decisionBlock(index, values, inputsShown), "/values/sensitivity/decisions", "", words.decisions.caption),
        titled(
          tornadoBlock(index, values),
          "/values/sensitivity/tornado",
          tornadoFigure(paper, values),
          words.tornado.caption,
        ),
        titled(driverBlock(index, values), "/values/sensitivity/drivers", "", words.drivers.caption),
        titled(methodBlock(values), "/values/sensitivity/method", "", words.method.caption),
      ];
    },
  };
};

function blockTable(
  paper: Paper,
  { title, head, widths, rows }: ValueBlock,
  pointer: string,
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
    return { name: changeName(paper.index, change), ...range, text: pointsShort(range.value) };
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
export function tornadoOf(index: BriefIndex, { sensitivity }: Values): Tornado | undefined {
  const { tornado } = sensitivity;
  if (tornado.length === 0) return undefined;
  const rows = tornado.map((bar) => ({
    name: capitalise(variedText(index, bar)),
    atLow: bar.low.value,
    atHigh: bar.high.value,
    texts: [
      eitherOf(bar)?.low ?? atText(index, bar.from, bar),
      eitherOf(bar)?.high ?? atText(index, bar.to, bar),
    ] as const,
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
  const tornado = tornadoOf(paper.index, values);
  if (tornado === undefined) return "";
  return figure(
    "values-tornado",
    markup`${words.tornado.picture}.${paper.notes.computed("/values/sensitivity/tornado")}`,
    (place) => layOutTornado(place, tornado),
  );
}
