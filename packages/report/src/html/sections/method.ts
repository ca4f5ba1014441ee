import { headings } from "../../messages/headings.ts";
import { itemMessages } from "../../messages/items.ts";
import { methodMessages } from "../../messages/method.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { messages, numberText } from "../../wording/index.ts";
import type { Paper, SectionWriter } from "../paper.ts";
import { placeLink } from "../place-link.ts";
import { annex, definitions, table } from "../table.ts";
import { countText } from "../world-share.ts";

const words = methodMessages.method;

/** On one page: what the figures rest on, how they are reached, and what they are not. */
export const writeMethod: SectionWriter = (paper) => ({
  id: "method",
  title: headings.method,
  body: (number) => {
    const part = (at: number, title: string) =>
      markup`<h3><span class="count">${`${number}.${at}`}</span> ${title}</h3>`;
    return [
      part(1, words.inputsHeading),
      inputsText(paper),
      part(2, words.howHeading),
      howText(paper),
      part(3, words.limitsHeading),
      markup`<p>${words.residual} ${words.conditionals} ${words.silence}${
        paper.findings.notPriced.length > 0 && ` ${words.notPriced(paper.findings.notPriced.length)}`
      }</p>`,
      part(4, words.defaultsHeading),
      constants(paper),
      paper.findings.defaults.length > 0 && annex(words.allDefaults(paper.findings.defaults.length), defaults(paper)),
      part(5, words.runHeading),
      run(paper),
    ];
  },
});

function inputsText(paper: Paper): Piece {
  const { cited, judged, judgedAfter } = paper.findings.inputs;
  const total = cited + judged + judgedAfter;
  const share = (count: number) => (total === 0 ? "0" : `${count} (${numberText((100 * count) / total, 0)} %)`);
  return markup`<p>${words.inputs(share(cited), share(judged), share(judgedAfter), String(total))}${paper.notes.computed("/inputs")}${
    judgedAfter > 0 && markup` <strong>${words.noTest}</strong>`
  }</p>`;
}

function howText(paper: Paper): Piece {
  const { worlds, seed, outcomeModel, method } = paper.findings;
  const model = itemMessages.models.names[outcomeModel] ?? outcomeModel;
  const yardstick = words.probabilityWords(words.yardsticks[paper.yardstick]);
  return markup`<p>${words.how(countText(worlds), String(seed), model)} ${words.consent}</p><p>${words.shrink(numberText(1 - method.shrinkage, 2))} ${words.ranges} ${words.rounding} ${yardstick}</p>`;
}

/** A spread in the language of briefs, in words. */
function spreadWords(text: string): string {
  const [, low, high] = /^uniform (\S+)\.\.(\S+)$/u.exec(text) ?? [];
  return low === undefined || high === undefined ? text : messages.anywhere(low, high);
}

function constants(paper: Paper): Piece {
  const { method } = paper.findings;
  const names = words.constants;
  const rows: readonly (readonly [string, string])[] = [
    [names.disagreementMean, numberText(method.disagreementMean)],
    [names.shrinkage, numberText(method.shrinkage, 2)],
    [names.carryOver, spreadWords(method.carryOver)],
    [names.carePremium, spreadWords(method.carePremium)],
    [names.gateShare, spreadWords(method.gateShare)],
    [names.fewestWorlds, String(method.fewestWorlds)],
  ];
  return table({
    caption: markup`${words.constantsCaption}.${paper.notes.computed("/method")}`,
    columns: [
      { head: words.what, width: 70 },
      { head: words.value, width: 30 },
    ],
    rows: rows.map(([what, value]) => ({ cells: [what, value] })),
  });
}

function defaults(paper: Paper): Piece {
  return table({
    caption: markup`${words.defaultsCaption}.${paper.notes.computed("/defaults")}`,
    look: "data",
    columns: [{ head: words.what }, { head: words.value }, { head: words.place }],
    rows: paper.findings.defaults.map((entry) => ({ cells: [entry.what, entry.value, placeLink(paper, entry.path)] })),
  });
}

function run(paper: Paper): Piece {
  const { findings } = paper;
  return definitions([
    [words.run.engine, findings.engine],
    [words.run.version, findings.version],
    [words.run.worlds, countText(findings.worlds)],
    [words.run.seed, String(findings.seed)],
    [words.run.model, findings.outcomeModel],
    [words.run.hash, markup`<code>${findings.inputsHash}</code>`],
  ]);
}
