import type { Conditional } from "@demarche/core/run";
import { headings } from "../../messages/headings.ts";
import { planMessages } from "../../messages/plan.ts";
import { layOutConditionalPair } from "../../svg/conditional-pair.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { asSentence, conditionText, effectText, numberText } from "../../wording/index.ts";
import { figure } from "../figure.ts";
import { conditionalOf, forecastName } from "../figures/conditional-of.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";
import { bullets, table } from "../table.ts";
import { countText, worldsText } from "../world-share.ts";
import { ruleText } from "./linkage.ts";

const words = planMessages.conditionals;

/** Interventions: the chances if a thing is so and if it is not, the rules behind them, and their break-even. */
export const writeConditionals: SectionWriter = (paper) => {
  const { conditionals } = paper.findings;
  if (conditionals.length === 0) return null;
  return {
    id: "conditionals",
    title: headings.conditionals,
    body: (number) => [
      markup`<p>${words.intro}</p>`,
      conditionals.map((conditional, i) => writeConditional(paper, conditional, i, `${number}.${i + 1}`)),
    ],
  };
};

function writeConditional(paper: Paper, conditional: Conditional, i: number, number: string): Piece {
  const { index, notes } = paper;
  const forecast = index.brief.forecasts.find((entry) => entry.id === conditional.forecast);
  const name = forecastName(paper, conditional.forecast);
  const at = (field: string) => notes.computed(`/conditionals/${i}${field}`);
  const antecedent = paper.findings.forecasts.find((entry) => entry.id === conditional.forecast)?.antecedent;
  const pair = conditionalOf(paper, conditional);
  const id = anchor("conditional", conditional.forecast);
  return markup`<section class="item" id="${id}"><h3><span class="count">${number}</span> ${name}</h3>
<p>${forecast?.if && markup`${words.antecedent(conditionText(index, forecast.if))}${notes.sourced(forecast.path)} `}${
    antecedent !== undefined && markup`${words.antecedentChance(worldsText(antecedent))}${at("")} `
  }${forecast?.shift !== undefined && markup`${words.stated(forecast.shift)}${notes.sourced(forecast.path)}`}</p>
${
  conditional.void
    ? markup`<p><strong>${words.void(conditional.why === undefined ? undefined : asSentence(conditional.why))}</strong>${at("/void")}</p>`
    : [
        pair &&
          figure(
            `pair-${id}`,
            markup`${words.caption(conditional.issue === undefined ? name : index.nameOf(conditional.issue))}. ${words.tooFew(countText(conditional.worlds))}${at("/rungs")}`,
            (place) => layOutConditionalPair(place, pair),
            table({
              caption: words.tableCaption,
              look: "data",
              columns: [
                { head: words.rung },
                { head: words.ifNot, figures: true },
                { head: words.ifSo, figures: true },
              ],
              rows: pair.rows.map((row) => ({ cells: [row.name, percent(row.ifNot), percent(row.ifSo)] })),
            }),
          ),
        rulesText(paper, conditional, at),
      ]
}</section>`;
}

const percent = (share: number) => `${numberText(share * 100)} %`;

function rulesText(paper: Paper, conditional: Conditional, at: (field: string) => Piece): Piece {
  const { index, notes } = paper;
  const carriers = conditional.rules.flatMap((id): readonly Piece[] => {
    const rule = index.rules.get(id);
    if (rule) return [markup`${ruleText(paper, rule)}${notes.sourced(rule.path)}`];
    const move = index.moves.get(id);
    if (!move) return [];
    const effects = (move.ifItWorks ?? []).map((effect) => effectText(index, effect)).join("; ");
    return [markup`${words.ownEffects(index.nameOf(id), effects)}${notes.sourced(move.path)}`];
  });
  if (carriers.length === 0) return markup`<p>${words.noRules}</p>`;
  const breakEven =
    conditional.breakEven === undefined ? words.noBreakEven : words.breakEven(numberText(conditional.breakEven, 2));
  return markup`<p>${words.rules}</p>${bullets(carriers)}<p>${breakEven}${at("/breakEven")}</p>`;
}
