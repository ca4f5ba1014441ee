import type { Forecast } from "@demarche/core/brief";
import type { ForecastFinding } from "@demarche/core/run";
import { headings } from "../../messages/headings.ts";
import { registerMessages } from "../../messages/register.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { asSentence, chanceInputText, conditionText, dateText, dueText, shareText } from "../../wording/index.ts";
import { wordOf } from "../chance-mark.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";
import { table } from "../table.ts";
import { worldsText } from "../world-share.ts";

const words = registerMessages.forecasts;

/** Stated against computed, with the day and criterion by which each will be judged. */
export const writeForecasts: SectionWriter = (paper) => {
  const { forecasts } = paper.index.brief;
  if (forecasts.length === 0) return null;
  return {
    id: "forecasts",
    title: headings.forecasts,
    body: () =>
      table({
        caption: markup`${words.caption}.${paper.notes.computed("/forecasts")}`,
        columns: [
          { head: words.statement, width: 40 },
          { head: words.stated, width: 16 },
          { head: words.computed, width: 18 },
          { head: words.resolves, width: 26 },
        ],
        rows: forecasts.map((forecast) => {
          const at = paper.findings.forecasts.findIndex((entry) => entry.id === forecast.id);
          return {
            id: anchor("forecast", forecast.id),
            cells: [
              statementText(paper, forecast),
              statedText(forecast),
              computedText(paper, forecast, paper.findings.forecasts[at], at),
              resolvesText(paper, forecast),
            ],
          };
        }),
      }),
  };
};

function statementText(paper: Paper, forecast: Forecast): Piece {
  const condition =
    forecast.if && markup`<div class="why">${words.condition(conditionText(paper.index, forecast.if))}</div>`;
  const confidence = forecast.confidence && markup`<div class="why">${words.confidence(forecast.confidence)}</div>`;
  return markup`${asSentence(forecast.statement ?? paper.index.nameOf(forecast.id))}${paper.notes.sourced(forecast.path)}${condition}${confidence}`;
}

function statedText(forecast: Forecast): Piece {
  if (forecast.shift !== undefined) return words.shift(forecast.shift);
  if (forecast.chance === undefined) return words.notStated;
  const chance = chanceInputText(forecast.chance.value);
  return forecast.else === undefined ? chance : `${chance}; ${words.otherwise(chanceInputText(forecast.else.value))}`;
}

function computedText(paper: Paper, forecast: Forecast, finding: ForecastFinding | undefined, at: number): Piece {
  const conditional = paper.findings.conditionals.find((entry) => entry.forecast === forecast.id);
  const link =
    conditional && markup` <a href="${`#${anchor("conditional", forecast.id)}`}">${headings.conditionals}</a>`;
  if (conditional?.void) return markup`${words.void}${link}`;
  if (!finding || finding.computed === undefined)
    return markup`${forecast.event === undefined ? words.byHand : words.void}${link ?? ""}`;
  const mark = paper.notes.computed(`/forecasts/${at}/computed`);
  const given =
    finding.antecedent === undefined
      ? ""
      : markup`<div class="why">${words.given(worldsText(finding.antecedent))}</div>`;
  return markup`<span class="chance cell" data-chance="${String(Math.round(finding.computed * 1e5) / 1e5)}"><strong>${shareText(finding.computed)}</strong> <span class="word">${wordOf(finding.computed, paper.yardstick)}</span></span>${mark}${given}${link ?? ""}`;
}

function resolvesText(paper: Paper, forecast: Forecast): Piece {
  const due = forecast.due === undefined ? words.noDate : words.by(dueText(forecast.due) ?? dateText(forecast.due));
  const criterion =
    forecast.criterion !== undefined
      ? asSentence(forecast.criterion)
      : forecast.event === undefined
        ? words.byHand
        : words.event(conditionText(paper.index, forecast.event));
  return markup`${due}<div class="why">${criterion}</div>`;
}
