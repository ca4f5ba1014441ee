import type { Forecast } from "@demarche/core/brief";
import type { Conditional, ForecastFinding } from "@demarche/core/run";
import {
  asSentence,
  chanceInputText,
  conditionHead,
  dueText,
  insideSentence,
  listText,
  memo,
  numberText,
  quoted,
  shareText,
  typeset,
} from "../wording/index.ts";
import { type Block, bold, cell, heading, type Inline, paragraph, plain, smallPrint, type Table } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";

function statedText(forecast: Forecast): string {
  const chance = forecast.chance === undefined ? [] : [chanceInputText(forecast.chance.value)];
  const other = forecast.else === undefined ? [] : [memo.elseChance(chanceInputText(forecast.else.value))];
  const shift = forecast.shift === undefined ? [] : [memo.shiftText(memo.shift[forecast.shift])];
  return [...chance, ...other, ...shift].join("; ") || memo.notGiven;
}

function computedText(
  forecast: Forecast,
  finding: ForecastFinding | undefined,
  conditional: Conditional | undefined,
): string {
  if (finding?.computed !== undefined) return shareText(finding.computed);
  if (conditional?.void === true) return memo.void;
  return forecast.event === undefined ? memo.byHand : memo.void;
}

function registerRow(context: MemoContext, forecast: Forecast): readonly (readonly Inline[])[] {
  const { findings, index, references } = context;
  const finding = findings.forecasts.find((entry) => entry.id === forecast.id);
  const conditional = findings.conditionals.find((entry) => entry.forecast === forecast.id);
  const criterion =
    forecast.criterion === undefined ? [] : [plain(asSentence(memo.criterion(insideSentence(forecast.criterion))))];
  const why =
    conditional?.void === true && conditional.why !== undefined
      ? [plain(asSentence(memo.voidBecause(typeset(conditional.why))))]
      : [];
  return [
    [
      [{ text: asSentence(forecast.statement ?? index.nameOf(forecast.id)) }, ...references.mark(forecast.path)],
      ...criterion,
      ...why,
    ],
    cell(forecast.if === undefined ? memo.dash : conditionHead(index, forecast.if)),
    cell(statedText(forecast)),
    cell(bold(computedText(forecast, finding, conditional))),
    cell(forecast.confidence ?? memo.notGiven),
    cell(forecast.due === undefined ? memo.notGiven : (dueText(forecast.due) ?? memo.notGiven)),
  ];
}

/** Rules, and moves by their own effects, that carry the difference. */
function restsOn({ index }: MemoContext, conditional: Conditional): string {
  const carriers = conditional.rules.filter((id) => index.rules.has(id) || index.moves.has(id));
  if (carriers.length === 0) return memo.restsOnNothing;
  const names = listText(carriers.map((id) => quoted(index.nameOf(id))));
  return conditional.breakEven === undefined
    ? memo.restsOnNever(names)
    : memo.restsOn(names, numberText(conditional.breakEven));
}

function conditionalRows(context: MemoContext, conditional: Conditional): Table["rows"] {
  const { index } = context;
  const forecast = index.brief.forecasts.find((entry) => entry.id === conditional.forecast);
  if (conditional.void || forecast === undefined) return [];
  const name = asSentence(forecast.statement ?? index.nameOf(forecast.id));
  const event = conditional.event === undefined ? [] : [{ title: memo.event, ...conditional.event }];
  const rungs = conditional.rungs.map((rung) => ({
    title: conditional.issue === undefined ? index.nameOf(rung.id) : index.optionName(conditional.issue, rung.id),
    ...rung,
  }));
  return [...event, ...rungs].map((entry, at) => [
    cell(at === 0 ? name : ""),
    cell(entry.title),
    cell(bold(shareText(entry.ifSo))),
    cell(shareText(entry.ifNot)),
    cell(at === 0 ? restsOn(context, conditional) : ""),
  ]);
}

/** Every forecast with its stated and computed chance, confidence in a column of its own, and the day it resolves; then the conditional pairs. */
export function forecastsAnnex(context: MemoContext): readonly Block[] {
  const { forecasts } = context.index.brief;
  if (forecasts.length === 0) return [heading(1, memo.annexes.C), paragraph(plain(memo.forecastsNone))];
  const titles = memo.forecastColumns;
  const register: Table = {
    block: "table",
    columns: [
      { title: titles.forecast, width: 0.34 },
      { title: titles.condition, width: 0.19 },
      { title: titles.stated, width: 0.13 },
      { title: titles.computed, width: 0.11 },
      { title: titles.confidence, width: 0.11 },
      { title: titles.due, width: 0.12 },
    ],
    rows: forecasts.map((forecast) => registerRow(context, forecast)),
  };
  const pairs = context.findings.conditionals.flatMap((conditional) => conditionalRows(context, conditional));
  const pairTitles = memo.conditionalColumns;
  const pairTable: Table = {
    block: "table",
    columns: [
      { title: pairTitles.forecast, width: 0.3 },
      { title: pairTitles.rung, width: 0.28 },
      { title: pairTitles.ifSo, width: 0.08, align: "right" },
      { title: pairTitles.ifNot, width: 0.08, align: "right" },
      { title: pairTitles.rests, width: 0.26 },
    ],
    rows: pairs,
  };
  return [
    heading(1, memo.annexes.C),
    register,
    smallPrint(plain(memo.resolvesNote)),
    ...(pairs.length === 0 ? [] : [heading(2, memo.conditionals), pairTable]),
  ];
}
