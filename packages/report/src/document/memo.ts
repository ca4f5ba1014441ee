import { asOf } from "@demarche/core/brief";
import { bestPlanAnnex } from "../best-plan/memo-annex.ts";
import { changedRows, changedSection } from "../day-two/memo-section.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { dateText, memo, type PaperInput } from "../wording/index.ts";
import { allocate, type Section } from "./allocate.ts";
import { cardsAnnex } from "./annex-cards.ts";
import { contradictionsAnnex } from "./annex-contradictions.ts";
import { forecastsAnnex } from "./annex-forecasts.ts";
import { sourcesAnnex } from "./annex-sources.ts";
import { backgroundSection } from "./background-section.ts";
import { contingencySection } from "./contingency-section.ts";
import { type Block, type Field, heading, type Paper, pageBreak, plain } from "./document.ts";
import { glanceSection } from "./glance-section.ts";
import { asWritten, type MemoContext, startMemo, withoutReferences } from "./memo-context.ts";
import { objectiveSection } from "./objective-section.ts";
import { othersSection } from "./others-section.ts";
import { recommendationsSection, recommendedSteps } from "./recommendations-section.ts";
import { risksSection } from "./risks-section.ts";
import { unknownsSection } from "./unknowns-section.ts";
import { valuesRows, valuesSection } from "./values-section.ts";

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
  const date = asOf(context.index.brief);
  const fields: readonly Field[] = [
    { label: memo.to, value: plain(personText(head.to)) },
    { label: memo.from, value: plain(personText(head.from)) },
    { label: memo.date, value: plain(date === undefined ? memo.notGiven : memo.asOf(dateText(date))) },
    { label: memo.subject, value: [{ text: subjectOf(context), bold: true }] },
  ];
  return { block: "fields", fields };
}

/** The sections that can be cut, in their order on the page, with what each keeps and wants. */
function sections(context: MemoContext): readonly Section[] {
  const all = Number.MAX_SAFE_INTEGER;
  const changed: Section = {
    build: (rows) => changedSection(context, rows),
    rows: changedRows(context),
    least: 2,
    wanted: 5,
  };
  const valued: Section = {
    build: (rows) => valuesSection(context, rows),
    rows: valuesRows(context),
    least: 2,
    wanted: 3,
  };
  return [
    ...(context.findings.dayTwo === undefined ? [] : [changed]),
    {
      build: (rows) => recommendationsSection(context, rows, 1),
      rows: context.plan.length + 1,
      least: 4,
      wanted: all,
    },
    { build: (rows) => glanceSection(context, rows), rows: context.items.length, least: 4, wanted: all },
    { build: (rows) => backgroundSection(context, rows), rows: 8, least: 1, wanted: 2 },
    { build: (rows) => contingencySection(context, rows), rows: 12, least: 2, wanted: 2 },
    { build: (rows) => othersSection(context, rows), rows: 10, least: 2, wanted: 3 },
    { build: (rows) => risksSection(context, rows), rows: 8, least: 2, wanted: 2 },
    ...(context.findings.values === undefined ? [] : [valued]),
    { build: (rows) => unknownsSection(context, rows), rows: 6, least: 1, wanted: 1 },
  ];
}

function mainPart(context: MemoContext): readonly Block[] {
  const head = (own: MemoContext): readonly Block[] => [headFields(own), ...objectiveSection(own)];
  const trial = withoutReferences(context);
  const rows = allocate(head(trial), sections(trial));
  return [...head(context), ...sections(context).flatMap((section, at) => section.build(rows[at]!))];
}

const unlimited = Number.MAX_SAFE_INTEGER;

function annexes(context: MemoContext): readonly Block[] {
  return [
    ...cardsAnnex(context),
    pageBreak,
    heading(1, memo.annexes.B),
    heading(2, memo.recommendations),
    ...recommendedSteps(context, unlimited, 4),
    ...bestPlanAnnex(context),
    ...(context.best === undefined || context.index.brief.plan.length === 0
      ? []
      : [heading(2, bestPlanMessages.memo.annexWritten), ...recommendedSteps(asWritten(context), unlimited, 4)]),
    ...contingencySection(context, unlimited),
    // mostly short: they go on where there is room
    ...forecastsAnnex(context),
    ...contradictionsAnnex(context),
    pageBreak,
    ...sourcesAnnex(context),
  ];
}

/**
 * The memo as a tree: at most two sides, and annexes with what did not fit and what lies behind.
 * What is cut is counted where it is cut, and stands in full in an annex.
 */
export function buildMemo(input: PaperInput): Paper {
  const context = startMemo(input);
  return {
    marking: input.brief.head.marking ?? "",
    copy: memo.copy,
    title: subjectOf(context),
    main: mainPart(context),
    annexes: annexes(context),
  };
}
