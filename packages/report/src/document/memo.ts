import { dateText, memo, type PaperInput } from "../wording/index.ts";
import { cardsAnnex } from "./annex-cards.ts";
import { contradictionsAnnex } from "./annex-contradictions.ts";
import { forecastsAnnex } from "./annex-forecasts.ts";
import { sourcesAnnex } from "./annex-sources.ts";
import { backgroundSection } from "./background-section.ts";
import { contingencySection } from "./contingency-section.ts";
import { type Block, type Field, heading, type Paper, pageBreak, plain } from "./document.ts";
import { type Budget, budgets, fits } from "./fit.ts";
import { glanceSection } from "./glance-section.ts";
import { type MemoContext, startMemo } from "./memo-context.ts";
import { objectiveSection } from "./objective-section.ts";
import { othersSection } from "./others-section.ts";
import { recommendationsSection } from "./recommendations-section.ts";
import { risksSection } from "./risks-section.ts";
import { unknownsSection } from "./unknowns-section.ts";

function personText(person: { readonly name: string; readonly office?: string } | undefined): string {
  if (person === undefined) return memo.notGiven;
  return person.office === undefined ? person.name : `${person.name}, ${person.office}`;
}

function subjectOf(context: MemoContext): string {
  const { head } = context.index.brief;
  return head.title ?? (head.forum === undefined ? memo.title : context.index.nameOf(head.forum));
}

function headFields(context: MemoContext): Block {
  const { head } = context.index.brief;
  const fields: readonly Field[] = [
    { label: memo.to, value: plain(personText(head.to)) },
    { label: memo.from, value: plain(personText(head.from)) },
    { label: memo.date, value: plain(head.date === undefined ? memo.notGiven : memo.asOf(dateText(head.date))) },
    { label: memo.subject, value: [{ text: subjectOf(context), bold: true }] },
  ];
  return { block: "fields", fields };
}

function mainPart(context: MemoContext, budget: Budget): readonly Block[] {
  return [
    headFields(context),
    ...objectiveSection(context),
    ...recommendationsSection(context, budget.recommendations, budget.changes),
    ...glanceSection(context, budget.items),
    ...backgroundSection(context, budget.background),
    ...contingencySection(context, budget.contingencies),
    ...othersSection(context, budget.others),
    ...risksSection(context, budget.risks),
    ...unknownsSection(context, budget.unknowns),
  ];
}

const unlimited = Number.MAX_SAFE_INTEGER;

function annexes(context: MemoContext): readonly Block[] {
  return [
    ...cardsAnnex(context),
    pageBreak,
    heading(1, memo.annexes.B),
    ...recommendationsSection(context, unlimited, 4),
    ...contingencySection(context, unlimited),
    pageBreak,
    ...forecastsAnnex(context),
    pageBreak,
    ...contradictionsAnnex(context),
    pageBreak,
    ...sourcesAnnex(context),
  ];
}

/**
 * The memo as a tree: at most two sides, and annexes with what did not fit and what lies behind.
 * The fullest main part that fits is taken; what is cut is counted there and stands in full in an annex.
 */
export function buildMemo(input: PaperInput): Paper {
  for (const [at, budget] of budgets.entries()) {
    const context = startMemo(input);
    const main = mainPart(context, budget);
    if (!fits(main) && at < budgets.length - 1) continue;
    return {
      marking: input.brief.head.marking ?? "",
      copy: memo.copy,
      title: subjectOf(context),
      main,
      annexes: annexes(context),
    };
  }
  throw new Error("No budget for the memo's main part is given.");
}
